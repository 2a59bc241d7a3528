import type { Source } from "../types.js";

/** Bytes looked at for the code page. */
const headLength = 4 * 1024 * 1024;

/** Letters of windows-1251 beyond ASCII; in windows-1252 the same bytes are accented letters. */
const isLetter = (byte: number): boolean => byte >= 0xc0 || byte === 0xa8 || byte === 0xb8;

/**
 * The code page of a file that is not UTF-8, as the format does not state it: Cyrillic words are runs of letters beyond
 * ASCII, Western ones have single accents among plain letters.
 */
export function codePageOf(source: Source): "windows-1251" | "windows-1252" {
  if (typeof source === "string") return "windows-1252";
  let inRuns = 0;
  let all = 0;
  let run = 0;
  for (const byte of source.subarray(0, headLength)) {
    if (isLetter(byte)) {
      all++;
      run++;
      continue;
    }
    if (run >= 3) inRuns += run;
    run = 0;
  }
  if (run >= 3) inRuns += run;
  return inRuns * 2 > all ? "windows-1251" : "windows-1252";
}

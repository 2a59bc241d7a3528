/** A word of a text, in small letters, with its place. */
export interface Word {
  readonly text: string;
  /** Index of its first character. */
  readonly from: number;
  /** Index after its last character. */
  readonly to: number;
}

const isAsciiWord = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
/** Letters beyond ASCII count as such; Latin-1 signs, general punctuation and CJK punctuation do not. */
const isWord = (code: number): boolean =>
  code < 128
    ? isAsciiWord(code)
    : code >= 0xc0 &&
      code !== 0xd7 &&
      code !== 0xf7 &&
      !(code >= 0x2000 && code <= 0x2bff) &&
      !(code >= 0x3000 && code <= 0x303f);
const hyphen = 45;
const apostrophes: readonly number[] = [39, 0x2019];

/** Words of a text in their order; a hyphen or an apostrophe between two letters is part of its word. */
export function wordsOf(text: string): Word[] {
  const found: Word[] = [];
  const end = text.length;
  for (let at = 0; at < end; at++) {
    if (!isWord(text.charCodeAt(at))) continue;
    const from = at;
    for (at++; at < end; at++) {
      const code = text.charCodeAt(at);
      if (isWord(code)) continue;
      const joins = (code === hyphen || apostrophes.includes(code)) && at + 1 < end && isWord(text.charCodeAt(at + 1));
      if (!joins) break;
    }
    found.push({ text: text.slice(from, at).toLowerCase(), from, to: at });
  }
  return found;
}

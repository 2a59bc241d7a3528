import { type Issue, issue, ok, type Result, refuse } from "@evenkeel/kernel";
import { beyondLimit, limitsOf } from "./limits.js";
import type { Assumption, ReadOptions, Source } from "./types.js";

declare const TextDecoder: new (
  label: string,
  options: { fatal: boolean; ignoreBOM: boolean },
) => { decode(bytes: Uint8Array): string };

/** A text and how it was read. */
export interface Decoded {
  readonly text: string;
  /** Label of the encoding; `text` where the caller gave a text. */
  readonly encoding: string;
  readonly assumptions: readonly Assumption[];
}

function markOf(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "utf-8";
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return undefined;
}

function attempt(bytes: Uint8Array, label: string, fatal: boolean): string | undefined {
  try {
    return new TextDecoder(label, { fatal, ignoreBOM: false }).decode(bytes);
  } catch {
    return undefined;
  }
}

function isKnown(label: string): boolean {
  return attempt(new Uint8Array(0), label, false) !== undefined;
}

function swapped(bytes: Uint8Array): Uint8Array {
  const result = new Uint8Array(bytes.length - (bytes.length % 2));
  for (let at = 0; at < result.length; at += 2) {
    result[at] = bytes[at + 1] as number;
    result[at + 1] = bytes[at] as number;
  }
  return result;
}

function decodeAs(bytes: Uint8Array, label: string): string | undefined {
  if (label.toLowerCase() === "utf-16be") return attempt(swapped(bytes), "utf-16le", true);
  return attempt(bytes, label, true);
}

function assumed(value: string, evidence: string): Assumption {
  return { code: "interop/assumed-encoding", what: "encoding", value, evidence };
}

function unreadable(label: string, known: boolean): Result<never> {
  const code = known ? "interop/any-encoding-mismatch" : "interop/any-unknown-encoding";
  return refuse([issue(code, { facts: { encoding: label.slice(0, 40) } })]);
}

/** First UTF-16 units a declaration of the encoding may stand in. */
const declarationLength = 200;

function declared(bytes: Uint8Array): string | undefined {
  let head = "";
  for (const byte of bytes.subarray(0, declarationLength)) head += String.fromCharCode(byte);
  return /^\s*<\?xml[^>]*\sencoding\s*=\s*["']([A-Za-z0-9._:-]{1,40})["']/.exec(head)?.[1];
}

function chooseEncoding(bytes: Uint8Array, options: ReadOptions, fallback: string): Result<Decoded> {
  const mark = markOf(bytes);
  const stated = options.encoding ?? mark ?? declared(bytes);
  if (stated !== undefined) {
    const known = stated.toLowerCase() === "utf-16be" || isKnown(stated);
    const text = known ? decodeAs(bytes, stated) : undefined;
    if (text === undefined) return unreadable(stated, known);
    const evidence = options.encoding !== undefined ? "option" : mark !== undefined ? "byte order mark" : "declaration";
    return ok({ text, encoding: stated, assumptions: [assumed(stated, evidence)] });
  }
  const utf8 = attempt(bytes, "utf-8", true);
  if (utf8 !== undefined) return ok({ text: utf8, encoding: "utf-8", assumptions: [assumed("utf-8", "valid UTF-8")] });
  const text = attempt(bytes, fallback, true);
  if (text === undefined) return unreadable(fallback, isKnown(fallback));
  return ok({ text, encoding: fallback, assumptions: [assumed(fallback, "not valid UTF-8")] });
}

/** Reads bytes as text: by option, byte order mark, XML declaration, valid UTF-8, then the fallback; says which. */
export function decodeSource(source: Source, options: ReadOptions, fallback = "windows-1252"): Result<Decoded> {
  const limit = limitsOf(options).bytes;
  if (source.length > limit) return refuse([beyondLimit("bytes", source.length, limit)]);
  const decoded: Result<Decoded> =
    typeof source === "string"
      ? ok({ text: source.startsWith("\ufeff") ? source.slice(1) : source, encoding: "text", assumptions: [] })
      : chooseEncoding(source, options, fallback);
  if (!decoded.ok) return decoded;
  const fault = textFault(decoded.value.text);
  return fault === undefined ? decoded : refuse([fault]);
}

function textFault(text: string): Issue | undefined {
  const nul = text.indexOf("\u0000");
  if (nul >= 0) return issue("interop/any-binary", { path: [nul], facts: { position: nul } });
  return text.trim() === "" ? issue("interop/any-empty-file", {}) : undefined;
}

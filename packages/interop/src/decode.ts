import { type Issue, issue, ok, type Result, refuse } from "@evenkeel/kernel";
import { beyondLimit, limitsOf } from "./limits.js";
import type { Assumption, ReadOptions, Source } from "./types.js";
import { standard1252 } from "./windows-1252.js";

declare const TextDecoder: new (
  label: string,
  options: { fatal: boolean; ignoreBOM: boolean },
) => { readonly encoding: string; decode(bytes?: Uint8Array, options?: { stream: boolean }): string };

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
    const decoder = new TextDecoder(label, { fatal, ignoreBOM: false });
    const text = decoder.decode(bytes);
    return decoder.encoding === "windows-1252" ? standard1252(text) : text;
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
  const code = evidence === "answer" ? "interop/answered-encoding" : "interop/assumed-encoding";
  return { code, what: "encoding", value, evidence };
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

/** Who chose the encoding, where it was not the file. */
const chosenBy = ({ encoding, answers }: ReadOptions): "option" | "answer" | undefined =>
  encoding !== undefined ? "option" : answers?.encoding !== undefined ? "answer" : undefined;

function chooseEncoding(bytes: Uint8Array, options: ReadOptions, fallback: string): Result<Decoded> {
  const mark = markOf(bytes);
  const stated = options.encoding ?? options.answers?.encoding ?? mark ?? declared(bytes);
  if (stated !== undefined) {
    const known = stated.toLowerCase() === "utf-16be" || isKnown(stated);
    const text = known ? decodeAs(bytes, stated) : undefined;
    if (text === undefined) return unreadable(stated, known);
    const evidence = chosenBy(options) ?? (mark !== undefined ? "byte order mark" : "declaration");
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

/** Decodes bytes that come in pieces. */
export interface PieceDecoder {
  /** The text of a piece; undefined ends the input. */
  readonly decode: (piece: Source | undefined) => Result<string>;
  readonly assumptions: () => readonly Assumption[];
}

/** Opens a decoder: by option, byte order mark, XML declaration, else UTF-8, which then must hold to the end. */
export function openDecoder(options: ReadOptions): PieceDecoder {
  let label: string | undefined;
  let isAny = false;
  let decoder: InstanceType<typeof TextDecoder> | undefined;
  const assumptions: Assumption[] = [];
  const open = (bytes: Uint8Array): InstanceType<typeof TextDecoder> | undefined => {
    const mark = markOf(bytes);
    label = options.encoding ?? mark ?? declared(bytes) ?? "utf-8";
    const evidence =
      options.encoding !== undefined ? "option" : mark !== undefined ? "byte order mark" : "stated or valid";
    assumptions.push(assumed(label, evidence));
    return isKnown(label) ? new TextDecoder(label, { fatal: true, ignoreBOM: false }) : undefined;
  };
  const text = (piece: Source | undefined): string | undefined => {
    if (typeof piece === "string") return isAny || !piece.startsWith("\ufeff") ? piece : piece.slice(1);
    if (piece === undefined) return decoder?.decode() ?? "";
    decoder ??= open(piece);
    const decoded = decoder?.decode(piece, { stream: true });
    return decoded === undefined || decoder?.encoding !== "windows-1252" ? decoded : standard1252(decoded);
  };
  return {
    decode: (piece) => {
      let decoded: string | undefined;
      try {
        decoded = text(piece);
      } catch {
        return unreadable(label ?? "", true);
      }
      if (decoded === undefined) return unreadable(label ?? "", false);
      isAny ||= decoded !== "";
      const nul = decoded.indexOf("\u0000");
      return nul < 0 ? ok(decoded) : refuse([issue("interop/any-binary", { path: [nul], facts: { position: nul } })]);
    },
    assumptions: () => assumptions,
  };
}

/** A text in pieces, so that it never stands in memory as a whole. */
export interface ChunkedText {
  readonly chunks: () => Iterable<string>;
  readonly assumptions: readonly Assumption[];
}

/** Bytes or UTF-16 units of one piece. */
const chunkLength = 65_536;
const lineFeed = 10;

/** Pieces that end with a line where they hold an end: what reads lines has nothing to join, which would copy the text. */
function* slices(text: string): Iterable<string> {
  for (let at = 0; at < text.length; ) {
    const piece = text.slice(at, at + chunkLength);
    const length = piece.lastIndexOf("\n") + 1 || piece.length;
    yield piece.slice(0, length);
    at += length;
  }
}

/** Throws where the bytes are not of that encoding. */
function* decodedSlices(bytes: Uint8Array, label: string): Iterable<string> {
  const decoder = new TextDecoder(label, { fatal: true, ignoreBOM: false });
  for (let at = 0; at < bytes.length; ) {
    const piece = bytes.subarray(at, at + chunkLength);
    const length = piece.lastIndexOf(lineFeed) + 1 || piece.length;
    const text = decoder.decode(piece.subarray(0, length), { stream: true });
    at += length;
    yield decoder.encoding === "windows-1252" ? standard1252(text) : text;
  }
  yield decoder.decode();
}

/** Whether the bytes are UTF-8 that holds more than blanks, told without keeping the text. */
function isPlainUtf8(bytes: Uint8Array): boolean {
  try {
    let holds = false;
    for (const piece of decodedSlices(bytes, "utf-8")) holds ||= piece.trim() !== "";
    return holds && bytes.indexOf(0) < 0;
  } catch {
    return false;
  }
}

/** As `decodeSource`, but in pieces where the bytes are UTF-8; any other input is decoded as a whole. */
export function decodeInChunks(source: Source, options: ReadOptions): Result<ChunkedText> {
  const limit = limitsOf(options).bytes;
  if (source.length > limit) return refuse([beyondLimit("bytes", source.length, limit)]);
  if (typeof source !== "string") {
    const stated = options.encoding ?? options.answers?.encoding ?? markOf(source) ?? declared(source);
    if ((stated === undefined || /^utf-?8$/i.test(stated)) && isPlainUtf8(source)) {
      const evidence = stated === undefined ? "valid UTF-8" : (chosenBy(options) ?? "stated in the file");
      return ok({ chunks: () => decodedSlices(source, "utf-8"), assumptions: [assumed("utf-8", evidence)] });
    }
  }
  const decoded = decodeSource(source, options);
  if (!decoded.ok) return decoded;
  return ok({ chunks: () => slices(decoded.value.text), assumptions: decoded.value.assumptions });
}

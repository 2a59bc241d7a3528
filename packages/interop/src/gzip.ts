import { type Issue, issue, ok, type Result, refuse } from "@evenkeel/kernel";
import { decompressed } from "./decompress.js";
import { beyondLimit } from "./limits.js";
import type { Source } from "./types.js";

/** Data that begins as gzip does and is none. */
export class BrokenGzip extends Error {}

/** The issue of it. */
export const brokenGzip = ({ message }: BrokenGzip): Issue =>
  issue("interop/any-broken-gzip", { facts: { reason: message.slice(0, 120) } });

/** Whether an input begins as gzip does. */
export const isGzip = (source: Source): source is Uint8Array =>
  typeof source !== "string" && source[0] === 0x1f && source[1] === 0x8b;

/** Pieces as they are, or unpacked where they begin as gzip does; faults of their source are thrown on as they are. */
export async function* unpacked(pieces: AsyncIterable<Source>): AsyncGenerator<Source> {
  const source = pieces[Symbol.asyncIterator]();
  const first = await source.next();
  if (first.done === true) return;
  let isOfSource = false;
  const all = async function* (): AsyncGenerator<Source> {
    yield first.value;
    try {
      for (let next = await source.next(); next.done !== true; next = await source.next()) yield next.value;
    } catch (fault) {
      isOfSource = true;
      throw fault;
    }
  };
  if (!isGzip(first.value)) {
    yield* all();
    return;
  }
  try {
    for await (const piece of decompressed(all() as AsyncGenerator<Uint8Array>, "gzip")) yield piece;
  } catch (fault) {
    throw isOfSource ? fault : new BrokenGzip(fault instanceof Error ? fault.message : String(fault));
  }
}

async function* only(bytes: Uint8Array): AsyncGenerator<Source> {
  yield bytes;
}

/** The bytes of a gzip, no more than a limit of them. */
export async function gunzip(source: Uint8Array, limit: number): Promise<Result<Uint8Array>> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const piece of unpacked(only(source))) {
      length += piece.length;
      if (length > limit) return refuse([beyondLimit("bytes", length, limit)]);
      pieces.push(piece as Uint8Array);
    }
  } catch (fault) {
    if (!(fault instanceof BrokenGzip)) throw fault;
    return refuse([brokenGzip(fault)]);
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return ok(bytes);
}

import { upper1252 } from "../windows-1252.js";

declare const TextEncoder: new () => { encode(text: string): Uint8Array };

function byteOf(character: string): number | undefined {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80 || (code >= 0xa0 && code <= 0xff)) return code;
  const at = upper1252.indexOf(character);
  return at < 0 ? undefined : 0x80 + at;
}

/** Bytes of a file, and the encoding they are in. */
export interface EncodedXer {
  readonly bytes: Uint8Array;
  readonly encoding: "windows-1252" | "utf-8";
}

/**
 * Encodes the text of a Primavera file: in windows-1252, which the tool takes on most machines, where that holds every character,
 * else in UTF-8.
 *
 * @param text - what `writeXer` gives
 * @returns bytes and the encoding they are in
 *
 * Issues: none.
 * Time O(n), space O(n).
 * Source: WHATWG, Encoding Standard (index windows-1252).
 *
 * @example
 * encodeXer("Gräben").encoding; // => "windows-1252"
 */
export function encodeXer(text: string): EncodedXer {
  const bytes: number[] = [];
  for (const character of text) {
    const byte = byteOf(character);
    if (byte === undefined) return { bytes: new TextEncoder().encode(text), encoding: "utf-8" };
    bytes.push(byte);
  }
  return { bytes: Uint8Array.from(bytes), encoding: "windows-1252" };
}

import { type Issue, issue } from "@evenkeel/kernel";
import { decompressed } from "../decompress.js";
import type { ArchiveEntry } from "./directory.js";

declare const TextEncoder: new () => { encode(text: string): Uint8Array };

/** A file with its bytes. */
export interface UnpackedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

function differs({ name, size }: ArchiveEntry, found: string): Issue {
  return issue("interop/xlsx-broken-archive", { facts: { reason: `${name}: ${size} bytes stated, ${found}` } });
}

/** The bytes of a file; never more than its directory states are held. */
export async function unpack(archive: Uint8Array, entry: ArchiveEntry): Promise<UnpackedFile | Issue> {
  const packed = archive.subarray(entry.from, entry.from + entry.packed);
  if (entry.method === 0) return { name: entry.name, bytes: packed };
  const bytes = new Uint8Array(entry.size);
  let length = 0;
  try {
    for await (const piece of decompressed([packed], "deflate-raw")) {
      if (length + piece.length > entry.size) return differs(entry, "more found");
      bytes.set(piece, length);
      length += piece.length;
    }
  } catch {
    return differs(entry, "not readable");
  }
  return length === entry.size ? { name: entry.name, bytes } : differs(entry, `${length} found`);
}

const [localLength, fileLength, endLength] = [30, 46, 22];

/** An archive of files as they are, which nothing has to unpack again. */
export function packStored(files: readonly UnpackedFile[]): Uint8Array {
  const named = files.map(({ name, bytes }) => ({ name: new TextEncoder().encode(name), bytes }));
  const total = named.reduce(
    (sum, { name, bytes }) => sum + localLength + fileLength + 2 * name.length + bytes.length,
    endLength,
  );
  const archive = new Uint8Array(total);
  const view = new DataView(archive.buffer);
  const shared = (at: number, file: (typeof named)[number]): void => {
    view.setUint16(at, 20, true);
    view.setUint32(at + 14, file.bytes.length, true);
    view.setUint32(at + 18, file.bytes.length, true);
    view.setUint16(at + 22, file.name.length, true);
  };
  let at = 0;
  const starts = named.map((file) => {
    const start = at;
    view.setUint32(at, 0x04034b50, true);
    shared(at + 4, file);
    archive.set(file.name, at + localLength);
    archive.set(file.bytes, at + localLength + file.name.length);
    at += localLength + file.name.length + file.bytes.length;
    return start;
  });
  const directory = at;
  for (const [index, file] of named.entries()) {
    view.setUint32(at, 0x02014b50, true);
    view.setUint16(at + 4, 20, true);
    shared(at + 6, file);
    view.setUint32(at + 42, starts[index] ?? 0, true);
    archive.set(file.name, at + fileLength);
    at += fileLength + file.name.length;
  }
  view.setUint32(at, 0x06054b50, true);
  view.setUint16(at + 8, named.length, true);
  view.setUint16(at + 10, named.length, true);
  view.setUint32(at + 12, at - directory, true);
  view.setUint32(at + 16, directory, true);
  return archive;
}

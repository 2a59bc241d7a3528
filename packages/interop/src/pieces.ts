import { type Issue, type Result, refuse } from "@evenkeel/kernel";
import { decodeInChunks } from "./decode.js";
import type { Assumption, Import, ReadOptions, Source } from "./types.js";

/** A reader whose text comes in pieces; the first fault ends it. */
export interface PieceReader {
  readonly write: (piece: string) => Issue | undefined;
  /** The import, with what was assumed of the text itself. */
  readonly close: (assumptions: readonly Assumption[]) => Result<Import>;
}

/** Reads a whole input with a reader of pieces, so that its text need not stand in memory at once. */
export function readInPieces<Options extends ReadOptions>(
  source: Source,
  options: Options,
  open: (options: Options) => PieceReader,
): Result<Import> {
  const text = decodeInChunks(source, options);
  if (!text.ok) return text;
  const reader = open(options);
  for (const piece of text.value.chunks()) {
    const fault = reader.write(piece);
    if (fault !== undefined) return refuse([fault]);
  }
  return reader.close(text.value.assumptions);
}

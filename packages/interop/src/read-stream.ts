import { type CancelSignal, type Issue, issue, type Progress, type Result, refuse } from "@evenkeel/kernel";
import { openDecoder } from "./decode.js";
import { detectFormat } from "./detect-format.js";
import { BrokenGzip, brokenGzip, unpacked } from "./gzip.js";
import { beyondLimit, limitsOf } from "./limits.js";
import type { PieceReader } from "./pieces.js";
import { type ReadWorkOptions, readWork, statedZoneFault, withConfidence } from "./read-work.js";
import type { FormatName, Import, Source as Piece } from "./types.js";

/** What `readWorkStream` takes besides the options of `readWork`. */
export interface ReadStreamOptions extends ReadWorkOptions {
  /** Stops the reading before the next piece. */
  readonly signal?: CancelSignal;
  /** Hears of every piece: code `interop/reading`, `done` in bytes (or UTF-16 units of texts). */
  readonly onProgress?: (progress: Progress) => void;
  /** Bytes in all, for the progress, where known. */
  readonly size?: number;
}

type Opener = (options: ReadWorkOptions) => PieceReader;

/** The formats whose readers let go of the text as they read it. */
const openers: { readonly [F in FormatName]?: () => Promise<Opener> } = {
  "jira-csv": async () => (await import("./jira/open-csv-reader.js")).openJiraCsv,
  xes: async () => (await import("./xes/open-reader.js")).openXesReader,
};

/** Bytes after which the format is decided. */
const enoughToDetect = 65_536;

function joined(pieces: readonly Piece[]): Piece {
  if (pieces.every((piece) => typeof piece === "string")) return pieces.join("");
  const parts = pieces.map((piece) => (typeof piece === "string" ? new TextEncoder().encode(piece) : piece));
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

declare const TextEncoder: new () => { encode(text: string): Uint8Array };

/** Takes pieces one after the other, as long as the caller and the limits allow it. */
class Intake {
  private taken = 0;
  private readonly limit: number;

  constructor(private readonly options: ReadStreamOptions) {
    this.limit = limitsOf(options).bytes;
  }

  /** What keeps the next piece from being read. */
  take(piece: Piece): Issue | undefined {
    const { signal, onProgress, size } = this.options;
    this.taken += piece.length;
    if (signal?.aborted === true) return issue("interop/any-cancelled", { facts: { done: this.taken - piece.length } });
    if (this.taken > this.limit) return beyondLimit("bytes", this.taken, this.limit);
    onProgress?.({ code: "interop/reading", done: this.taken, ...(size === undefined ? {} : { total: size }) });
    return undefined;
  }
}

/** Reads the rest with a reader of pieces. */
async function readPieces(
  begun: readonly Piece[],
  rest: AsyncIterator<Piece>,
  intake: Intake,
  open: Opener,
  options: ReadStreamOptions,
): Promise<Result<Import>> {
  const decoder = openDecoder(options);
  const reader = open(options);
  const write = (piece: Piece | undefined): Issue | undefined => {
    const text = decoder.decode(piece);
    return text.ok ? reader.write(text.value) : text.issues[0];
  };
  for (const piece of begun) {
    const fault = write(piece);
    if (fault !== undefined) return refuse([fault]);
  }
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) {
    const fault = intake.take(next.value) ?? write(next.value);
    if (fault !== undefined) return refuse([fault]);
  }
  const fault = write(undefined);
  return fault === undefined ? reader.close(decoder.assumptions()) : refuse([fault]);
}

/**
 * Reads work from a stream of bytes or texts, such as a file dropped on a page or an answer of a server.
 *
 * The format is detected from the first 64 Ki. Event logs in XES and tables of Jira are read as they come: of their text no
 * more than a few pieces stand in memory at once. Any other format is gathered first. The import is the one that `readWork`
 * gives for the whole, with one exception: bytes that turn out not to be UTF-8 on the way are refused, where `readWork` tries windows-1252.
 *
 * @param pieces - in any lengths; a character may be cut between two
 * @param options - `signal`, `onProgress` and `size` besides the options of `readWork`
 * @returns documents and report
 *
 * Issues: interop/any-cancelled, those of `readWork`.
 * Time: that of the reader; space O(documents).
 * Source: own.
 *
 * @example
 * async function* pieces() { yield "Issue key,Summ"; yield "ary\nA-1,Dig\n"; }
 * orThrow(await readWorkStream(pieces())).plan.items[0].title; // => "Dig"
 */
export async function readWorkStream(
  pieces: AsyncIterable<Piece>,
  options: ReadStreamOptions = {},
): Promise<Result<Import>> {
  const source = unpacked(pieces);
  try {
    return await readUnpacked(source, options);
  } catch (fault) {
    if (!(fault instanceof BrokenGzip)) throw fault;
    return refuse([brokenGzip(fault)]);
  } finally {
    await source.return(undefined);
  }
}

async function readUnpacked(rest: AsyncIterator<Piece>, options: ReadStreamOptions): Promise<Result<Import>> {
  const [intake, begun] = [new Intake(options), [] as Piece[]];
  const gather = async (until: number): Promise<Issue | undefined> => {
    let length = 0;
    while (length < until) {
      const next = await rest.next();
      if (next.done === true) return undefined;
      const fault = intake.take(next.value);
      if (fault !== undefined) return fault;
      begun.push(next.value);
      length += next.value.length;
    }
    return undefined;
  };
  const wrong = await statedZoneFault(options);
  if (wrong !== undefined) return refuse([wrong]);
  const early = options.format === undefined ? await gather(enoughToDetect) : undefined;
  if (early !== undefined) return refuse([early]);
  const detected = options.format === undefined ? detectFormat(joined(begun), options.name, options) : undefined;
  const found = detected?.ok === true ? detected.value : undefined;
  const open = await openers[options.format ?? found?.format ?? "markdown"]?.();
  if (open !== undefined) return withConfidence(await readPieces(begun, rest, intake, open, options), found);
  const fault = await gather(Number.POSITIVE_INFINITY);
  return fault === undefined ? readWork(joined(begun), options) : refuse([fault]);
}

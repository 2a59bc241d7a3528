import type { Row } from "@evenkeel/core";
import { Immer } from "immer";

/** The caller's plan is shared, so nothing of it is frozen. */
const immer: Immer = /* @__PURE__ */ new Immer({ autoFreeze: false });

/** Some rows that stand beside one another, replaced as a whole, never changed. */
interface Chunk {
  rows: readonly Row[];
}

/** Rows a chunk is filled to, and the most it may hold before it is cut in two. */
const filledTo = 32;
const mostRows = 64;

/** Chunks are small: walking through one costs less than an index that each change would make anew. */
function placeIn({ rows }: Chunk, id: string): number {
  for (let at = 0; at < rows.length; at++) if (rows[at]?.id === id) return at;
  return -1;
}
/** A list with some entries replaced by others. */
const spliced = <T>(list: readonly T[], at: number, gone: number, ...put: readonly T[]): readonly T[] => [
  ...list.slice(0, at),
  ...put,
  ...list.slice(at + gone),
];

/** Rows in their order, found by id, changed a chunk at a time. */
export class ChunkedTable {
  private readonly chunks: Chunk[] = [];
  private readonly where = new Map<string, Chunk>();
  private listed: readonly Row[] | undefined;

  constructor(rows: readonly Row[]) {
    for (let from = 0; from < rows.length; from += filledTo) {
      const chunk = { rows: rows.slice(from, from + filledTo) };
      this.chunks.push(chunk);
      for (const { id } of chunk.rows) this.where.set(id, chunk);
    }
    this.listed = rows;
  }
  get size(): number {
    return this.where.size;
  }
  row(id: string): Row | undefined {
    const chunk = this.where.get(id);
    return chunk?.rows[placeIn(chunk, id)];
  }
  /** All rows as one array, kept until the next change. */
  list(): readonly Row[] {
    this.listed ??= this.chunks.flatMap(({ rows }) => rows);
    return this.listed;
  }
  /** Puts a row before another, or at the end. */
  add(row: Row, before: string | undefined): void {
    const chunk = (before === undefined ? undefined : this.where.get(before)) ?? this.lastChunk();
    const at = before === undefined ? -1 : placeIn(chunk, before);
    const place = at < 0 ? chunk.rows.length : at;
    chunk.rows = spliced(chunk.rows, place, 0, row);
    this.where.set(row.id, chunk);
    this.listed = undefined;
    if (chunk.rows.length > mostRows) this.cut(chunk);
  }
  /** Takes a row away; the id of the row that stood after it comes back. */
  remove(id: string): string | undefined {
    const chunk = this.where.get(id);
    if (chunk === undefined) return undefined;
    const place = placeIn(chunk, id);
    const next = chunk.rows[place + 1]?.id ?? this.firstAfter(chunk);
    chunk.rows = spliced(chunk.rows, place, 1);
    this.where.delete(id);
    this.listed = undefined;
    if (chunk.rows.length === 0) this.chunks.splice(this.chunks.indexOf(chunk), 1);
    return next;
  }
  /** Changes a row by a draft of its chunk. */
  change(id: string, edit: (draft: Record<string, unknown>) => void): void {
    const chunk = this.where.get(id);
    if (chunk === undefined) return;
    const place = placeIn(chunk, id);
    chunk.rows = immer.produce(chunk.rows, (draft) => {
      edit(draft[place] as unknown as Record<string, unknown>);
    });
    this.listed = undefined;
  }
  private lastChunk(): Chunk {
    const last = this.chunks.at(-1);
    if (last !== undefined) return last;
    const first: Chunk = { rows: [] };
    this.chunks.push(first);
    return first;
  }
  private firstAfter(chunk: Chunk): string | undefined {
    return this.chunks[this.chunks.indexOf(chunk) + 1]?.rows[0]?.id;
  }
  private cut(chunk: Chunk): void {
    const later = { rows: chunk.rows.slice(filledTo) };
    chunk.rows = chunk.rows.slice(0, filledTo);
    for (const { id } of later.rows) this.where.set(id, later);
    this.chunks.splice(this.chunks.indexOf(chunk) + 1, 0, later);
  }
}

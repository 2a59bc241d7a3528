import type { Row } from "@evenkeel/core";
import { Immer } from "immer";
import { ForkableMap } from "./forkable-map.js";

/** The caller's plan is shared, so nothing of it is frozen. */
const immer: Immer = /* @__PURE__ */ new Immer({ autoFreeze: false });

type Rows = readonly Row[];

/** Rows a chunk is filled to, and the most it may hold before it is cut in two. */
const filledTo = 32;
const mostRows = 64;

/** Chunks are small: walking through one costs less than an index that each change would make anew. */
function placeIn(rows: Rows, id: string): number {
  for (let at = 0; at < rows.length; at++) if (rows[at]?.id === id) return at;
  return -1;
}
/** A list with some entries replaced by others. */
const spliced = <T>(list: readonly T[], at: number, gone: number, ...put: readonly T[]): readonly T[] => [
  ...list.slice(0, at),
  ...put,
  ...list.slice(at + gone),
];

/** Rows in their order, found by id, changed a chunk at a time; chunks are known by numbers that never change. */
export class ChunkedTable {
  private chunks: Rows[] = [];
  /** The chunks in the order of their rows. */
  private order: number[] = [];
  private isOwn = true;
  private where: ForkableMap<number>;
  private listed: Rows | undefined;

  constructor(rows: Rows) {
    this.where = new ForkableMap(rows.length);
    for (let from = 0; from < rows.length; from += filledTo) {
      const chunk = this.chunks.length;
      this.chunks.push(rows.slice(from, from + filledTo));
      this.order.push(chunk);
      for (const { id } of this.chunks[chunk] ?? []) this.where.set(id, chunk);
    }
    this.listed = rows;
  }
  /** A copy, at once; what happens to either is not seen in the other. */
  fork(): ChunkedTable {
    const other = new ChunkedTable([]);
    Object.assign(other, { chunks: this.chunks, order: this.order, where: this.where.fork(), listed: this.listed });
    this.isOwn = false;
    other.isOwn = false;
    return other;
  }
  get size(): number {
    return this.where.size;
  }
  row(id: string): Row | undefined {
    const rows = this.rowsWith(id);
    return rows[placeIn(rows, id)];
  }
  /** All rows as one array, kept until the next change. */
  list(): Rows {
    this.listed ??= this.order.flatMap((chunk) => this.chunks[chunk] ?? []);
    return this.listed;
  }
  /** Puts a row before another, or at the end. */
  add(row: Row, before: string | undefined): void {
    this.beginChange();
    const chunk = (before === undefined ? undefined : this.where.get(before)) ?? this.lastChunk();
    const rows = this.chunks[chunk] ?? [];
    const at = before === undefined ? -1 : placeIn(rows, before);
    this.chunks[chunk] = spliced(rows, at < 0 ? rows.length : at, 0, row);
    this.where.set(row.id, chunk);
    if (rows.length >= mostRows) this.cut(chunk);
  }
  /** Takes a row away; the id of the row that stood after it comes back. */
  remove(id: string): string | undefined {
    const chunk = this.where.get(id);
    if (chunk === undefined) return undefined;
    this.beginChange();
    const rows = this.chunks[chunk] ?? [];
    const place = placeIn(rows, id);
    const next = rows[place + 1]?.id ?? this.firstAfter(chunk);
    this.chunks[chunk] = spliced(rows, place, 1);
    this.where.delete(id);
    if (rows.length === 1) this.order.splice(this.order.indexOf(chunk), 1);
    return next;
  }
  /** Changes a row by a draft of its chunk. */
  change(id: string, edit: (draft: Record<string, unknown>) => void): void {
    const chunk = this.where.get(id);
    if (chunk === undefined) return;
    this.beginChange();
    const rows = this.chunks[chunk] ?? [];
    const place = placeIn(rows, id);
    this.chunks[chunk] = immer.produce(rows, (draft) => {
      edit(draft[place] as unknown as Record<string, unknown>);
    });
  }
  private rowsWith(id: string): Rows {
    const chunk = this.where.get(id);
    return (chunk === undefined ? undefined : this.chunks[chunk]) ?? [];
  }
  private beginChange(): void {
    this.listed = undefined;
    if (this.isOwn) return;
    this.chunks = this.chunks.slice();
    this.order = this.order.slice();
    this.isOwn = true;
  }
  private lastChunk(): number {
    return this.order.at(-1) ?? this.newChunk([], 0);
  }
  private newChunk(rows: Rows, place: number): number {
    const chunk = this.chunks.push(rows) - 1;
    this.order.splice(place, 0, chunk);
    return chunk;
  }
  private firstAfter(chunk: number): string | undefined {
    const next = this.order[this.order.indexOf(chunk) + 1];
    return next === undefined ? undefined : this.chunks[next]?.[0]?.id;
  }
  private cut(chunk: number): void {
    const rows = this.chunks[chunk] ?? [];
    const later = this.newChunk(rows.slice(filledTo), this.order.indexOf(chunk) + 1);
    this.chunks[chunk] = rows.slice(0, filledTo);
    for (const { id } of this.chunks[later] ?? []) this.where.set(id, later);
  }
}

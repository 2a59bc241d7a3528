import { ok, type Result } from "@evenkeel/kernel";
import { type ColumnFate, keptCells, tallyCells } from "../csv-columns.js";
import { type CsvTable, parseCsv } from "../csv-text.js";
import { answered, assume, type Draft, table } from "../draft.js";
import { type DateOrder, decideDateOrder, settleOrders } from "../foreign-time.js";
import { limitsOf } from "../limits.js";
import type { ReadOptions } from "../types.js";
import { inZone, readTime } from "../zoned-time.js";
import { instantOfDigits } from "./epoch.js";

/** Columns of a tracker's export: where each goes, and the headers it has in all ages, lower case. */
export type TrackerHeaders<C extends string> = { readonly [K in C]: readonly [to: string, ...headers: string[]] };

/** Where the columns of an export stand, and what becomes of each; undefined: it has no place in the model. */
export interface TrackerColumns<C extends string> {
  readonly at: ReadonlyMap<C, number>;
  readonly fates: readonly (ColumnFate | undefined)[];
}

/** The rows of a tracker's export, its columns found by header. */
export interface TrackerTable<C extends string> extends TrackerColumns<C> {
  readonly csv: CsvTable;
  readonly orders: ReadonlyMap<C, DateOrder>;
}

/** A row with the id of its record. */
export interface TrackerRow {
  readonly id: string;
  readonly cells: readonly string[];
  readonly number: number;
}

/** Finds columns by header, whatever their order and case; of a repeated header the first. */
export function findColumns<C extends string>(
  headers: TrackerHeaders<C>,
  header: readonly string[],
): { readonly at: Map<C, number>; readonly fates: (ColumnFate | undefined)[] } {
  const at = new Map<C, number>();
  const fates: (ColumnFate | undefined)[] = [];
  const columns = Object.keys(headers) as C[];
  for (const [index, name] of header.entries()) {
    const lower = name.trim().toLowerCase();
    const column = columns.find((each) => headers[each].indexOf(lower, 1) > 0);
    if (column === undefined || at.has(column)) continue;
    at.set(column, index);
    fates[index] = { fate: "mapped", to: headers[column][0] };
  }
  return { at, fates };
}

/** Parses an export and finds its columns. */
export function openTable<C extends string>(
  text: string,
  options: ReadOptions,
  headers: TrackerHeaders<C>,
): Result<TrackerTable<C>> {
  const parsed = parseCsv(text, limitsOf(options));
  if (!parsed.ok) return parsed;
  return ok({ csv: parsed.value, ...findColumns(headers, parsed.value.header), orders: new Map() });
}

/** Text of a cell; empty counts as absent. */
export function tableCell<C extends string>(
  { at }: TrackerTable<C>,
  cells: readonly string[],
  column: C,
): string | undefined {
  const index = at.get(column);
  return (index === undefined ? "" : (cells[index] ?? "").trim()) || undefined;
}

/** The order of day and month in each of some columns: as answered, or by what their values decide. */
export function columnOrders<Key>(
  draft: Draft,
  { header, rows }: CsvTable,
  columns: readonly (readonly [key: Key, index: number])[],
): Map<Key, DateOrder> {
  const answer = draft.options.answers?.dateOrder;
  const found = columns.map(
    ([key, index]) => [[key, index], decideDateOrder(rows.map((cells) => cells[index] ?? ""))] as const,
  );
  const orders = new Map<Key, DateOrder>();
  for (const [[key, index], { numeric, order, evidence = "" }] of settleOrders(found)) {
    const taken = answer ?? order;
    if (numeric === 0 || taken === undefined) continue;
    orders.set(key, taken);
    const value = `${header[index]}: ${taken}`;
    if (answer !== undefined) answered(draft, "dateOrder", value);
    else assume(draft, "dateOrder", value, evidence);
  }
  return orders;
}

/** The columns of dates that an export has. */
export const datedColumns = <C extends string>(at: ReadonlyMap<C, number>, dated: readonly C[]): [C, number][] =>
  [...at].filter(([column]) => dated.includes(column));

/** The time in a cell: counted since 1970, or written; `zone` where the tool says which its times are in. */
export function tableTime<C extends string>(
  draft: Draft,
  read: TrackerTable<C>,
  row: TrackerRow,
  column: C,
  zone?: string,
): string | undefined {
  const cell = tableCell(read, row.cells, column);
  if (cell === undefined) return undefined;
  const path = [row.number, read.csv.header[read.at.get(column) as number] ?? column];
  const plain = zone === undefined ? draft : { ...draft, options: {} };
  const time = instantOfDigits(cell) ?? readTime(plain, cell, { order: read.orders.get(column) }, path, [row.id]);
  return time === undefined || zone === undefined ? time : inZone(draft, time, path, zone);
}

/** Puts on each item the cells without a place in the model, and counts all cells. */
export function settleCells(
  draft: Draft,
  { csv, fates }: Pick<TrackerTable<string>, "csv" | "fates">,
  rows: Iterable<Pick<TrackerRow, "id" | "cells">>,
): void {
  const keep = draft.options.keepUnmapped ?? true;
  const kept = csv.header.map((_name, index) => keep && fates[index] === undefined);
  const items = table(draft, "items");
  for (const { id, cells } of rows) {
    const item = items.get(id);
    const customFields = keptCells(csv.header, cells, kept, keep);
    if (item !== undefined && customFields !== undefined) items.set(id, { ...item, customFields });
  }
  tallyCells(draft, csv, fates);
}

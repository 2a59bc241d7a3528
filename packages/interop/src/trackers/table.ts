import { ok, type Result } from "@evenkeel/kernel";
import { type ColumnFate, keptCells, tallyCells } from "../csv-columns.js";
import { type CsvTable, parseCsv } from "../csv-text.js";
import { assume, type Draft, table } from "../draft.js";
import { type DateOrder, decideDateOrder } from "../foreign-time.js";
import { limitsOf } from "../limits.js";
import type { ReadOptions } from "../types.js";
import { inZone, readTime } from "../zoned-time.js";
import { instantOfDigits } from "./epoch.js";

/** Columns of a tracker's export: where each goes, and the headers it has in all ages, lower case. */
export type TrackerHeaders<C extends string> = { readonly [K in C]: readonly [to: string, ...headers: string[]] };

/** The rows of a tracker's export, its columns found by header. */
export interface TrackerTable<C extends string> {
  readonly csv: CsvTable;
  readonly at: ReadonlyMap<C, number>;
  readonly fates: readonly (ColumnFate | undefined)[];
  readonly orders: ReadonlyMap<C, DateOrder>;
}

/** A row with the id of its record. */
export interface TrackerRow {
  readonly id: string;
  readonly cells: readonly string[];
  readonly number: number;
}

/** Parses an export and finds its columns by header, whatever their order; of a repeated header the first. */
export function openTable<C extends string>(
  text: string,
  options: ReadOptions,
  headers: TrackerHeaders<C>,
): Result<TrackerTable<C>> {
  const parsed = parseCsv(text, limitsOf(options));
  if (!parsed.ok) return parsed;
  const csv = parsed.value;
  const at = new Map<C, number>();
  const fates: (ColumnFate | undefined)[] = [];
  const columns = Object.keys(headers) as C[];
  for (const [index, name] of csv.header.entries()) {
    const lower = name.toLowerCase();
    const column = columns.find((each) => headers[each].indexOf(lower, 1) > 0);
    if (column === undefined || at.has(column)) continue;
    at.set(column, index);
    fates[index] = { fate: "mapped", to: headers[column][0] };
  }
  return ok({ csv, at, fates, orders: new Map() });
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

/** The table with the order of day and month of its dates, by a value above 12; one program wrote all columns in one locale. */
export function withDateOrders<C extends string>(
  draft: Draft,
  read: TrackerTable<C>,
  dated: readonly C[],
): TrackerTable<C> {
  const found = dated.map(
    (column) => [column, decideDateOrder(read.csv.rows.map((cells) => tableCell(read, cells, column) ?? ""))] as const,
  );
  const decided = new Set(found.flatMap(([, evidence]) => evidence.order ?? []));
  const orders = new Map<C, DateOrder>();
  for (const [column, { numeric, order, evidence }] of found) {
    const taken = order ?? (decided.size === 1 ? [...decided][0] : undefined);
    if (numeric === 0 || taken === undefined) continue;
    orders.set(column, taken);
    const header = read.csv.header[read.at.get(column) as number];
    assume(draft, "dateOrder", `${header}: ${taken}`, evidence ?? "the other columns of the file");
  }
  return { ...read, orders };
}

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
export function settleCells<C extends string>(draft: Draft, read: TrackerTable<C>, rows: readonly TrackerRow[]): void {
  const { csv, fates } = read;
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

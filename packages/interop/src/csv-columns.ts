import type { Json } from "@evenkeel/kernel";
import type { CsvTable } from "./csv-text.js";
import type { Draft } from "./draft.js";
import { type FateRule, unnamedFate } from "./tally.js";

/** What becomes of one column. */
export type ColumnFate = Omit<FateRule, "source">;

/** Name of the cells that stand right of the header. */
export const beyondHeader = "(beyond the header)";

/** Indices of the columns with each header, all of a repeated one. */
export function groupColumns(header: readonly string[]): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  for (const [index, name] of header.entries()) {
    const before = groups.get(name);
    if (before === undefined) groups.set(name, [index]);
    else before.push(index);
  }
  return groups;
}

/** The cells of a row that have no place in the model, by header; repeated headers give lists. */
export function keptCells(
  header: readonly string[],
  row: readonly string[],
  kept: readonly boolean[],
  keepBeyond: boolean,
): { readonly [name: string]: Json } | undefined {
  const cells: { [name: string]: Json } = {};
  let any = false;
  for (let index = 0; index < row.length; index++) {
    const cell = row[index] as string;
    if (cell === "" || cell.trim() === "" || !(index < header.length ? kept[index] : keepBeyond)) continue;
    const name = header[index] ?? beyondHeader;
    const before = Object.hasOwn(cells, name) ? cells[name] : undefined;
    const value = before === undefined ? cell : Array.isArray(before) ? [...(before as Json[]), cell] : [before, cell];
    if (name === "__proto__")
      Object.defineProperty(cells, name, { value, enumerable: true, configurable: true, writable: true });
    else cells[name] = value;
    any = true;
  }
  return any ? cells : undefined;
}

/** Counts every cell with the fate of its column; empty cells that nothing maps are dropped as empty. */
export function tallyCells(draft: Draft, csv: CsvTable, fateOfColumn: readonly ColumnFate[]): void {
  const full = new Array<number>(csv.header.length + 1).fill(0);
  const empty = new Array<number>(csv.header.length + 1).fill(0);
  let lost = 0;
  for (const row of csv.rows) {
    if (draft.lost.has(row)) {
      lost += row.length;
      continue;
    }
    for (let index = 0; index < row.length; index++) {
      const counts = (row[index] as string).trim() === "" ? empty : full;
      const column = Math.min(index, csv.header.length);
      counts[column] = (counts[column] as number) + 1;
    }
  }
  for (let index = 0; index <= csv.header.length; index++) {
    const keepAll = draft.options.keepUnmapped ?? true;
    const fate = fateOfColumn[index] ?? unnamedFate(keepAll, "items.customFields");
    const source = index < csv.header.length ? (csv.header[index] as string) : beyondHeader;
    const isKept = fate.fate === "kept-raw";
    draft.tally.add(source, fate, (full[index] as number) + (isKept ? 0 : (empty[index] as number)));
    if (isKept) draft.tally.add(source, { fate: "dropped", why: "empty" }, empty[index]);
  }
  draft.tally.add("(rejected rows)", { fate: "dropped", why: "row rejected" }, lost);
}

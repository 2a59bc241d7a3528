import type { Json } from "@evenkeel/kernel";
import type { CsvTable } from "./csv-text.js";
import type { Draft } from "./draft.js";
import type { FateRule } from "./tally.js";

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
  const cells = new Map<string, Json>();
  for (let index = 0; index < row.length; index++) {
    const cell = row[index] as string;
    if (cell.trim() === "" || !(index < header.length ? kept[index] : keepBeyond)) continue;
    const name = header[index] ?? beyondHeader;
    const before = cells.get(name);
    if (before === undefined) cells.set(name, cell);
    else if (Array.isArray(before)) (before as Json[]).push(cell);
    else cells.set(name, [before, cell]);
  }
  return cells.size === 0 ? undefined : Object.fromEntries(cells);
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
    const fate =
      fateOfColumn[index] ??
      (keepAll ? { fate: "kept-raw", to: "items.customFields" } : { fate: "dropped", why: "kept only when asked for" });
    const source = index < csv.header.length ? (csv.header[index] as string) : beyondHeader;
    const isKept = fate.fate === "kept-raw";
    draft.tally.add(source, fate, (full[index] as number) + (isKept ? 0 : (empty[index] as number)));
    if (isKept) draft.tally.add(source, { fate: "dropped", why: "empty" }, empty[index]);
  }
  draft.tally.add("(rejected rows)", { fate: "dropped", why: "row rejected" }, lost);
}

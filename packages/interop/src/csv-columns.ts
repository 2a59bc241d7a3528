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

/** Adds a cell to those of its name: a second one makes a list. */
export function putCell(cells: { [name: string]: Json }, name: string, cell: string): void {
  const before = Object.hasOwn(cells, name) ? cells[name] : undefined;
  const value = before === undefined ? cell : Array.isArray(before) ? [...(before as Json[]), cell] : [before, cell];
  if (name === "__proto__")
    Object.defineProperty(cells, name, { value, enumerable: true, configurable: true, writable: true });
  else cells[name] = value;
}

/** The cells of a row that have no place in the model, by header; repeated headers give lists. */
export function keptCells(
  header: readonly string[],
  row: readonly string[],
  kept: readonly boolean[],
  keepBeyond: boolean,
): { readonly [name: string]: Json } | undefined {
  let cells: { [name: string]: Json } | undefined;
  for (let index = 0; index < row.length; index++) {
    const cell = row[index] as string;
    if (cell === "" || cell.trim() === "" || !(index < header.length ? kept[index] : keepBeyond)) continue;
    cells ??= {};
    putCell(cells, header[index] ?? beyondHeader, cell);
  }
  return cells;
}

/** Counts of the cells of a table by column, taken row by row. */
export interface CellCount {
  readonly add: (row: readonly string[]) => void;
  /** A row that could not be used. */
  readonly lose: (row: readonly string[]) => void;
  /** Gives every cell with the fate of its column; empty cells that nothing maps are dropped as empty. */
  readonly close: (draft: Draft, fateOfColumn: readonly (ColumnFate | undefined)[]) => void;
}

/** Begins to count under a header. */
export function countCells(header: readonly string[]): CellCount {
  const full = new Float64Array(header.length + 1);
  const empty = new Float64Array(header.length + 1);
  let lost = 0;
  const add: CellCount["add"] = (row) => {
    for (let index = 0; index < row.length; index++) {
      const cell = row[index] as string;
      const counts = cell === "" || cell.trim() === "" ? empty : full;
      const column = Math.min(index, header.length);
      counts[column] = (counts[column] as number) + 1;
    }
  };
  const close: CellCount["close"] = (draft, fateOfColumn) => {
    for (let index = 0; index <= header.length; index++) {
      const fate = fateOfColumn[index] ?? unnamedFate(draft.options.keepUnmapped ?? true, "items.customFields");
      const source = index < header.length ? (header[index] as string) : beyondHeader;
      const isKept = fate.fate === "kept-raw";
      draft.tally.add(source, fate, (full[index] as number) + (isKept ? 0 : (empty[index] as number)));
      if (isKept) draft.tally.add(source, { fate: "dropped", why: "empty" }, empty[index]);
    }
    draft.tally.add("(rejected rows)", { fate: "dropped", why: "row rejected" }, lost);
  };
  return {
    add,
    lose: (row) => {
      lost += row.length;
    },
    close,
  };
}

/** Counts every cell of a whole table with the fate of its column. */
export function tallyCells(draft: Draft, csv: CsvTable, fateOfColumn: readonly (ColumnFate | undefined)[]): void {
  const count = countCells(csv.header);
  for (const row of csv.rows) {
    if (draft.lost.has(row)) count.lose(row);
    else count.add(row);
  }
  count.close(draft, fateOfColumn);
}

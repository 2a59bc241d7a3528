import type { CsvTable } from "../csv-text.js";

/** Columns the layout says without a header: they are made, and are no cells of the sheet. */
export const derivedColumns = { id: "(id)", group: "(group)", parent: "(parent)", project: "(board)" } as const;

/** A board as one table, and how many cells of the sheet stand for what. */
export interface Board {
  readonly title: string;
  readonly table: CsvTable;
  /** Cells of the sheet by row of the table and name of the column. */
  readonly cells: readonly { readonly row: readonly string[]; readonly cells: ReadonlyMap<string, number> }[];
  readonly counts: {
    readonly title: number;
    readonly groups: number;
    readonly headers: number;
    readonly summaries: number;
    readonly preamble: number;
  };
}

const filled = (row: readonly string[]): number => row.filter((cell) => cell.trim() !== "").length;
const first = (row: readonly string[] | undefined): string => row?.[0]?.trim() ?? "";

const isHeader = (row: readonly string[] | undefined): boolean =>
  row !== undefined && /^name$/i.test(first(row)) && filled(row) > 1;
const isInnerHeader = (row: readonly string[]): boolean =>
  /^subitems$/i.test(first(row)) && /^name$/i.test(row[1]?.trim() ?? "");

interface Entry {
  readonly values: ReadonlyMap<string, string>;
  readonly group: string;
  readonly parent: string;
  readonly id: string;
  readonly number: number;
}

/** Where reading stands: in which group, under which header, at which item. */
interface Place {
  group: string;
  header: readonly string[] | undefined;
  inner: readonly string[] | undefined;
  item: string;
}

/** The id an item has in the export, else its row. */
function idOf(values: ReadonlyMap<string, string>, number: number): string {
  const stated = [...values].find(([name]) => /^item id/i.test(name))?.[1];
  return stated ?? `row-${number}`;
}

function valuesOf(header: readonly string[], row: readonly string[], from: number): Map<string, string> {
  const values = new Map<string, string>();
  for (let at = from; at < row.length; at++) {
    const cell = row[at]?.trim() ?? "";
    const base = header[at]?.trim() || `column ${at + 1}`;
    const name = values.has(base) ? `${base} (${at + 1})` : base;
    if (cell !== "") values.set(name, cell);
  }
  return values;
}

/** Reads the rows of an exported board; undefined where no title of a board and of a group stands before a header. */
export function boardOf(rows: readonly (readonly string[])[]): Board | undefined {
  const counts = { title: 0, groups: 0, headers: 0, summaries: 0, preamble: 0 };
  const entries: Entry[] = [];
  const place: Place = { group: "", header: undefined, inner: undefined, item: "" };
  let title = "";
  const add = (values: ReadonlyMap<string, string>, number: number, parent: string): string => {
    const id = idOf(values, number);
    entries.push({ values, group: place.group, parent, id, number });
    return id;
  };
  for (const [index, row] of rows.entries()) {
    const number = index + 1;
    const next = rows.slice(index + 1, index + 3).find((each) => filled(each) > 0);
    if (filled(row) === 0) place.inner = undefined;
    else if (isHeader(row)) {
      counts.headers += filled(row);
      Object.assign(place, { header: row, inner: undefined, item: "" });
    } else if (filled(row) === 1 && first(row) !== "" && isHeader(next)) {
      counts.groups++;
      Object.assign(place, { group: first(row), header: undefined, inner: undefined });
    } else if (place.header === undefined) {
      if (title === "" && first(row) !== "") {
        title = first(row);
        counts.title = 1;
        counts.preamble += filled(row) - 1;
      } else counts.preamble += filled(row);
    } else if (isInnerHeader(row)) {
      counts.headers += filled(row);
      place.inner = row;
    } else if (first(row) !== "") {
      place.inner = undefined;
      place.item = add(valuesOf(place.header, row, 0), number, "");
    } else if (place.inner !== undefined && (row[1]?.trim() ?? "") !== "") {
      add(valuesOf(place.inner, row, 1), number, place.item);
    } else counts.summaries += filled(row);
  }
  const isBoard = title !== "" && counts.groups > 0;
  return isBoard ? { title, counts, ...tableOf(entries, title) } : undefined;
}

function tableOf(entries: readonly Entry[], title: string): Pick<Board, "table" | "cells"> {
  const own = [...new Set(entries.flatMap(({ values }) => [...values.keys()]))];
  const header = [...own, ...Object.values(derivedColumns)];
  const cells = entries.map(({ values, id, group, parent }) => ({
    row: [...own.map((name) => values.get(name) ?? ""), id, group, parent, title],
    cells: new Map([...values.keys()].map((name) => [name, 1] as const)),
  }));
  return {
    table: {
      header,
      rows: cells.map(({ row }) => row),
      rowNumber: entries.map(({ number }) => number),
      delimiter: "",
      issues: [],
      assumptions: [],
    },
    cells,
  };
}

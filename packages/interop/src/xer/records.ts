import type { Json } from "@evenkeel/kernel";
import { parseHours } from "../primavera/hours-text.js";
import type { P6Calendar, P6Hours, P6Record } from "../primavera/record.js";
import type { Tally } from "../tally.js";
import { mappedColumns } from "./fates.js";
import type { XerTable } from "./tables.js";

/** Line breaks within a cell are written as two bytes 0x7F. */
const textOf = (cell: string): string => (cell.includes("\u007f") ? cell.replace(/\u007f\u007f?/g, "\n") : cell).trim();

/** What the rows of a table share. */
interface Columns {
  readonly table: XerTable;
  readonly at: ReadonlyMap<string, number>;
  readonly mapped: ReadonlyMap<string, string>;
  readonly keep: boolean;
}

/** A row of a table as a record; remembers what became of it. */
export interface XerRecord extends P6Calendar {
  /** Why a cell is not where its column goes; undefined where it is. */
  readonly fateOf: (column: string) => "kept" | { readonly why: string } | undefined;
}

function recordOf({ table, at, mapped, keep }: Columns, index: number): XerRecord {
  const cells = table.rows[index] as string[];
  let dropped: string | undefined;
  let lost: Set<string> | undefined;
  let given: readonly string[] = [];
  let isKept = false;
  const get = (field: string): string | undefined => {
    const column = at.get(field);
    const text = column === undefined ? "" : textOf(cells[column] ?? "");
    return text === "" ? undefined : text;
  };
  const rest: P6Record["rest"] = (also = []) => {
    given = also;
    isKept = keep;
    if (!keep) return undefined;
    const found: [string, Json][] = [];
    for (const field of table.fields) {
      const value = mapped.has(field) && !also.includes(field) ? undefined : get(field);
      if (value !== undefined) found.push([field, value]);
    }
    return found.length === 0 ? undefined : Object.fromEntries(found);
  };
  const hours = (): P6Hours | { readonly fault: string } => {
    const column = at.get("clndr_data");
    const text = column === undefined ? undefined : cells[column];
    return text === undefined || text.trim() === "" ? { fault: "no hours" } : parseHours(text);
  };
  return {
    get,
    nameOf: (field) => field,
    rest,
    hours,
    path: [table.lines[index] as number, table.name],
    lose: (field) => {
      lost ??= new Set();
      const isNew = !lost.has(field);
      lost.add(field);
      return isNew;
    },
    drop: (why) => {
      dropped = why;
    },
    fateOf: (column) => {
      if (dropped !== undefined) return { why: dropped };
      if (lost?.has(column) === true) return { why: "not readable" };
      if (mapped.has(column) && !given.includes(column)) return undefined;
      return isKept ? "kept" : { why: keep ? "says nothing more of the row" : "kept only when asked for" };
    },
  };
}

/** The rows of a table whose columns go to the model. */
export function recordsOf(table: XerTable, keep: boolean): XerRecord[] {
  const at = new Map<string, number>();
  for (const [column, field] of table.fields.entries()) if (!at.has(field)) at.set(field, column);
  const columns: Columns = { table, at, mapped: mappedColumns(table.name) ?? new Map(), keep };
  return table.rows.map((_cells, index) => recordOf(columns, index));
}

/** Counts every cell with its fate; `records` are those of the table, absent where it is kept or dropped as a whole. */
export function tallyTable(
  tally: Tally,
  table: XerTable,
  records: readonly XerRecord[] | undefined,
  keep: boolean,
): void {
  const mapped = mappedColumns(table.name);
  const counts = table.fields.map(() => new Map<string, number>());
  let beyond = 0;
  for (const [index, cells] of table.rows.entries()) {
    beyond += Math.max(0, cells.length - table.fields.length);
    for (const [column, cell] of cells.slice(0, table.fields.length).entries()) {
      const fate = records?.[index]?.fateOf(table.fields[column] as string);
      const isBlank = cell.trim() === "";
      const kept = records === undefined ? (keep ? "kept" : "kept only when asked for") : undefined;
      const name = isBlank
        ? "blank"
        : (kept ?? (fate === undefined || fate === "kept" ? (fate ?? "mapped") : fate.why));
      counts[column]?.set(name, (counts[column]?.get(name) ?? 0) + 1);
    }
  }
  for (const [column, field] of table.fields.entries()) {
    const source = `${table.name}/${field}`;
    for (const [name, count] of counts[column] ?? []) {
      if (name === "mapped") tally.add(source, { fate: "mapped", to: mapped?.get(field) ?? "" }, count);
      else if (name === "kept") {
        tally.add(source, { fate: "kept-raw", to: records === undefined ? "extensions" : "customFields" }, count);
      } else tally.add(source, { fate: "dropped", why: name }, count);
    }
  }
  tally.add(`${table.name}/…`, { fate: "dropped", why: "beyond the fields of the table" }, beyond);
}

/** A table without a place in the model, verbatim. */
export function wholeTable(table: XerTable): Json {
  return table.rows.map((cells) =>
    Object.fromEntries(
      table.fields
        .map((field, column) => [field, textOf(cells[column] ?? "")] as const)
        .filter(([, value]) => value !== ""),
    ),
  );
}

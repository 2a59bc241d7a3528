import type { Json } from "@evenkeel/kernel";
import { parseHours } from "../primavera/hours-text.js";
import type { P6Calendar, P6Hours } from "../primavera/record.js";
import type { Tally } from "../tally.js";
import { mappedColumns } from "./fates.js";
import type { XerTable } from "./tables.js";

/** Line breaks within a cell are written as two bytes 0x7F. */
const textOf = (cell: string): string => (cell.includes("\u007f") ? cell.replace(/\u007f\u007f?/g, "\n") : cell).trim();

/** What the rows of a table share. */
interface Columns {
  readonly name: string;
  readonly at: ReadonlyMap<string, number>;
  readonly mapped: ReadonlyMap<string, string>;
  /** The fields without a place in the model, with their columns. */
  readonly others: readonly (readonly [string, number])[];
  readonly keep: boolean;
}

const none: readonly string[] = [];

/** A row of a table as a record; it remembers what became of it. A class, as a file holds a million. */
export class XerRecord implements P6Calendar {
  readonly #columns: Columns;
  readonly #cells: readonly string[];
  readonly #line: number;
  #dropped: string | undefined;
  #lost: Set<string> | undefined;
  #released: readonly string[] = none;
  #isKept = false;

  constructor(columns: Columns, cells: readonly string[], line: number) {
    this.#columns = columns;
    this.#cells = cells;
    this.#line = line;
  }

  get path(): readonly [number, string] {
    return [this.#line, this.#columns.name];
  }

  get(field: string): string | undefined {
    const column = this.#columns.at.get(field);
    const cell = column === undefined ? undefined : this.#cells[column];
    const text = cell === undefined ? "" : textOf(cell);
    return text === "" ? undefined : text;
  }

  nameOf(field: string): string {
    return field;
  }

  rest(also: readonly string[] = none): { readonly [name: string]: Json } | undefined {
    const { others, keep } = this.#columns;
    this.#released = also;
    this.#isKept = keep;
    if (!keep) return undefined;
    const found: { [name: string]: Json } = Object.create(null);
    let count = 0;
    const put = (field: string, cell: string | undefined): void => {
      const text = cell === undefined ? "" : textOf(cell);
      if (text === "") return;
      found[field] = text;
      count++;
    };
    for (const [field, column] of others) put(field, this.#cells[column]);
    for (const field of also) put(field, this.#cells[this.#columns.at.get(field) ?? -1]);
    return count === 0 ? undefined : { ...found };
  }

  lose(field: string): boolean {
    this.#lost ??= new Set();
    const isNew = !this.#lost.has(field);
    this.#lost.add(field);
    return isNew;
  }

  drop(why: string): void {
    this.#dropped = why;
  }

  hours(): P6Hours | { readonly fault: string } {
    const column = this.#columns.at.get("clndr_data");
    const text = column === undefined ? undefined : this.#cells[column];
    return text === undefined || text.trim() === "" ? { fault: "no hours" } : parseHours(text);
  }

  /** What became of a cell that is not blank: `mapped`, `kept`, or why it was dropped. */
  fateOf(field: string): string {
    if (this.#dropped !== undefined) return this.#dropped;
    if (this.#lost?.has(field) === true) return "not readable";
    if (this.#columns.mapped.has(field) && !this.#released.includes(field)) return "mapped";
    if (this.#isKept) return "kept";
    return this.#columns.keep ? "says nothing more of the row" : notAsked;
  }
}

const notAsked = "kept only when asked for";

/** The rows of a table whose columns go to the model. */
export function recordsOf(table: XerTable, keep: boolean): XerRecord[] {
  const mapped = mappedColumns(table.name) ?? new Map<string, string>();
  const at = new Map<string, number>();
  for (const [column, field] of table.fields.entries()) if (!at.has(field)) at.set(field, column);
  const others = [...at].filter(([field]) => !mapped.has(field));
  const columns: Columns = { name: table.name, at, mapped, others, keep };
  return table.rows.map((cells, index) => new XerRecord(columns, cells, table.lines[index] as number));
}

const isBlank = (cell: string): boolean => cell === "" || cell.trim() === "";

/** Counts every cell with its fate; `records` are those of the table, absent where it is kept or dropped as a whole. */
export function tallyTable(
  tally: Tally,
  table: XerTable,
  records: readonly XerRecord[] | undefined,
  keep: boolean,
): void {
  const { fields, rows, name } = table;
  const mapped = mappedColumns(name);
  const whole = keep ? "kept" : notAsked;
  for (const [column, field] of fields.entries()) {
    const counts = new Map<string, number>();
    const again = fields.indexOf(field) < column ? "a field of this name stands before" : undefined;
    for (let row = 0; row < rows.length; row++) {
      const cell = rows[row]?.[column];
      if (cell === undefined) continue;
      const fate = isBlank(cell) ? "blank" : (again ?? records?.[row]?.fateOf(field) ?? whole);
      counts.set(fate, (counts.get(fate) ?? 0) + 1);
    }
    const source = `${name}/${field}`;
    for (const [fate, count] of counts) {
      if (fate === "mapped") tally.add(source, { fate, to: mapped?.get(field) ?? "" }, count);
      else if (fate === "kept") {
        tally.add(source, { fate: "kept-raw", to: records === undefined ? "extensions" : "customFields" }, count);
      } else tally.add(source, { fate: "dropped", why: fate }, count);
    }
  }
  const beyond = rows.reduce((sum, cells) => sum + Math.max(0, cells.length - fields.length), 0);
  tally.add(`${name}/…`, { fate: "dropped", why: "beyond the fields of the table" }, beyond);
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

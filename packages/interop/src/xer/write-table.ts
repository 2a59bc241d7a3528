import type { Row } from "@evenkeel/core";
import { inertText } from "@evenkeel/kernel";

/** A row in the making: what is known, by column. */
export type XerRow = Readonly<Record<string, string | undefined>>;

/** A table in the making. */
export interface XerRows {
  readonly name: string;
  /** In the order of the format; columns that only single rows have follow by name. */
  readonly columns: readonly string[];
  readonly rows: readonly XerRow[];
}

/** A cell: line breaks are two bytes 0x7F, tabs divide cells and become blanks. */
function cell(text: string): string {
  return text
    .split(/\r\n|\n|\r/)
    .map((line) => inertText(line.replace(/[\t\u007f]/g, " ")))
    .join("\u007f\u007f");
}

const columnShape = /^[A-Za-z]\w{0,60}$/;

/** Columns of this format that reading kept on a row without a place in the model. */
export function ownColumns({ sources, customFields }: Row): XerRow {
  if (sources?.[0]?.tool !== "xer") return {};
  return Object.fromEntries(
    Object.entries(customFields ?? {}).flatMap(([name, value]) =>
      columnShape.test(name) && typeof value === "string" ? [[name, value]] : [],
    ),
  );
}

/** A row from what the model knows, over what reading kept. */
export function rowOf(kept: XerRow, known: XerRow): XerRow {
  const row: Record<string, string | undefined> = { ...kept };
  for (const [name, value] of Object.entries(known)) if (value !== undefined) row[name] = value;
  return row;
}

/** The lines of a table; none where it has no rows. */
export function tableLines({ name, columns, rows }: XerRows): string[] {
  if (rows.length === 0) return [];
  const more = new Set(rows.flatMap((row) => Object.keys(row)));
  for (const column of columns) more.delete(column);
  const all = [...columns, ...[...more].sort()];
  const used = all.filter((column) => columns.includes(column) || rows.some((row) => row[column] !== undefined));
  const line = (row: XerRow) => `%R\t${used.map((column) => cell(row[column] ?? "")).join("\t")}`;
  return [`%T\t${name}`, `%F\t${used.join("\t")}`, ...rows.map(line)];
}

/** Y or N. */
export function flag(value: boolean | undefined): string | undefined {
  return value === undefined ? undefined : value ? "Y" : "N";
}

/** Hours of minutes, fine enough that the minutes come back. */
export function hours(minutes: number | undefined): string | undefined {
  return minutes === undefined ? undefined : String(Math.round((minutes / 60) * 1e8) / 1e8);
}

/** A local time with a blank in the middle; days are their midnight, instants the clock of UTC. */
export function clock(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  if (text.length === 10) return `${text} 00:00`;
  const [day = "", time = ""] = text.replace(/(?:\.\d+)?Z$/, "").split("T");
  return `${day} ${time.replace(/^(\d\d:\d\d):00$/, "$1")}`;
}

import { type Issue, issue, ok, type Result, refuse } from "@evenkeel/kernel";
import { beyondLimit } from "../limits.js";
import type { Limits } from "../types.js";

/** A table of the file: `%T name`, `%F fields`, `%R rows`. */
export interface XerTable {
  readonly name: string;
  readonly fields: readonly string[];
  /** Cells as written; a row may be shorter than the fields, the rest is blank. */
  readonly rows: string[][];
  /** Line of each row, 1 = first. */
  readonly lines: number[];
}

/** The parts of a file. */
export interface XerFile {
  /** Of the program that wrote it. */
  readonly version: string | undefined;
  readonly tables: readonly XerTable[];
  readonly issues: readonly Issue[];
  /** Cells of rows that belong to no table. */
  readonly stray: number;
}

/** What is said of the form of the file: counts, not rows, as one slip repeats. */
interface Slips {
  stray: { rows: number; cells: number; line: number };
  continued: { rows: number; line: number };
  wide: { rows: number; line: number };
}

function slipIssues({ stray, continued, wide }: Slips, isEnded: boolean): Issue[] {
  const warning = (code: string, line: number, count: number): Issue[] =>
    count === 0 ? [] : [issue(`interop/${code}`, { severity: "warning", path: [line], facts: { line, count } })];
  return [
    ...warning("xer-row-without-table", stray.line, stray.rows),
    ...warning("xer-broken-line", continued.line, continued.rows),
    ...warning("xer-row-too-wide", wide.line, wide.rows),
    ...(isEnded ? [] : [issue("interop/xer-no-end", { severity: "warning" })]),
  ];
}

/** Lines end with LF, or CR LF. */
function* linesOf(text: string): Generator<string> {
  for (let from = 0; from < text.length; ) {
    const end = text.indexOf("\n", from);
    const to = end < 0 ? text.length : end;
    yield text.slice(from, text.charCodeAt(to - 1) === 13 ? to - 1 : to);
    from = to + 1;
  }
}

/** A file in the making. */
interface Reading {
  readonly limits: Limits;
  readonly tables: XerTable[];
  readonly slips: Slips;
  /** Name of the table whose fields come next. */
  name: string | undefined;
  open: XerTable | undefined;
  /** The row that a line without a mark goes on with. */
  last: string[] | undefined;
  version: string | undefined;
  isEnded: boolean;
  rows: number;
  line: number;
}

function readRow(reading: Reading, cells: string[]): Issue | undefined {
  const { limits, slips, open, line } = reading;
  const longest = cells.find((cell) => cell.length > limits.textLength);
  if (longest !== undefined) return beyondLimit("textLength", longest.length, limits.textLength, [line]);
  reading.last = cells;
  if (open === undefined) {
    slips.stray.line ||= line;
    slips.stray.rows++;
    slips.stray.cells += cells.length;
    return undefined;
  }
  if (++reading.rows > limits.rows) return beyondLimit("rows", reading.rows, limits.rows, [line]);
  if (cells.length > open.fields.length) {
    slips.wide.line ||= line;
    slips.wide.rows++;
  }
  open.rows.push(cells);
  open.lines.push(line);
  return undefined;
}

function readFields(reading: Reading, cells: readonly string[]): Issue | undefined {
  const { limits, line, name } = reading;
  if (cells.length > limits.columns) return beyondLimit("columns", cells.length, limits.columns, [line]);
  const fields = cells.map((field) => field.trim());
  reading.open = name === undefined ? undefined : { name, fields, rows: [], lines: [] };
  if (reading.open !== undefined) reading.tables.push(reading.open);
  return undefined;
}

/** A text cell may hold a line end; what follows belongs to the row before. */
function continueRow({ slips, line, open }: Reading, last: string[], content: string): void {
  slips.continued.line ||= line;
  slips.continued.rows++;
  const [first = "", ...others] = content.split("\t");
  last.push(`${last.pop() ?? ""}\n${first}`, ...others);
  if (open === undefined) slips.stray.cells += others.length;
}

function readLine(reading: Reading, content: string): Issue | undefined {
  reading.line++;
  const cells = content.split("\t");
  const mark = content.charCodeAt(0) === 37 ? (cells.shift() as string) : "";
  if (mark === "%R") return readRow(reading, cells);
  if (mark === "%F") return readFields(reading, cells);
  if (mark === "%T") {
    reading.name = cells[0]?.trim();
    reading.open = undefined;
    reading.last = undefined;
  } else if (mark === "%E") {
    reading.isEnded = true;
    reading.last = undefined;
  } else if (reading.line === 1 && content.startsWith("ERMHDR")) reading.version = cells[1];
  else if (reading.last !== undefined) continueRow(reading, reading.last, content);
  return undefined;
}

/** Divides the text into tables, rows and cells; what stands in no table is counted and said. */
export function parseXer(text: string, limits: Limits): Result<XerFile> {
  const slips: Slips = {
    stray: { rows: 0, cells: 0, line: 0 },
    continued: { rows: 0, line: 0 },
    wide: { rows: 0, line: 0 },
  };
  const reading: Reading = {
    ...{ limits, tables: [], slips, isEnded: false, rows: 0, line: 0 },
    ...{ name: undefined, open: undefined, last: undefined, version: undefined },
  };
  for (const content of linesOf(text)) {
    const fault = readLine(reading, content);
    if (fault !== undefined) return refuse([fault]);
  }
  const { tables, version, isEnded } = reading;
  if (tables.length === 0) {
    const facts = { found: text.trim().slice(0, 40), expected: "tables of Primavera (%T, %F, %R)" };
    return refuse([issue("interop/any-wrong-format", { facts })]);
  }
  return ok({ version, tables, issues: slipIssues(slips, isEnded), stray: slips.stray.cells });
}

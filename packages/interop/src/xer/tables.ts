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

/** Divides the text into tables, rows and cells; what stands in no table is counted and said. */
export function parseXer(text: string, limits: Limits): Result<XerFile> {
  const tables: XerTable[] = [];
  const slips: Slips = {
    stray: { rows: 0, cells: 0, line: 0 },
    continued: { rows: 0, line: 0 },
    wide: { rows: 0, line: 0 },
  };
  let open: XerTable | undefined;
  let name: string | undefined;
  let last: string[] | undefined;
  let version: string | undefined;
  let isEnded = false;
  let rows = 0;
  let line = 0;
  for (const content of linesOf(text)) {
    line++;
    const mark = content.slice(0, 2);
    if (mark === "%R") {
      const cells = content.split("\t");
      cells.shift();
      const longest = cells.find((cell) => cell.length > limits.textLength);
      if (longest !== undefined) return refuse([beyondLimit("textLength", longest.length, limits.textLength, [line])]);
      last = cells;
      if (open === undefined) {
        slips.stray.line ||= line;
        slips.stray.rows++;
        slips.stray.cells += cells.length;
        continue;
      }
      if (++rows > limits.rows) return refuse([beyondLimit("rows", rows, limits.rows, [line])]);
      if (cells.length > open.fields.length) {
        slips.wide.line ||= line;
        slips.wide.rows++;
      }
      open.rows.push(cells);
      open.lines.push(line);
    } else if (mark === "%T") {
      name = content.split("\t")[1]?.trim();
      open = undefined;
      last = undefined;
    } else if (mark === "%F") {
      const fields = content
        .split("\t")
        .slice(1)
        .map((field) => field.trim());
      if (fields.length > limits.columns)
        return refuse([beyondLimit("columns", fields.length, limits.columns, [line])]);
      open = name === undefined ? undefined : { name, fields, rows: [], lines: [] };
      if (open !== undefined) tables.push(open);
    } else if (mark === "%E") {
      isEnded = true;
      last = undefined;
    } else if (line === 1 && content.startsWith("ERMHDR")) version = content.split("\t")[1];
    else if (last !== undefined) {
      slips.continued.line ||= line;
      slips.continued.rows++;
      const [first = "", ...others] = content.split("\t");
      last.push(`${last.pop() ?? ""}\n${first}`, ...others);
      if (open === undefined) slips.stray.cells += others.length;
    }
  }
  if (tables.length === 0) {
    const facts = { found: text.trim().slice(0, 40), expected: "tables of Primavera (%T, %F, %R)" };
    return refuse([issue("interop/any-wrong-format", { facts })]);
  }
  return ok({ version, tables, issues: slipIssues(slips, isEnded), stray: slips.stray.cells });
}

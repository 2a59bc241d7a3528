import { type Issue, issue, ok, type Result, refuse } from "@evenkeel/kernel";
import Papa from "papaparse";
import { cutRows } from "./csv-cut.js";
import { beyondLimit } from "./limits.js";
import type { Assumption, Limits } from "./types.js";

/** A table of texts with a header. */
export interface CsvTable {
  readonly header: readonly string[];
  /** Rows that hold anything; each with the width it had. */
  readonly rows: readonly (readonly string[])[];
  /** Row of the file (1 = first) of each row. */
  readonly rowNumber: readonly number[];
  readonly delimiter: string;
  readonly issues: readonly Issue[];
  readonly assumptions: readonly Assumption[];
}

const delimiters = [",", ";", "\t", "|"] as const;
/** Records looked at to find the delimiter. */
const sampleRecords = 20;

/** Whether no cell holds anything. */
export function isBlank(row: readonly string[]): boolean {
  for (const cell of row) if (cell !== "" && cell.trim() !== "") return false;
  return true;
}

/** What ends the lines of a text: a line feed unless a carriage return stands in it and the library finds it ends them. */
export function lineBreakOf(text: string): string {
  // The library copies the text three times to tell.
  return text.includes("\r") ? Papa.parse(text, { delimiter: ",", preview: 1 }).meta.linebreak : "\n";
}

/** The first line that holds anything. */
function firstLine(text: string, linebreak: string): string {
  for (let at = 0; at < text.length; ) {
    const end = text.indexOf(linebreak, at);
    const line = text.slice(at, end < 0 ? text.length : end);
    if (line.trim() !== "") return line;
    at += line.length + linebreak.length;
  }
  return "";
}

/** The delimiter that cuts the first records into the most columns of equal number; comma where none cuts. */
export function sniffDelimiter(text: string, linebreak: string = lineBreakOf(text)): string {
  const newline = linebreak as "\n";
  const first = firstLine(text, linebreak);
  let best = { delimiter: ",", score: 0 };
  for (const delimiter of delimiters) {
    // A first record of one cell rules a delimiter out, which a line without quotes tells at once.
    if (!first.includes(delimiter) && !first.includes('"')) continue;
    const sample = Papa.parse<string[]>(text, { delimiter, newline, preview: sampleRecords }).data.filter(
      (row) => !isBlank(row),
    );
    const width = sample[0]?.length ?? 1;
    if (width < 2) continue;
    const alike = sample.filter((row) => row.length === width).length / sample.length;
    const score = (width - 1) * alike * alike;
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}

function sizeFault(rows: readonly (readonly string[])[], limits: Limits): Issue | undefined {
  if (rows.length - 1 > limits.rows) return beyondLimit("rows", rows.length - 1, limits.rows);
  for (const [index, row] of rows.entries()) {
    const fault = rowFault(row, index, limits);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

/** A row that is wider, or has a longer text, than a caller allows. */
export function rowFault(row: readonly string[], index: number, limits: Limits): Issue | undefined {
  if (row.length > limits.columns) return beyondLimit("columns", row.length, limits.columns, [index]);
  for (let column = 0; column < row.length; column++) {
    const { length } = row[column] as string;
    if (length > limits.textLength) return beyondLimit("textLength", length, limits.textLength, [index, column]);
  }
  return undefined;
}

/** The delimiter that was found or stated. */
export const assumedDelimiter = (value: string, isStated: boolean): Assumption => ({
  code: "interop/assumed-delimiter",
  what: "delimiter",
  value,
  evidence: isStated ? "option" : "most columns of equal number",
});

type TableRows = readonly (readonly string[])[];

/** All rows of a text: cut where it is written by the book, else the library's. */
function parseRows(text: string, delimiter: string, newline: "\n"): Result<TableRows> {
  const cut = text.startsWith("\ufeff") ? undefined : cutRows(text, delimiter, newline, true);
  if (cut !== undefined) return ok(cut.rows);
  const { data, errors } = Papa.parse<string[]>(text, { delimiter, newline });
  const quotes = errors.find((found) => found.type === "Quotes");
  if (quotes === undefined) return ok(data);
  const facts = { row: (quotes.row ?? 0) + 1, reason: quotes.code };
  return refuse([issue("interop/any-broken-quotes", { path: [quotes.row ?? 0], facts })]);
}

/** Parses delimited text into header and rows; short rows stay short, wide rows stay wide, each reported by the reader. */
export function parseCsv(text: string, limits: Limits, stated?: string): Result<CsvTable> {
  const newline = lineBreakOf(text) as "\n";
  const delimiter = stated ?? sniffDelimiter(text, newline);
  const all = parseRows(text, delimiter, newline);
  if (!all.ok) return all;
  const tooMuch = sizeFault(all.value, limits);
  if (tooMuch !== undefined) return refuse([tooMuch]);
  const first = all.value.findIndex((row) => !isBlank(row));
  const header = (all.value[first] ?? []).map((cell) => cell.trim());
  const rows: (readonly string[])[] = [];
  const rowNumber: number[] = [];
  for (let at = first + 1; at < all.value.length; at++) {
    const row = all.value[at] as readonly string[];
    if (isBlank(row)) continue;
    rows.push(row);
    rowNumber.push(at + 1);
  }
  return ok({
    header,
    rows,
    rowNumber,
    delimiter,
    issues: [],
    assumptions: [assumedDelimiter(delimiter, stated !== undefined)],
  });
}

import { type Issue, issue } from "@evenkeel/kernel";
import Papa from "papaparse";
import { assumedDelimiter, isBlank, rowFault, sniffDelimiter } from "./csv-text.js";
import { beyondLimit } from "./limits.js";
import type { Assumption, Limits } from "./types.js";

/** What takes the rows of a table one by one; a fault ends the reading. */
export interface RowTaker {
  readonly header: (names: readonly string[]) => Issue | undefined;
  /** Number of the row in the file, 1 = first. */
  readonly row: (cells: readonly string[], number: number) => void;
}

/** A table whose text comes in pieces. */
export interface CsvStream {
  readonly write: (piece: string) => Issue | undefined;
  /** Takes what is left; then all rows were given. */
  readonly close: () => Issue | undefined;
  /** The delimiter, once known. */
  readonly assumptions: () => readonly Assumption[];
}

/** UTF-16 units looked at to find delimiter and line ends. */
const headLength = 1 << 20;
/** Units parsed at a time: rows are used and let go before many more are made. */
const pieceLength = 1 << 18;

/** The parser of one piece, which leaves a last row without an end to the next. */
interface Parser {
  readonly parse: (text: string, base: number, ignoreLast: boolean) => Papa.ParseResult<string[]>;
}

/** Opens a table that gives its rows as its text comes in; none is kept. */
export function openCsv(limits: Limits, taker: RowTaker, stated?: string): CsvStream {
  let rest = "";
  let enough = headLength;
  let parser: Parser | undefined;
  let delimiter = stated;
  let rows = 0;
  let hasHeader = false;
  const begin = (): Parser => {
    const head = rest.slice(0, headLength);
    delimiter ??= sniffDelimiter(head);
    const { linebreak } = Papa.parse(head, { delimiter, preview: 1 }).meta;
    return new Papa.Parser({ delimiter, newline: linebreak as "\n" }) as unknown as Parser;
  };
  const give = (cells: readonly string[]): Issue | undefined => {
    const index = rows++;
    const fault = rowFault(cells, index, limits);
    if (fault !== undefined || isBlank(cells)) return fault;
    if (hasHeader) {
      taker.row(cells, index + 1);
      return undefined;
    }
    hasHeader = true;
    return taker.header(cells.map((cell) => cell.trim()));
  };
  const parse = (isLast: boolean): Issue | undefined => {
    parser ??= begin();
    const parsed = parser.parse(rest, 0, !isLast);
    const quotes = parsed.errors.find(({ type }) => type === "Quotes");
    if (quotes !== undefined) {
      const row = rows + (quotes.row ?? 0);
      return issue("interop/any-broken-quotes", { path: [row], facts: { row: row + 1, reason: quotes.code } });
    }
    for (const cells of parsed.data) {
      const fault = give(cells);
      if (fault !== undefined) return fault;
    }
    rest = isLast ? "" : rest.slice(parsed.meta.cursor);
    return rows - 1 > limits.rows ? beyondLimit("rows", rows - 1, limits.rows) : undefined;
  };
  return {
    write: (piece) => {
      rest += piece;
      if (rest.length < enough) return undefined;
      const fault = parse(false);
      // What did not end is looked at again once there is twice as much: a cell without an end costs no more than its length.
      enough = Math.max(pieceLength, 2 * rest.length);
      return fault;
    },
    close: () => parse(true),
    assumptions: () => [assumedDelimiter(delimiter ?? ",", stated !== undefined)],
  };
}

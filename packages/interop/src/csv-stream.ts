import { type Issue, issue } from "@evenkeel/kernel";
import Papa from "papaparse";
import { type CutRows, cutRows } from "./csv-cut.js";
import { assumedDelimiter, isBlank, lineBreakOf, rowFault, sniffDelimiter } from "./csv-text.js";
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
const pieceLength = 1 << 14;
/** Units worth parsing: where more come at once they are not joined with others, which would copy them. */
const leastLength = 1 << 12;

/** The library's parser of one piece, which leaves a last row without an end to the next. */
interface Parser {
  readonly parse: (text: string, base: number, ignoreLast: boolean) => Papa.ParseResult<string[]>;
}

/** The rows of a piece; one that belongs to a cell with broken quotes is a fault once the row has ended. */
type ParsePiece = (piece: string, isLast: boolean) => CutRows | { readonly quotes: Papa.ParseError };

/** A parser of pieces: what is written by the book is cut here, the rest is the library's. */
function pieceParser(delimiter: string, linebreak: string): ParsePiece {
  const library = new Papa.Parser({ delimiter, newline: linebreak as "\n" }) as unknown as Parser;
  return (piece, isLast) => {
    const cut = cutRows(piece, delimiter, linebreak, isLast);
    if (cut !== undefined) return cut;
    const { data, errors, meta } = library.parse(piece, 0, !isLast);
    // A row that is cut may seem broken, and is read again as a whole.
    const quotes = errors.find(({ type, row = 0 }) => type === "Quotes" && (isLast || row < data.length));
    return quotes === undefined ? { rows: data, end: meta.cursor } : { quotes };
  };
}

/** Opens a table that gives its rows as its text comes in; none is kept. */
export function openCsv(limits: Limits, taker: RowTaker, stated?: string): CsvStream {
  let rest = "";
  let enough = headLength;
  let parser: ParsePiece | undefined;
  let linebreak = "\n";
  let delimiter = stated;
  let rows = 0;
  let hasHeader = false;
  const begin = (): ParsePiece => {
    const head = rest.slice(0, headLength);
    linebreak = lineBreakOf(head);
    delimiter ??= sniffDelimiter(head, linebreak);
    return pieceParser(delimiter, linebreak);
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
  /** Gives the rows that end in a piece, and says how far they went. */
  const givePiece = (
    own: ParsePiece,
    piece: string,
    isLast: boolean,
  ): { readonly fault: Issue | undefined; readonly end: number } => {
    const parsed = own(piece, isLast);
    if ("quotes" in parsed) {
      const row = rows + (parsed.quotes.row ?? 0);
      const facts = { row: row + 1, reason: parsed.quotes.code };
      return { fault: issue("interop/any-broken-quotes", { path: [row], facts }), end: 0 };
    }
    for (const cells of parsed.rows) {
      const fault = give(cells);
      if (fault !== undefined) return { fault, end: 0 };
    }
    return { fault: undefined, end: parsed.end };
  };
  const parse = (isLast: boolean): Issue | undefined => {
    parser ??= begin();
    const { length } = rest;
    let at = 0;
    let size = pieceLength;
    while (at < length) {
      // A piece that ends where a line does leaves hardly anything to be parsed again.
      const line = at + size < length ? rest.lastIndexOf(linebreak, at + size) : -1;
      const to = line > at ? line + linebreak.length : Math.min(at + size, length);
      const { fault, end } = givePiece(parser, rest.slice(at, to), isLast && to === length);
      if (fault !== undefined) return fault;
      if (to === length) {
        rest = isLast ? "" : rest.slice(at + end);
        break;
      }
      // What did not end is looked at again with twice as much: a cell without an end costs no more than its length.
      size = end === 0 ? 2 * size : pieceLength;
      at += end;
    }
    return rows - 1 > limits.rows ? beyondLimit("rows", rows - 1, limits.rows) : undefined;
  };
  return {
    write: (piece) => {
      rest = rest === "" ? piece : rest + piece;
      if (rest.length < enough) return undefined;
      const fault = parse(false);
      enough = Math.max(leastLength, 2 * rest.length);
      return fault;
    },
    close: () => parse(true),
    assumptions: () => [assumedDelimiter(delimiter ?? ",", stated !== undefined)],
  };
}

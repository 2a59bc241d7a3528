import Papa from "papaparse";
import { SaxesParser } from "saxes";

/** Counters that share no code with the readers: how many fields a text has. */

export function countXml(text: string): number {
  let count = 0;
  const parser = new SaxesParser({});
  parser.on("opentag", (tag) => {
    count += 1 + Object.keys(tag.attributes).length;
  });
  parser.write(text).close();
  return count;
}

export function countJson(value: unknown): number {
  if (typeof value !== "object" || value === null) return 1;
  const inner = Object.values(value);
  return inner.length === 0 ? 1 : inner.reduce((sum: number, each) => sum + countJson(each), 0);
}

/** Leaves of JSON, or of lines of which each is JSON. */
export function countJsonText(text: string): number {
  try {
    return countJson(JSON.parse(text));
  } catch {
    return documentsIn(text).reduce((total, each) => total + countJson(JSON.parse(each)), 0);
  }
}

/** Cuts documents set one after another, on lines of their own or not, where the brackets outside texts are even. */
function documentsIn(text: string): string[] {
  const found: string[] = [];
  let [depth, from] = [0, 0];
  for (const { 0: mark, index } of text.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}]/gs)) {
    if (mark === "[" || mark === "{") depth++;
    else if (mark === "]" || mark === "}") {
      depth--;
      if (depth > 0) continue;
      found.push(text.slice(from, index + 1));
      from = index + 1;
    }
  }
  return found;
}

export const asanaHeader = /^(task id|section\/column)$/i;

/** Cells of all rows but the header: the first one, or the first with such a cell. */
export function countCells(text: string, delimiter: string, header?: RegExp): number {
  const rows = Papa.parse<string[]>(text, { delimiter }).data.filter((row) => row.some((cell) => cell.trim() !== ""));
  const at = header === undefined ? 0 : rows.findIndex((row) => row.some((cell) => header.test(cell.trim())));
  return rows.filter((_row, index) => index !== Math.max(0, at)).reduce((sum, row) => sum + row.length, 0);
}

/** Cells of all rows: a table of notes has no header. */
export function countAllCells(text: string, delimiter: string): number {
  return Papa.parse<string[]>(text, { delimiter }).data.reduce((sum, row) => sum + row.length, 0);
}

/** Cells of rows behind `%R`; a line without a mark, which is a cell of its own, goes on with the row before. */
export function countXer(text: string): number {
  let [count, isRow] = [0, false];
  for (const line of text.split("\n")) {
    const [mark, ...rest] = line.replace(/\r$/, "").split("\t");
    const cells = rest.length;
    if (mark === "%R") [count, isRow] = [count + cells, true];
    else if (/^%[TFE]$/.test(mark ?? "")) isRow = mark === "%F" ? isRow : false;
    else if (isRow) count += cells;
  }
  return count;
}

export function countLines(text: string): number {
  return text.split(/\r\n|\n|\r/).length;
}

/** Properties and begins of components, folds joined. */
export function countIcal(text: string): number {
  const lines = text.replace(/(\r\n|\n|\r)[ \t]/g, "").split(/\r\n|\n|\r/);
  return lines.filter((line) => line.trim() !== "" && !/^END(;[^:]*)?:/i.test(line)).length;
}

/** Leaves of everything the rows kept verbatim. */
export function countKept(plan: object): number {
  let count = 0;
  for (const rows of Object.values(plan)) {
    if (!Array.isArray(rows)) continue;
    for (const row of rows as { customFields?: object }[]) {
      if (row.customFields !== undefined) count += countJson(row.customFields);
    }
  }
  return count;
}

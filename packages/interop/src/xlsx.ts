import { issue, type Result, refuse } from "@evenkeel/kernel";
import type { CsvTable } from "./csv-text.js";
import { assume, createDraft, type Draft } from "./draft.js";
import { importTable, type MappedCsvOptions } from "./mapped/import-table.js";
import type { Import, Source } from "./types.js";
import { readSheets, type Sheet } from "./xlsx/sheets.js";

export { lossOfXlsx } from "./loss/xlsx.js";
export { writeXlsx } from "./write-xlsx.js";

/** What the reader of workbooks takes. */
export interface XlsxOptions extends MappedCsvOptions {
  /** Name of the sheet; absent = the first whose header has two cells. */
  readonly sheet?: string;
}

const isBlank = (row: readonly string[]): boolean => row.every((cell) => cell.trim() === "");

/** The sheet to read: the one named, else the first that looks like a table, else the first. */
function chosen(sheets: readonly Sheet[], name: string | undefined): Sheet | undefined {
  if (name !== undefined) return sheets.find((sheet) => sheet.name === name);
  const holds = (sheet: Sheet): boolean => {
    const header = sheet.rows.find((row) => !isBlank(row)) ?? [];
    return header.filter((cell) => cell.trim() !== "").length > 1;
  };
  return sheets.find(holds) ?? sheets[0];
}

/** A sheet as the table it is; empty cells at the end of its header belong to no column. */
function tableOf({ rows }: Sheet): CsvTable {
  const first = rows.findIndex((row) => !isBlank(row));
  const header = (rows[first] ?? []).map((cell) => cell.trim());
  while (header.at(-1) === "") header.pop();
  const below = [...rows.entries()].slice(first + 1).filter(([, row]) => !isBlank(row));
  return {
    header,
    rows: below.map(([, row]) => row),
    rowNumber: below.map(([index]) => index + 1),
    delimiter: "",
    issues: [],
    assumptions: [],
  };
}

function dropOthers(draft: Draft, sheets: readonly Sheet[], read: Sheet): void {
  for (const sheet of sheets) {
    if (sheet === read) continue;
    const cells = sheet.rows.reduce((sum, row) => sum + row.length, 0);
    draft.tally.add(`(sheet ${sheet.name})`, { fate: "dropped", why: "another sheet" }, cells);
  }
}

/**
 * Reads a sheet of an Excel workbook as `readMappedCsv` reads a table: by a mapping of its headers, or by one it proposes.
 *
 * Dates are days where they stand at midnight, else local times, by the system of dates of the workbook. Formulas count by the value
 * stored with them. An archive is judged by its directory before anything is unpacked, and nothing unpacks to more than is stated.
 *
 * @param source - bytes of the workbook
 * @param options - `sheet` and `mapping` besides the common ones
 * @returns plan, events inferred from stamps (exact for a log), report
 *
 * Issues: interop/any-*, interop/csv-*, interop/xlsx-*.
 * Time O(cells), space O(cells).
 * Source: ECMA-376 (Office Open XML); PKWARE, .ZIP File Format Specification.
 *
 * @example
 * const bytes = await writeXlsx({ formatVersion: 1, items: [{ id: "7", title: "Dig", kind: "task" }] });
 * orThrow(await readXlsx(bytes)).plan.items[0].title; // => "Dig"
 */
export async function readXlsx(source: Source, options: XlsxOptions = {}): Promise<Result<Import>> {
  const read = await readSheets(source, options);
  if (!read.ok) return read;
  const sheet = chosen(read.value, options.sheet);
  if (sheet === undefined) {
    const facts = { sheet: options.sheet ?? "", sheets: read.value.map(({ name }) => name).slice(0, 50) };
    return refuse([issue("interop/xlsx-missing-sheet", { facts })]);
  }
  const draft = createDraft("xlsx", options);
  const evidence = options.sheet === undefined ? "the first whose header has two cells" : "option";
  assume(draft, "sheet", sheet.name, evidence);
  dropOthers(draft, read.value, sheet);
  return importTable(draft, tableOf(sheet), options);
}

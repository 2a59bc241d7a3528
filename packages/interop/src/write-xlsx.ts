import type { WorkPlan } from "@evenkeel/core";
import { dayNumber } from "@evenkeel/kernel";
import { guardFormula } from "./csv-cell.js";
import { tableOf } from "./write-csv.js";

/** Days from the epoch of the dates, 1899-12-30, to 1970-01-01. */
const epochShift = 25_569;

const dayShape = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Days become dates of the sheet, from 1 March 1900 on, where its count is right; all else is text. */
function cellOf(text: string): object | null {
  if (text === "") return null;
  const day = dayShape.exec(text);
  const serial = day === null ? 0 : dayNumber(Number(day[1]), Number(day[2]), Number(day[3])) + epochShift;
  return serial > 60
    ? { value: serial, type: Number, format: "yyyy-mm-dd" }
    : { value: guardFormula(text), type: String };
}

/**
 * Writes the items of a plan as an Excel workbook of one sheet, which `readXlsx` reads without a mapping: the table of `writeCsv`, with
 * days as dates. What it keeps is `lossOfXlsx`.
 *
 * @param plan - any plan
 * @returns bytes of the workbook; texts that look like formulas have an apostrophe before them
 *
 * Issues: none.
 * Time O(n log n), space O(n).
 * Source: ECMA-376 (Office Open XML); OWASP, CSV injection.
 *
 * @example
 * (await writeXlsx({ formatVersion: 1, items: [{ id: "7", title: "Dig", kind: "task" }] }))[0]; // => 80
 */
export async function writeXlsx(plan: WorkPlan): Promise<Uint8Array> {
  const { default: write } = await import("write-excel-file/universal");
  const [header = [], ...rows] = tableOf(plan);
  const titles = header.map((value) => ({ value, type: String, fontWeight: "bold" as const }));
  const blob = await write([titles, ...rows.map((row) => row.map(cellOf))], {
    sheet: "Items",
    stickyRowsCount: 1,
  }).toBlob();
  return new Uint8Array(await blob.arrayBuffer());
}

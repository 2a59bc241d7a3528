import type { Result } from "@evenkeel/kernel";
import { parseCsv } from "./csv-text.js";
import { decodeSource } from "./decode.js";
import { createDraft } from "./draft.js";
import { limitsOf } from "./limits.js";
import { importTable, type MappedCsvOptions } from "./mapped/import-table.js";
import type { Import, Source } from "./types.js";

export { lossOfCsv } from "./loss/csv.js";
export type { MappedCsvOptions } from "./mapped/import-table.js";
export { type CsvMapping, type MappingProposal, proposeMapping, type TargetField } from "./mapped/mapping.js";
export type { ColumnProposal } from "./mapped/suggest.js";
export { writeCsv } from "./write-csv.js";

/**
 * Reads any delimited table: by a mapping of its headers, or by one proposed from headers and content and said as
 * assumptions. A table with case, activity and timestamp is read as a log of events, one of who worked from when to when (to the
 * minute) as work intervals, one with durations or other signs of a plan as a plan with its stated schedule, any other as one item per row.
 *
 * Numeric dates need an order of day and month: by a value above 12 in the column, or by `mapping.dateOrder`; where
 * neither tells, the dates of that column are left out, each with an issue.
 *
 * @param source - bytes or text
 * @param options - `mapping` besides the common ones
 * @returns plan, events inferred from stamps (exact for a log), records of a timesheet or a list of leave, report; durations in working minutes of 8-hour days
 *
 * Issues: interop/any-*, interop/csv-*.
 * Time O(cells), space O(cells).
 * Source: RFC 4180 for the table; own for the rest.
 *
 * @example
 * orThrow(readMappedCsv("title,owner,after\nDig,Ada,\nFill,Bo,Dig\n")).plan.dependencies.length; // => 1
 */
export function readMappedCsv(source: Source, options: MappedCsvOptions = {}): Result<Import> {
  const decoded = decodeSource(source, options);
  if (!decoded.ok) return decoded;
  const stated = options.mapping ?? options.answers?.mapping;
  const parsed = parseCsv(decoded.value.text, limitsOf(options), stated?.delimiter);
  if (!parsed.ok) return parsed;
  const draft = createDraft("mapped-csv", options);
  draft.assumptions.push(...decoded.value.assumptions, ...parsed.value.assumptions);
  return importTable(draft, parsed.value, options);
}

import type { Result } from "@evenkeel/kernel";
import { type JiraCsvOptions, openJiraCsv } from "./jira/open-csv-reader.js";
import { readInPieces } from "./pieces.js";
import type { Import, Source } from "./types.js";

export type { JiraCsvOptions } from "./jira/open-csv-reader.js";
export { lossOfJiraCsv } from "./loss/jira-csv.js";
export { jiraDateFormat, writeJiraCsv } from "./write-jira-csv.js";

/**
 * Reads a Jira CSV export ("all fields" or fewer): current state and stamps, since such a file holds no history.
 *
 * Headers are matched in any case and age, and as the tool translates them to German, French, Spanish, Portuguese, Japanese and
 * Chinese, with months and states of these languages; all columns of a repeated header are read, roll-ups over subtasks are not.
 * Dates have no zone: `zone` says which, else they stay local and the report says so. A due time at midnight is a day.
 *
 * @param source - bytes or text
 * @param options - `zone`, `dateOrder`, `months`, `delimiter` besides the common ones
 * @returns plan, history inferred from stamps, logged effort, report
 *
 * Issues: interop/any-*, interop/jira-*, interop/jiracsv-*.
 * Time O(cells), space O(cells).
 * Source: Atlassian, export of issues as CSV.
 *
 * @example
 * orThrow(readJiraCsv("Issue key,Summary,Due Date\nA-1,Dig,10/Jan/24 12:00 AM\n")).plan.items[0].dueDate; // => "2024-01-10"
 */
export function readJiraCsv(source: Source, options: JiraCsvOptions = {}): Result<Import> {
  return readInPieces(source, options, openJiraCsv);
}

import type { Coverage } from "@evenkeel/core";
import { issue, type Result, refuse } from "@evenkeel/kernel";
import { tallyCells } from "./csv-columns.js";
import { type CsvTable, parseCsv } from "./csv-text.js";
import { decodeSource } from "./decode.js";
import { answered, assume, createDraft, type Draft, note } from "./draft.js";
import { finish } from "./finish.js";
import { type DateOrder, decideDateOrder } from "./foreign-time.js";
import { findJiraColumns, type JiraColumn, type JiraColumns } from "./jira/csv-columns.js";
import { resolveRows } from "./jira/csv-links.js";
import { type Context, readRows } from "./jira/csv-rows.js";
import { limitsOf } from "./limits.js";
import type { Import, ReadOptions, Source } from "./types.js";
import { assumeZone } from "./zoned-time.js";

/** What the reader of Jira CSV takes. */
export interface JiraCsvOptions extends ReadOptions {
  /** Absent = by a value above 12 in the column. */
  readonly dateOrder?: DateOrder;
  /** Twelve month names as this instance prints them. */
  readonly months?: readonly string[];
  readonly delimiter?: string;
}

const covers = (table: Coverage["table"], ...fields: readonly string[]): Coverage => ({ tool: "jira", table, fields });

const itemFields: readonly (readonly [JiraColumn, string])[] = [
  ["summary", "title"],
  ["type", "kind"],
  ["description", "body"],
  ["parent", "parentId"],
  ["parentId", "parentId"],
  ["parentKey", "parentId"],
  ["status", "stateId"],
  ["labels", "labels"],
  ["originalEstimate", "estimates"],
  ["points", "estimates"],
  ["due", "dueDate"],
  ["created", "createdAt"],
  ["updated", "updatedAt"],
  ["resolved", "finishedAt"],
  ["projectKey", "projectId"],
];

function orderOf(draft: Draft, csv: CsvTable, columns: JiraColumns, options: JiraCsvOptions): DateOrder | undefined {
  if (options.dateOrder !== undefined) return options.dateOrder;
  const answer = options.answers?.dateOrder;
  if (answer !== undefined) answered(draft, "dateOrder", answer);
  if (answer !== undefined) return answer;
  const indices = (["created", "updated", "resolved", "due"] as const).flatMap(
    (column) => columns.at.get(column) ?? [],
  );
  const cells = csv.rows.flatMap((row) => indices.map((index) => row[index] ?? ""));
  const found = decideDateOrder(cells);
  if (found.order !== undefined) assume(draft, "dateOrder", found.order, found.evidence ?? "");
  return found.order;
}

function noteShape(draft: Draft, columns: JiraColumns): void {
  if (columns.repeated.length > 0)
    note(draft, "jiracsv-repeated-headers", [], [], { headers: columns.repeated.slice(0, 50) });
  if (columns.aliased.length > 0)
    note(draft, "jiracsv-header-alias", [], [], { headers: columns.aliased.slice(0, 50) });
  if (columns.rollUps.length > 0)
    note(draft, "jiracsv-sigma-rollup", [], [], { headers: columns.rollUps.slice(0, 50) });
}

/**
 * Reads a Jira CSV export ("all fields" or fewer): current state and stamps, since such a file holds no history.
 *
 * Headers are matched in any case and age, all columns of a repeated header are read, roll-ups over subtasks are not.
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
  const decoded = decodeSource(source, options);
  if (!decoded.ok) return decoded;
  const parsed = parseCsv(decoded.value.text, limitsOf(options), options.delimiter);
  if (!parsed.ok) return parsed;
  const csv = parsed.value;
  const columns = findJiraColumns(csv.header);
  if (!columns.at.has("key") && !columns.at.has("id")) {
    return refuse([
      issue("interop/any-wrong-format", {
        facts: { found: csv.header.join(", ").slice(0, 120), expected: "a column Issue key" },
      }),
    ]);
  }
  const draft = createDraft("jira-csv", options);
  draft.assumptions.push(...decoded.value.assumptions, ...csv.assumptions);
  assumeZone(draft);
  noteShape(draft, columns);
  const keep = options.keepUnmapped ?? true;
  const kept = csv.header.map((_name, index) => keep && columns.fates[index] === undefined);
  const reading = { order: orderOf(draft, csv, columns, options), months: options.months };
  const context: Context = { draft, csv, columns, book: { states: new Map() }, reading, kept };
  resolveRows(context, readRows(context));
  draft.coverage = [
    covers("items", ...new Set(itemFields.filter(([column]) => columns.at.has(column)).map(([, field]) => field))),
    ...(columns.at.has("assignee") ? [covers("assignments", "itemId", "personId", "role")] : []),
    ...(columns.links.length > 0 ? [covers("dependencies", "predecessorId", "successorId", "type")] : []),
    covers("events", "created"),
  ];
  assume(draft, "done", "the resolved stamp", "the export holds no history");
  tallyCells(draft, csv, columns.fates as never);
  return finish(draft);
}

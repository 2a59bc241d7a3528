import type { Json } from "@evenkeel/kernel";
import { issue, ok, type Result, refuse } from "@evenkeel/kernel";
import { defined, warn } from "../draft.js";
import {
  openTable,
  settleCells,
  type TrackerHeaders,
  type TrackerRow,
  type TrackerTable,
  tableCell,
  tableTime,
} from "../trackers/table.js";
import type { ReadOptions } from "../types.js";
import { collect } from "./collect.js";
import type { GitlabContext } from "./context.js";

type Column =
  | "assignee"
  | "assigneeName"
  | "body"
  | "closed"
  | "created"
  | "due"
  | "estimate"
  | "id"
  | "labels"
  | "milestone"
  | "start"
  | "state"
  | "title"
  | "type"
  | "updated"
  | "url"
  | "weight";

/** Columns of the export of issues and of that of work items. */
const headers: TrackerHeaders<Column> = {
  assignee: ["assignments.personId", "assignee username", "assignee(s) username(s)", "assignee usernames"],
  assigneeName: ["people.name", "assignee", "assignee(s)", "assignees"],
  body: ["items.body", "description"],
  closed: ["items.finishedAt", "closed at (utc)", "closed at"],
  created: ["items.createdAt", "created at (utc)", "created at"],
  due: ["items.dueDate", "due date"],
  estimate: ["items.estimates", "time estimate"],
  id: ["items.id", "issue id", "iid", "issue iid", "work item iid"],
  labels: ["items.labels", "labels"],
  milestone: ["timeboxes", "milestone"],
  start: ["items.constraints", "start date"],
  state: ["items.stateId", "state"],
  title: ["items.title", "title"],
  type: ["items.sourceKind", "type"],
  updated: ["items.updatedAt", "updated at (utc)", "updated at"],
  url: ["items.sources", "url"],
  weight: ["items.estimates", "weight"],
};

const listOf = (cell: string | undefined): string[] => (cell ?? "").split(",").flatMap((part) => part.trim() || []);

/** The people of a cell of accounts, with the names beside where there are as many. */
function peopleOf(accounts: readonly string[], names: readonly string[]): Json[] {
  if (accounts.length === 0) return names.map((name) => ({ username: name, name }));
  return accounts.map((username, index): Json => {
    const name = names.length === accounts.length ? names[index] : undefined;
    return name === undefined ? { username } : { username, name };
  });
}

function ticketOf(context: GitlabContext, read: TrackerTable<Column>, row: TrackerRow): { [key: string]: Json } {
  const cell = (column: Column) => tableCell(read, row.cells, column);
  // All times of the export are in UTC, by their headers or by the manual.
  const time = (column: Column) => tableTime(context.draft, read, row, column, "UTC");
  const [milestone, estimate] = [cell("milestone"), cell("estimate")];
  const ticket: { [key: string]: Json | undefined } = {
    iid: cell("id"),
    title: cell("title"),
    description: cell("body"),
    web_url: cell("url"),
    state: cell("state"),
    issue_type: cell("type"),
    labels: listOf(cell("labels")),
    assignees: peopleOf(listOf(cell("assignee")), listOf(cell("assigneeName"))),
    due_date: time("due"),
    start_date: time("start"),
    created_at: time("created"),
    updated_at: time("updated"),
    closed_at: time("closed"),
    milestone: milestone === undefined ? undefined : { title: milestone },
    weight: cell("weight"),
    time_stats: estimate === undefined ? undefined : { time_estimate: estimate },
  };
  return defined<{ [key: string]: Json }>(ticket);
}

/**
 * Reads the rows of a CSV export of issues or work items; gives what puts the cells without a place on their items and counts all.
 */
export function readGitlabRows(context: GitlabContext, text: string, options: ReadOptions): Result<() => void> {
  const { draft } = context;
  const opened = openTable(text, options, headers);
  if (!opened.ok) return opened;
  const read = opened.value;
  if (!read.at.has("title") || !read.at.has("id")) {
    const facts = {
      found: read.csv.header.join(", ").slice(0, 120),
      expected: "issues, or columns Title and Issue ID",
    };
    return refuse([issue("interop/any-wrong-format", { facts })]);
  }
  draft.assumptions.push(...read.csv.assumptions);
  const made = read.csv.rows.map((cells, position) => {
    const number = read.csv.rowNumber[position] as number;
    return { cells, number, value: ticketOf(context, read, { id: tableCell(read, cells, "id") ?? "", cells, number }) };
  });
  collect(
    context,
    made.map(({ value }) => value),
  );
  const ids = new Map([...context.tickets.values()].map(({ id, value }) => [value as object, id]));
  const rows = made.flatMap(({ cells, number, value }): TrackerRow[] => {
    const id = ids.get(value);
    if (id !== undefined) return [{ id, cells, number }];
    const why = draft.lost.get(value);
    draft.lost.set(cells, why ?? "row rejected");
    if (why !== undefined) return [];
    warn(draft, "csv-row-without-title", [number], [], { row: number });
    draft.counts.read++;
    draft.counts.rejected++;
    return [];
  });
  return ok(() => settleCells(draft, read, rows));
}

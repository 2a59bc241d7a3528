import type { Json } from "@evenkeel/kernel";
import { issue, ok, type Result, refuse } from "@evenkeel/kernel";
import { defined, warn } from "../draft.js";
import { durationMinutes } from "../duration-text.js";
import {
  columnOrders,
  datedColumns,
  openTable,
  settleCells,
  type TrackerHeaders,
  type TrackerRow,
  type TrackerTable,
  tableCell,
  tableTime,
} from "../trackers/table.js";
import type { ReadOptions } from "../types.js";
import { assumeZone } from "../zoned-time.js";
import type { ClickupContext } from "./context.js";

type Column =
  | "assignees"
  | "body"
  | "closed"
  | "created"
  | "customId"
  | "done"
  | "due"
  | "estimate"
  | "folder"
  | "folderId"
  | "id"
  | "list"
  | "listId"
  | "name"
  | "parent"
  | "points"
  | "space"
  | "spaceId"
  | "start"
  | "status"
  | "subtasks"
  | "tags"
  | "type"
  | "updated"
  | "url";

/** Columns of the export of a workspace and of that of a view. */
const headers: TrackerHeaders<Column> = {
  assignees: ["assignments.personId", "assignees", "assignee", "task assignee"],
  body: ["items.body", "task content", "description content", "description"],
  closed: ["items.finishedAt", "date closed"],
  created: ["items.createdAt", "date created", "created"],
  customId: ["items.sources", "task custom id", "custom id", "custom task id"],
  done: ["items.finishedAt", "date done"],
  due: ["items.dueDate", "due date"],
  estimate: ["items.estimates", "time estimated", "time estimate"],
  folder: ["containers", "folder name/path", "folder name", "folder"],
  folderId: ["containers", "folder id"],
  id: ["items.id", "task id"],
  list: ["containers", "list name", "list"],
  listId: ["containers", "list id"],
  name: ["items.title", "task name", "name"],
  parent: ["items.parentId", "parent id", "parent task id"],
  points: ["items.estimates", "sprint points", "points"],
  space: ["projects", "space name", "space"],
  spaceId: ["projects", "space id"],
  start: ["items.constraints", "start date"],
  status: ["items.stateId", "status"],
  subtasks: ["items.parentId", "subtask ids"],
  tags: ["items.labels", "tags"],
  type: ["items.sourceKind", "task type"],
  updated: ["items.updatedAt", "date updated", "last updated"],
  url: ["items.sources", "task link", "task url"],
};

const dated = ["created", "updated", "closed", "done", "start", "due"] as const;

/** The values of a cell such as `[a,b]`. */
function listOf(cell: string | undefined): string[] {
  const inner = (cell ?? "").replace(/^\[/, "").replace(/\]$/, "");
  return inner.split(",").flatMap((part) => part.trim().replace(/^"(.*)"$/, "$1") || []);
}

/** Milliseconds of an estimate: counted, or written as `1h 30m`. */
function millisOf(cell: string | undefined): number | undefined {
  if (cell === undefined) return undefined;
  const minutes = durationMinutes(cell);
  return /^\d+$/.test(cell) ? Number(cell) : minutes === undefined ? undefined : minutes * 60_000;
}

/** A place with its id; by its path of names where the export states no id. */
function placeOf(name: string | undefined, id: string | undefined, above: readonly string[]): { [key: string]: Json } {
  return name === undefined ? {} : { id: id ?? [...above, name].join("/"), name };
}

function taskOf(context: ClickupContext, read: TrackerTable<Column>, row: TrackerRow): { [key: string]: Json } {
  const cell = (column: Column) => tableCell(read, row.cells, column);
  const [space, folder, list] = [cell("space"), cell("folder"), cell("list")];
  const isShown = folder !== undefined && folder.toLowerCase() !== "hidden";
  const above = space === undefined ? [] : [space];
  const task: { [key: string]: Json | undefined } = {
    id: row.id,
    custom_id: cell("customId"),
    url: cell("url"),
    name: cell("name") ?? "",
    task_type: cell("type"),
    text_content: cell("body"),
    status: cell("status"),
    assignees: listOf(cell("assignees")),
    tags: read.at.has("tags") ? listOf(cell("tags")) : undefined,
    parent: cell("parent"),
    points: cell("points"),
    time_estimate: millisOf(cell("estimate")),
    space: placeOf(space, cell("spaceId"), []),
    folder: isShown ? placeOf(folder, cell("folderId"), above) : {},
    list: placeOf(list, cell("listId"), isShown ? [...above, folder] : above),
    date_created: tableTime(context.draft, read, row, "created"),
    date_updated: tableTime(context.draft, read, row, "updated"),
    date_closed: tableTime(context.draft, read, row, "closed"),
    date_done: tableTime(context.draft, read, row, "done"),
    start_date: tableTime(context.draft, read, row, "start"),
    due_date: tableTime(context.draft, read, row, "due"),
  };
  const stated = cell("estimate");
  if (stated !== undefined && task["time_estimate"] === undefined)
    warn(context.draft, "any-unreadable-duration", [row.number, "estimate"], [row.id], {
      field: "Time Estimated",
      found: stated.slice(0, 60),
    });
  return defined<{ [key: string]: Json }>(task);
}

/** A task of several lists has a row in each: what it is in beside the list it was first met in. */
function addLocation(context: ClickupContext, id: string, list: Json | undefined): void {
  const task = context.tasks.get(id);
  if (task === undefined || list === undefined) return;
  const locations = (task.value["locations"] ?? []) as readonly Json[];
  task.value = { ...task.value, locations: [...locations, list] };
}

/** Puts what a task states as its subtasks under it, where they state no parent. */
function noteSubtasks(context: ClickupContext, read: TrackerTable<Column>, rows: readonly TrackerRow[]): void {
  for (const { id, cells } of rows) {
    for (const each of listOf(tableCell(read, cells, "subtasks"))) {
      const below = context.tasks.get(each);
      if (below !== undefined && below.value["parent"] === undefined) below.value = { ...below.value, parent: id };
    }
  }
}

/**
 * Reads the rows of a CSV export of tasks, of a workspace or of a view; gives what puts the cells without a place on their items
 * and counts all.
 */
export function readClickupRows(context: ClickupContext, text: string, options: ReadOptions): Result<() => void> {
  const { draft } = context;
  const opened = openTable(text, options, headers);
  if (!opened.ok) return opened;
  if (!opened.value.at.has("name")) {
    const facts = { found: opened.value.csv.header.join(", ").slice(0, 120), expected: "tasks, or a column Task Name" };
    return refuse([issue("interop/any-wrong-format", { facts })]);
  }
  const { csv } = opened.value;
  // The tool writes null where there is nothing.
  const said = csv.rows.map((cells) => cells.map((cell) => (cell === "null" ? "" : cell)));
  draft.assumptions.push(...csv.assumptions);
  assumeZone(draft);
  const shown = { ...csv, rows: said };
  const read = {
    ...opened.value,
    csv: shown,
    orders: columnOrders(draft, shown, datedColumns(opened.value.at, dated)),
  };
  const rows: TrackerRow[] = [];
  for (const [position, cells] of said.entries()) {
    const number = csv.rowNumber[position] as number;
    const id = tableCell(read, cells, "id") ?? tableCell(read, cells, "customId") ?? `row-${number}`;
    const row = { id, cells, number };
    draft.counts.read++;
    const before = context.tasks.get(id);
    if (before !== undefined) {
      draft.counts.merged++;
      draft.lost.set(cells, "this record was read before");
      addLocation(context, id, taskOf(context, read, row)["list"]);
      continue;
    }
    draft.counts.imported++;
    rows.push(row);
    const value = taskOf(context, read, row);
    context.tasks.set(id, { id, value, path: [number], holder: undefined, timeInStatus: undefined, changes: [] });
  }
  noteSubtasks(context, read, rows);
  return ok(() => settleCells(draft, read, rows));
}

import { findColumns, type TrackerColumns, type TrackerHeaders } from "../trackers/table.js";

/** What the reader looks for, in all ages and spellings of the export. */
export type AsanaColumn =
  | "assignee"
  | "blockedBy"
  | "blocking"
  | "completed"
  | "created"
  | "due"
  | "email"
  | "estimatedTime"
  | "id"
  | "modified"
  | "name"
  | "notes"
  | "parent"
  | "points"
  | "projects"
  | "section"
  | "start"
  | "status"
  | "tags"
  | "type";

const names: TrackerHeaders<AsanaColumn> = {
  assignee: ["assignments.personId", "assignee", "assignee name"],
  blockedBy: ["dependencies", "blocked by (dependencies)", "blocked by", "dependencies"],
  blocking: ["dependencies", "blocking (dependencies)", "blocking", "dependents"],
  completed: ["items.finishedAt", "completed at", "completed on", "completion date"],
  created: ["items.createdAt", "created at", "created on"],
  due: ["items.dueDate", "due date", "due on", "due"],
  email: ["people.email", "assignee email"],
  estimatedTime: ["items.estimates", "estimated time"],
  id: ["items.id", "task id", "task_id", "id"],
  modified: ["items.updatedAt", "last modified", "last modified on", "last modified at", "modified at"],
  name: ["items.title", "name", "task name", "task"],
  notes: ["items.body", "notes", "description"],
  parent: ["items.parentId", "parent task", "parent_task", "subtask of"],
  points: ["items.estimates", "story points", "points", "estimated points"],
  projects: ["projects", "projects", "project"],
  section: ["items.stateId", "section/column", "section / column", "section", "column"],
  start: ["items.constraints", "start date", "start on"],
  status: ["items.stateId", "status", "task status", "stage", "task progress"],
  tags: ["items.labels", "tags", "tag"],
  type: ["items.sourceKind", "task type", "resource subtype"],
};

/** Where everything stands in one export. */
export type AsanaColumns = TrackerColumns<AsanaColumn>;

/** Finds the columns of an export. */
export const findAsanaColumns = (header: readonly string[]): AsanaColumns => findColumns(names, header);

/** Whether a row of cells is the header of an export: a name, and what only this tool writes. */
export function isAsanaHeader(cells: readonly string[]): boolean {
  const lower = new Set(cells.map((cell) => cell.trim().toLowerCase()));
  const own = [
    "task id",
    "section/column",
    "assignee email",
    "parent task",
    "blocked by (dependencies)",
    "blocking (dependencies)",
  ];
  return ["name", "task name"].some((name) => lower.has(name)) && own.some((name) => lower.has(name));
}

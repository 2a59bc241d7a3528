import { findColumns, type TrackerColumns, type TrackerHeaders } from "../trackers/table.js";

/** What the reader looks for, by header, in all ages of the export. */
export type LinearColumn =
  | "assignee"
  | "blockedBy"
  | "canceled"
  | "completed"
  | "created"
  | "cycleEnd"
  | "cycleName"
  | "cycleNumber"
  | "cycleStart"
  | "description"
  | "due"
  | "duplicateOf"
  | "estimate"
  | "id"
  | "labels"
  | "parent"
  | "project"
  | "relatedTo"
  | "started"
  | "status"
  | "team"
  | "title"
  | "updated"
  | "uuid";

const names: TrackerHeaders<LinearColumn> = {
  assignee: ["assignments.personId", "assignee"],
  blockedBy: ["dependencies", "blocked by"],
  canceled: ["items.stateId", "canceled", "cancelled"],
  completed: ["items.finishedAt", "completed"],
  created: ["items.createdAt", "created"],
  cycleEnd: ["timeboxes.interval", "cycle end"],
  cycleName: ["timeboxes.name", "cycle name"],
  cycleNumber: ["timeboxes.id", "cycle number"],
  cycleStart: ["timeboxes.interval", "cycle start"],
  description: ["items.body", "description"],
  due: ["items.dueDate", "due date"],
  duplicateOf: ["relations", "duplicate of"],
  estimate: ["items.estimates", "estimate"],
  id: ["items.id", "id"],
  labels: ["items.labels", "labels"],
  parent: ["items.parentId", "parent issue"],
  project: ["projects.name", "project"],
  relatedTo: ["relations", "related to"],
  started: ["items.startedAt", "started"],
  status: ["items.stateId", "status"],
  team: ["customFields", "team"],
  title: ["items.title", "title"],
  updated: ["items.updatedAt", "updated"],
  uuid: ["items.sources.id", "uuid"],
};

/** Where everything stands in one export. */
export type LinearColumns = TrackerColumns<LinearColumn>;

/** Finds the columns of an export. The team is read for its cycles, and stays as it is written. */
export function findLinearColumns(header: readonly string[]): LinearColumns {
  const { at, fates } = findColumns(names, header);
  const team = at.get("team");
  return { at, fates: fates.map((fate, index) => (index === team ? undefined : fate)) };
}

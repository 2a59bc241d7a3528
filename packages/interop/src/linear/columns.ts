import type { ColumnFate } from "../csv-columns.js";

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

const names: { readonly [K in LinearColumn]: readonly [to: string, ...headers: string[]] } = {
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
export interface LinearColumns {
  readonly at: ReadonlyMap<LinearColumn, number>;
  readonly fates: readonly (ColumnFate | undefined)[];
}

/** Finds the columns by header, whatever their order; of a repeated header the first. */
export function findLinearColumns(header: readonly string[]): LinearColumns {
  const at = new Map<LinearColumn, number>();
  const fates: (ColumnFate | undefined)[] = [];
  for (const [index, name] of header.entries()) {
    const lower = name.toLowerCase();
    const column = (Object.keys(names) as LinearColumn[]).find((each) => names[each].indexOf(lower) > 0);
    if (column === undefined || at.has(column)) continue;
    at.set(column, index);
    // The team is read for its cycles, and stays as it is written.
    if (column !== "team") fates[index] = { fate: "mapped", to: names[column][0] };
  }
  return { at, fates };
}

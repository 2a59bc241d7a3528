import { type LossTable, lossTable } from "../loss-table.js";

/** What {@link writeCsv} keeps of a plan. */
export const lossOfCsv: LossTable = /* @__PURE__ */ lossTable(
  "mapped-csv",
  {
    items: "rows id rank parentId projectId createdAt startedAt finishedAt",
    dependencies: "predecessorId successorId",
    outcomes: "id",
    projects: "id",
  },
  {
    projects: "those that items name",
    "projects.name": "its id",
    outcomes: "those that items name",
    "outcomes.title": "its id",
    "items.sources": "the row of the table",
    "items.title": "an apostrophe before a formula, blanks at the ends cut",
    "items.kind": "by the name of the type: task, subtask, epic or defect",
    "items.sourceKind": "the kind where there is none",
    "items.stateId": "the name of the state",
    "items.body": "plain text, an apostrophe before a formula, blanks at the ends cut",
    "items.outcomeIds": "one, several joined by semicolons",
    "items.labels": "cut at commas and semicolons",
    "items.estimates": "the single original one; durations as effort, points as size",
    "items.dueDate": "the form stays; midnight with a blank before it becomes a day",
    dependencies: "one between two items; none where an id holds a comma or a semicolon",
    "dependencies.id": "predecessor>successor",
    "dependencies.type": "finish to start",
    people: "those who are assigned",
    "people.id": "the name",
    "people.name": "blanks at the ends cut; a comma or semicolon within makes two",
    assignments: "people, one between a person and an item",
    "assignments.id": "item:name",
    "assignments.itemId": "as the item's",
    "assignments.personId": "the name",
    "assignments.role": "accountable",
  },
);

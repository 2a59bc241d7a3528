import { type LossTable, lossTable } from "../loss-table.js";

/** What {@link writeJiraCsv} keeps of a plan. */
export const lossOfJiraCsv: LossTable = /* @__PURE__ */ lossTable(
  "jira-csv",
  { items: "rows parentId createdAt updatedAt finishedAt", dependencies: "predecessorId successorId" },
  {
    "items.id": "a key where it is none",
    "items.title": "blanks become one, an apostrophe before a formula",
    "items.kind": "epic, subtask, defect or task, by the name of the type",
    "items.sourceKind": "the name of the type",
    "items.stateId": "the name of the state",
    "items.labels": "blanks become _",
    "items.body": "plain text",
    "items.dueDate": "to the second, instants as the time in UTC, midnight as its day",
    "items.estimates": "the single original ones of effort and points",
    dependencies: "finish to start, without lag",
    "dependencies.type": "finish to start",
    people: "the first of an item, the accountable before others",
    "people.id": "the address, else the name",
    "people.name": "the address, else the name",
    assignments: "the first of an item, the accountable before others",
    "assignments.itemId": "as the item's",
    "assignments.personId": "as the person's",
    "assignments.role": "accountable",
  },
);

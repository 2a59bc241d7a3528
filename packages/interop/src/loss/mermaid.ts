import { type LossTable, lossTable } from "../loss-table.js";

/** What {@link writeMermaid} shows of a plan; nothing reads a chart again. */
export const lossOfMermaid: LossTable = /* @__PURE__ */ lossTable(
  "mermaid",
  { items: "rows" },
  {
    "items.title": "a label; what the grammar reads as more becomes a blank",
    "items.kind": "milestone or not",
    "items.parentId": "the section",
    "items.stateId": "done or active",
    "items.schedule.durationMinutes": "the length where there is no end, in days of 8 hours",
    dependencies: "where an item has no start: it begins after them",
    "dependencies.predecessorId": "as the item's",
    "dependencies.successorId": "as the item's",
    schedules: "the first that is no baseline",
    "schedules.items": "start and finish to the minute, and what is critical",
  },
);

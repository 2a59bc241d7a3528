import type { Workflow } from "@evenkeel/core";
import { addEvent, type Draft, table } from "./draft.js";

/** States of sources that know no more than begun and finished. */
export const progressStates: Workflow["states"] = [
  { id: "todo", name: "To do", category: "proposed" },
  { id: "doing", name: "Doing", category: "active" },
  { id: "done", name: "Done", category: "done" },
  { id: "dropped", name: "Dropped", category: "dropped" },
];

/** Adds the workflow of sources without states of their own and gives its id. */
export function progressWorkflow(draft: Draft): string {
  table(draft, "workflows").set("progress", { id: "progress", name: "Progress", states: progressStates });
  return "progress";
}

/** Dates a source keeps on the item itself. */
export interface Stamps {
  readonly created?: string | undefined;
  readonly started?: string | undefined;
  readonly finished?: string | undefined;
  readonly dropped?: string | undefined;
}

/** State ids that the stamps stand for. */
export interface StampStates {
  readonly first?: string | undefined;
  readonly active: string;
  readonly done: string;
  readonly dropped: string;
}

/** Events inferred from stamps, and the count of how good the item's history is; nothing is filled in. */
export function addStamps(draft: Draft, itemId: string, stamps: Stamps, states: StampStates): void {
  const shared = { subject: { table: "items", id: itemId }, source: "inferred" } as const;
  if (stamps.created !== undefined) {
    addEvent<"created">(draft, {
      ...shared,
      id: `${itemId}:created`,
      at: stamps.created,
      type: "created",
      stateId: states.first,
    });
  }
  const moves = [
    ["started", stamps.started, states.active],
    ["finished", stamps.finished, states.done],
    ["dropped", stamps.dropped, states.dropped],
  ] as const;
  for (const [name, at, to] of moves) {
    if (at !== undefined) {
      addEvent<"stateChanged">(draft, { ...shared, id: `${itemId}:${name}`, at, type: "stateChanged", to });
    }
  }
  const known = Object.values(stamps).some((stamp) => stamp !== undefined);
  draft.quality[known ? "fromTimestamps" : "unavailable"]++;
}

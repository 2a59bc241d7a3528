import { onTimeLine, type Subject, type Workflow } from "@evenkeel/core";
import { type Draft, table } from "./draft.js";

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

/** Whether a start lies after the finish beside it. */
function isAfter(started: string | undefined, finished: string | undefined): boolean {
  const from = started === undefined ? undefined : onTimeLine(started);
  const to = finished === undefined ? undefined : onTimeLine(finished);
  return from !== undefined && to !== undefined && from > to;
}

/** The id of an event of an item; joined, since a sum of texts is kept as its parts beside the whole. */
const idOf = (itemId: string, name: string): string => [itemId, name].join(":");

function addMove(draft: Draft, subject: Subject, name: string, at: string, to: string): void {
  draft.events.push({ id: idOf(subject.id, name), at, subject, source: "inferred", type: "stateChanged", to });
}

/**
 * Events inferred from stamps, and the count of how good the item's history is; nothing is filled in. A start after the finish is
 * no move: the item was not taken up again. It stays on the item, where measures name the contradiction.
 */
export function addStamps(draft: Draft, itemId: string, stamps: Stamps, states: StampStates): void {
  const subject = { table: "items", id: itemId } as const;
  const { created, started, finished, dropped } = stamps;
  if (created !== undefined) {
    const event = { id: idOf(itemId, "created"), at: created, subject, source: "inferred", type: "created" } as const;
    draft.events.push(states.first === undefined ? event : { ...event, stateId: states.first });
  }
  // Named so that those of one instant are read in this order.
  if (started !== undefined && !isAfter(started, finished)) addMove(draft, subject, "doing", started, states.active);
  if (finished !== undefined) addMove(draft, subject, "done", finished, states.done);
  if (dropped !== undefined) addMove(draft, subject, "dropped", dropped, states.dropped);
  const known = created !== undefined || started !== undefined || finished !== undefined || dropped !== undefined;
  draft.quality[known ? "fromTimestamps" : "unavailable"]++;
}

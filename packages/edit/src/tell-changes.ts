import type { WorkEvent, WorkPlan } from "@evenkeel/core";
import { commandEvents } from "./command-events.js";
import { diffPlans } from "./diff-plans.js";
import { rowsOfPlan } from "./rows.js";
import type { CommandBase } from "./types.js";

/**
 * What must have happened for one plan to become another, as the events that edits would have told.
 *
 * @param before - a plan
 * @param after - the same plan later
 * @param stamp - id and instant of all the events, and who
 * @returns events that lead from one to the other: what came first, then what happened to it, then what went
 *
 * Issues: none.
 * Time and space: those of `diffPlans`.
 * Source: own; event sourcing.
 *
 * @example
 * const before = { formatVersion: 1, items: [{ id: "A", title: "Doors", kind: "task", stateId: "todo" }] } as const;
 * const after = { formatVersion: 1, items: [{ id: "A", title: "Doors", kind: "task", stateId: "done" }] } as const;
 * tellChanges(before, after, { id: "s", at: "2026-05-01T08:00:00Z" }).map(({ type }) => type); // => ["stateChanged"]
 */
export function tellChanges(before: WorkPlan, after: WorkPlan, stamp: CommandBase): WorkEvent[] {
  return commandEvents(rowsOfPlan(before), stamp, diffPlans(before, after).patches);
}

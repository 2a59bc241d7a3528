import { compareText } from "@evenkeel/kernel";
import type { WorkHistory } from "./history.js";
import type { WorkPlan } from "./plan.js";
import type { StateCategory } from "./projects.js";
import { replayItems } from "./replay-items.js";

/** How an item stood at an instant. */
export interface ItemStanding {
  readonly itemId: string;
  /** Absent where the history tells no state by then. */
  readonly category?: StateCategory;
  /** Neither done nor dropped, and created by then. */
  readonly open: boolean;
  readonly blocked: boolean;
  /** In a waiting state, or open and blocked. */
  readonly waiting: boolean;
}

/**
 * How each item stood at an instant: open, blocked, waiting.
 *
 * Told by the history alone, so that yesterday's picture does not change when the plan does; an item without events by
 * then, or created later, is left out.
 *
 * @param plan - for the meaning of states
 * @param history - events in any order
 * @param instant - milliseconds UTC
 * @returns by item id
 *
 * Issues: none.
 * Time O(n log n) for n events, space O(n).
 * Source: own; states by category after the Kanban Guide (2020).
 *
 * @example
 * const event = { id: "1", at: "1970-01-01T00:00:01Z", subject: { table: "items", id: "A" }, source: "exact", type: "blocked" } as const;
 * itemsAt({ formatVersion: 1, items: [{ id: "A", title: "Paint", kind: "task" }] }, { formatVersion: 1, events: [event] }, 2000); // => [{ itemId: "A", open: true, blocked: true, waiting: true }]
 */
export function itemsAt(plan: WorkPlan, history: WorkHistory, instant: number): ItemStanding[] {
  return replayItems(plan, history, instant)
    .filter(({ createdAt, changes, blocked }) => createdAt !== undefined || changes.length > 0 || blocked.length > 0)
    .map(({ id, changes, blocked: spans }): ItemStanding => {
      const category = changes.at(-1)?.category;
      const open = category !== "done" && category !== "dropped";
      const blocked = open && spans.some(({ from, to }) => from <= instant && (to === undefined || to > instant));
      return {
        itemId: id,
        ...(category === undefined ? {} : { category }),
        open,
        blocked,
        waiting: blocked || category === "waiting",
      };
    })
    .sort((a, b) => compareText(a.itemId, b.itemId));
}

import { type ItemNode, isOpenItem, type WorkContext } from "@evenkeel/core";
import { type ItemFacts, itemFacts } from "./item-facts.js";

/** A started, unfinished item with what is known of it. */
export interface StartedItem extends ItemFacts {
  readonly item: ItemNode;
}

/**
 * Items in an active state, or once started, or blocked, with when they started and since when they are blocked.
 *
 * The history decides where there is one; the plan's own stamps otherwise.
 *
 * @param context - plan and history at an instant
 * @returns in the order of the plan
 *
 * Issues: none.
 * Time O(items + events), space O(items).
 * Source: work in progress after the Kanban Guide (2020).
 *
 * @example
 * import { workContext } from "@evenkeel/core";
 * const plan = { formatVersion: 1, items: [{ id: "A", title: "Paint", kind: "task", startedAt: "1970-01-02" }] } as const;
 * workInProgress(workContext({ plan, now: 0 })).map((started) => started.startedAt); // => [86400000]
 */
export function workInProgress(context: WorkContext): StartedItem[] {
  const found: StartedItem[] = [];
  for (const item of context.plan.items.values()) {
    if (!isOpenItem(item)) continue;
    const facts = itemFacts(context, item);
    if (facts.category === "done" || facts.category === "dropped") continue;
    if (facts.category === "active" || facts.startedAt !== undefined || facts.blocked !== undefined)
      found.push({ item, ...facts });
  }
  return found;
}

import type { WorkItem } from "./items.js";
import type { WorkPlan } from "./plan.js";
import { itemCategories } from "./state-category.js";

/**
 * The items that are still to be worked on: neither done nor dropped, active in the plan, and no parent of others.
 *
 * @param plan - any valid plan
 * @returns rows of the plan, in its order
 *
 * Issues: none.
 * Time O(items), space O(items).
 * Source: own.
 *
 * @example
 * openItems({ formatVersion: 1, items: [{ id: "A", title: "Paint", kind: "task" }, { id: "B", title: "Doors", kind: "task", finishedAt: "2026-05-01" }] }).map((item) => item.id); // => ["A"]
 */
export function openItems(plan: WorkPlan): WorkItem[] {
  const categories = itemCategories(plan);
  const parents = new Set((plan.items ?? []).map(({ parentId }) => parentId));
  return (plan.items ?? []).filter((item) => {
    const category = categories.get(item.id);
    if (category === "done" || category === "dropped" || parents.has(item.id)) return false;
    return item.kind !== "summary" && item.schedule?.kind !== "summary" && item.schedule?.active !== false;
  });
}

/**
 * Whether a plan is one person's: it names no second person and no team. Ownership and handoffs then need no rows.
 *
 * @param plan - any plan
 * @returns true for at most one person and no team
 *
 * Issues: none.
 * Time O(1), space O(1).
 * Source: own.
 *
 * @example
 * isOnePersonPlan({ formatVersion: 1 }); // => true
 */
export function isOnePersonPlan(plan: WorkPlan): boolean {
  return (plan.people ?? []).length <= 1 && (plan.teams ?? []).length === 0;
}

import { ok, type Result } from "@evenkeel/kernel";
import { checkFlow, endOf, instantIssues } from "./flow-rows.js";
import type { FlowItem } from "./flow-types.js";
import { refusal } from "./issue.js";

/**
 * Items in progress at an instant: started at or before it, and not yet finished or dropped.
 *
 * @param items - in any order, times in integer milliseconds; not changed
 * @param instant - integer milliseconds
 * @returns a whole number; rows left out are named by issues
 *
 * Issues: predictability/not-a-time, predictability/finished-before-started, predictability/duplicate-id.
 * Time O(items), space O(items).
 * Source: Kanban Guide (2020).
 *
 * @example
 * orThrow(measureWipAt([{ id: "A", startedAt: 0, finishedAt: 500 }, { id: "B", startedAt: 100 }], 500)); // => 1
 */
export function measureWipAt(items: readonly FlowItem[], instant: number): Result<number> {
  const refused = refusal(instantIssues(instant, "instant"));
  if (refused) return refused;
  const checked = checkFlow(items);
  const open = checked.items.filter(
    (item) => item.startedAt !== undefined && item.startedAt <= instant && (endOf(item) ?? Infinity) > instant,
  );
  return ok(open.length, checked.issues);
}

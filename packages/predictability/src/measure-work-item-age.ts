import { compareText, ok, type Result } from "@evenkeel/kernel";
import { checkFlow, endOf, instantIssues } from "./flow-rows.js";
import type { FlowItem, ItemDuration } from "./flow-types.js";
import { refusal } from "./issue.js";
import { itemDuration } from "./item-duration.js";

/**
 * How long each item in progress has been so.
 *
 * @param items - in any order, times in integer milliseconds; not changed
 * @param now - integer milliseconds; what happens later is not seen
 * @returns items in progress, oldest first, then by id, with their state where it is told; rows left out are named by issues
 *
 * Issues: predictability/not-a-time, predictability/finished-before-started, predictability/duplicate-id.
 * Time O(n log n), space O(n).
 * Source: Kanban Guide (2020).
 *
 * @example
 * orThrow(measureWorkItemAge([{ id: "A", startedAt: 0 }], 172800000)).map((item) => item.days); // => [3]
 */
export function measureWorkItemAge(items: readonly FlowItem[], now: number): Result<ItemDuration[]> {
  const refused = refusal(instantIssues(now, "now"));
  if (refused) return refused;
  const checked = checkFlow(items);
  const open = checked.items.flatMap((item) => {
    const inProgress = item.startedAt !== undefined && item.startedAt <= now && (endOf(item) ?? Infinity) > now;
    if (!inProgress) return [];
    const state = item.visits?.find(({ from, to }) => from <= now && (to ?? Infinity) > now)?.state;
    const duration = itemDuration(item.id, item.startedAt as number, now);
    return [state === undefined ? duration : { ...duration, state }];
  });
  open.sort((a, b) => a.startedAt - b.startedAt || compareText(a.id, b.id));
  return ok(open, checked.issues);
}

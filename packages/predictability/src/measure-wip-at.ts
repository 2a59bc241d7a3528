import { ok, type Result } from "@evenkeel/kernel";
import { instantIssues } from "./flow-rows.js";
import { tableOf } from "./flow-table.js";
import type { FlowRows } from "./flow-types.js";
import { refusal } from "./issue.js";

/**
 * Items in progress at an instant: started at or before it, and not yet finished or dropped.
 *
 * @param items - in any order, or a table of them; times in integer milliseconds; not changed
 * @param instant - integer milliseconds
 * @returns a whole number; rows left out are named by issues
 *
 * Issues: predictability/not-a-time, predictability/finished-before-started, predictability/duplicate-id,
 * predictability/out-of-order, predictability/overlapping, predictability/unknown-category.
 * Time O(items), space O(items).
 * Source: Kanban Guide (2020).
 *
 * @example
 * orThrow(measureWipAt([{ id: "A", startedAt: 0, finishedAt: 500 }, { id: "B", startedAt: 100 }], 500)); // => 1
 */
export function measureWipAt(items: FlowRows, instant: number): Result<number> {
  const refused = refusal(instantIssues(instant, "instant"));
  if (refused) return refused;
  const { startedAt, endedAt, issues } = tableOf(items);
  let wip = 0;
  for (let item = 0; item < startedAt.length; item++)
    if (startedAt[item]! <= instant && endedAt[item]! > instant) wip++;
  return ok(wip, issues);
}

import { ok, type Result } from "@evenkeel/kernel";
import { countDays, windowIssues } from "./flow-rows.js";
import { tableOf } from "./flow-table.js";
import type { DailyCounts, DayWindow, FlowRows } from "./flow-types.js";
import { refusal } from "./issue.js";

/**
 * Items finished on each day; dropped items do not count.
 *
 * @param items - in any order, or a table of them; times in integer milliseconds; not changed
 * @param window - day numbers [from, to), at most 100,000 days
 * @returns a whole number a day in order, empty days 0; rows left out are named by issues
 *
 * Issues: predictability/invalid-window, predictability/not-a-time, predictability/finished-before-started, predictability/duplicate-id,
 * predictability/out-of-order, predictability/overlapping, predictability/unknown-category.
 * Time O(items + days), space O(items + days).
 * Source: Kanban Guide (2020).
 *
 * @example
 * orThrow(measureThroughput([{ id: "A", finishedAt: 90000000 }], { from: 0, to: 3 })).daily; // => [0, 1, 0]
 */
export function measureThroughput(items: FlowRows, window: DayWindow): Result<DailyCounts> {
  const refused = refusal(windowIssues(window));
  if (refused) return refused;
  const table = tableOf(items);
  const daily = countDays(table.finishedAt, window);
  return ok({ window: { ...window }, daily, total: daily.reduce((sum, count) => sum + count, 0) }, table.issues);
}

import { ok, type Result } from "@evenkeel/kernel";
import { quantileHigher } from "@evenkeel/stats";
import { windowIssues } from "./flow-rows.js";
import { finishedIn, tableOf } from "./flow-table.js";
import type { CycleTimeMeasure, DayWindow, FlowRows, ItemDuration } from "./flow-types.js";
import { refusal, tooSmall } from "./issue.js";
import { itemDuration } from "./item-duration.js";

/**
 * How long the items finished in a window took, from start to finish.
 *
 * Says nothing of items still open; an expectation for new work comes from `serviceLevelExpectation`.
 *
 * @param items - in any order, or a table of them; times in integer milliseconds; not changed
 * @param window - day numbers [from, to) of the finish, at most 100,000 days
 * @returns items by (until, id), with observed quantiles in days; rows left out are named by issues
 *
 * Issues: predictability/invalid-window, predictability/sample-too-small, predictability/not-a-time, predictability/finished-before-started, predictability/duplicate-id,
 * predictability/out-of-order, predictability/overlapping, predictability/unknown-category.
 * Time O(n log n), space O(n).
 * Source: Kanban Guide (2020); Hyndman and Fan (1996), definition 1.
 *
 * @example
 * orThrow(measureCycleTime([{ id: "A", startedAt: 0, finishedAt: 90000000 }], { from: 0, to: 7 })).p85; // => 2
 */
export function measureCycleTime(items: FlowRows, window: DayWindow): Result<CycleTimeMeasure> {
  const refused = refusal(windowIssues(window));
  if (refused) return refused;
  const table = tableOf(items);
  const durations: ItemDuration[] = [];
  let withoutStart = 0;
  for (const item of finishedIn(table, window)) {
    const startedAt = table.startedAt[item]!;
    if (Number.isNaN(startedAt)) withoutStart++;
    else durations.push(itemDuration(table.ids[item]!, startedAt, table.finishedAt[item]!));
  }
  if (durations.length === 0) return tooSmall(1, 0, ["items"], table.issues);
  const days = durations.map((item) => item.days);
  const at = (p: number): number => {
    const found = quantileHigher(days, p);
    return found.ok ? found.value : Number.NaN;
  };
  return ok(
    { window: { ...window }, items: durations, withoutStart, p50: at(0.5), p85: at(0.85), p95: at(0.95) },
    table.issues,
  );
}

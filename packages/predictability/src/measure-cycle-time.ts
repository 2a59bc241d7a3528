import { ok, type Result } from "@evenkeel/kernel";
import { quantileHigher } from "@evenkeel/stats";
import { checkFlow, dayOf, windowIssues } from "./flow-rows.js";
import type { CycleTimeMeasure, DayWindow, FlowItem } from "./flow-types.js";
import { refusal, tooSmall } from "./issue.js";
import { byEnd, itemDuration } from "./item-duration.js";

/**
 * How long the items finished in a window took, from start to finish.
 *
 * Says nothing of items still open; an expectation for new work comes from `serviceLevelExpectation`.
 *
 * @param items - in any order, times in integer milliseconds; not changed
 * @param window - day numbers [from, to) of the finish, at most 100,000 days
 * @returns items by (until, id), with observed quantiles in days; rows left out are named by issues
 *
 * Issues: predictability/invalid-window, predictability/sample-too-small, predictability/not-a-time, predictability/finished-before-started, predictability/duplicate-id.
 * Time O(n log n), space O(n).
 * Source: Kanban Guide (2020); Hyndman and Fan (1996), definition 1.
 *
 * @example
 * orThrow(measureCycleTime([{ id: "A", startedAt: 0, finishedAt: 90000000 }], { from: 0, to: 7 })).p85; // => 2
 */
export function measureCycleTime(items: readonly FlowItem[], window: DayWindow): Result<CycleTimeMeasure> {
  const refused = refusal(windowIssues(window));
  if (refused) return refused;
  const checked = checkFlow(items);
  const finished = checked.items.filter(
    ({ finishedAt }) => finishedAt !== undefined && dayOf(finishedAt) >= window.from && dayOf(finishedAt) < window.to,
  );
  const durations = finished
    .flatMap(({ id, startedAt, finishedAt }) =>
      startedAt === undefined ? [] : [itemDuration(id, startedAt, finishedAt as number)],
    )
    .sort(byEnd);
  if (durations.length === 0) return tooSmall(1, 0, ["items"], checked.issues);
  const days = durations.map((item) => item.days);
  const at = (p: number): number => {
    const found = quantileHigher(days, p);
    return found.ok ? found.value : Number.NaN;
  };
  const withoutStart = finished.length - durations.length;
  return ok(
    { window: { ...window }, items: durations, withoutStart, p50: at(0.5), p85: at(0.85), p95: at(0.95) },
    checked.issues,
  );
}

import { ok, type Result } from "@evenkeel/kernel";
import { dayOf, windowIssues } from "./flow-rows.js";
import { tableOf } from "./flow-table.js";
import type { DayWindow, FlowRows, WipByAge } from "./flow-types.js";
import { fault, refusal } from "./issue.js";

const usualBounds = [7, 14, 28, 56] as const;

/**
 * Work in progress by age at the end of each day.
 *
 * The bands of a day add up to its WIP.
 *
 * @param items - in any order, or a table of them; times in integer milliseconds; not changed
 * @param window - day numbers [from, to), at most 100,000 days
 * @param bounds - highest age of each band in days touched (start day = 1), integers, ascending, 1 to 20 of them; default 7, 14, 28, 56
 * @returns one row a day in order, a count a band and one for what is older; rows left out are named by issues
 *
 * Issues: predictability/invalid-window, predictability/out-of-range, predictability/not-a-time, predictability/finished-before-started,
 * predictability/duplicate-id, predictability/out-of-order, predictability/overlapping, predictability/unknown-category.
 * Time O((items + days) bands), space O(items + days bands).
 * Source: own; work item age after the Kanban Guide (2020).
 *
 * @example
 * orThrow(measureWipByAge([{ id: "A", startedAt: 0 }], { from: 0, to: 3 }, [2])).days.map((day) => day.counts); // => [[1, 0], [1, 0], [0, 1]]
 */
export function measureWipByAge(
  items: FlowRows,
  window: DayWindow,
  bounds: readonly number[] = usualBounds,
): Result<WipByAge> {
  const issues = windowIssues(window);
  const ascending = bounds.every((bound, at) => Number.isSafeInteger(bound) && bound > (bounds[at - 1] ?? 0));
  if (!ascending || bounds.length < 1 || bounds.length > 20) {
    const facts = { found: bounds.join(", "), low: 1, high: Number.MAX_SAFE_INTEGER };
    issues.push(fault("predictability/out-of-range", { path: ["bounds"], facts }));
  }
  const refused = refusal(issues);
  if (refused) return refused;
  const { startedAt, endedAt, issues: left } = tableOf(items);
  const bands = bounds.length + 1;
  const length = window.to - window.from;
  const change = new Int32Array((length + 1) * bands);
  const ends = [...bounds, Infinity];
  for (let item = 0; item < startedAt.length; item++) {
    const born = dayOf(startedAt[item]!) - window.from;
    const gone = Math.min(dayOf(endedAt[item]!) - window.from, length);
    for (let band = 0, from = born; band < bands && from < gone; band++) {
      const to = Math.min(born + ends[band]!, gone);
      if (to > 0) {
        change[Math.max(from, 0) * bands + band]! += 1;
        change[to * bands + band]! -= 1;
      }
      from = to;
    }
  }
  const counts = new Array<number>(bands).fill(0);
  const days = Array.from({ length }, (_none, at) => {
    for (let band = 0; band < bands; band++) counts[band]! += change[at * bands + band]!;
    return { day: window.from + at, counts: [...counts] };
  });
  return ok({ window: { ...window }, bounds: [...bounds], days }, left);
}

import { ok, type Result } from "@evenkeel/kernel";
import { countDays, millisOf, windowIssues } from "./flow-rows.js";
import { tableOf } from "./flow-table.js";
import type { DayWindow, FlowRows, WipMeasure } from "./flow-types.js";
import { refusal } from "./issue.js";

/**
 * Work in progress of each day: what arrived, what left, what was there at the end of the day.
 *
 * An item is in progress from its start until it is finished or dropped; items without a start never are.
 * Each day's arrivals less departures are exactly its change of WIP.
 *
 * @param items - in any order, or a table of them; times in integer milliseconds; not changed
 * @param window - day numbers [from, to), at most 100,000 days
 * @returns one row a day in order, and the integral over the window; rows left out are named by issues
 *
 * Issues: predictability/invalid-window, predictability/not-a-time, predictability/finished-before-started, predictability/duplicate-id,
 * predictability/out-of-order, predictability/overlapping, predictability/unknown-category.
 * Time O(items + days), space O(items + days).
 * Source: Kanban Guide (2020); Little (1961), "A proof for the queuing formula L = lambda W".
 *
 * @example
 * const measured = orThrow(measureWip([{ id: "A", startedAt: 0, finishedAt: 129600000 }, { id: "B", startedAt: 90000000 }], { from: 0, to: 3 }));
 * measured.days.map((day) => day.wip); // => [1, 1, 1]
 */
export function measureWip(items: FlowRows, window: DayWindow): Result<WipMeasure> {
  const refused = refusal(windowIssues(window));
  if (refused) return refused;
  const { startedAt, endedAt, issues } = tableOf(items);
  const [begin, end] = millisOf(window);
  const arrivals = countDays(startedAt, window);
  const departures = countDays(
    endedAt.map((ended, item) => (startedAt[item]! <= ended ? ended : Number.NaN)),
    window,
  );
  let wip = 0;
  let itemMillis = 0;
  for (let item = 0; item < startedAt.length; item++) {
    const [from, to] = [startedAt[item]!, endedAt[item]!];
    if (!(from < end && to >= begin)) continue;
    if (from < begin) wip++;
    itemMillis += Math.min(to, end) - Math.max(from, begin);
  }
  const days = arrivals.map((arrived, at) => {
    wip += arrived - departures[at]!;
    return { day: window.from + at, arrivals: arrived, departures: departures[at]!, wip };
  });
  return ok({ window: { ...window }, days, itemMillis, averageWip: itemMillis / (end - begin) }, issues);
}

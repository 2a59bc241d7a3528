import { ok, type Result } from "@evenkeel/kernel";
import { windowIssues } from "./flow-rows.js";
import { eachInProgress, tableOf } from "./flow-table.js";
import { addTimes, noTime } from "./flow-time-shares.js";
import type { DayWindow, FlowRows, TimeInProgress } from "./flow-types.js";
import { refusal } from "./issue.js";

/**
 * Where the time in progress within a window went: active, waiting, blocked, finished before it came back, proposed anew, untold.
 *
 * The six add up to `itemMillis` of `measureWip`, to the millisecond.
 *
 * @param items - in any order, or a table of them; times in integer milliseconds; not changed
 * @param window - day numbers [from, to), at most 100,000 days
 * @returns milliseconds summed over items; rows left out are named by issues
 *
 * Issues: predictability/invalid-window, predictability/not-a-time, predictability/finished-before-started,
 * predictability/duplicate-id, predictability/out-of-order, predictability/overlapping, predictability/unknown-category.
 * Time O(items + visits + blocked spans), space O(items).
 * Source: active against waiting time after Modig and Ahlstrom (2012), "This is lean".
 *
 * @example
 * const visits = [{ state: "Doing", category: "active", from: 0, to: 4000 }, { state: "Review", category: "waiting", from: 4000, to: 9000 }] as const;
 * const time = orThrow(measureTimeInProgress([{ id: "A", startedAt: 0, finishedAt: 9000, visits, blocked: [{ from: 3000, to: 5000 }] }], { from: 0, to: 1 }));
 * [time.activeMillis, time.waitingMillis, time.blockedMillis]; // => [3000, 4000, 2000]
 */
export function measureTimeInProgress(items: FlowRows, window: DayWindow): Result<TimeInProgress> {
  const refused = refusal(windowIssues(window));
  if (refused) return refused;
  const table = tableOf(items);
  const shares = noTime();
  let itemMillis = 0;
  eachInProgress(table, window, (item, from, to) => {
    itemMillis += to - from;
    addTimes(shares, table, item, from, to);
  });
  return ok({ window: { ...window }, ...shares, itemMillis }, table.issues);
}

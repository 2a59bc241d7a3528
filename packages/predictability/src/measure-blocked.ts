import { ok, type Result } from "@evenkeel/kernel";
import { dayIndex, windowIssues } from "./flow-rows.js";
import { eachInProgress, tableOf } from "./flow-table.js";
import type { BlockedMeasure, DayWindow, FlowRows } from "./flow-types.js";
import { refusal } from "./issue.js";

/**
 * Blocked work: how many items at the end of each day, how much time, in how many spells.
 *
 * Counts an item only while it is in progress and not in done or dropped.
 *
 * @param items - in any order, or a table of them; times in integer milliseconds, with blocked spans; not changed
 * @param window - day numbers [from, to), at most 100,000 days
 * @returns one row a day in order, and totals over the window; rows left out are named by issues
 *
 * Issues: predictability/invalid-window, predictability/not-a-time, predictability/finished-before-started, predictability/duplicate-id,
 * predictability/out-of-order, predictability/overlapping, predictability/unknown-category.
 * Time O(items + blocked spans + visits + days), space O(items + days).
 * Source: own; blocker clustering after Anderson (2010), "Kanban".
 *
 * @example
 * const items = [{ id: "A", startedAt: 0, finishedAt: 172800000, blocked: [{ from: 3600000, to: 90000000 }] }];
 * orThrow(measureBlocked(items, { from: 0, to: 2 })).share; // => 0.5
 */
export function measureBlocked(items: FlowRows, window: DayWindow): Result<BlockedMeasure> {
  const refused = refusal(windowIssues(window));
  if (refused) return refused;
  const table = tableOf(items);
  const { firstBlocked, blockedFrom, blockedTo } = table;
  const change = new Int32Array(window.to - window.from + 1);
  const found = { blockedMillis: 0, items: 0, spells: 0, longestMillis: 0 };
  let itemMillis = 0;
  eachInProgress(table, window, (item, from, to) => {
    itemMillis += to - from;
    const before = found.spells;
    for (let span = firstBlocked[item]!; span < firstBlocked[item + 1]!; span++) {
      const [begin, end] = [Math.max(blockedFrom[span]!, from), Math.min(blockedTo[span]!, to)];
      if (begin >= end) continue;
      found.spells++;
      found.blockedMillis += end - begin;
      found.longestMillis = Math.max(found.longestMillis, end - begin);
      change[dayIndex(begin, window)]! += 1;
      change[dayIndex(end, window)]! -= 1;
    }
    if (found.spells > before) found.items++;
  });
  let blocked = 0;
  const days = Array.from({ length: window.to - window.from }, (_none, at) => {
    blocked += change[at]!;
    return { day: window.from + at, blocked };
  });
  const share = itemMillis > 0 ? found.blockedMillis / itemMillis : 0;
  return ok({ window: { ...window }, days, ...found, share }, table.issues);
}

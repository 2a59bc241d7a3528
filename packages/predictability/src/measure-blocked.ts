import { ok, type Result } from "@evenkeel/kernel";
import { checkFlow, dayIndex, endOf, millisOf, windowIssues } from "./flow-rows.js";
import { blockedSpans, eachWithin } from "./flow-spans.js";
import type { BlockedMeasure, DayWindow, FlowItem } from "./flow-types.js";
import { refusal } from "./issue.js";

/**
 * Blocked work: how many items at the end of each day, how much time, in how many spells.
 *
 * Counts an item only while it is in progress and not in done or dropped.
 *
 * @param items - in any order, times in integer milliseconds, with blocked spans; not changed
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
export function measureBlocked(items: readonly FlowItem[], window: DayWindow): Result<BlockedMeasure> {
  const refused = refusal(windowIssues(window));
  if (refused) return refused;
  const checked = checkFlow(items);
  const [begin, end] = millisOf(window);
  const change = new Int32Array(window.to - window.from + 1);
  const found = { blockedMillis: 0, items: 0, spells: 0, longestMillis: 0 };
  let itemMillis = 0;
  for (const item of checked.items) {
    if (item.startedAt === undefined) continue;
    itemMillis += Math.max(0, Math.min(endOf(item) ?? Infinity, end) - Math.max(item.startedAt, begin));
    const before = found.spells;
    eachWithin(blockedSpans(item), begin, end, (from, to) => {
      found.spells++;
      found.blockedMillis += to - from;
      found.longestMillis = Math.max(found.longestMillis, to - from);
      change[dayIndex(from, window)]! += 1;
      change[dayIndex(to, window)]! -= 1;
    });
    if (found.spells > before) found.items++;
  }
  let blocked = 0;
  const days = Array.from({ length: window.to - window.from }, (_none, at) => {
    blocked += change[at]!;
    return { day: window.from + at, blocked };
  });
  const share = itemMillis > 0 ? found.blockedMillis / itemMillis : 0;
  return ok({ window: { ...window }, days, ...found, share }, checked.issues);
}

import { type Issue, ok, type Result } from "@evenkeel/kernel";
import { quantile } from "@evenkeel/stats";
import { fault, refusal } from "./issue.js";

/** Counts a day over the span of a series. */
export interface DailySeries {
  /** Day number of the first count. */
  readonly firstDay: number;
  /** One whole number a day, empty days 0. */
  readonly daily: readonly number[];
}

const longest = 100_000;

/**
 * Counts per day from the days on which items were done, without the dribble at both ends.
 *
 * @param days - day numbers, integers, in any order, at least one; not changed
 * @param trim - share of the items left out at each end (linear quantiles of their days), 0..0.49; default 0.01
 * @returns counts from the first day kept to the last, zeros included
 *
 * Issues: predictability/sample-too-small, predictability/not-a-time, predictability/out-of-range, predictability/invalid-window.
 * Time O(n log n + days), space O(n + days).
 * Source: own back-test protocol; Hyndman and Fan (1996), type 7.
 *
 * @example
 * orThrow(dailySeries([10, 10, 12], 0)); // => { firstDay: 10, daily: [2, 0, 1] }
 */
export function dailySeries(days: readonly number[], trim = 0.01): Result<DailySeries> {
  const issues: Issue[] = days.flatMap((day, at) =>
    Number.isSafeInteger(day)
      ? []
      : [fault("predictability/not-a-time", { path: ["days", at], facts: { found: String(day) } })],
  );
  if (!(trim >= 0 && trim < 0.5))
    issues.push(
      fault("predictability/out-of-range", { path: ["trim"], facts: { found: String(trim), low: 0, high: 0.49 } }),
    );
  if (days.length === 0)
    issues.push(fault("predictability/sample-too-small", { path: ["days"], facts: { needed: 1, found: 0 } }));
  const refused = refusal(issues);
  if (refused) return refused;
  const edge = (p: number): number => {
    const found = quantile(days, p);
    return found.ok ? Math.floor(found.value) : 0;
  };
  const [from, to] = [edge(trim), edge(1 - trim) + 1];
  if (to - from > longest) {
    const facts = { from: String(from), to: String(to), limit: longest };
    return refusal([fault("predictability/invalid-window", { path: ["days"], facts })])!;
  }
  const daily = new Array<number>(to - from).fill(0);
  for (const day of days) if (day >= from && day < to) daily[day - from]! += 1;
  return ok({ firstDay: from, daily });
}

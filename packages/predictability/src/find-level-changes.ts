import { ok, type Result } from "@evenkeel/kernel";
import { log } from "@evenkeel/stats";
import { fault, refusal } from "./issue.js";
import type { LevelChanges } from "./level-change-types.js";

/** Shortest period, weeks: fewer say little about a level. */
const shortest = 4;
const mostWeeks = 1500;
const penaltyFactor = 3;

/** Variance over mean of the totals by successive differences, which a few changes of level hardly inflate. */
function dispersionOf(totals: readonly number[]): number {
  const squares = totals.slice(1).reduce((sum, total, at) => sum + (total - totals[at]!) ** 2, 0);
  const mean = totals.reduce((sum, total) => sum + total, 0) / totals.length;
  return mean > 0 ? Math.max(1, squares / (2 * (totals.length - 1)) / mean) : 1;
}

/**
 * Ends of the periods that together cost least: twice the negative Poisson log-likelihood of their totals, and a penalty for each
 * change. Of equal costs the one with the later start of the last period.
 */
export function leastCostEnds(totals: readonly number[], penalty: number): number[] {
  const weeks = totals.length;
  const sums = new Float64Array(weeks + 1);
  const logs = Float64Array.from({ length: weeks + 1 }, (_none, n) => (n === 0 ? 0 : log(n)));
  totals.forEach((total, at) => {
    sums[at + 1] = sums[at]! + total;
  });
  const least = new Float64Array(weeks + 1).fill(Infinity);
  const previous = new Int32Array(weeks + 1);
  least[0] = -penalty;
  for (let end = shortest; end <= weeks; end++)
    for (let begin = end - shortest; begin >= 0; begin--) {
      if (least[begin] === Infinity) continue;
      const total = sums[end]! - sums[begin]!;
      const likelihood = total > 0 ? 2 * total * (log(total) - logs[end - begin]!) : 0;
      const cost = least[begin]! + penalty - likelihood;
      if (cost < least[end]!) {
        least[end] = cost;
        previous[end] = begin;
      }
    }
  const ends: number[] = [];
  for (let end = weeks; end > 0; end = previous[end]!) ends.unshift(end);
  return ends;
}

/**
 * Where the level of a series changed: says when the past is not like the present.
 *
 * Whole weeks that end with the series are cut into periods of at least four weeks so that the likelihood of over-dispersed Poisson
 * totals less a penalty of 3 ln(weeks) a change is largest, exactly. The dispersion comes from successive differences. Weeks that
 * depend on each other look like changes of level: what is found need not have one cause. No change found does not prove that there
 * was none.
 *
 * @param daily - counts a day, oldest first, whole, 0..10,000, of 8 to 1,500 weeks; days before the first whole week are left out; not changed
 * @returns the periods with their daily means; the last one is the present
 *
 * Issues: predictability/sample-too-small, predictability/not-a-count, predictability/out-of-range.
 * Time O(weeks^2), space O(weeks).
 * Source: Jackson et al. (2005), "An algorithm for optimal partitioning of data on an interval"; quasi-likelihood: McCullagh and Nelder (1989).
 *
 * @example
 * const daily = Array.from({ length: 140 }, (_none, day) => (day < 70 ? 1 : 3));
 * orThrow(findLevelChanges(daily)).periods; // => [{ from: 0, to: 70, perDay: 1 }, { from: 70, to: 140, perDay: 3 }]
 */
export function findLevelChanges(daily: readonly number[]): Result<LevelChanges> {
  const weeks = Math.floor(daily.length / 7);
  const issues = daily.flatMap((count, at) => {
    if (Number.isSafeInteger(count) && count >= 0 && count <= 10_000) return [];
    const facts = { found: String(count), low: 0, high: 10_000 };
    return [fault("predictability/not-a-count", { path: ["daily", at], facts })];
  });
  const facts = { needed: 14 * shortest, found: daily.length };
  if (weeks < 2 * shortest) issues.unshift(fault("predictability/sample-too-small", { path: ["daily"], facts }));
  if (weeks > mostWeeks) {
    const range = { found: String(daily.length), low: 14 * shortest, high: 7 * mostWeeks + 6 };
    issues.unshift(fault("predictability/out-of-range", { path: ["daily", "length"], facts: range }));
  }
  const refused = refusal(issues);
  if (refused) return refused;
  const start = daily.length - 7 * weeks;
  const totals = Array.from({ length: weeks }, (_none, week) =>
    daily.slice(start + 7 * week, start + 7 * week + 7).reduce((sum, count) => sum + count, 0),
  );
  const dispersion = dispersionOf(totals);
  const ends = leastCostEnds(totals, penaltyFactor * log(weeks) * dispersion);
  const periods = ends.map((end, at) => {
    const begin = ends[at - 1] ?? 0;
    const total = totals.slice(begin, end).reduce((sum, count) => sum + count, 0);
    return { from: start + 7 * begin, to: start + 7 * end, perDay: total / (7 * (end - begin)) };
  });
  return ok({ periods, weeks, dispersion });
}

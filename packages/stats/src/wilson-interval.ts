import { answer, issue } from "./issue.js";
import type { Interval, StatsIssue, StatsResult } from "./types.js";

/**
 * Interval for a share seen in n trials; honest for small n and for shares near 0 and 1.
 *
 * @param hits - whole number, 0..n
 * @param n - trials, whole number, at least 1
 * @param z - normal deviate, > 0; default 1.959963984540054 for 95 %
 * @returns low and high, 0..1
 *
 * Issues: stats/sample-too-small, stats/not-a-count, stats/out-of-range.
 * Time O(1), space O(1).
 * Source: Wilson (1927), "Probable inference, the law of succession, and statistical inference".
 *
 * @example
 * wilsonInterval(8, 10); // => { ok: true, value: { low: 0.4901624715366418, high: 0.9433178485456247 }, issues: [] }
 */
export function wilsonInterval(hits: number, n: number, z = 1.959963984540054): StatsResult<Interval> {
  const issues: StatsIssue[] = [];
  if (!(hits >= 0 && hits <= n && Math.floor(hits) === hits))
    issues.push(issue("stats/not-a-count", ["hits"], { found: String(hits) }));
  if (!(n < Infinity && Math.floor(n) === n)) issues.push(issue("stats/not-a-count", ["n"], { found: String(n) }));
  if (n < 1) issues.push(issue("stats/sample-too-small", ["n"], { needed: 1, found: n }));
  if (!(z > 0 && z < Infinity)) issues.push(issue("stats/out-of-range", ["z"], { found: String(z) }));
  return answer(issues, () => {
    const share = hits / n;
    const square = (z * z) / n;
    const centre = share + square / 2;
    const spread = z * Math.sqrt((share * (1 - share)) / n + square / (4 * n));
    return {
      low: hits === 0 ? 0 : Math.max(0, (centre - spread) / (1 + square)),
      high: hits === n ? 1 : Math.min(1, (centre + spread) / (1 + square)),
    };
  });
}

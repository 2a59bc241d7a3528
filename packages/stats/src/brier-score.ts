import { answer, issue, probabilityIssues } from "./issue.js";
import { sumExact } from "./sum-exact.js";
import type { Sample, StatsIssue, StatsResult } from "./types.js";

/**
 * Brier score of stated chances: mean squared distance to what happened; 0 is perfect.
 *
 * @param chances - stated probabilities, 0..1, at least one; not changed
 * @param happened - one per chance; not changed
 * @returns 0..1
 *
 * Issues: stats/sample-too-small, stats/lengths-differ, stats/probability-out-of-range.
 * Time O(n), space O(n).
 * Source: Brier (1950), "Verification of forecasts expressed in terms of probability".
 *
 * @example
 * brierScore([1, 0.5], [true, false]); // => { ok: true, value: 0.125, issues: [] }
 */
export function brierScore(chances: Sample, happened: ArrayLike<boolean>): StatsResult<number> {
  const n = chances.length;
  const issues: StatsIssue[] = [];
  if (n === 0) issues.push(issue("stats/sample-too-small", ["chances"], { needed: 1, found: 0 }));
  if (happened.length !== n)
    issues.push(issue("stats/lengths-differ", ["happened"], { needed: n, found: happened.length }));
  for (let at = 0; at < n; at++)
    for (const each of probabilityIssues(chances[at]!, "chances")) issues.push({ ...each, path: ["chances", at] });
  return answer(issues, () => {
    const squares = Float64Array.from(chances, (chance, at) => {
      const gap = chance - (happened[at] ? 1 : 0);
      return gap * gap;
    });
    return sumExact(squares) / n;
  });
}

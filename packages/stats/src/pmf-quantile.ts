import { answer, probabilityIssues } from "./issue.js";
import type { Pmf, StatsResult } from "./types.js";

/**
 * The smallest count k with P(X <= k) >= p; a guard of 1e-12 absorbs rounding.
 *
 * @param pmf - probabilities of 0, 1 ..; not changed
 * @param p - probability, 0..1
 * @returns whole number, 0..the largest count
 *
 * Issues: stats/probability-out-of-range.
 * Time O(n), space O(1).
 * Source: Hyndman and Fan (1996), definition 1, for a known distribution.
 *
 * @example
 * pmfQuantile(Float64Array.of(0.25, 0.5, 0.25), 0.75); // => { ok: true, value: 1, issues: [] }
 */
export function pmfQuantile(pmf: Pmf, p: number): StatsResult<number> {
  return answer(probabilityIssues(p, "p"), () => {
    let sum = 0;
    for (let k = 0; k < pmf.length; k++) {
      sum += pmf[k]!;
      if (sum >= p - 1e-12) return k;
    }
    return pmf.length - 1;
  });
}

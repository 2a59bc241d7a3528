import { pmfFromRatio } from "./count-pmf.js";
import { answer, issue } from "./issue.js";
import type { Pmf, StatsResult } from "./types.js";

/**
 * Poisson distribution, cut where less than 1e-13 is left and brought to sum 1.
 *
 * @param mean - 0..10,000,000
 * @returns probabilities of 0, 1, 2, …, as far as more than 1e-13 is left
 *
 * Issues: stats/out-of-range.
 * Time O(mean), space O(mean).
 * Source: Poisson (1837); recurrence from the mode.
 *
 * @example
 * pmfMean(poissonPmf(3).value).toFixed(9); // => "3.000000000"
 */
export function poissonPmf(mean: number): StatsResult<Pmf> {
  const fault = mean >= 0 && mean <= 1e7 ? [] : [issue("stats/out-of-range", ["mean"], { found: String(mean) })];
  return answer(fault, () =>
    mean === 0
      ? Float64Array.of(1)
      : pmfFromRatio({ mean, variance: mean, mode: Math.floor(mean) }, (k) => mean / (k + 1), 0),
  );
}

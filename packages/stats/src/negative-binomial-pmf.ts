import { pmfFromRatio } from "./count-pmf.js";
import { answer, issue } from "./issue.js";
import type { Pmf, StatsIssue, StatsResult } from "./types.js";

/**
 * Negative binomial distribution by mean and variance, cut far in the tail and brought to sum 1.
 *
 * @param mean - > 0, at most 10,000,000
 * @param variance - above the mean, at most 1e12
 * @returns probabilities of 0, 1, 2, …, as far as more than 1e-13 is left, at most forty standard deviations above the mean
 *
 * Issues: stats/out-of-range.
 * Time O(mean + sqrt(variance)), space the same.
 * Source: Greenwood and Yule (1920); recurrence from the mode.
 *
 * @example
 * pmfQuantile(negativeBinomialPmf(4, 10).value, 0.5); // => { ok: true, value: 3, issues: [] }
 */
export function negativeBinomialPmf(mean: number, variance: number): StatsResult<Pmf> {
  const issues: StatsIssue[] = [];
  if (!(mean > 0 && mean <= 1e7)) issues.push(issue("stats/out-of-range", ["mean"], { found: String(mean) }));
  if (!(variance > mean && variance <= 1e12))
    issues.push(issue("stats/out-of-range", ["variance"], { found: String(variance) }));
  return answer(issues, () => {
    const size = (mean * mean) / (variance - mean);
    const fail = (variance - mean) / variance;
    const mode = size > 1 ? Math.floor(((size - 1) * fail) / (1 - fail)) : 0;
    return pmfFromRatio({ mean, variance, mode }, (k) => ((k + size) / (k + 1)) * fail, fail);
  });
}

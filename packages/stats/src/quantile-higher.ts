import { answer, probabilityIssues, sampleIssues } from "./issue.js";
import type { Sample, StatsResult } from "./types.js";

/**
 * The smallest observed value that at least a share p of the sample does not exceed: what a promise should quote.
 *
 * Never interpolates; a guard of 1e-12 keeps shares such as 0.85 of 20 from rounding up.
 *
 * @param sample - finite numbers in any order, at least one; not changed
 * @param p - probability, 0..1
 * @returns a value of the sample
 *
 * Issues: stats/sample-too-small, stats/not-finite, stats/probability-out-of-range.
 * Time O(n log n), space O(n).
 * Source: Hyndman and Fan (1996), "Sample quantiles in statistical packages", definition 1.
 *
 * @example
 * quantileHigher([4, 1, 3, 2], 0.5); // => { ok: true, value: 2, issues: [] }
 */
export function quantileHigher(sample: Sample, p: number): StatsResult<number> {
  return answer([...sampleIssues(sample, 1, "sample"), ...probabilityIssues(p, "p")], () => {
    const sorted = Float64Array.from(sample).sort();
    return sorted[Math.max(0, Math.ceil((p - 1e-12) * sorted.length) - 1)]!;
  });
}

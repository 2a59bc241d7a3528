import { answer, probabilityIssues, sampleIssues } from "./issue.js";
import type { Sample, StatsResult } from "./types.js";

/**
 * Quantile of type 7: linear between the order statistics; for description, not for promises.
 *
 * For a promise take `quantileHigher`, which never interpolates.
 *
 * @param sample - finite numbers in any order, at least one; not changed
 * @param p - probability, 0..1
 * @returns within the smallest and largest value
 *
 * Issues: stats/sample-too-small, stats/not-finite, stats/probability-out-of-range.
 * Time O(n log n), space O(n).
 * Source: Hyndman and Fan (1996), "Sample quantiles in statistical packages", definition 7.
 *
 * @example
 * quantile([4, 1, 3, 2], 0.5); // => { ok: true, value: 2.5, issues: [] }
 */
export function quantile(sample: Sample, p: number): StatsResult<number> {
  return answer([...sampleIssues(sample, 1, "sample"), ...probabilityIssues(p, "p")], () => {
    const sorted = Float64Array.from(sample).sort();
    const place = (sorted.length - 1) * p;
    const below = Math.floor(place);
    const low = sorted[below]!;
    const high = sorted[below + 1] ?? low;
    const share = place - below;
    const gap = high - low;
    // Two forms: the first cannot leave the interval, the second cannot overflow.
    return gap < Infinity ? Math.min(high, low + gap * share) : low * (1 - share) + high * share;
  });
}

import { answer, sampleIssues } from "./issue.js";
import { sumExact } from "./sum-exact.js";
import type { Sample, StatsResult } from "./types.js";

/**
 * Arithmetic mean over the exact sum: the same for every order of the values.
 *
 * @param sample - finite numbers in any order, at least one; not changed
 * @returns the mean; the sum is exact and rounded once, then divided
 *
 * Issues: stats/sample-too-small, stats/not-finite.
 * Time O(n), space O(1).
 * Source: standard definition.
 *
 * @example
 * mean([1, 2, 6]); // => { ok: true, value: 3, issues: [] }
 */
export function mean(sample: Sample): StatsResult<number> {
  return answer(sampleIssues(sample, 1, "sample"), () => sumExact(sample) / sample.length);
}

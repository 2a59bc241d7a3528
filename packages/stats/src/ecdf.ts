import { answer, sampleIssues } from "./issue.js";
import type { EcdfStep, Sample, StatsResult } from "./types.js";

/**
 * Empirical distribution of a sample as steps.
 *
 * @param sample - finite numbers in any order, at least one; not changed
 * @returns one step per distinct value, ascending; the last share is 1
 *
 * Issues: stats/sample-too-small, stats/not-finite.
 * Time O(n log n), space O(n).
 * Source: standard definition.
 *
 * @example
 * ecdf([3, 1, 1, 2]); // => { ok: true, value: [{ value: 1, share: 0.5 }, { value: 2, share: 0.75 }, { value: 3, share: 1 }], issues: [] }
 */
export function ecdf(sample: Sample): StatsResult<EcdfStep[]> {
  return answer(sampleIssues(sample, 1, "sample"), () => {
    const sorted = Float64Array.from(sample).sort();
    const steps: EcdfStep[] = [];
    sorted.forEach((value, at) => {
      if (value !== sorted[at + 1]) steps.push({ value, share: (at + 1) / sorted.length });
    });
    return steps;
  });
}

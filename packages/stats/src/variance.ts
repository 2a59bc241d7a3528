import { answer, sampleIssues } from "./issue.js";
import { sumExact } from "./sum-exact.js";
import type { Sample, StatsResult } from "./types.js";

/**
 * Sample variance with divisor n - 1, by two passes over exact sums: the same for every order of the values.
 *
 * @param sample - finite numbers in any order, at least two; not changed
 * @returns >= 0
 *
 * Issues: stats/sample-too-small, stats/not-finite.
 * Time O(n), space O(n).
 * Source: Chan, Golub and LeVeque (1983), "Algorithms for computing the sample variance": corrected two-pass.
 *
 * @example
 * variance([1, 2, 3, 4]); // => { ok: true, value: 1.6666666666666667, issues: [] }
 */
export function variance(sample: Sample): StatsResult<number> {
  return answer(sampleIssues(sample, 2, "sample"), () => {
    const n = sample.length;
    const centre = sumExact(sample) / n;
    const away = Float64Array.from(sample, (value) => value - centre);
    const drift = sumExact(away);
    return Math.max(0, (sumExact(away.map((each) => each * each)) - (drift * drift) / n) / (n - 1));
  });
}

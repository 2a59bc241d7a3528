import { answer, sampleIssues } from "./issue.js";
import { sumExact } from "./sum-exact.js";
import type { Sample, StatsResult } from "./types.js";

/**
 * Lag-1 autocorrelation of a series: how much each value resembles the one before.
 *
 * A series that never changes has none to measure and answers 0.
 *
 * @param series - finite numbers in the order of time, at least three; not changed
 * @returns -1..1; standard error about 1 / sqrt(n)
 *
 * Issues: stats/sample-too-small, stats/not-finite.
 * Time O(n), space O(n).
 * Source: Box and Jenkins (1970), "Time series analysis".
 *
 * @example
 * autocorrelation([1, 2, 1, 2, 1, 2]); // => { ok: true, value: -0.8333333333333334, issues: [] }
 */
export function autocorrelation(series: Sample): StatsResult<number> {
  return answer(sampleIssues(series, 3, "series"), () => {
    const centre = sumExact(series) / series.length;
    const away = Float64Array.from(series, (value) => value - centre);
    const total = sumExact(away.map((each) => each * each));
    return total > 0 ? sumExact(away.subarray(1).map((each, at) => each * away[at]!)) / total : 0;
  });
}

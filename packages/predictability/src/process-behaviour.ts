import { ok, type Result } from "@evenkeel/kernel";
import { autocorrelation, mean } from "@evenkeel/stats";
import type { ProcessBehaviour } from "./flow-types.js";
import { baselineIssues, finiteIssues, refusal, tooSmall } from "./issue.js";
import { signalsOf } from "./process-signals.js";

const meanOf = (values: readonly number[]): number => {
  const found = mean(values);
  return found.ok ? found.value : 0;
};

/**
 * Process behaviour chart for individual values (XmR): natural limits, signals, and how far autocorrelation bends them.
 *
 * The plain limits assume successive values are unrelated; counts of work seldom are, so the limits widened for lag-1
 * correlation stand beside them. Limits are to be recomputed only when the process is known to have changed: give the first
 * points as baseline.
 *
 * @param values - finite numbers in the order of time, at least 3; not changed
 * @param baseline - how many of the first values set mean and limits, integer, 3..length; default all
 * @returns centre, limits and signals in the unit of the values; signals in the order of their last point
 *
 * Issues: predictability/sample-too-small, predictability/not-finite, predictability/out-of-range.
 * Time O(n), space O(n).
 * Source: Wheeler (1993), "Understanding variation"; Shewhart (1931).
 *
 * @example
 * const chart = orThrow(processBehaviour([10, 50, 40, 30]));
 * [chart.mean, chart.meanMovingRange, chart.upper, chart.lower, chart.rangeLimit]; // => [32.5, 20, 85.7, -20.700000000000003, 65.36]
 */
export function processBehaviour(
  values: readonly number[],
  baseline: number = values.length,
): Result<ProcessBehaviour> {
  if (values.length < 3) return tooSmall(3, values.length, ["values"]);
  const refused = refusal([...finiteIssues(values), ...baselineIssues(baseline, values.length)]);
  if (refused) return refused;
  const movingRanges = values.slice(1).map((value, at) => Math.abs(value - values[at]!));
  const centre = meanOf(values.slice(0, baseline));
  const range = meanOf(movingRanges.slice(0, baseline - 1));
  const found = autocorrelation(values.slice(0, baseline));
  const rho = found.ok ? found.value : 0;
  const reach = 2.66 * range;
  const adjusted = rho < 1 ? reach / Math.sqrt(1 - Math.max(0, rho)) : reach;
  const [lower, upper] = [centre - reach, centre + reach];
  return ok({
    values: [...values],
    movingRanges,
    mean: centre,
    meanMovingRange: range,
    upper,
    lower,
    rangeLimit: 3.268 * range,
    autocorrelation: rho,
    adjustedUpper: centre + adjusted,
    adjustedLower: centre - adjusted,
    signals: signalsOf(values, centre, lower, upper),
    rangeSignals: movingRanges.flatMap((each, at) => (each > 3.268 * range ? [at + 1] : [])),
  });
}

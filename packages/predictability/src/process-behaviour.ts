import { ok, type Result } from "@evenkeel/kernel";
import { autocorrelation, mean } from "@evenkeel/stats";
import { fault, refusal, tooSmall } from "./issue.js";
import type { ProcessBehaviour, ProcessSignal } from "./types.js";

const meanOf = (values: readonly number[]): number => {
  const found = mean(values);
  return found.ok ? found.value : 0;
};

/** Runs that end at each point: longest first point that still belongs. */
function signalsOf(values: readonly number[], centre: number, lower: number, upper: number): ProcessSignal[] {
  const signals: ProcessSignal[] = [];
  const side = values.map((value) => Math.sign(value - centre));
  const near = values.map((value) => (value > (centre + upper) / 2 ? 1 : value < (centre + lower) / 2 ? -1 : 0));
  let runStart = 0;
  values.forEach((value, at) => {
    if (value > upper || value < lower) signals.push({ rule: "outside-limits", from: at, to: at });
    if (at > 0 && side[at] !== side[at - 1]) runStart = at;
    if (side[at] !== 0 && at - runStart + 1 === 8) signals.push({ rule: "eight-on-one-side", from: runStart, to: at });
    if (at >= 3 && near[at] !== 0) {
      const four = near.slice(at - 3, at + 1).filter((each) => each === near[at]).length;
      if (four >= 3) signals.push({ rule: "three-of-four-near-limit", from: at - 3, to: at });
    }
  });
  return signals;
}

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
  const faults = values.flatMap((value, at) =>
    Number.isFinite(value)
      ? []
      : [fault("predictability/not-finite", { path: ["values", at], facts: { found: String(value) } })],
  );
  if (!(Number.isSafeInteger(baseline) && baseline >= 3 && baseline <= values.length)) {
    const facts = { found: String(baseline), low: 3, high: values.length };
    faults.push(fault("predictability/out-of-range", { path: ["baseline"], facts }));
  }
  const refused = refusal(faults);
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
  });
}

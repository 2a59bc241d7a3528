import { ok, type Result } from "@evenkeel/kernel";
import { mean, negativeBinomialPmf, pmfQuantile, poissonPmf, variance } from "@evenkeel/stats";
import type { CountBehaviour } from "./flow-types.js";
import { baselineIssues, fault, refusal, tooSmall } from "./issue.js";
import { runSignals } from "./process-signals.js";

const mostCount = 1_000_000;

/**
 * Chart of small counts with exact limits: quantiles at .00135 and .99865 of the law the counts follow, instead of a mean plus
 * or minus something, which for small counts falls below 0 or cries wolf.
 *
 * The law is Poisson where the variance does not exceed the mean, else the negative binomial with the same mean and variance.
 * Signals: a count outside the limits, eight successive counts on one side of the median.
 *
 * @param values - whole counts from 0 to 1,000,000 in the order of time, at least 3; not changed
 * @param baseline - how many of the first values set law and limits, integer, 3..length; default all
 * @returns law, limits and signals; signals in the order of their last point
 *
 * Issues: predictability/sample-too-small, predictability/not-a-count, predictability/out-of-range.
 * Time O(n + mean + standard deviation), space the same.
 * Source: Shewhart (1931); Montgomery (2009), "Introduction to statistical quality control", on probability limits.
 *
 * @example
 * const chart = orThrow(countBehaviour([1, 0, 2, 1, 0, 1, 2, 1, 1, 7], 9));
 * [chart.law, chart.lower, chart.upper, chart.signals.length]; // => ["poisson", 0, 5, 1]
 */
export function countBehaviour(values: readonly number[], baseline: number = values.length): Result<CountBehaviour> {
  if (values.length < 3) return tooSmall(3, values.length, ["values"]);
  const faults = values.flatMap((value, at) => {
    if (Number.isSafeInteger(value) && value >= 0 && value <= mostCount) return [];
    const facts = { found: String(value), low: 0, high: mostCount };
    return [fault("predictability/not-a-count", { path: ["values", at], facts })];
  });
  const refused = refusal([...faults, ...baselineIssues(baseline, values.length)]);
  if (refused) return refused;
  const based = values.slice(0, baseline);
  const [centre, spread] = [mean(based), variance(based)];
  if (!centre.ok || !spread.ok) return tooSmall(3, based.length, ["values"]);
  // What exceeds the mean by rounding alone has no size to speak of.
  const isPoisson = spread.value <= centre.value * (1 + 1e-9);
  const pmf = isPoisson ? poissonPmf(centre.value) : negativeBinomialPmf(centre.value, spread.value);
  const limit = (p: number): number => {
    const found = pmf.ok ? pmfQuantile(pmf.value, p) : pmf;
    return found.ok ? found.value : Number.NaN;
  };
  const [lower, median, upper] = [limit(0.00135), limit(0.5), limit(0.99865)];
  return ok({
    values: [...values],
    law: isPoisson ? "poisson" : "negative-binomial",
    mean: centre.value,
    variance: spread.value,
    lower,
    median,
    upper,
    signals: runSignals(values, median, lower, upper),
  });
}

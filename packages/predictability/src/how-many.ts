import { ok, type Result, refuse } from "@evenkeel/kernel";
import { pmfQuantile } from "@evenkeel/stats";
import { forecastDistribution } from "./forecast-distribution.js";
import type { Forecast, HowMany } from "./forecast-types.js";
import { chanceIssues, refusal } from "./issue.js";

/**
 * How many items will be done in so many days, as a promise: the largest count reached with at least this chance.
 *
 * @param forecast - from `forecastThroughput`
 * @param days - whole, 1..3,650
 * @param confidence - chance the promise is to have, between 0 and 1
 * @returns the count, a quantile that is never interpolated
 *
 * Issues: predictability/out-of-range, predictability/beyond-horizon.
 * Time O(total^2) for iid-bootstrap, O(weeks total) for nb-mix; space O(total).
 * Source: own; quantile: Hyndman and Fan (1996), definition 1.
 *
 * @example
 * const forecast = orThrow(forecastThroughput([1, 0, 1, 0, 1, 0, 1, 0], { model: "iid-bootstrap" }));
 * orThrow(howMany(forecast, 10, 0.85)).count; // => 3
 */
export function howMany(forecast: Forecast, days: number, confidence: number): Result<HowMany> {
  const faults = chanceIssues(confidence, "confidence");
  const pmf = forecastDistribution(forecast, days);
  if (!pmf.ok) return refuse([pmf.issues[0], ...pmf.issues.slice(1), ...faults]);
  const refused = refusal(faults);
  if (refused) return refused;
  const found = pmfQuantile(pmf.value, 1 - confidence);
  return found.ok ? ok({ days, confidence, count: found.value, model: forecast.model }) : found;
}

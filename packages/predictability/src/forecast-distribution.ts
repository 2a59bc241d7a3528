import { ok, type Result, refuse } from "@evenkeel/kernel";
import type { Pmf } from "@evenkeel/stats";
import { completionsPmf } from "./completions-pmf.js";
import type { Forecast } from "./forecast-types.js";
import { fault } from "./issue.js";
import { largestTotal, longestHorizon } from "./limits.js";

/**
 * The whole distribution of completions in the next days.
 *
 * @param forecast - from `forecastThroughput`
 * @param days - horizon, whole, 1..3,650
 * @returns probabilities of 0, 1, 2 .. completions, sum 1
 *
 * Issues: predictability/out-of-range, predictability/beyond-horizon.
 * Time O(total^2) for iid-bootstrap, O(weeks total) for nb-mix; space O(total).
 * Source: own; see `forecastThroughput`.
 *
 * @example
 * const forecast = orThrow(forecastThroughput([1, 0, 1, 0, 1, 0, 1, 0], { model: "iid-bootstrap" }));
 * orThrow(forecastDistribution(forecast, 2)); // => Float64Array(3) [ 0.25, 0.5, 0.25 ]
 */
export function forecastDistribution(forecast: Forecast, days: number): Result<Pmf> {
  if (!(Number.isSafeInteger(days) && days >= 1)) {
    const facts = { found: String(days), low: 1, high: longestHorizon };
    return refuse([fault("predictability/out-of-range", { path: ["days"], facts })]);
  }
  const pmf = completionsPmf(forecast, days);
  if (pmf !== undefined) return ok(pmf);
  const facts = { limit: longestHorizon, largest: largestTotal };
  return refuse([fault("predictability/beyond-horizon", { path: ["days"], facts })]);
}

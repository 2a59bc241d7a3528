import type { Pmf } from "@evenkeel/stats";
import { bootstrapTotal } from "./bootstrap.js";
import type { Forecast } from "./forecast-types.js";
import { largestTotal, longestHorizon } from "./limits.js";
import { mixtureLaw } from "./nb-mix.js";

/** The longest horizon this forecast answers for, days. */
export function answeredDays({ daily }: Forecast): number {
  const largest = daily.reduce((most, count) => Math.max(most, count), 1);
  return Math.min(longestHorizon, Math.floor(largestTotal / largest));
}

/** The law of completions in the next days; undefined beyond what a forecast answers for. */
export function completionsPmf(forecast: Forecast, days: number): Pmf | undefined {
  if (days > answeredDays(forecast)) return undefined;
  if (forecast.mixture !== undefined) return mixtureLaw(forecast.mixture, days);
  const total = bootstrapTotal(forecast.daily, days);
  return total.ok ? total.value : undefined;
}

import { convolvePower, type Pmf, pmfFromCounts } from "@evenkeel/stats";
import type { Forecast } from "./forecast-types.js";
import { mixtureLaw } from "./nb-mix.js";

/** Longest horizon a forecast answers for, days. */
export const longestHorizon = 3650;
/** Largest possible total a forecast answers for. */
export const largestTotal = 100_000;

/** The longest horizon this forecast answers for, days. */
export function answeredDays({ daily }: Forecast): number {
  const largest = daily.reduce((most, count) => Math.max(most, count), 1);
  return Math.min(longestHorizon, Math.floor(largestTotal / largest));
}

/** The law of completions in the next days; undefined beyond what a forecast answers for. */
export function completionsPmf(forecast: Forecast, days: number): Pmf | undefined {
  if (days > answeredDays(forecast)) return undefined;
  if (forecast.mixture !== undefined) return mixtureLaw(forecast.mixture, days);
  const day = pmfFromCounts(forecast.daily);
  const total = day.ok ? convolvePower(day.value, days) : day;
  return total.ok ? total.value : undefined;
}

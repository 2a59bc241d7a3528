import { convolvePower, type Pmf, pmfFromCounts } from "@evenkeel/stats";
import { nbMixPmf } from "./nb-mix.js";
import { type Levels, nbMixLevels } from "./nb-mix-levels.js";
import type { Forecast } from "./types.js";

/** Longest horizon a forecast answers for, days. */
export const longestHorizon = 3650;
/** Largest possible total a forecast answers for. */
export const largestTotal = 100_000;

/** A function from days to the law of completions; what depends on the series alone is computed once. */
export function completionsByDays(forecast: Forecast): (days: number) => Pmf | undefined {
  const largest = forecast.daily.reduce((most, count) => Math.max(most, count), 0);
  const levels: Levels | undefined = forecast.model === "nb-mix" ? nbMixLevels(forecast.daily) : undefined;
  const day = pmfFromCounts(forecast.daily);
  return (days) => {
    if (days > longestHorizon || days * largest > largestTotal) return undefined;
    if (levels !== undefined) return nbMixPmf(levels, days);
    const total = day.ok ? convolvePower(day.value, days) : day;
    return total.ok ? total.value : undefined;
  };
}

/** The law of completions in the next days; undefined beyond what a forecast answers for. */
export function completionsPmf(forecast: Forecast, days: number): Pmf | undefined {
  return completionsByDays(forecast)(days);
}

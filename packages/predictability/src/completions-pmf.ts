import { convolvePower, type Pmf, pmfFromCounts } from "@evenkeel/stats";
import { nbMixBound, nbMixPmf } from "./nb-mix.js";
import { type Levels, nbMixLevels } from "./nb-mix-levels.js";
import type { Forecast } from "./types.js";

/** Longest horizon a forecast answers for, days. */
export const longestHorizon = 3650;
/** Largest possible total a forecast answers for. */
export const largestTotal = 100_000;

/** Completions of a forecast by horizon. */
export interface Completions {
  /** The law of completions in the next days; undefined beyond what a forecast answers for. */
  readonly law: (days: number) => Pmf | undefined;
  /** An upper bound of the chance to complete a count in the next days; cheap. */
  readonly bound: (days: number, count: number) => number;
}

/** The laws of all horizons; what depends on the series alone is computed once. */
export function completionsByDays(forecast: Forecast): Completions {
  const largest = forecast.daily.reduce((most, count) => Math.max(most, count), 0);
  const levels: Levels | undefined = forecast.model === "nb-mix" ? nbMixLevels(forecast.daily) : undefined;
  const day = pmfFromCounts(forecast.daily);
  const law = (days: number): Pmf | undefined => {
    if (days > longestHorizon || days * largest > largestTotal) return undefined;
    if (levels !== undefined) return nbMixPmf(levels, days);
    const total = day.ok ? convolvePower(day.value, days) : day;
    return total.ok ? total.value : undefined;
  };
  return { law, bound: (days, count) => (levels === undefined ? 1 : nbMixBound(levels, days, count)) };
}

/** The law of completions in the next days; undefined beyond what a forecast answers for. */
export function completionsPmf(forecast: Forecast, days: number): Pmf | undefined {
  return completionsByDays(forecast).law(days);
}

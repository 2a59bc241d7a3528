import { convolve, type Pmf, pmfFromCounts } from "@evenkeel/stats";
import type { BacklogLaw, GrowthAnswer } from "./backlog-types.js";
import { backlogSurvival, type WalkEnd } from "./backlog-walk.js";
import { answeredDays, completionsPmf } from "./completions-pmf.js";
import type { Forecast } from "./forecast-types.js";
import { largestTotal, longestHorizon } from "./limits.js";
import { mixtureBelowEach, mixtureBound } from "./nb-mix.js";

/** Which answer a forecast can give for a backlog. */
export function growthAnswer(forecast: Forecast, { growth }: BacklogLaw): GrowthAnswer {
  if (growth === undefined) return "none";
  return forecast.mixture === undefined && growth.mixture === undefined ? "exact" : "bound";
}

/** Both are independent days: the walk from day to day is exact. Otherwise each day is looked at on its own. */
export function walks(forecast: Forecast, law: BacklogLaw): boolean {
  return forecast.mixture === undefined && law.growth?.mixture === undefined;
}

function dayLaw(forecast: Forecast | undefined): Pmf {
  const day = forecast === undefined ? undefined : pmfFromCounts(forecast.daily);
  return day?.ok ? day.value : Float64Array.of(1);
}

/** Survival of a backlog under independent days. */
export function walkBacklog(forecast: Forecast, law: BacklogLaw, end: Pick<WalkEnd, "stop" | "days">): number[] {
  const widest = largestTotal;
  return backlogSurvival(Float64Array.from(law.chances), dayLaw(forecast), dayLaw(law.growth), { ...end, widest });
}

/** Last horizon up to which a chance need not rise from day to day. */
export function learnedDays(forecast: Forecast, law: BacklogLaw): number {
  const horizons = [forecast, law.growth].flatMap((each) => each?.mixture?.horizons ?? []);
  return Math.max(...horizons);
}

/** The last day both forecasts answer for; the mixture needs no whole law for counts it is asked about. */
export function lastDay(forecast: Forecast, { growth }: BacklogLaw): number {
  const own = forecast.mixture === undefined ? answeredDays(forecast) : longestHorizon;
  return growth === undefined ? own : Math.min(own, answeredDays(growth));
}

function belowEach(forecast: Forecast, days: number, most: number): Float64Array | undefined {
  if (forecast.mixture !== undefined) return mixtureBelowEach(forecast.mixture, days, most);
  const pmf = completionsPmf(forecast, days);
  if (pmf === undefined) return undefined;
  const below = new Float64Array(most + 1);
  for (let count = 0; count < most; count++) below[count + 1] = below[count]! + (pmf[count] ?? 0);
  return below;
}

/** Chance that something is left on a day, seen on that day alone; undefined beyond what a forecast answers for. */
export function leftOnDay(forecast: Forecast, law: BacklogLaw, days: number): number | undefined {
  let needed: Pmf = Float64Array.from(law.chances);
  if (law.growth !== undefined) {
    const arrived = completionsPmf(law.growth, days);
    if (arrived === undefined) return undefined;
    needed = convolve(needed, arrived);
  }
  const below = belowEach(forecast, days, needed.length - 1);
  if (below === undefined) return undefined;
  let left = 0;
  for (let count = 1; count < needed.length; count++) left += needed[count]! * below[count]!;
  return left;
}

/** An upper bound of the chance that nothing is left on a day, by Markov's inequality, as a function of the day; cheap. */
export function doneBound({ mixture }: Forecast, { chances }: BacklogLaw): (days: number) => number {
  if (mixture === undefined) return () => 1;
  const inverse = chances.reduce((sum, chance, count) => sum + (count === 0 ? 0 : chance / count), 0);
  return (days) => chances[0]! + mixtureBound(mixture, days, 1) * inverse;
}

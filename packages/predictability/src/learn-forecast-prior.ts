import { type Issue, ok, type Result } from "@evenkeel/kernel";
import { mean, quantile } from "@evenkeel/stats";
import type { ForecastPrior } from "./forecast-prior.js";
import { fault, refusal } from "./issue.js";
import { type Levels, nbMixLevels, originStep } from "./nb-mix-levels.js";
import { replayHorizon } from "./nb-mix-replay.js";

/** What is said of a prior, and what is kept of another one. */
export interface PriorOptions {
  readonly name: string;
  /** Which kind of teams, which years, in words. */
  readonly referenceClass: string;
  /** Days, ascending; default 5, 10, 20, 40, 80. */
  readonly halfLives?: readonly number[];
  /** Days, ascending, multiples of 7; default 7, 14, 28, 56. */
  readonly horizons?: readonly number[];
  /** Default 1.4: 85 % forecasts of teams left out of the learning came true in 89 to 92 % of the cases, 86 % without what whole numbers add. */
  readonly driftScale?: number;
  /** Default -0.5, which scored best on teams left out; 0 = drift does not depend on the level. */
  readonly sizeExponent?: number;
}

const fewestOrigins = 4;
const shortest = 112;

const averageOf = (values: readonly number[]): number => {
  const found = mean(values);
  return found.ok ? found.value : 0;
};
const medianOf = (values: readonly number[]): number => {
  const found = quantile(values, 0.5);
  return found.ok ? found.value : 0;
};
const columns = (rows: readonly (readonly number[])[], width: number): number[][] =>
  Array.from({ length: width }, (_none, j) => rows.map((row) => row[j]!));

/**
 * Drift and log weights of one horizon: two passes, each judged with what the one before found; all teams weigh alike. Undefined
 * where no team has forecasts enough whose outcome is known.
 */
function learnHorizon(
  series: readonly Levels[],
  days: number,
  width: number,
  sizeExponent: number,
): { readonly drift: number[]; readonly logWeight: number[] } | undefined {
  let drift: number[] = Array.from({ length: width }, () => 0.2);
  let logWeight: number[] = drift.map(() => 0);
  for (let pass = 0; pass < 2; pass++) {
    const teams = series
      .map((levels) => replayHorizon(levels, days, { drift, logWeight, driftScale: 1, sizeExponent }).judged)
      .filter((judged) => judged.length >= fewestOrigins)
      .map((judged) => ({
        misses: columns(
          judged.map(({ misses }) => misses),
          width,
        ).map(averageOf),
        scores: columns(
          judged.map(({ scores }) => scores),
          width,
        ).map(averageOf),
      }));
    if (teams.length === 0) return undefined;
    const misses = columns(
      teams.map((team) => team.misses),
      width,
    );
    const scores = columns(
      teams.map((team) => team.scores),
      width,
    ).map(averageOf);
    const best = Math.max(...scores);
    drift = misses.map((of) => {
      const held = of.map((miss) => Math.min(2, Math.max(0, miss)));
      return Math.max(0.01, 0.5 * averageOf(held) + 0.5 * medianOf(of));
    });
    logWeight = scores.map((score) => 4 * (score - best));
  }
  return { drift, logWeight };
}

/** Faults of half-lives and horizons: days within range, each list ascending. */
function tuningIssues(halfLives: readonly number[], horizons: readonly number[]): Issue[] {
  const odd = (name: string, values: readonly number[], isFit: (value: number) => boolean): Issue[] => {
    const at = values.findIndex((value, index) => !isFit(value) || value <= (values[index - 1] ?? 0));
    if (at < 0 && values.length > 0) return [];
    const facts = { found: String(values[at]), low: 1, high: 3650 };
    return [fault("predictability/out-of-range", { path: [name, Math.max(at, 0)], facts })];
  };
  return [
    ...odd("halfLives", halfLives, (days) => days >= 1 && days <= 3650),
    ...odd("horizons", horizons, (days) => Number.isSafeInteger(days / 7) && days <= 3650),
  ];
}

/**
 * Learns what forecasts of one team may take from others: how far levels drift, and which half-lives foretell best.
 *
 * Every team weighs alike, however long its record. Teams of less than 112 days are left out and named; a horizon at which no team
 * has four forecasts whose outcome is known is refused.
 *
 * @param series - daily counts of each team, oldest first, whole numbers; not changed
 * @param options - name, reference class in words, half-lives, horizons
 * @returns plain data for the option `prior` of `forecastThroughput`
 *
 * Issues: predictability/sample-too-small, predictability/not-a-count, predictability/out-of-range.
 * Time O(teams days), space O(days).
 * Source: own.
 *
 * @example
 * const teams = [2, 3, 4].map((pace) => Array.from({ length: 140 }, (_none, day) => (day * day + pace * day) % (pace + 2)));
 * const prior = orThrow(learnForecastPrior(teams, { name: "ours", referenceClass: "three teams of one house, 2026" }));
 * [prior.teams, prior.drift.length]; // => [3, 4]
 */
export function learnForecastPrior(
  series: readonly (readonly number[])[],
  options: PriorOptions,
): Result<ForecastPrior> {
  const { name, referenceClass, driftScale = 1.4, sizeExponent = -0.5 } = options;
  const { halfLives = [5, 10, 20, 40, 80], horizons = [7, 14, 28, 56] } = options;
  const issues: Issue[] = [];
  const levels = series.flatMap((daily, at) => {
    const odd = daily.findIndex((count) => !(Number.isSafeInteger(count) && count >= 0));
    if (odd >= 0) {
      const facts = { found: String(daily[odd]), low: 0, high: 10_000 };
      issues.push(fault("predictability/not-a-count", { path: ["series", at, odd], facts }));
      return [];
    }
    if (daily.length < shortest) {
      const facts = { needed: shortest, found: daily.length };
      issues.push(fault("predictability/sample-too-small", { path: ["series", at], facts }));
      return [];
    }
    return [nbMixLevels(daily.slice(0, daily.length - (daily.length % originStep)), halfLives)];
  });
  if (levels.length < 2)
    issues.push(
      fault("predictability/sample-too-small", { path: ["series"], facts: { needed: 2, found: levels.length } }),
    );
  const faults = tuningIssues(halfLives, horizons);
  const refused = levels.length < 2 || faults.length > 0 ? refusal([...faults, ...issues]) : undefined;
  if (refused) return refused;
  const learned = horizons.flatMap((days, at) => {
    const row = learnHorizon(levels, days, halfLives.length, sizeExponent);
    if (row !== undefined) return [row];
    const facts = { needed: fewestOrigins, found: 0 };
    issues.push(fault("predictability/sample-too-small", { path: ["horizons", at], facts }));
    return [];
  });
  if (learned.length < horizons.length) return refusal(issues) as Result<ForecastPrior>;
  return ok(
    {
      name,
      referenceClass,
      teams: levels.length,
      halfLives: [...halfLives],
      horizons: [...horizons],
      drift: learned.map(({ drift }) => drift),
      logWeight: learned.map((row) => row.logWeight),
      driftScale,
      sizeExponent,
    },
    issues,
  );
}

import { assert } from "@evenkeel/kernel";
import { exp, mixture, negativeBinomialPmf, type Pmf } from "@evenkeel/stats";
import type { ForecastPrior } from "./forecast-prior.js";
import type { MixtureState } from "./forecast-types.js";
import { componentBelow, componentBelowEach, componentOf, levelMean } from "./nb-chance.js";
import { type Levels, nbMixLevels, type Origin } from "./nb-mix-levels.js";
import { type Learned, type Replay, replayHorizon } from "./nb-mix-replay.js";

/** Replays of a series at the horizons of a prior. */
export function replaySeries(levels: Levels, prior: ForecastPrior): Replay[] {
  const { driftScale, sizeExponent } = prior;
  return prior.horizons.map((days, at) =>
    replayHorizon(levels, days, { drift: prior.drift[at]!, logWeight: prior.logWeight[at]!, driftScale, sizeExponent }),
  );
}

/** What is known at one origin, from the replays of all horizons. */
export function stateAt(origin: Origin, learned: readonly Learned[], horizons: readonly number[]): MixtureState {
  return {
    rates: [...origin.rates],
    dispersion: origin.dispersion,
    horizons: [...horizons],
    drift: learned.map(({ drift }) => drift),
    logWeight: learned.map(({ logWeight }) => logWeight),
  };
}

/** What the whole of a series teaches. */
export function learnMixture(daily: readonly number[], prior: ForecastPrior): MixtureState {
  const levels = nbMixLevels(daily, prior.halfLives);
  const last = levels.origins.length - 1;
  const learned = replaySeries(levels, prior).map((replay) => replay.learned[last]!);
  return stateAt(levels.origins[last]!, learned, prior.horizons);
}

/** Rows of a table at a horizon: linear between its horizons, held beyond the ends. */
function rowAt(table: readonly (readonly number[])[], horizons: readonly number[], days: number): number[] {
  const last = horizons.length - 1;
  const above = horizons.findIndex((horizon) => horizon >= days);
  const high = above < 0 ? last : above;
  const low = above <= 0 ? high : above - 1;
  const share = high === low ? 0 : (days - horizons[low]!) / (horizons[high]! - horizons[low]!);
  return table[low]!.map((value, at) => value + share * (table[high]![at]! - value));
}

/** Shares in proportion to the exponentials of log weights. */
export function sharesOf(logWeight: readonly number[]): number[] {
  const top = Math.max(...logWeight);
  const weights = logWeight.map((weight) => exp(weight - top));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}

/** Negative binomials of a horizon with their shares. */
export interface WeightedComponent {
  readonly mean: number;
  readonly variance: number;
  /** The shares of all components sum to 1. */
  readonly share: number;
}

/** The components of the law of completions in the next days. */
export function componentsAt(state: MixtureState, days: number): WeightedComponent[] {
  const drift = rowAt(state.drift, state.horizons, days);
  const logWeight = rowAt(state.logWeight, state.horizons, days);
  const shares = sharesOf(logWeight);
  return state.rates.map((rate, j) => ({
    ...componentOf(levelMean(rate, days), state.dispersion, drift[j]!),
    share: shares[j]!,
  }));
}

/** The law of completions in the next days: a mixture of negative binomials. */
export function mixtureLaw(state: MixtureState, days: number): Pmf {
  const components = componentsAt(state, days);
  const laws = components.map(({ mean, variance }) => {
    const pmf = negativeBinomialPmf(mean, variance);
    assert(pmf.ok, "the mean and variance of a component lie in range");
    return pmf.value;
  });
  const mixed = mixture(
    laws,
    components.map(({ share }) => share),
  );
  assert(mixed.ok, "shares sum to 1");
  return mixed.value;
}

/** An upper bound of the chance to complete a count within the next days, by Markov's inequality; cheap. */
export function mixtureBound(state: MixtureState, days: number, count: number): number {
  return Math.max(0.05, ...state.rates.map((rate) => levelMean(rate, days))) / count;
}

/** Chance to complete fewer than a count within the next days. */
export function mixtureBelow(state: MixtureState, days: number, count: number): number {
  return componentsAt(state, days).reduce(
    (sum, component) => sum + component.share * componentBelow(component, count),
    0,
  );
}

/** Chances to complete fewer than 0, 1, 2 .. counts within the next days. */
export function mixtureBelowEach(state: MixtureState, days: number, most: number): Float64Array {
  const mixed = new Float64Array(most + 1);
  for (const component of componentsAt(state, days)) {
    const below = componentBelowEach(component, most);
    for (let count = 1; count <= most; count++) mixed[count]! += component.share * below[count]!;
  }
  return mixed;
}

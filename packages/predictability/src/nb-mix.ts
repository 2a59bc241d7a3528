import { assert } from "@evenkeel/kernel";
import { exp, log, mixture, negativeBinomialPmf, type Pmf, pow } from "@evenkeel/stats";
import { componentChance, componentOf } from "./nb-chance.js";
import { type Levels, type Origin, originStep } from "./nb-mix-levels.js";
import { nbMixPrior } from "./nb-mix-prior.js";

const priorWeight = 4;
const learningRate = 0.5;
const driftScale = 0.35;
const memoryDays = 180;

/** What a team's own resolved forecasts have taught so far, per half-life. */
interface Learned {
  /** Sum of weights of resolved origins. */
  weight: number;
  /** Weighted sums of squared relative misses, and of log scores. */
  readonly misses: number[];
  readonly scores: number[];
}

/** Mean completions of a horizon for one level, never quite 0. */
function levelMean(rate: number, days: number): number {
  return Math.max(days * rate, (0.02 * days) / 7);
}

function componentPmf(level: number, dispersion: number, drift: number): Pmf {
  const { mean, variance } = componentOf(level, dispersion, drift);
  const pmf = negativeBinomialPmf(mean, variance);
  assert(pmf.ok, "the mean and variance of a component lie in range");
  return pmf.value;
}

/** Drift of the level: the pooled prior, moved by what the resolved forecasts missed. */
function drifts(prior: readonly number[], learned: Learned, days: number): number[] {
  const effective = (learned.weight * originStep) / (days + originStep);
  return prior.map((pooled, j) => {
    const own = learned.weight > 0 ? learned.misses[j]! / learned.weight : 0;
    return Math.max((driftScale * (priorWeight * pooled + effective * own)) / (priorWeight + effective), 0.003);
  });
}

/** An upper bound of the chance to complete a count within the next days, by Markov's inequality; cheap. */
export function nbMixBound(levels: Levels, days: number, count: number): number {
  const { rates } = levels.origins[levels.origins.length - 1] as Origin;
  return Math.max(0.05, ...rates.map((rate) => levelMean(rate, days))) / count;
}

/** How far a resolved forecast missed and how it scored, per half-life. */
function judge(origin: Origin, outcome: number, days: number, drift: readonly number[]): [number[], number[]] {
  const misses: number[] = [];
  const scores: number[] = [];
  origin.rates.forEach((rate, j) => {
    const level = levelMean(rate, days);
    const size = Math.max(level, 1);
    const gap = outcome - level;
    misses.push(Math.min(6, Math.max(-1, (gap * gap - origin.dispersion * level) / (size * size))));
    const chance = componentChance(componentOf(level, origin.dispersion, drift[j]!), outcome);
    scores.push(Math.max(log(Math.max(chance, 1e-6)), -12));
  });
  return [misses, scores];
}

/**
 * The law of completions in the next days from the replayed levels of a series: a mixture of negative binomials.
 *
 * Each earlier origin whose outcome is known by now teaches; nothing later is seen.
 */
export function nbMixPmf(levels: Levels, days: number): Pmf {
  const { origins, totals } = levels;
  const prior = nbMixPrior(days);
  const lag = Math.ceil(days / originStep);
  const fade = pow(0.5, originStep / memoryDays);
  const first = pow(0.5, (lag * originStep - days) / memoryDays);
  const learned: Learned = { weight: 0, misses: prior.drift.map(() => 0), scores: prior.drift.map(() => 0) };
  const judged: [number[], number[]][] = [];
  let drift = drifts(prior.drift, learned, days);
  origins.forEach((origin, at) => {
    learned.weight *= fade;
    for (const sums of [learned.misses, learned.scores]) for (let j = 0; j < sums.length; j++) sums[j]! *= fade;
    const resolved = judged[at - lag];
    if (resolved !== undefined) {
      learned.weight += first;
      resolved[0].forEach((miss, j) => {
        learned.misses[j]! += first * miss;
        learned.scores[j]! += first * resolved[1][j]!;
      });
    }
    drift = drifts(prior.drift, learned, days);
    if (origin.seen + days < totals.length)
      judged.push(judge(origin, totals[origin.seen + days]! - totals[origin.seen]!, days, drift));
  });
  const now = origins[origins.length - 1] as Origin;
  const pace = (learningRate * originStep) / (days + originStep);
  const logWeights = prior.logWeight.map((pooled, j) => pooled + pace * learned.scores[j]!);
  const top = Math.max(...logWeights);
  const components = now.rates.map((rate, j) => componentPmf(levelMean(rate, days), now.dispersion, drift[j]!));
  const mixed = mixture(
    components,
    logWeights.map((weight) => exp(weight - top)),
  );
  assert(mixed.ok, "a softmax gives weights above 0");
  return mixed.value;
}

import { pow } from "@evenkeel/stats";
import { componentOf, componentUpTo, levelMean } from "./nb-chance.js";
import { type Levels, type Origin, originStep } from "./nb-mix-levels.js";
import { quickLog } from "./quick-log.js";

const priorWeight = 4;
const learningRate = 0.5;
const memoryDays = 180;

/** What the replay of one horizon begins with: other teams' drift and log weights, one entry a half-life. */
export interface HorizonPrior {
  readonly drift: readonly number[];
  readonly logWeight: readonly number[];
  readonly driftScale: number;
  readonly sizeExponent: number;
}

/** Drift of the levels and their log weights as known at an origin, one entry a half-life. */
export interface Learned {
  readonly drift: readonly number[];
  readonly logWeight: readonly number[];
}

/** How far each resolved forecast missed, relative to its expected drift, and how it scored; by origin and half-life. */
export interface Judged {
  readonly misses: readonly number[];
  readonly scores: readonly number[];
  /** Chance each component gave to at most the outcome. */
  readonly atMost: readonly number[];
}

/** The replay of one horizon. */
export interface Replay {
  /** One entry an origin. */
  readonly learned: readonly Learned[];
  /** One entry an origin whose outcome is known by the end of the series. */
  readonly judged: readonly Judged[];
}

function judge(
  origin: Origin,
  outcome: number,
  days: number,
  drift: readonly number[],
  sizes: readonly number[],
): Judged {
  const misses: number[] = [];
  const scores: number[] = [];
  const chances: number[] = [];
  for (let j = 0; j < drift.length; j++) {
    const level = levelMean(origin.rates[j]!, days);
    const least = Math.max(level, 1);
    const gap = outcome - level;
    const miss = (gap * gap - origin.dispersion * level) / (least * least) / sizes[j]!;
    misses.push(Math.min(6, Math.max(-1, miss)));
    const { chance, atMost } = componentUpTo(componentOf(level, origin.dispersion, drift[j]!), outcome);
    scores.push(Math.max(quickLog(Math.max(chance, 1e-6)), -12));
    chances.push(atMost);
  }
  return { misses, scores, atMost: chances };
}

/** (1 + level) to a power; a square root is right to the last bit and needs no series. */
function sizeOf(level: number, exponent: number): number {
  if (exponent === 0) return 1;
  return exponent === -0.5 ? 1 / Math.sqrt(1 + level) : pow(1 + level, exponent);
}

/** Forecasts one horizon from every origin of a series; each learns from those resolved by then, and from nothing later. */
export function replayHorizon(levels: Levels, days: number, prior: HorizonPrior): Replay {
  const { origins, totals } = levels;
  const lag = Math.ceil(days / originStep);
  const fade = pow(0.5, originStep / memoryDays);
  const first = pow(0.5, (lag * originStep - days) / memoryDays);
  const overlap = originStep / (days + originStep);
  const width = prior.drift.length;
  const misses = new Float64Array(width);
  const scores = new Float64Array(width);
  let weight = 0;
  const judged: Judged[] = [];
  const learned = origins.map((origin, at): Learned => {
    weight *= fade;
    const resolved = judged[at - lag];
    if (resolved !== undefined) weight += first;
    const drift: number[] = [];
    const logWeight: number[] = [];
    const sizes: number[] = [];
    for (let j = 0; j < width; j++) {
      misses[j] = misses[j]! * fade + (resolved === undefined ? 0 : first * resolved.misses[j]!);
      scores[j] = scores[j]! * fade + (resolved === undefined ? 0 : first * resolved.scores[j]!);
      const own = weight > 0 ? misses[j]! / weight : 0;
      const shrunk = (priorWeight * prior.drift[j]! + weight * overlap * own) / (priorWeight + weight * overlap);
      const size = sizeOf(levelMean(origin.rates[j]!, days), prior.sizeExponent);
      sizes.push(size);
      drift.push(Math.max(prior.driftScale * size * shrunk, 0.003));
      logWeight.push(prior.logWeight[j]! + learningRate * overlap * scores[j]!);
    }
    if (origin.seen + days < totals.length)
      judged.push(judge(origin, totals[origin.seen + days]! - totals[origin.seen]!, days, drift, sizes));
    return { drift, logWeight };
  });
  return { learned, judged };
}

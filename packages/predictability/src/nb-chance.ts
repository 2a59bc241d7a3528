import { exp, lgammaPositive, log } from "@evenkeel/stats";
import { quickLogOnePlus } from "./quick-log.js";

/** Mean and variance of a component; the floors keep it a negative binomial. */
export interface Component {
  readonly mean: number;
  readonly variance: number;
}

/** Chances below this are taken as 0: sums do not see them, and arithmetic on smaller ones is slow. */
const vanishing = 1e-290;

/** Mean completions of a horizon for one level, never quite 0. */
export function levelMean(rate: number, days: number): number {
  return Math.max(days * rate, (0.02 * days) / 7);
}

/** The negative binomial of a level: short-run dispersion plus drift of the level. */
export function componentOf(level: number, dispersion: number, drift: number): Component {
  const mean = Math.max(level, 0.05);
  return { mean, variance: Math.max(dispersion * level + drift * level * level, 1.001 * mean) };
}

/** The chance of one count under a component, without the other counts: the replay asks for one count of very many laws. */
export function componentChance({ mean, variance }: Component, count: number): number {
  const size = (mean * mean) / (variance - mean);
  const fail = (variance - mean) / variance;
  return exp(
    size * log(mean / variance) -
      lgammaPositive(size) +
      lgammaPositive(count + size) -
      lgammaPositive(count + 1) +
      count * log(fail),
  );
}

/** The chance of less than a count under a component: downward from the count, where the terms may first grow. */
export function componentBelow(component: Component, count: number): number {
  const { mean, variance } = component;
  const size = (mean * mean) / (variance - mean);
  const fail = (variance - mean) / variance;
  let term = count > 0 ? componentChance(component, count - 1) : 0;
  if (term < vanishing && count - 1 > mean) return 1;
  let sum = term;
  for (let k = count - 1; k > 0; k--) {
    const step = k / ((k - 1 + size) * fail);
    term *= step;
    sum += term;
    if (step < 1 && term < 1e-18 * sum) break;
  }
  return sum;
}

/** The chance of a count, and of at most it. */
export interface UpTo {
  readonly chance: number;
  readonly atMost: number;
}

/** Both chances of one walk from 0, which needs no gamma function; counts far out, or a vanishing chance of 0, take the long way. */
export function componentUpTo(component: Component, count: number): UpTo {
  const { mean, variance } = component;
  const size = (mean * mean) / (variance - mean);
  const fail = (variance - mean) / variance;
  const none = -size * quickLogOnePlus((variance - mean) / mean);
  if (count > 400 || none < -600)
    return { chance: componentChance(component, count), atMost: componentBelow(component, count + 1) };
  let chance = exp(none);
  let atMost = chance;
  for (let k = 1; k <= count; k++) {
    chance *= ((k - 1 + size) * fail) / k;
    atMost += chance;
  }
  return { chance, atMost };
}

/** The chances of less than 0, 1, 2 .. counts under a component: from its mode outwards, where no term grows. */
export function componentBelowEach(component: Component, most: number): Float64Array {
  const { mean, variance } = component;
  const size = (mean * mean) / (variance - mean);
  const fail = (variance - mean) / variance;
  const mode = Math.max(0, Math.min(most - 1, Math.floor(((size - 1) * fail) / (1 - fail))));
  const below = new Float64Array(most + 1);
  if (most === 0) return below;
  below[mode + 1] = componentChance(component, mode);
  for (let k = mode; k > 0 && below[k + 1]! > vanishing; k--) below[k] = (below[k + 1]! * k) / ((k - 1 + size) * fail);
  for (let k = mode + 1; k < most && below[k]! > vanishing; k++) below[k + 1] = (below[k]! * (k - 1 + size) * fail) / k;
  for (let k = 1; k < most; k++) below[k + 1]! += below[k]!;
  return below;
}

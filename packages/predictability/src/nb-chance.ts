import { exp, lgammaPositive, log } from "@evenkeel/stats";

/** Mean and variance of a component; the floors keep it a negative binomial. */
export interface Component {
  readonly mean: number;
  readonly variance: number;
}

/** The negative binomial of a level: short-run dispersion plus drift of the level. */
export function componentOf(level: number, dispersion: number, drift: number): Component {
  const mean = Math.max(level, 0.05);
  return { mean, variance: Math.max(dispersion * level + drift * level * level, 1.001 * mean) };
}

/**
 * The chance of one count under a component, as `negativeBinomialPmf` gives it (cut at twelve standard deviations and brought
 * to sum 1), without the other counts: the replay asks for one count of very many laws.
 */
export function componentChance({ mean, variance }: Component, count: number): number {
  const last = Math.floor(mean + 12 * Math.sqrt(variance)) + 9;
  if (count > last) return 0;
  const size = (mean * mean) / (variance - mean);
  const fail = (variance - mean) / variance;
  const base = size * log(mean / variance) - lgammaPositive(size);
  const logFail = log(fail);
  const at = (k: number): number => exp(base + lgammaPositive(k + size) - lgammaPositive(k + 1) + k * logFail);
  let term = at(last + 1);
  let beyond = 0;
  for (let k = last + 1; term > 1e-17; k++) {
    beyond += term;
    term *= ((k + size) / (k + 1)) * fail;
  }
  return at(count) / (1 - beyond);
}

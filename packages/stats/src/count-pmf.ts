import type { Pmf } from "./types.js";

/** What may be left out beyond the last entry. */
const negligible = 1e-13;

/**
 * The distribution whose neighbours stand in a given ratio, walked from the mode outwards so that nothing under- or
 * overflows, then brought to sum 1. It ends where less than 1e-13 is left, at most forty standard deviations above the mean.
 *
 * @param ratio - chance of k + 1 over chance of k; above the mode it is at most the larger of itself and `limit`
 * @param limit - what the ratio tends to, 0..1
 */
export function pmfFromRatio(
  { mean, variance, mode }: { readonly mean: number; readonly variance: number; readonly mode: number },
  ratio: (k: number) => number,
  limit: number,
): Pmf {
  const longest = Math.floor(mean + 40 * Math.sqrt(variance)) + 10;
  const above: number[] = [];
  let weight = 1;
  let total = 1;
  for (let k = mode; k + 1 < longest; k++) {
    const step = ratio(k);
    weight *= step;
    above.push(weight);
    total += weight;
    const least = Math.max(step, limit);
    if (least < 1 && weight * least < negligible * total * (1 - least)) break;
  }
  const pmf = new Float64Array(mode + 1 + above.length);
  pmf.set(above, mode + 1);
  pmf[mode] = 1;
  for (let k = mode; k > 0; k--) pmf[k - 1] = pmf[k]! / ratio(k - 1);
  let sum = 0;
  for (let k = pmf.length - 1; k > mode; k--) sum += pmf[k]!;
  for (let k = 0; k <= mode; k++) sum += pmf[k]!;
  for (let k = 0; k < pmf.length; k++) pmf[k]! /= sum;
  return pmf;
}

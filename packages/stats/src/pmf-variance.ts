import { pmfMean } from "./pmf-mean.js";
import type { Pmf } from "./types.js";

/**
 * Variance of a distribution of counts.
 *
 * @param pmf - probabilities of 0, 1 ..; not changed
 * @returns >= 0, in squared counts
 *
 * Issues: none.
 * Time O(n), space O(1).
 * Source: standard definition.
 *
 * @example
 * pmfVariance(Float64Array.of(0.25, 0.5, 0.25)); // => 0.5
 */
export function pmfVariance(pmf: Pmf): number {
  const centre = pmfMean(pmf);
  let sum = 0;
  for (let k = pmf.length - 1; k >= 0; k--) sum += (k - centre) * (k - centre) * pmf[k]!;
  return sum;
}

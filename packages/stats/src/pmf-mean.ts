import type { Pmf } from "./types.js";

/**
 * Mean of a distribution of counts.
 *
 * @param pmf - probabilities of 0, 1 ..; not changed
 * @returns >= 0
 *
 * Issues: none.
 * Time O(n), space O(1).
 * Source: standard definition.
 *
 * @example
 * pmfMean(Float64Array.of(0.25, 0.5, 0.25)); // => 1
 */
export function pmfMean(pmf: Pmf): number {
  let sum = 0;
  for (let k = pmf.length - 1; k > 0; k--) sum += k * pmf[k]!;
  return sum;
}

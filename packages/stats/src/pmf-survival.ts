import type { Pmf } from "./types.js";

/**
 * Chance that a count is at least k, summed from the far end so that small tails keep their digits.
 *
 * @param pmf - probabilities of 0, 1 ..; not changed
 * @param k - any number
 * @returns P(X >= k), 0..1
 *
 * Issues: none.
 * Time O(n), space O(1).
 * Source: standard definition.
 *
 * @example
 * pmfSurvival(Float64Array.of(0.25, 0.5, 0.25), 1); // => 0.75
 */
export function pmfSurvival(pmf: Pmf, k: number): number {
  if (k <= 0) return 1;
  let sum = 0;
  for (let at = pmf.length - 1; at >= k; at--) sum += pmf[at]!;
  return Math.min(sum, 1);
}

import type { Pmf } from "./types.js";

/**
 * Randomised probability integral transform: uniform over many forecasts exactly when they are calibrated.
 *
 * The randomness is the caller's, so that the same input gives the same answer.
 *
 * @param pmf - forecast probabilities of 0, 1 ..; not changed
 * @param outcome - what happened, whole number >= 0
 * @param u - a uniform number, 0..1
 * @returns F(outcome - 1) + u P(outcome), 0..1
 *
 * Issues: none.
 * Time O(outcome), space O(1).
 * Source: Czado, Gneiting and Held (2009), "Predictive model assessment for count data".
 *
 * @example
 * pit(Float64Array.of(0.25, 0.5, 0.25), 1, 0.5); // => 0.5
 */
export function pit(pmf: Pmf, outcome: number, u: number): number {
  let below = 0;
  for (let k = 0; k < outcome && k < pmf.length; k++) below += pmf[k]!;
  return Math.min(1, below + u * (pmf[outcome] ?? 0));
}

import type { Pmf } from "./types.js";

/**
 * Continuous ranked probability score of a forecast of a count: 0 is perfect, in the unit of the count.
 *
 * @param pmf - forecast probabilities of 0, 1 ..; not changed
 * @param outcome - what happened, >= 0
 * @returns sum over k of (F(k) - 1{k >= outcome})^2, >= 0
 *
 * Issues: none.
 * Time O(n), space O(1).
 * Source: Matheson and Winkler (1976); Gneiting and Raftery (2007), "Strictly proper scoring rules".
 *
 * @example
 * crps(Float64Array.of(0.25, 0.5, 0.25), 1); // => 0.125
 */
export function crps(pmf: Pmf, outcome: number): number {
  let score = Math.max(0, outcome - pmf.length);
  let cumulated = 0;
  for (let k = 0; k < pmf.length; k++) {
    cumulated += pmf[k]!;
    const gap = cumulated - (k >= outcome ? 1 : 0);
    score += gap * gap;
  }
  return score;
}

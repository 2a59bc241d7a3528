import { log } from "./log.js";
import type { Pmf } from "./types.js";

/**
 * Logarithmic score of a forecast of a count: minus the log of the chance given to what happened; smaller is better.
 *
 * @param pmf - forecast probabilities of 0, 1 ..; not changed
 * @param outcome - what happened, whole number >= 0
 * @returns >= 0, in nats; Infinity where the forecast gave no chance
 *
 * Issues: none.
 * Time O(1), space O(1).
 * Source: Good (1952), "Rational decisions".
 *
 * @example
 * logScore(Float64Array.of(0.5, 0.5), 1); // => 0.6931471805599453
 */
export function logScore(pmf: Pmf, outcome: number): number {
  return -log(pmf[outcome] ?? 0);
}

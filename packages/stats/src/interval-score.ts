import type { Interval } from "./types.js";

/**
 * Score of a stated interval: its width, and a penalty for missing; smaller is better.
 *
 * @param interval - low and high end stated
 * @param confidence - chance it was stated with, between 0 and 1
 * @param outcome - what happened, same unit
 * @returns >= 0, in that unit
 *
 * Issues: none.
 * Time O(1), space O(1).
 * Source: Gneiting and Raftery (2007), "Strictly proper scoring rules, prediction, and estimation", section 6.2.
 *
 * @example
 * intervalScore({ low: 2, high: 6 }, 0.5, 7); // => 8
 */
export function intervalScore(interval: Interval, confidence: number, outcome: number): number {
  const { low, high } = interval;
  const missed = outcome < low ? low - outcome : outcome > high ? outcome - high : 0;
  return high - low + (2 / (1 - confidence)) * missed;
}

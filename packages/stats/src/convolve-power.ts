import { convolve } from "./convolve.js";
import { answer, issue } from "./issue.js";
import type { Pmf, StatsResult } from "./types.js";

/**
 * Distribution of the total of n independent draws from one distribution of counts.
 *
 * @param pmf - probabilities of 0, 1 ..; not changed
 * @param n - number of draws, whole, 0..100,000; 0 draws total 0 for certain
 * @returns probabilities of 0..n times the largest count
 *
 * Issues: stats/not-a-count.
 * Time O((n |pmf|)^2), space O(n |pmf|).
 * Source: own; binary exponentiation (Knuth 1969, 4.6.3).
 *
 * @example
 * convolvePower(Float64Array.of(0.5, 0.5), 3); // => { ok: true, value: Float64Array(4) [ 0.125, 0.375, 0.375, 0.125 ], issues: [] }
 */
export function convolvePower(pmf: Pmf, n: number): StatsResult<Pmf> {
  const fault =
    n >= 0 && n <= 100_000 && Math.floor(n) === n ? [] : [issue("stats/not-a-count", ["n"], { found: String(n) })];
  return answer(fault, () => {
    let total: Pmf = Float64Array.of(1);
    let square = pmf;
    for (let left = n; left > 0; ) {
      if (left & 1) total = total.length === 1 && total[0] === 1 ? Float64Array.from(square) : convolve(total, square);
      left >>>= 1;
      if (left > 0) square = convolve(square, square);
    }
    return total;
  });
}

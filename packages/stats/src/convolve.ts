import type { Pmf } from "./types.js";

/**
 * Distribution of the sum of two independent counts.
 *
 * Direct products, not a Fourier transform: small tails keep their relative accuracy.
 *
 * @param a - probabilities of 0, 1 ..; not changed
 * @param b - probabilities of 0, 1 ..; not changed
 * @returns probabilities of 0..sum of the largest counts
 *
 * Issues: none.
 * Time O(|a| |b|), less where ends or entries are 0; space O(|a| + |b|).
 * Source: standard definition.
 *
 * @example
 * convolve(Float64Array.of(0.5, 0.5), Float64Array.of(0.5, 0.5)); // => Float64Array(3) [ 0.25, 0.5, 0.25 ]
 */
export function convolve(a: Pmf, b: Pmf): Pmf {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  const out = new Float64Array(a.length + b.length - 1);
  let from = 0;
  let to = long.length;
  while (from < to && long[from] === 0) from++;
  while (to > from && long[to - 1] === 0) to--;
  for (let i = 0; i < short.length; i++) {
    const weight = short[i]!;
    if (weight === 0) continue;
    for (let k = from; k < to; k++) out[i + k]! += weight * long[k]!;
  }
  return out;
}

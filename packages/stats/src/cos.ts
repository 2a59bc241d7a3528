import { sineOfQuadrant } from "./sine-parts.js";

/**
 * Cosine, the same bits on every engine; error below 1 ulp for every finite angle, however large.
 *
 * @param x - angle in radians, any number
 * @returns cos x, -1..1; NaN for an infinite angle and for NaN
 *
 * Issues: none.
 * Time O(1), space O(1).
 * Source: Cody and Waite (1980); Payne and Hanek (1983), "Radian reduction for trigonometric functions".
 *
 * @example
 * cos(1); // => 0.5403023058681398
 */
export function cos(x: number): number {
  if (!(x > -Infinity && x < Infinity)) return NaN;
  return sineOfQuadrant(x < 0 ? -x : x, 1);
}

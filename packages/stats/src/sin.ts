import { sineOfQuadrant } from "./sine-parts.js";

/**
 * Sine, the same bits on every engine; error below 1 ulp for every finite angle, however large.
 *
 * @param x - angle in radians, any number
 * @returns sin x, -1..1; NaN for an infinite angle and for NaN, -0 for -0
 *
 * Issues: none.
 * Time O(1), space O(1).
 * Source: Cody and Waite (1980); Payne and Hanek (1983), "Radian reduction for trigonometric functions".
 *
 * @example
 * sin(1); // => 0.8414709848078965
 */
export function sin(x: number): number {
  if (x > -1e-8 && x < 1e-8) return x;
  if (!(x > -Infinity && x < Infinity)) return NaN;
  return x < 0 ? -sineOfQuadrant(-x, 0) : sineOfQuadrant(x, 0);
}

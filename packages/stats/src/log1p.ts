import { twoSum } from "./double-double.js";
import { logOnePlus, logParts } from "./log-parts.js";

/**
 * ln(1 + x) without the loss of digits near 0; error below 1 ulp, the same bits on every engine.
 *
 * @param x - any number
 * @returns ln(1 + x); -Infinity for -1, NaN below -1 and for NaN, -0 for -0
 *
 * Issues: none.
 * Time O(1), space O(1).
 * Source: own; the series of log on the exact sum 1 + x.
 *
 * @example
 * log1p(1e-10); // => 9.999999999500001e-11
 */
export function log1p(x: number): number {
  if (x > -1e-9 && x < 1e-9) return x > -1e-17 && x < 1e-17 ? x : x - x * x * (0.5 - x / 3);
  if (!(x > -1)) return x === -1 ? -Infinity : NaN;
  if (x === Infinity) return x;
  if (x > -0.29 && x < 0.41) return logOnePlus({ hi: x, lo: 0 }).hi;
  const sum = twoSum(1, x);
  return logParts(sum.hi, sum.lo).hi;
}

import { expParts } from "./exp-parts.js";
import { scaleByPowerOfTwo } from "./float-parts.js";

/**
 * e to the power x, the same bits on every engine; error below 1 ulp.
 *
 * Not correctly rounded in every case.
 *
 * @param x - any number
 * @returns e^x, 0..Infinity; NaN for NaN
 *
 * Issues: none.
 * Time O(1), space O(1).
 * Source: after Tang (1989), "Table-driven implementation of the exponential function", without the table.
 *
 * @example
 * exp(1); // => 2.718281828459045
 */
export function exp(x: number): number {
  if (!(x <= 709.782712893384)) return x > 0 ? Infinity : NaN;
  if (x < -745.1332191019412) return 0;
  const parts = expParts(x, 0);
  return scaleByPowerOfTwo(parts.hi + parts.lo, parts.exponent);
}

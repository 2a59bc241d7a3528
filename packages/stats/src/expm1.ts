import { twoSum } from "./double-double.js";
import { exp } from "./exp.js";
import { expParts, expTail } from "./exp-parts.js";
import { powerOfTwo } from "./float-parts.js";

/**
 * e^x - 1 without the loss of digits near 0; error below 1 ulp, the same bits on every engine.
 *
 * @param x - any number
 * @returns e^x - 1, -1..Infinity; NaN for NaN, -0 for -0
 *
 * Issues: none.
 * Time O(1), space O(1).
 * Source: own, after Tang (1992), "Table-driven implementation of the expm1 function".
 *
 * @example
 * expm1(1e-10); // => 1.00000000005e-10
 */
export function expm1(x: number): number {
  if (x > -5e-17 && x < 5e-17) return x;
  if (x > -0.34 && x < 0.34) return x + expTail(x, 0);
  if (!(x > -38)) return x < 0 ? -1 : NaN;
  if (!(x < 40)) return exp(x);
  const { hi, lo, exponent } = expParts(x, 0);
  const scale = powerOfTwo(exponent);
  const less = twoSum(hi * scale, -1);
  return less.hi + (less.lo + lo * scale);
}

import { multiply } from "./double-double.js";
import { expParts } from "./exp-parts.js";
import { scaleByPowerOfTwo } from "./float-parts.js";
import { logParts } from "./log-parts.js";

/** 2 where y is an even integer, 1 where odd, 0 where not an integer. */
function integerKind(y: number): 0 | 1 | 2 {
  if (Math.floor(y) !== y) return 0;
  return Math.floor(y / 2) * 2 === y ? 2 : 1;
}

/** x^y for finite x > 0 and finite y other than 0. */
function positivePower(x: number, y: number): number {
  if (x === 1) return 1;
  if (y > 1e20 || y < -1e20) return x > 1 === y > 0 ? Infinity : 0;
  const exponent = multiply(logParts(x, 0), { hi: y, lo: 0 });
  if (exponent.hi > 709.79) return Infinity;
  if (exponent.hi < -745.14) return 0;
  const parts = expParts(exponent.hi, exponent.lo);
  return scaleByPowerOfTwo(parts.hi + parts.lo, parts.exponent);
}

/**
 * x to the power y, the same bits on every engine; error below 1 ulp.
 *
 * Special values as in ECMA-262: anything to the power 0 is 1; 1 or -1 to an infinite power is NaN.
 *
 * @param x - any number
 * @param y - any number
 * @returns x^y; NaN where x < 0 and y is finite and not an integer
 *
 * Issues: none.
 * Time O(1), space O(1).
 * Source: own; logarithm and product in double-double (Dekker 1971).
 *
 * @example
 * pow(2, 0.5); // => 1.4142135623730951
 */
export function pow(x: number, y: number): number {
  if (y === 0) return 1;
  if (Number.isNaN(x) || Number.isNaN(y)) return NaN;
  const size = x < 0 ? -x : x;
  if (y === Infinity || y === -Infinity) return size === 1 ? NaN : size > 1 === y > 0 ? Infinity : 0;
  const kind = integerKind(y);
  const negative = kind === 1 && (x < 0 || (x === 0 && 1 / x < 0));
  if (size === 0 || size === Infinity) {
    const value = (size === 0) === y > 0 ? 0 : Infinity;
    return negative ? -value : value;
  }
  if (x < 0 && kind === 0) return NaN;
  const value = positivePower(size, y);
  return negative ? -value : value;
}

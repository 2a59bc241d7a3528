import { logParts } from "./log-parts.js";

/**
 * Natural logarithm, the same bits on every engine; error below 1 ulp.
 *
 * @param x - any number
 * @returns ln x; -Infinity for 0, NaN below 0 and for NaN
 *
 * Issues: none.
 * Time O(1), space O(1).
 * Source: after Tang (1990), "Table-driven implementation of the logarithm function", without the table.
 *
 * @example
 * log(10); // => 2.302585092994046
 */
export function log(x: number): number {
  if (!(x > 0)) return x === 0 ? -Infinity : NaN;
  return x === Infinity ? x : logParts(x, 0).hi;
}

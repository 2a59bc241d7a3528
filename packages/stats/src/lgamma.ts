import { add, type DoubleDouble, twoProduct } from "./double-double.js";
import { less, lgammaPositive, negated } from "./lgamma-positive.js";
import { log } from "./log.js";
import { logParts } from "./log-parts.js";
import { sin } from "./sin.js";

const lnPi: DoubleDouble = { hi: 1.1447298858494002, lo: 1.0265951162707826e-17 };
const pi: DoubleDouble = { hi: Math.PI, lo: 1.2246467991473532e-16 };

/** ln |Gamma(-x)| for x > 0 not an integer: reflection. */
function reflected(x: number): number {
  const fraction = x - Math.floor(x);
  const angle = fraction < 0.5 ? fraction : 1 - fraction;
  const turned = twoProduct(angle, pi.hi);
  const sine = sin(turned.hi + (turned.lo + angle * pi.lo));
  const denominator = twoProduct(x, sine);
  const first = add(lnPi, negated(logParts(denominator.hi, denominator.lo)));
  return less(first, { hi: lgammaPositive(x), lo: 0 });
}

/**
 * Natural logarithm of |Gamma(x)|, the same bits on every engine.
 *
 * Error below 4 ulp for x > 0, near its zeros at 1 and 2 too. Below 0 the error is below 4 ulp of the larger of the
 * value and 1: near the zeros between negative integers relative accuracy is not promised.
 *
 * @param x - any number
 * @returns ln |Gamma(x)|; Infinity for 0, negative integers and both infinities, NaN for NaN
 *
 * Issues: none.
 * Time O(1), space O(1).
 * Source: Stirling's series; Taylor's series around 2 (Abramowitz and Stegun 1964, 6.1.33); Euler's reflection.
 *
 * @example
 * lgamma(10); // => 12.801827480081469
 */
export function lgamma(x: number): number {
  if (Number.isNaN(x)) return NaN;
  if (x === Infinity || x === -Infinity) return Infinity;
  if (x > 0) return lgammaPositive(x);
  if (Math.floor(x) === x) return Infinity;
  return x > -1e-17 ? -log(-x) : reflected(-x);
}

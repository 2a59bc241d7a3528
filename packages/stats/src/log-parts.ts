import { add, type DoubleDouble, divide, fastTwoSum, multiply, twoSum } from "./double-double.js";
import { ln2High, ln2Low } from "./exp-parts.js";
import { splitFloat } from "./float-parts.js";

/** 1/7, 1/9 .. 1/27 */
const coefficients: readonly number[] = [
  0.14285714285714285, 0.1111111111111111, 0.09090909090909091, 0.07692307692307693, 0.06666666666666667,
  0.058823529411764705, 0.05263157894736842, 0.047619047619047616, 0.043478260869565216, 0.04, 0.037037037037037035,
];
const third: DoubleDouble = { hi: 0.3333333333333333, lo: 1.850371707708594e-17 };
const fifth: DoubleDouble = { hi: 0.2, lo: -1.1102230246251566e-17 };

/**
 * ln(1 + f) for 1 + f within sqrt(1/2)..sqrt(2), f normal: 2 artanh(f / (2 + f)), relative error about 2^-68.
 */
export function logOnePlus(f: DoubleDouble): DoubleDouble {
  const base = twoSum(2, f.hi);
  const s = divide(f, { hi: base.hi, lo: base.lo + f.lo });
  const square = multiply(s, s);
  let sum = 0;
  for (let at = coefficients.length - 1; at >= 0; at--) sum = sum * square.hi + coefficients[at]!;
  const tail = multiply(square, add(third, multiply(square, add(fifth, { hi: square.hi * sum, lo: 0 }))));
  const twice = { hi: 2 * s.hi, lo: 2 * s.lo };
  const rest = multiply(twice, tail);
  const total = fastTwoSum(twice.hi, rest.hi);
  return fastTwoSum(total.hi, total.lo + (twice.lo + rest.lo));
}

/** ln(x + xLow) for finite x > 0, |xLow| at most half a unit in the last place of x; relative error about 2^-68. */
export function logParts(x: number, xLow: number): DoubleDouble {
  let { mantissa, exponent } = splitFloat(x);
  let scale = xLow;
  if (xLow !== 0) scale = (xLow / x) * mantissa;
  if (mantissa > Math.SQRT2) {
    mantissa /= 2;
    scale /= 2;
    exponent += 1;
  }
  const fraction = logOnePlus(twoSum(mantissa - 1, scale));
  if (exponent === 0) return fraction;
  const high = twoSum(exponent * ln2High, fraction.hi);
  return fastTwoSum(high.hi, high.lo + (exponent * ln2Low + fraction.lo));
}

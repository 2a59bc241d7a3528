import { twoProduct, twoSum } from "./double-double.js";

/** e^x = (hi + lo) * 2^exponent. */
export interface ExpParts {
  /** 1 + r rounded, r within half of ln 2. */
  readonly hi: number;
  readonly lo: number;
  readonly exponent: number;
}

/** The first 32 bits of ln 2, so that k times it is exact, and the next 53. */
export const ln2High = 0.6931471803691238;
/** ln 2 less `ln2High`. */
export const ln2Low = 1.9082149292705877e-10;

/** 1/3! .. 1/14! */
const coefficients: readonly number[] = [
  0.16666666666666666, 0.041666666666666664, 0.008333333333333333, 0.001388888888888889, 0.0001984126984126984,
  2.48015873015873e-5, 2.7557319223985893e-6, 2.755731922398589e-7, 2.505210838544172e-8, 2.08767569878681e-9,
  1.6059043836821613e-10, 1.1470745597729725e-11,
];

/** e^r - 1 - r for r = hi + lo, |r| <= 0.35; the square is taken exactly, so that its rounding does not show. */
export function expTail(hi: number, lo: number): number {
  const square = twoProduct(hi, hi);
  let sum = 0;
  for (let at = coefficients.length - 1; at >= 0; at--) sum = sum * hi + coefficients[at]!;
  return square.hi / 2 + (square.lo / 2 + hi * lo + hi * square.hi * sum);
}

/** e^(x + xLow) for |x| <= 750: argument less whole multiples of ln 2, then Taylor's series. */
export function expParts(x: number, xLow: number): ExpParts {
  const exponent = Math.floor(x * Math.LOG2E + 0.5);
  const high = x - exponent * ln2High;
  const rest = twoSum(high, xLow - exponent * ln2Low);
  const one = twoSum(1, rest.hi);
  return { hi: one.hi, lo: one.lo + (rest.lo + expTail(rest.hi, rest.lo)), exponent };
}

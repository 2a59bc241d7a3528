import { add, type DoubleDouble, divide, multiply, twoProduct } from "./double-double.js";
import { expParts } from "./exp-parts.js";
import { scaleByPowerOfTwo } from "./float-parts.js";

const rootOfTwoByPi: DoubleDouble = { hi: 0.7978845608028654, lo: -4.98465440455546e-17 };
const minusOneByRootPi: DoubleDouble = { hi: -0.5641895835477563, lo: -7.66772980658294e-18 };
/** From here on the score is |z| - 1/sqrt(pi) to the last bit. */
const far = 9;

/** 1 + z^2/1 + z^4/(1 3) + z^6/(1 3 5) + .., all of one sign. */
function seriesOf(square: DoubleDouble): DoubleDouble {
  let term: DoubleDouble = { hi: 1, lo: 0 };
  let sum = term;
  for (let odd = 1; term.hi > sum.hi * 1e-22; odd += 2) {
    term = divide(multiply(term, square), { hi: odd, lo: 0 });
    sum = add(sum, term);
  }
  return sum;
}

/** The score for mean 0 and deviation 1. */
function standardScore(z: number): number {
  if (z >= far) return z + (minusOneByRootPi.hi + minusOneByRootPi.lo);
  const square = twoProduct(z, z);
  const { hi, lo, exponent } = expParts(-square.hi / 2, -square.lo / 2);
  const density = multiply({ hi: scaleByPowerOfTwo(hi, exponent), lo: scaleByPowerOfTwo(lo, exponent) }, rootOfTwoByPi);
  const score = add(multiply(density, seriesOf(square)), minusOneByRootPi);
  return score.hi + score.lo;
}

/**
 * Continuous ranked probability score of a normal forecast: 0 is perfect, in the unit of the outcome.
 *
 * Error of the score below 1 ulp for mean 0 and deviation 1; otherwise that, and the rounding of the distance from the mean.
 *
 * @param mean - of the forecast
 * @param deviation - standard deviation of the forecast, 0 or more; 0 = a forecast of one value
 * @param outcome - what happened
 * @returns the score, >= 0; NaN where an argument is no number or the deviation is below 0
 *
 * Issues: none.
 * Time O(1): at most 150 terms; space O(1).
 * Source: Gneiting, Raftery, Westveld and Goldman (2005), "Calibrated probabilistic forecasting using ensemble model output
 * statistics and minimum CRPS estimation", equation 5; the normal law by its series of positive
 * terms, Abramowitz and Stegun (1964), 26.2.11.
 *
 * @example
 * crpsNormal(0, 1, 0); // => 0.23369497725510907
 */
export function crpsNormal(mean: number, deviation: number, outcome: number): number {
  const distance = Math.abs(outcome - mean);
  if (!(deviation > 0)) return deviation === 0 ? distance : Number.NaN;
  return deviation * standardScore(distance / deviation);
}

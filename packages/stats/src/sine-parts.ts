import { twoProduct } from "./double-double.js";
import { reduceAngle } from "./reduce-angle.js";

/** -1/3!, 1/5! .. -1/19! */
const sineCoefficients: readonly number[] = [
  -0.16666666666666666, 0.008333333333333333, -0.0001984126984126984, 2.7557319223985893e-6, -2.505210838544172e-8,
  1.6059043836821613e-10, -7.647163731819816e-13, 2.8114572543455206e-15, -8.22063524662433e-18,
];
/** 1/4!, -1/6! .. 1/20! */
const cosineCoefficients: readonly number[] = [
  0.041666666666666664, -0.001388888888888889, 2.48015873015873e-5, -2.755731922398589e-7, 2.08767569878681e-9,
  -1.1470745597729725e-11, 4.779477332387385e-14, -1.5619206968586225e-16, 4.110317623312165e-19,
];

function series(coefficients: readonly number[], square: number): number {
  let sum = 0;
  for (let at = coefficients.length - 1; at >= 0; at--) sum = sum * square + coefficients[at]!;
  return sum;
}

function sineNearZero(hi: number, lo: number): number {
  const square = hi * hi;
  return hi + (hi * square * series(sineCoefficients, square) + lo * (1 - square / 2));
}

function cosineNearZero(hi: number, lo: number): number {
  const square = twoProduct(hi, hi);
  const half = square.hi / 2;
  const first = 1 - half;
  const tail = square.hi * square.hi * series(cosineCoefficients, square.hi) - square.lo / 2 - hi * lo;
  return first + (1 - first - half + tail);
}

/** sin(x + shift * pi/2) for a finite x >= 0. */
export function sineOfQuadrant(x: number, shift: 0 | 1): number {
  const { quadrant, hi, lo } = reduceAngle(x);
  const turned = (quadrant + shift) & 3;
  const size = (turned & 1) === 0 ? sineNearZero(hi, lo) : cosineNearZero(hi, lo);
  return turned < 2 ? size : -size;
}

import { add, type DoubleDouble, fastTwoSum, multiply, twoSum } from "./double-double.js";
import { splitFloat } from "./float-parts.js";

/** An angle as quadrant * pi/2 + (hi + lo), |hi| <= pi/4 and a little. */
export interface ReducedAngle extends DoubleDouble {
  /** 0, 1, 2 or 3. */
  readonly quadrant: number;
}

/** floor(2/pi * 2^1200): enough for the largest double with 112 bits to spare. */
const twoOverPi: bigint =
  0xa2f9836e4e441529fc2757d1f534ddc0db6295993c439041fe5163abdebbc561b7246e3a424dd2e006492eea09d1921cfe1deb1cb129a73ee88235f52ebb4484e99c7026b45f7e413991d639835339f49c845f8bbdf9283b1ff897ffde05980fef2f118b5a0a6d1f6d367ecf27cb09b74f463f669e5fea2d7527bac7ebe5f17b3d0739f78a5292ea6bfb5fb11f8d5d0856033046fc7bn;
const halfPi: DoubleDouble = { hi: 1.5707963267948966, lo: 6.123233995736766e-17 };

/** pi/2 in three parts of 33 bits, whose products with n < 2^20 are exact, and the rest. */
function reduceMedium(x: number): ReducedAngle {
  const n = Math.floor(x * 0.6366197723675814 + 0.5);
  const second = twoSum(x - n * 1.5707963267341256, n * -6.077100506303966e-11);
  const third = add(second, twoSum(n * -2.0222662487111665e-21, n * -8.4784276603689e-32));
  return { quadrant: n & 3, hi: third.hi, lo: third.lo };
}

/** x * 2/pi modulo 4 in whole numbers. */
function reduceHuge(x: number): ReducedAngle {
  const { mantissa, exponent } = splitFloat(x);
  const product = (BigInt(mantissa * 4503599627370496) * twoOverPi) << BigInt(exponent + 60);
  const point = 1200n + 112n;
  const turned = BigInt.asUintN(1314, product);
  let quadrant = Number(turned >> point);
  let fraction = BigInt.asUintN(1312, turned) >> 1112n;
  if (fraction >> 199n) {
    fraction -= 1n << 200n;
    quadrant = (quadrant + 1) & 3;
  }
  const unit = 6.223015277861142e-61;
  const hi = Number(fraction);
  const lo = Number(fraction - BigInt(hi));
  return { quadrant, ...multiply(fastTwoSum(hi * unit, lo * unit), halfPi) };
}

/** The quadrant of a finite angle of at least 0, and what is left of it, as exactly as two doubles can say. */
export function reduceAngle(x: number): ReducedAngle {
  if (x < 0.7853981633974483) return { quadrant: 0, hi: x, lo: 0 };
  return x < 1647000 ? reduceMedium(x) : reduceHuge(x);
}

import { powerOfTwo } from "./float-parts.js";
import type { Sample } from "./types.js";

const word = 4294967296;
const view: DataView = /* @__PURE__ */ new DataView(/* @__PURE__ */ new ArrayBuffer(8));

/** Adds a finite number to limbs of 32 bits, least first, in units of 2^-1074; a limb takes a million additions. */
function addTo(limbs: Float64Array, value: number): void {
  view.setFloat64(0, value);
  const head = view.getUint32(0);
  const biased = (head >>> 20) & 0x7ff;
  const sign = head >>> 31 === 1 ? -1 : 1;
  const shift = biased === 0 ? 0 : biased - 1;
  const limb = shift >>> 5;
  const scale = sign * ((1 << (shift & 31)) >>> 0);
  const low = view.getUint32(4) * scale;
  const high = ((head & 0xfffff) + (biased === 0 ? 0 : 0x100000)) * scale;
  const lowCarry = Math.trunc(low / word);
  const highCarry = Math.trunc(high / word);
  limbs[limb]! += low - lowCarry * word;
  limbs[limb + 1]! += lowCarry + (high - highCarry * word);
  limbs[limb + 2]! += highCarry;
}

/** Moves what exceeds 32 bits upwards; the value stays. */
function carry(limbs: Float64Array): void {
  for (let at = 0; at + 1 < limbs.length; at++) {
    const up = Math.trunc(limbs[at]! / word);
    limbs[at]! -= up * word;
    limbs[at + 1]! += up;
  }
}

/** The limbs as a number, rounded once to nearest, ties to even. */
function rounded(limbs: Float64Array): number {
  let units = 0n;
  for (let at = limbs.length - 1; at >= 0; at--) units = (units << 32n) + BigInt(limbs[at]!);
  const size = units < 0n ? -units : units;
  const drop = Math.max(0, size.toString(16).length * 4 - 72);
  const kept = size >> BigInt(drop);
  const sticky = kept << BigInt(drop) === size ? 0n : 1n;
  const half = Math.floor((drop - 1074) / 2);
  const value = Number(kept | sticky) * powerOfTwo(half) * powerOfTwo(drop - 1074 - half);
  return units < 0n ? -value : value;
}

/**
 * The exact sum, rounded once: every order of the values gives the same bits, and no intermediate sum overflows.
 *
 * @param sample - numbers in any order; not changed
 * @returns the double nearest to the true sum (ties to even), 0 for no values; NaN or an infinity where a value is one
 *
 * Issues: none.
 * Time O(n), space O(1).
 * Source: Kulisch (2002), "Advanced arithmetic for the digital computer": a long accumulator.
 *
 * @example
 * sumExact([1e300, 1, -1e300]); // => 1
 */
export function sumExact(sample: Sample): number {
  const limbs = new Float64Array(70);
  let plain = 0;
  for (let at = 0; at < sample.length; at++) {
    const value = sample[at]!;
    if (value - value === 0) addTo(limbs, value);
    else plain += value;
    if ((at & 0xfffff) === 0xfffff) carry(limbs);
  }
  return plain === 0 ? rounded(limbs) : plain;
}

import type { Pmf } from "./types.js";

/** Entries that hold all but a negligible share: 0..floor(mean + 12 sqrt(variance)) + 9. */
export function supportLength(mean: number, variance: number): number {
  return Math.floor(mean + 12 * Math.sqrt(variance)) + 10;
}

/**
 * The distribution whose neighbours stand in a given ratio, walked from the mode outwards so that nothing under- or
 * overflows, then brought to sum 1.
 */
export function pmfFromRatio(length: number, mode: number, ratio: (k: number) => number): Pmf {
  const pmf = new Float64Array(length);
  const start = mode < length ? mode : length - 1;
  pmf[start] = 1;
  for (let k = start; k + 1 < length; k++) pmf[k + 1] = pmf[k]! * ratio(k);
  for (let k = start; k > 0; k--) pmf[k - 1] = pmf[k]! / ratio(k - 1);
  let total = 0;
  for (let k = length - 1; k > start; k--) total += pmf[k]!;
  for (let k = 0; k <= start; k++) total += pmf[k]!;
  return pmf.map((weight) => weight / total);
}

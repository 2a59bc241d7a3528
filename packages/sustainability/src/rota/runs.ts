import type { Limits } from "./types.js";

/** Maximal runs of `true` as [from, to); those at a border count as they stand. */
export function runsOf(length: number, holds: (at: number) => boolean): [number, number][] {
  const runs: [number, number][] = [];
  let from = -1;
  for (let at = 0; at <= length; at++) {
    const inside = at < length && holds(at);
    if (inside && from < 0) from = at;
    if (!inside && from >= 0) {
      runs.push([from, at]);
      from = -1;
    }
  }
  return runs;
}

/** How far a number lies outside of limits: above most, positive; below least, negative; 0 within. */
export function outside(found: number, { least = 0, most = Number.POSITIVE_INFINITY }: Limits): number {
  return found > most ? found - most : Math.min(0, found - least);
}

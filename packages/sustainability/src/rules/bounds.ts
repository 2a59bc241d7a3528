import type { RuleBound } from "./types.js";

/** A bound as its number and how a value meets it. */
export interface Bound {
  readonly value: number;
  readonly comparator: "atLeast" | "atMost" | "below" | "above";
}

/** The one bound a rule states. */
export function boundOf(bound: RuleBound): Bound {
  if ("atLeast" in bound) return { value: bound.atLeast, comparator: "atLeast" };
  if ("atMost" in bound) return { value: bound.atMost, comparator: "atMost" };
  return "below" in bound ? { value: bound.below, comparator: "below" } : { value: bound.above, comparator: "above" };
}

/** Whether a value keeps a bound. */
export function keeps(value: number, { value: bound, comparator }: Bound): boolean {
  if (comparator === "atLeast") return value >= bound;
  if (comparator === "atMost") return value <= bound;
  return comparator === "below" ? value < bound : value > bound;
}

/** Whether one value is further on the wrong side than another. */
export function isWorse(a: number, b: number, { comparator }: Bound): boolean {
  return comparator === "atLeast" || comparator === "above" ? a < b : a > b;
}

import type { Bound } from "./bounds.js";

/** A stretch of time in which a rule was not kept; of rolling windows that overlap, the worst stands for all. */
export interface Failure {
  readonly from: number;
  readonly to: number;
  readonly value: number;
  readonly bound: Bound;
  /** The window with the worst value. */
  readonly worst: { readonly from: number; readonly to: number };
  /** Number of failing windows. */
  readonly windows: number;
}

import type * as fc from "fast-check";

/** A property with the number of runs its package states. */
export interface Law {
  readonly name: string;
  readonly statedRuns: number;
  readonly property: fc.IProperty<unknown>;
}

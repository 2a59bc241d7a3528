import type * as fc from "fast-check";

/** A property with the number of runs its package states. */
export interface Law {
  readonly name: string;
  readonly statedRuns: number;
  readonly property: fc.IProperty<unknown>;
}

/** A law. */
export const law = (name: string, statedRuns: number, property: fc.IProperty<unknown>): Law => ({
  name,
  statedRuns,
  property,
});

import * as fc from "fast-check";
import { describe, test } from "vitest";

/** A property with the number of runs its package states; published by each package under `./testing`. */
export interface Law {
  readonly name: string;
  readonly statedRuns: number;
  readonly property: fc.IProperty<unknown> | fc.IAsyncProperty<unknown>;
}

const profile = process.env["EVENKEEL_PROFILE"] ?? "short";
const seed = Number(process.env["EVENKEEL_SEED"] ?? "20260501");

/** Runs to make now: all of them in the `prove` profile, 1 % (at least 20) in the short one. */
export function statedRuns(stated: number): number {
  return profile === "prove" ? stated : Math.min(stated, Math.max(20, Math.ceil(stated / 100)));
}

/** Registers one vitest test per law; fails with fast-check's seed, path and counterexample. */
export function testLaws(title: string, laws: readonly Law[]): void {
  describe(title, () => {
    for (const law of laws) {
      test(law.name, { timeout: 1_800_000 }, async () => {
        await fc.assert(law.property as fc.IAsyncProperty<unknown>, { numRuns: statedRuns(law.statedRuns), seed });
      });
    }
  });
}

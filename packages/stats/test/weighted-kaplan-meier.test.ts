import { deepFreeze, statedRuns } from "@evenkeel/test-kit";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Lifetime, type StatsResult, type SurvivalStep, weightedKaplanMeier } from "../src/index.js";
import { survivalByCounting } from "./oracle-stats.js";

function taken(result: StatsResult<SurvivalStep[]>): SurvivalStep[] {
  if (!result.ok) throw new TypeError(JSON.stringify(result.issues));
  return result.value;
}
const columns = (rows: readonly Lifetime[], weights: readonly number[]) => ({
  durations: rows.map(({ duration }) => duration),
  ended: rows.map(({ ended }) => (ended ? 1 : 0)),
  weights,
});

describe("weighted survival", () => {
  test("lets evidence count as much as it is worth", () => {
    const lifetimes = deepFreeze({ durations: [5, 2, 2, 9], ended: [1, 1, 0, 0], weights: [1, 2, 3, 4] });
    expect(taken(weightedKaplanMeier(lifetimes))).toEqual([
      { duration: 2, atRisk: 10, ended: 2, survival: 0.8 },
      { duration: 5, atRisk: 5, ended: 1, survival: 0.8 * 0.8 },
    ]);
  });

  test("leaves room for what outlasts everything seen", () => {
    const lifetimes = { durations: [1, 2], ended: [1, 1], weights: [1, 1] };
    expect(taken(weightedKaplanMeier(lifetimes)).at(-1)?.survival).toBe(0);
    expect(taken(weightedKaplanMeier(lifetimes, 2)).at(-1)?.survival).toBeCloseTo(0.5, 12);
  });

  test("refuses columns that do not fit", () => {
    const codes = (result: StatsResult<unknown>): unknown[] => result.issues.map((each) => [each.code, each.path]);
    expect(codes(weightedKaplanMeier({ durations: [], ended: [], weights: [] }, -1))).toEqual([
      ["stats/sample-too-small", ["durations"]],
      ["stats/out-of-range", ["beyond"]],
    ]);
    expect(codes(weightedKaplanMeier({ durations: [NaN, 1], ended: [1], weights: [1, 0] }))).toEqual([
      ["stats/lengths-differ", ["ended"]],
      ["stats/not-finite", ["durations", 0]],
      ["stats/out-of-range", ["weights", 1]],
    ]);
  });

  test("agrees with counting afresh each lifetime as often as its weight says", () => {
    const rows = fc.array(
      fc.record({ duration: fc.nat(8), ended: fc.boolean(), weight: fc.integer({ min: 1, max: 4 }) }),
      {
        minLength: 1,
        maxLength: 20,
      },
    );
    fc.assert(
      fc.property(rows, (given) => {
        const copies = given.flatMap((row) => Array.from({ length: row.weight }, () => row));
        return taken(
          weightedKaplanMeier(
            columns(
              given,
              given.map(({ weight }) => weight),
            ),
          ),
        ).every((step) => Math.abs(step.survival - survivalByCounting(copies, step.duration)) < 1e-12);
      }),
      { numRuns: statedRuns(10_000), seed: 4 },
    );
  });
});

import { runChecks } from "@evenkeel/checks";
import { deepFreeze, statedRuns, testLaws } from "@evenkeel/test-kit";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { effectivenessInputFromPlan } from "../src/from-plan.js";
import { effectivenessChecks, measureAttainment, measureServing } from "../src/index.js";
import { anyEffort, anyOutcomes, effectivenessLaws } from "../src/testing.js";

describe("effectiveness", () => {
  test("effort of unknown purpose counts on neither side", () => {
    expect(
      measureServing(
        deepFreeze([
          { itemId: "A", minutes: 60, outcomeIds: ["o"] },
          { itemId: "B", minutes: 40 },
        ]),
      ),
    ).toMatchObject({
      ok: true,
      value: { total: 100, serving: 60, unknown: 40, share: 1 },
    });
  });

  test.each([Number.NaN, -1, Number.POSITIVE_INFINITY])("refuses %s minutes", (minutes) => {
    expect(measureServing([{ itemId: "__proto__", minutes }]).issues[0]).toMatchObject({
      code: "effectiveness/impossible-effort",
      subject: ["__proto__"],
    });
  });

  test("an outcome without a baseline is not measurable, never 0", () => {
    const summary = measureAttainment([
      { outcomeId: "a", title: "A", target: 5, current: 5 },
      { outcomeId: "b", title: "B", baseline: 0, target: 10, current: 12 },
    ]);
    expect(summary).toMatchObject({
      measurable: 1,
      attained: 1,
      outcomes: [{ missing: ["baseline"] }, { progress: 1.2 }],
    });
  });

  test("the share fails below its threshold and passes at it; a due outcome passes when attained", () => {
    const run = (serving: number, current: number) =>
      runChecks(
        effectivenessChecks,
        {
          effort: [
            { itemId: "A", minutes: serving, outcomeIds: ["o"] },
            { itemId: "B", minutes: 100 - serving, outcomeIds: [] },
          ],
          outcomes: [{ outcomeId: "o", title: "O", baseline: 0, target: 10, current, by: 5 }],
          now: 5,
        },
        { today: "2026-05-01" },
      ).map(({ outcome }) => outcome);
    expect([run(79, 9), run(80, 10), run(81, 11)]).toEqual([
      ["fail", "fail"],
      ["pass", "pass"],
      ["pass", "pass"],
    ]);
  });

  test("reads the documents: logged effort wins over planned, outcomes are inherited", () => {
    const plan = {
      formatVersion: 1 as const,
      outcomes: [{ id: "o", title: "Quiet", measure: { baseline: 40, target: 30, current: 30, by: "1970-01-01" } }],
      items: [
        { id: "P", title: "Refit", kind: "epic" as const, outcomeIds: ["o"] },
        { id: "C", title: "Doors", kind: "task" as const, parentId: "P" },
        { id: "X", title: "Misc", kind: "task" as const },
      ],
      assignments: ["C", "X"].map((itemId) => ({
        id: itemId,
        itemId,
        personId: "ana",
        role: "responsible" as const,
        effortMinutes: 60,
      })),
    };
    const input = effectivenessInputFromPlan(plan, 1e9, undefined, {
      formatVersion: 1,
      loggedEffort: [{ id: "l", itemId: "C", on: "2026-05-01", minutes: 90 }],
    });
    expect(input.effort).toEqual([
      { itemId: "C", minutes: 90, outcomeIds: ["o"] },
      { itemId: "X", minutes: 60, outcomeIds: [] },
    ]);
    expect(input.outcomes[0]).toMatchObject({ by: 86_400_000, current: 30 });
  });

  test("agrees with adding up by hand in whole numbers", () => {
    fc.assert(
      fc.property(anyEffort, anyOutcomes, (effort, outcomes) => {
        const whole = effort.map((row) => ({ ...row, minutes: Math.round(row.minutes) }));
        let [serving, none] = [0n, 0n];
        for (const row of whole) {
          if (row.outcomeIds?.length === 1) serving += BigInt(row.minutes);
          if (row.outcomeIds?.length === 0) none += BigInt(row.minutes);
        }
        const served = measureServing(whole);
        expect(served.ok && [BigInt(served.value.serving), BigInt(served.value.servingNone)]).toEqual([serving, none]);
        const progress = outcomes.flatMap(({ baseline: b, target: t, current: c }) =>
          b === undefined || t === undefined || c === undefined || t === b ? [] : [Math.min(1, (c - b) / (t - b))],
        );
        const mean =
          progress.length === 0 ? undefined : progress.reduce((sum, each) => sum + each, 0) / progress.length;
        const { attained } = measureAttainment(outcomes);
        if (mean === undefined) expect(attained).toBeUndefined();
        else expect(attained).toBeCloseTo(mean, 9);
      }),
      { numRuns: statedRuns(10_000) },
    );
  });
});

testLaws("laws of effectiveness", effectivenessLaws());

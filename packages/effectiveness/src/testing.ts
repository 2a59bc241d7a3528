import { checkLaws, type Law } from "@evenkeel/checks/testing";
import * as fc from "fast-check";
import { effectivenessChecks } from "./effectiveness-checks.js";
import { measureAttainment } from "./measure-attainment.js";
import { measureServing } from "./measure-serving.js";
import type { EffectivenessInput, EffortRow, OutcomeReading } from "./types.js";

/** Effort rows, some of unknown purpose. */
export const anyEffort: fc.Arbitrary<EffortRow[]> = fc
  .array(
    fc.record({
      minutes: fc.double({ min: 0, max: 1e6, noNaN: true }),
      serves: fc.constantFrom("none", "one", "unknown"),
    }),
    { maxLength: 20 },
  )
  .map((rows) =>
    rows.map(({ minutes, serves }, index) => ({
      itemId: `i${index}`,
      minutes,
      ...(serves === "unknown" ? {} : { outcomeIds: serves === "one" ? ["o"] : [] }),
    })),
  );

const reading = fc.option(fc.integer({ min: -100, max: 100 }), { nil: undefined });

/** Outcomes, some not measurable. */
export const anyOutcomes: fc.Arbitrary<OutcomeReading[]> = fc
  .array(fc.record({ baseline: reading, target: reading, current: reading }), { maxLength: 6 })
  .map((rows) =>
    rows.map((row, index) => ({
      outcomeId: `o${index}`,
      title: `Outcome ${index}`,
      by: 1000,
      ...(row.baseline === undefined ? {} : { baseline: row.baseline }),
      ...(row.target === undefined ? {} : { target: row.target }),
      ...(row.current === undefined ? {} : { current: row.current }),
    })),
  );

/** Inputs of the effectiveness checks. */
export const anyEffectivenessInput: fc.Arbitrary<EffectivenessInput> = fc
  .tuple(anyEffort, anyOutcomes)
  .map(([effort, outcomes]) => ({ effort, outcomes, now: 2000 }));

/** Laws of effort, attainment and of the checks on them. */
export function effectivenessLaws(): Law[] {
  return [
    ...checkLaws(effectivenessChecks, anyEffectivenessInput, ({ effort = [], outcomes, now }) => ({
      effort: [...effort].reverse(),
      outcomes: [...outcomes].reverse(),
      now,
    })),
    {
      name: "effort is conserved: serving, serving none and unknown make the total",
      statedRuns: 10_000,
      property: fc.property(anyEffort, (rows) => {
        const served = measureServing(rows);
        if (!served.ok) return false;
        const { total, serving, servingNone, unknown } = served.value;
        return Math.abs(serving + servingNone + unknown - total) <= 1e-9 * Math.max(1, total);
      }),
    },
    {
      name: "attainment does not depend on the unit or the zero of a measure",
      statedRuns: 10_000,
      property: fc.property(
        anyOutcomes,
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: -50, max: 50 }),
        (outcomes, scale, shift) => {
          const other = (value: number | undefined) => (value === undefined ? undefined : value * scale + shift);
          const moved = outcomes.map(({ baseline, target, current, ...row }): OutcomeReading => {
            const [base, goal, now] = [other(baseline), other(target), other(current)];
            return {
              ...row,
              ...(base === undefined ? {} : { baseline: base }),
              ...(goal === undefined ? {} : { target: goal }),
              ...(now === undefined ? {} : { current: now }),
            };
          });
          const [a, b] = [measureAttainment(outcomes), measureAttainment(moved)];
          return a.measurable === b.measurable && Math.abs((a.attained ?? 0) - (b.attained ?? 0)) < 1e-9;
        },
      ),
    },
  ];
}

import { orThrow } from "@evenkeel/kernel";
import { deepFreeze, statedRuns } from "@evenkeel/test-kit";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { balanceWork, type WorkBalance, type WorkChange, type WorkRules } from "../src/index.js";

const day = 480;
// Ann works 2 days full time: 16 h of work, 2 days long.
const one: WorkBalance = deepFreeze({
  durationMinutes: 2 * day,
  assignments: [{ id: "ann", workMinutes: 2 * day, units: 1 }],
});
const after = (change: WorkChange, durationType: WorkRules["durationType"], effortDriven = false) => {
  const { durationMinutes, assignments } = orThrow(balanceWork(one, change, { durationType, effortDriven }));
  return [durationMinutes / day, ...assignments.map(({ workMinutes, units }) => [workMinutes / day, units])];
};

test.each([
  // The table of MS Project: what is changed, the type, then days of duration, days of work and units.
  [{ kind: "duration", durationMinutes: 4 * day }, "fixedUnits", [4, [4, 1]]],
  [{ kind: "duration", durationMinutes: 4 * day }, "fixedWork", [4, [2, 0.5]]],
  [{ kind: "duration", durationMinutes: 4 * day }, "fixedDuration", [4, [4, 1]]],
  [{ kind: "work", id: "ann", workMinutes: 4 * day }, "fixedUnits", [4, [4, 1]]],
  [{ kind: "work", id: "ann", workMinutes: 4 * day }, "fixedWork", [4, [4, 1]]],
  [{ kind: "work", id: "ann", workMinutes: 4 * day }, "fixedDuration", [2, [4, 2]]],
  [{ kind: "units", id: "ann", units: 0.5 }, "fixedUnits", [4, [2, 0.5]]],
  [{ kind: "units", id: "ann", units: 0.5 }, "fixedWork", [4, [2, 0.5]]],
  [{ kind: "units", id: "ann", units: 0.5 }, "fixedDuration", [2, [1, 0.5]]],
] as const)("%o with %s", (change, type, expected) => {
  expect(after(change, type)).toEqual(expected);
});

test("someone who comes shares the work, or brings their own", () => {
  const bob: WorkChange = { kind: "assign", id: "bob", units: 1 };
  expect(after(bob, "fixedUnits", true)).toEqual([1, [1, 1], [1, 1]]);
  expect(after(bob, "fixedUnits")).toEqual([2, [2, 1], [2, 1]]);
  expect(after(bob, "fixedWork")).toEqual([1, [1, 1], [1, 1]]);
  expect(after(bob, "fixedDuration", true)).toEqual([2, [1, 0.5], [1, 0.5]]);
});

test("what cannot be is refused, all at once", () => {
  const refused = balanceWork(
    { ...one, durationMinutes: 0 },
    { kind: "units", id: "eve", units: Number.NaN },
    { durationType: "fixedUnits" },
  );
  expect(refused.issues.map(({ code, path }) => [code, path.join("/")])).toEqual([
    ["scheduling/impossible-work", "durationMinutes"],
    ["scheduling/impossible-work", "change/units"],
    ["scheduling/unknown-assignment", "change/id"],
  ]);
});

test("the longest assignment is the duration, and effort-driven work is neither lost nor made", () => {
  const amount = fc.integer({ min: 1, max: 100 });
  const rows = fc.uniqueArray(fc.record({ id: fc.constantFrom("a", "b", "c"), workMinutes: amount, units: amount }), {
    minLength: 1,
    selector: ({ id }) => id,
  });
  const types = fc.constantFrom("fixedUnits" as const, "fixedWork" as const);
  fc.assert(
    fc.property(rows, amount, types, (assignments, units, durationType) => {
      const start = {
        durationMinutes: Math.max(...assignments.map((row) => row.workMinutes / row.units)),
        assignments,
      };
      const made = orThrow(
        balanceWork(start, { kind: "assign", id: "new", units }, { durationType, effortDriven: true }),
      );
      const sum = ({ assignments: list }: WorkBalance) => list.reduce((total, row) => total + row.workMinutes, 0);
      expect(sum(made)).toBeCloseTo(sum(start), 6);
      expect(made.durationMinutes).toBeCloseTo(
        Math.max(...made.assignments.map((row) => row.workMinutes / row.units)),
        9,
      );
    }),
    { numRuns: statedRuns(10_000) },
  );
});

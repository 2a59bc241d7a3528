import { orThrow } from "@evenkeel/kernel";
import { deepFreeze, statedRuns } from "@evenkeel/test-kit";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { delayedJobsFromPlan, effectivenessInputFromPlan } from "../src/from-plan.js";
import {
  type DelayedJob,
  measureActivity,
  measureAttainment,
  measureRework,
  measureYield,
  orderByCostOfDelay,
} from "../src/index.js";
import { anyJobs } from "../src/testing.js";

describe("cost of delay", () => {
  function permutations(jobs: readonly DelayedJob[]): DelayedJob[][] {
    if (jobs.length === 0) return [[]];
    return jobs.flatMap((job, at) =>
      permutations([...jobs.slice(0, at), ...jobs.slice(at + 1)]).map((rest) => [job, ...rest]),
    );
  }
  function costOf(jobs: readonly DelayedJob[]): number {
    let [cost, finish] = [0, 0];
    for (const { rate, duration } of jobs) {
      finish += duration;
      cost += rate * finish;
    }
    return cost;
  }

  test("is least in the order found: all orders of up to 7 jobs tried", () => {
    fc.assert(
      fc.property(anyJobs, (jobs) => {
        const few = jobs.slice(0, 7);
        const least = permutations(few).reduce(
          (cost, order) => Math.min(cost, costOf(order)),
          Number.POSITIVE_INFINITY,
        );
        expect(orThrow(orderByCostOfDelay(few)).cost).toBe(least);
        expect(orThrow(orderByCostOfDelay(few)).given.cost).toBe(costOf(few));
      }),
      { numRuns: statedRuns(2_000) },
    );
  });

  test("is least among all 40,320 orders of 8 jobs", () => {
    const jobs: DelayedJob[] = deepFreeze(
      [3, 1, 4, 1, 5, 9, 2, 6].map((rate, at) => ({ id: `j${at}`, rate, duration: (at * 5) % 7 })),
    );
    const least = permutations(jobs).reduce((cost, order) => Math.min(cost, costOf(order)), Number.POSITIVE_INFINITY);
    expect(orThrow(orderByCostOfDelay(jobs)).cost).toBe(least);
  });

  test("what takes no time goes first; ties go to the shorter, then by id", () => {
    const found = orThrow(
      orderByCostOfDelay([
        { id: "b", rate: 2, duration: 2 },
        { id: "a", rate: 2, duration: 2 },
        { id: "free", rate: 0, duration: 3 },
        { id: "short", rate: 1, duration: 1 },
        { id: "now", rate: 0, duration: 0 },
      ]),
    );
    expect(found.jobs.map(({ id, finish }) => [id, finish])).toEqual([
      ["now", 0],
      ["short", 1],
      ["a", 3],
      ["b", 5],
      ["free", 8],
    ]);
    expect(orThrow(orderByCostOfDelay([]))).toEqual({ jobs: [], cost: 0, given: { jobs: [], cost: 0 }, saving: 0 });
  });

  test("refuses rates and durations below 0 or not finite, and ids given twice", () => {
    const faults = orderByCostOfDelay([
      { id: "a", rate: -1, duration: Number.NaN },
      { id: "b", rate: 1, duration: 1 },
      { id: "b", rate: 1, duration: 1 },
    ]);
    expect([faults.ok, faults.issues.map(({ code, path }) => [code.slice(14), path.join("/")])]).toEqual([
      false,
      [
        ["impossible-value", "0/rate"],
        ["impossible-value", "0/duration"],
        ["duplicate-id", "1/id"],
        ["duplicate-id", "2/id"],
      ],
    ]);
  });

  test("reads open items in one unit; those without size or price are listed", () => {
    const item = (id: string, rank: number, value: number | undefined, minutes: number | undefined, unit = "EUR") => ({
      id,
      title: id,
      kind: "task" as const,
      rank,
      ...(value === undefined ? {} : { costOfDelay: { rate: { value, unit } } }),
      ...(minutes === undefined ? {} : { schedule: { kind: "task" as const, durationMinutes: minutes } }),
    });
    const plan = {
      formatVersion: 1 as const,
      items: [
        item("second", 2, 100, 2400),
        item("first", 1, 200, 4800),
        item("odd", 3, 5, 60, "points"),
        item("unsized", 4, 5, undefined),
        item("unpriced", 5, undefined, 60),
        { ...item("over", 6, 5, 60), finishedAt: "1970-01-02" },
      ],
      assignments: [
        { id: "x", itemId: "first", role: "responsible" as const, effortMinutes: 600, remainingEffortMinutes: 240 },
      ],
    };
    const found = delayedJobsFromPlan(plan, { by: "duration" });
    expect(orThrow(found)).toEqual({
      jobs: [
        { id: "first", rate: 200, duration: 2 },
        { id: "second", rate: 100, duration: 1 },
      ],
      unit: "EUR",
      unsized: ["unsized"],
      unpriced: ["unpriced"],
    });
    expect(found.issues.map(({ code, subject }) => [code, subject])).toEqual([["effectiveness/units-differ", ["odd"]]]);
    expect(orThrow(delayedJobsFromPlan(plan)).jobs).toEqual([{ id: "first", rate: 200, duration: 0.1 }]);
    expect(orThrow(delayedJobsFromPlan({ formatVersion: 1 }))).toEqual({ jobs: [], unsized: [], unpriced: [] });
  });
});

describe("outcomes", () => {
  test("a direction that contradicts the target is not measurable; what is maintained is held or not", () => {
    const outcome = (current: number, direction: "increase" | "decrease" | "maintain") =>
      ({ outcomeId: "o", title: "O", baseline: 40, target: 30, current, direction }) as const;
    const of = (current: number, direction: "increase" | "decrease" | "maintain") =>
      measureAttainment([outcome(current, direction)]).outcomes[0];
    expect(of(35, "decrease")?.progress).toBe(0.5);
    expect(of(35, "increase")?.missing).toEqual(["a target in the stated direction"]);
    expect([30, 40, 41].map((current) => of(current, "maintain")?.progress)).toEqual([1, 1, 0]);
    const plan = {
      formatVersion: 1 as const,
      outcomes: [{ id: "o", title: "O", measure: { direction: "decrease" as const } }],
    };
    expect(effectivenessInputFromPlan(plan, 0).outcomes[0]?.direction).toBe("decrease");
  });

  test("are set against all effort; an item that serves two is split", () => {
    const outcomes = [
      { outcomeId: "__proto__", title: "A", baseline: 0, target: 10, current: 5 },
      { outcomeId: "b", title: "B", baseline: 0, target: 10, current: 20 },
      { outcomeId: "c", title: "C" },
    ];
    const effort = [
      { itemId: "1", minutes: 480, outcomeIds: ["__proto__", "b"] },
      { itemId: "2", minutes: 240, outcomeIds: [] },
      { itemId: "3", minutes: 240 },
    ];
    expect(orThrow(measureYield(outcomes, effort))).toEqual({
      outcomes: [
        { outcomeId: "__proto__", attained: 0.5, minutes: 240, perPersonDay: 1 },
        { outcomeId: "b", attained: 1, minutes: 240, perPersonDay: 2 },
        { outcomeId: "c", minutes: 0 },
      ],
      attained: 0.75,
      measurable: 2,
      personDays: 2,
      servingNoneDays: 0.5,
      unknownDays: 0.5,
      perPersonDay: 0.375,
    });
    expect(measureYield(outcomes, [{ itemId: "1", minutes: -1 }], 0).issues.map(({ code }) => code.slice(14))).toEqual([
      "impossible-effort",
      "impossible-value",
    ]);
  });
});

test("rework counts the effort of items that came back, each item once", () => {
  const rows = [
    { itemId: "A", minutes: 60, rework: true },
    { itemId: "A", minutes: 30, rework: true },
    { itemId: "B", minutes: 90 },
  ];
  expect(orThrow(measureRework(rows))).toEqual({ items: 2, reworkedItems: 1, total: 180, rework: 90, share: 0.5 });
  expect(orThrow(measureRework([]))).not.toHaveProperty("share");
  expect(measureRework([{ itemId: "A", minutes: Number.NaN }]).ok).toBe(false);
});

describe("activity against result", () => {
  const periods = (...rows: [number, number][]) =>
    rows.map(([activity, result], at) => ({ id: `${at}`, activity, result }));

  test("says how they go together, what bore no fruit, and what the busiest quarter brought", () => {
    const found = orThrow(measureActivity(periods([10, 0], [6, 3], [2, 1], [2, 4])));
    // Ranks 4, 3, 1.5, 1.5 against 1, 3, 2, 4: with their means taken off -3 / sqrt(4.5 x 5).
    expect(found.rankCorrelation).toBeCloseTo(-3 / Math.sqrt(22.5), 12);
    expect(found).toMatchObject({
      n: 4,
      activity: 20,
      result: 8,
      fruitless: 0.5,
      busiest: { activity: 0.5, result: 0 },
    });
  });

  test("has no correlation where nothing varies, and no answer for three periods", () => {
    expect(orThrow(measureActivity(periods([1, 0], [1, 0], [1, 0], [1, 0])))).toEqual({
      n: 4,
      activity: 4,
      result: 0,
      fruitless: 1,
    });
    expect(measureActivity(periods([1, 1], [1, 1], [Number.NaN, -1])).issues.map(({ code }) => code.slice(14))).toEqual(
      ["sample-too-small", "impossible-value", "impossible-value"],
    );
  });
});

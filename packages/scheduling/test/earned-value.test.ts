import { compileCalendars, standardCalendar, workBetween } from "@evenkeel/calendar";
import { orThrow, parseTimeText } from "@evenkeel/kernel";
import { deepFreeze, statedRuns } from "@evenkeel/test-kit";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type EarnedValueActivity,
  type EarnedValueInput,
  earnedSchedule,
  earnedValue,
  measureEarnedValue,
} from "../src/index.js";

const measured = (activities: EarnedValueActivity[], statusDate: string, more: Partial<EarnedValueInput> = {}) =>
  orThrow(earnedValue(deepFreeze({ activities, statusDate, ...more })));

describe("published examples", () => {
  // R. Mulcahy, PMP Exam Prep: a fence of four sides, one day and 1,000 a side; the end of day three.
  const fence = ["2026-06-01", "2026-06-02", "2026-06-03", "2026-06-04"].map((on, at) => ({
    id: `side ${at + 1}`,
    start: on,
    finish: on,
    budget: 1000,
    percentComplete: [100, 100, 50, 0][at]!,
    actualCost: [1000, 1200, 600, 0][at]!,
  }));
  test("a fence, PMP Exam Prep", () => {
    const { total } = measured(fence, "2026-06-03");
    expect([total.plannedValue, total.earnedValue, total.actualCost, total.budgetAtCompletion]).toEqual([
      3000, 2500, 2800, 4000,
    ]);
    expect([total.costVariance, total.scheduleVariance]).toEqual([-300, -500]);
    expect(total.costPerformanceIndex).toBeCloseTo(0.893, 3);
    expect(total.schedulePerformanceIndex).toBeCloseTo(0.833, 3);
    // Printed with CPI rounded to three digits: 4,479, 1,679 and -479.
    expect(total.estimateAtCompletion.atCostIndex).toBe(4480);
    expect(total.estimateToComplete.atCostIndex).toBe(1680);
    expect(total.varianceAtCompletion.atCostIndex).toBe(-480);
  });
  test("a fence as time: two and a half days are earned after three", () => {
    const { time } = measured(fence, "2026-06-03");
    expect(time).toEqual({
      earnedAt: "2026-06-03T13:00",
      earnedScheduleMinutes: 1200,
      actualTimeMinutes: 1440,
      plannedDurationMinutes: 1920,
      scheduleVarianceMinutes: -240,
      schedulePerformanceIndex: 2.5 / 3,
      estimateAtCompletionMinutes: 2304,
      estimatedFinish: "2026-06-05T15:24",
    });
  });
  // W. Lipke, "Earned Schedule" (figure): at the end of July (AT 7) all of May and a part of June is earned,
  // ES = 5 + (EV - PV(May)) / (PV(June) - PV(May)).
  test("Lipke's figure: five months and a share of June after seven", () => {
    const plannedValues = [10, 25, 45, 70, 100, 130, 155, 175, 190, 200];
    const found = orThrow(earnedSchedule(deepFreeze({ plannedValues, earnedValue: 112, actualTime: 7 })));
    expect(found.earnedSchedule).toBeCloseTo(5 + 12 / 30, 12);
    expect(found.scheduleVariance).toBeCloseTo(5.4 - 7, 12);
    expect(found.schedulePerformanceIndex).toBeCloseTo(5.4 / 7, 12);
    expect(found.estimateAtCompletion).toBeCloseTo(10 / (5.4 / 7), 12);
  });
  test("Lipke's late project: at its end SPI is 1, SPI(t) is not", () => {
    const plannedValues = [100, 200, 300, 400];
    const late = orThrow(earnedSchedule({ plannedValues, earnedValue: 400, actualTime: 5 }));
    expect([late.earnedSchedule, late.schedulePerformanceIndex, late.estimateAtCompletion]).toEqual([4, 0.8, 5]);
    const money = measureEarnedValue({ plannedValue: 400, earnedValue: 400, actualCost: 500, budgetAtCompletion: 400 });
    expect(money.schedulePerformanceIndex).toBe(1);
  });
});

describe("earned schedule by periods", () => {
  test("a plan that stands still has earned that time with the value before it", () => {
    const plannedValues = [10, 20, 20, 20, 40, 40];
    const at = (earned: number) => orThrow(earnedSchedule({ plannedValues, earnedValue: earned, actualTime: 6 }));
    expect([at(10), at(15), at(20), at(30), at(40)].map((found) => found.earnedSchedule)).toEqual([1, 1.5, 4, 4.5, 5]);
    expect([at(0).earnedSchedule, at(0).estimateAtCompletion, at(0).plannedDuration]).toEqual([0, undefined, 5]);
    expect(at(50).earnedSchedule).toBe(5);
  });
  test("refuses what falls, is not finite, or has taken no time", () => {
    const codes = (input: Parameters<typeof earnedSchedule>[0]) =>
      earnedSchedule(input).issues.map(({ code, path }) => [code, path.join("/")]);
    expect(codes({ plannedValues: [10, 5, Number.NaN], earnedValue: -1, actualTime: 0 })).toEqual([
      ["scheduling/value-not-cumulative", "plannedValues/1"],
      ["scheduling/invalid-figure", "plannedValues/2"],
      ["scheduling/invalid-figure", "earnedValue"],
      ["scheduling/invalid-figure", "actualTime"],
    ]);
  });
  test("is the inverse of planned value between periods", () => {
    const steps = fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(steps, fc.double({ min: 0, max: 1, noNaN: true }), (rises, share) => {
        let sum = 0;
        const plannedValues = rises.map((rise) => (sum += rise));
        const time = share * rises.length;
        const whole = Math.min(Math.floor(time), rises.length - 1);
        const planned = (whole === 0 ? 0 : plannedValues[whole - 1]!) + (time - whole) * rises[whole]!;
        const found = orThrow(earnedSchedule({ plannedValues, earnedValue: planned, actualTime: 1 }));
        expect(found.earnedSchedule).toBeCloseTo(time, 9);
      }),
      { numRuns: statedRuns(10_000) },
    );
  });
});

describe("the four estimates and their limits", () => {
  test("as budgeted, by cost, by cost and progress", () => {
    const found = measureEarnedValue({
      plannedValue: 500,
      earnedValue: 400,
      actualCost: 800,
      budgetAtCompletion: 1000,
    });
    expect(found.estimateAtCompletion).toEqual({
      atBudget: 1400,
      atCostIndex: 2000,
      atCostAndScheduleIndex: 800 + 600 / (0.5 * 0.8),
    });
    expect(found.estimateToComplete.atBudget).toBe(600);
    expect(found.varianceAtCompletion.atCostIndex).toBe(-1000);
    expect(found.toCompletePerformanceIndex).toBe(3);
  });
  test("without a divisor a figure is absent and named, never infinite", () => {
    const result = earnedValue({
      statusDate: "2026-06-01",
      activities: [
        { id: "later", start: "2026-06-08", finish: "2026-06-09", budget: 100 },
        { id: "spent", start: "2026-06-01", finish: "2026-06-01", budget: 100, percentComplete: 50, actualCost: 100 },
      ],
    });
    expect(result.issues.map(({ severity, facts }) => [severity, facts["id"], facts["measures"]])).toEqual([
      ["info", "later", ["SPI", "CPI"]],
      ["info", "spent", ["TCPI"]],
    ]);
    const [later, spent] = orThrow(result).activities;
    expect([later!.schedulePerformanceIndex, later!.estimateAtCompletion, spent!.toCompletePerformanceIndex]).toEqual([
      undefined,
      { atBudget: 100 },
      undefined,
    ]);
  });
  test("without budget there is no earned time, without progress no estimate of it", () => {
    expect(measured([{ id: "a" }], "2026-06-01").time).toBeUndefined();
    const none = measured([{ id: "a", start: "2026-06-01", finish: "2026-06-02", budget: 10 }], "2026-06-02").time!;
    expect([none.earnedScheduleMinutes, none.schedulePerformanceIndex, none.estimatedFinish]).toEqual([
      0,
      0,
      undefined,
    ]);
  });
});

test("grows with working time alone, and at once at a milestone", () => {
  const at = (statusDate: string) =>
    measured(
      [
        { id: "over the weekend", start: "2026-06-05T08:00", finish: "2026-06-08T17:00", budget: 100 },
        { id: "gate", start: "2026-06-08T12:00", finish: "2026-06-08T12:00", budget: 7 },
      ],
      statusDate,
    ).total.plannedValue;
  expect(
    ["2026-06-05T12:00", "2026-06-05T17:00", "2026-06-07T12:00", "2026-06-08T11:00", "2026-06-08T12:00"].map(at),
  ).toEqual([25, 50, 50, 68.75, 82]);
});

test("wrong figures, dates and parents are named all at once", () => {
  const result = earnedValue({
    statusDate: "soon",
    activities: [
      { id: "a", start: "2026-06-02", finish: "2026-06-01", budget: 10 },
      { id: "b", budget: 10 },
      { id: "c", parentId: "x", percentComplete: 101, actualCost: Number.NaN, budget: -1 },
      { id: "d", calendarId: "none" },
    ],
  });
  expect(result.issues.map(({ code, path }) => `${code} ${path.join("/")}`)).toEqual([
    "scheduling/dangling-parent activities/2/parentId",
    "kernel/invalid-time-text statusDate",
    "scheduling/baseline-reversed activities/0",
    "scheduling/missing-baseline activities/1",
    "scheduling/invalid-figure activities/2/budget",
    "scheduling/invalid-figure activities/2/percentComplete",
    "scheduling/invalid-figure activities/2/actualCost",
    "scheduling/unknown-calendar activities/3/calendarId",
  ]);
});

describe("laws", () => {
  const two = (value: number): string => String(value).padStart(2, "0");
  const time = fc
    .integer({ min: 0, max: 20 * 24 })
    .map((hour) => `2026-06-${two(1 + Math.floor(hour / 24))}T${two(hour % 24)}:00`);
  const row = fc.record({
    dates: fc.tuple(time, time).map(([a, b]) => (a < b ? [a, b] : [b, a])),
    budget: fc.nat(1000),
    percentComplete: fc.nat(100),
    actualCost: fc.nat(1000),
    parent: fc.constantFrom(undefined, "P", "Q"),
  });
  const plans = fc.array(row, { minLength: 1, maxLength: 8 }).map((rows): EarnedValueActivity[] => [
    { id: "P" },
    { id: "Q", parentId: "P" },
    ...rows.map(({ dates, parent, ...others }, at) => ({
      id: `A${at}`,
      start: dates[0]!,
      finish: dates[1]!,
      ...(parent === undefined ? {} : { parentId: parent }),
      ...others,
    })),
  ]);
  const tick = (text: string): number => {
    const read = orThrow(parseTimeText(text));
    return read.form === "local" ? read.local / 6000 : Number.NaN;
  };
  const calendar = orThrow(compileCalendars([standardCalendar])).calendars[0]!;

  test("parents and the total are the sums of their parts, and planned value never falls", () => {
    fc.assert(
      fc.property(plans, time, time, (activities, one, other) => {
        const [soon, late] = [one, other].sort() as [string, string];
        const [now, then] = [measured(activities, soon), measured(activities, late)];
        const figures = ["plannedValue", "earnedValue", "actualCost", "budgetAtCompletion"] as const;
        for (const key of figures) {
          const of = (id: string) => now.activities.find((each) => each.id === id)![key];
          const sum = (parents: (string | undefined)[]) =>
            activities
              .filter((each) => each.id.startsWith("A") && parents.includes(each.parentId))
              .reduce((total, { id }) => total + of(id), 0);
          expect(now.total[key]).toBeCloseTo(sum([undefined, "P", "Q"]), 6);
          const isSummary = activities.some(({ parentId }) => parentId === "Q");
          expect(of("P")).toBeCloseTo(sum(["P", "Q"]), 6);
          expect(of("Q")).toBeCloseTo(isSummary ? sum(["Q"]) : 0, 6);
        }
        expect(then.total.plannedValue).toBeGreaterThanOrEqual(now.total.plannedValue);
        now.activities.forEach((each, at) => {
          expect(then.activities[at]!.plannedValue).toBeGreaterThanOrEqual(each.plannedValue);
          expect(each.plannedValue).toBeLessThanOrEqual(each.budgetAtCompletion);
        });
      }),
      { numRuns: statedRuns(10_000) },
    );
  });
  test("planned value follows from its definition, and earned schedule is where it was what is earned", () => {
    fc.assert(
      fc.property(plans, time, (activities, statusDate) => {
        const { total, time: earned } = measured(activities, statusDate);
        const planned = (at: number): number =>
          activities.reduce((sum, { start, finish, budget = 0 }) => {
            if (start === undefined || finish === undefined) return sum;
            const all = workBetween(calendar, tick(start), tick(finish));
            const part = workBetween(calendar, tick(start), Math.min(Math.max(at, tick(start)), tick(finish)));
            return sum + budget * (all === 0 || at >= tick(finish) ? Number(at >= tick(finish)) : part / all);
          }, 0);
        expect(total.plannedValue).toBeCloseTo(planned(tick(statusDate)), 6);
        if (earned === undefined) return;
        const at = tick(earned.earnedAt);
        const first = Math.min(
          ...activities.flatMap(({ start, budget = 0 }) => (start !== undefined && budget > 0 ? [tick(start)] : [])),
        );
        const last = Math.max(
          ...activities.flatMap(({ finish, budget = 0 }) => (finish !== undefined && budget > 0 ? [tick(finish)] : [])),
        );
        if (at > first) expect(planned(at)).toBeLessThanOrEqual(total.earnedValue + 1e-6);
        if (at < last) expect(planned(at + 1)).toBeGreaterThan(total.earnedValue - 1e-6);
        expect(earned.scheduleVarianceMinutes).toBeCloseTo(workBetween(calendar, tick(statusDate), at) / 10, 6);
      }),
      { numRuns: statedRuns(10_000) },
    );
  });
  test("the three estimates agree where work costs and goes as planned", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), fc.integer({ min: 0, max: 1000 }), (done, rest) => {
        const found = measureEarnedValue({
          plannedValue: done,
          earnedValue: done,
          actualCost: done,
          budgetAtCompletion: done + rest,
        });
        for (const value of Object.values(found.estimateAtCompletion)) expect(value).toBeCloseTo(done + rest, 6);
        for (const value of Object.values(found.varianceAtCompletion)) expect(value).toBeCloseTo(0, 6);
      }),
      { numRuns: statedRuns(5_000) },
    );
  });
});

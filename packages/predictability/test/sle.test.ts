import { type Issue, orThrow, type Result } from "@evenkeel/kernel";
import { deepFreeze, statedRuns } from "@evenkeel/test-kit";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { chanceAtAge, defaultSlePrior, type FlowItem, serviceLevelExpectation } from "../src/index.js";
import { anyTeamPast } from "../src/testing.js";
import { calibratedShare } from "./oracle-sle.js";

const day = 86_400_000;
const codes = (result: Result<unknown>): unknown[] =>
  result.issues.map(({ code, path, subject }: Issue) => [code, path, subject]);
const finished: readonly FlowItem[] = deepFreeze(
  Array.from({ length: 17 }, (_none, at) => ({ id: `F${at}`, startedAt: 0, finishedAt: (at + 1) * day - 1 })),
);
const stuck: readonly FlowItem[] = deepFreeze(
  Array.from({ length: 3 }, (_none, at) => ({ id: `S${at}`, startedAt: 0 })),
);

/** Two items a day, each taking `days` of its own number and start day. */
function steady(length: number, days: (at: number, start: number) => number): FlowItem[] {
  return Array.from({ length: 2 * length }, (_none, at) => {
    const start = Math.floor(at / 2);
    return { id: `I${at}`, startedAt: start * day, finishedAt: (start + days(at, start) - 1) * day };
  });
}

describe("service level expectation, plain methods", () => {
  test("does not forget what is still open", () => {
    const now = 30 * day;
    const all = [...finished, ...stuck];
    const hopeful = orThrow(serviceLevelExpectation(all, { now, method: "completed" }));
    const honest = orThrow(serviceLevelExpectation(all, { now, method: "kaplan-meier" }));
    expect([hopeful.days, honest.days, honest.open, honest.reached]).toEqual([15, 17, 3, true]);
    expect(orThrow(serviceLevelExpectation(all, { now, probability: 0.9, method: "kaplan-meier" }))).toMatchObject({
      days: 30,
      reached: false,
    });
  });

  test("gives the chance that is left at an age", () => {
    const expectation = orThrow(
      serviceLevelExpectation(finished, { now: 30 * day, probability: 0.8, method: "kaplan-meier" }),
    );
    expect(expectation.days).toBe(14);
    expect(chanceAtAge(expectation, 0)).toBeCloseTo(14 / 17, 12);
    expect(chanceAtAge(expectation, 10)).toBeCloseTo(4 / 7, 12);
    expect([chanceAtAge(expectation, 14), chanceAtAge(expectation, NaN)]).toEqual([0, 0]);
  });

  test("falls back to all history", () => {
    const options = { now: 400 * day, method: "kaplan-meier" } as const;
    expect(orThrow(serviceLevelExpectation(finished, options)).windowDays).toBe(0);
    expect(orThrow(serviceLevelExpectation(finished, { ...options, now: 30 * day })).windowDays).toBe(90);
  });
});

describe("service level expectation, adaptive", () => {
  test("is the default, and says what it rests on", () => {
    const items = steady(120, (at) => 1 + (at % 10));
    const expectation = orThrow(serviceLevelExpectation(deepFreeze(items), { now: 130 * day }));
    expect(expectation).toMatchObject({
      method: "adaptive",
      windowDays: 0,
      sample: 240,
      open: 0,
      reached: true,
      reference: defaultSlePrior.reference,
    });
    expect(expectation.record).toBeGreaterThan(150);
    expect([9, 10]).toContain(expectation.days);
  });

  test("follows a team whose work slows down sooner than all history does", () => {
    const items = steady(300, (at, start) => (1 + (at % 10)) * (start < 200 ? 1 : 3));
    const options = { now: 300 * day, probability: 0.85 };
    const adaptive = orThrow(serviceLevelExpectation(items, options)).days;
    const whole = orThrow(serviceLevelExpectation(items, { ...options, method: "kaplan-meier", windowDays: 300 })).days;
    expect(adaptive).toBeGreaterThanOrEqual(27);
    expect(whole).toBeLessThan(27);
  });

  test("asks the record: a team that broke its expectations is given longer ones", () => {
    const items = steady(120, (at) => 1 + (at % 10));
    const options = { now: 120 * day };
    const trusting = { ...defaultSlePrior, trust: 100_000 };
    const slowing = steady(120, (at, start) => 1 + (at % 10) + Math.floor(start / 12));
    const days = (of: readonly FlowItem[], prior = defaultSlePrior): number =>
      orThrow(serviceLevelExpectation(of, { ...options, prior })).days;
    expect(days(slowing)).toBeGreaterThan(days(slowing, trusting));
    expect(Math.abs(days(items) - days(items, trusting))).toBeLessThanOrEqual(1);
  });

  test("reaches nothing where next to nothing ends, and says so", () => {
    const expectation = orThrow(serviceLevelExpectation([...finished.slice(0, 2), ...stuck], { now: 30 * day }));
    expect(expectation).toMatchObject({ days: 30, reached: false, open: 3, record: 0 });
    expect(chanceAtAge(expectation, 2)).toBe(0);
    expect(orThrow(serviceLevelExpectation(stuck, { now: 30 * day }))).toMatchObject({ days: 30, curve: [] });
  });

  test("refuses what it cannot use, all at once", () => {
    expect(codes(serviceLevelExpectation([], { now: 0 }))).toEqual([
      ["predictability/sample-too-small", ["items"], []],
    ]);
    const prior = { ...defaultSlePrior, trust: 0, guard: NaN };
    expect(codes(serviceLevelExpectation([], { now: NaN, probability: 1, windowDays: -1, prior }))).toEqual([
      ["predictability/not-a-time", ["now"], []],
      ["predictability/out-of-range", ["probability"], []],
      ["predictability/out-of-range", ["prior", "trust"], []],
      ["predictability/out-of-range", ["prior", "guard"], []],
      ["predictability/out-of-range", ["windowDays"], []],
    ]);
  });

  test("looks back 52 fortnights and no further", () => {
    const items = Array.from({ length: 140 }, (_none, at) => {
      const start = 7 * at;
      return { id: `I${at}`, startedAt: start * day, finishedAt: (start + ((at * at) % (at < 45 ? 40 : 9))) * day };
    });
    const { curve } = orThrow(serviceLevelExpectation(items, { now: 985 * day }));
    for (const { days, share } of curve)
      expect(share).toBeCloseTo(calibratedShare(items, 985, days, defaultSlePrior), 9);
  });

  test("agrees with its definition written out", () => {
    fc.assert(
      fc.property(anyTeamPast, fc.integer({ min: 20, max: 260 }), fc.constantFrom(3, 100), (items, today, few) => {
        const prior = { ...defaultSlePrior, halfLifeItems: few, halfLifeDays: 60 };
        const found = serviceLevelExpectation(items, { now: today * day, prior });
        if (!found.ok) return true;
        return found.value.curve.every(
          ({ days, share }) => Math.abs(share - calibratedShare(items, today, days, prior)) < 1e-9,
        );
      }),
      { numRuns: statedRuns(2_000), seed: 5 },
    );
  });
});

import { type Issue, orThrow, type Result } from "@evenkeel/kernel";
import { deepFreeze, statedRuns } from "@evenkeel/test-kit";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type FlowItem,
  measureArrivals,
  measureCycleTime,
  measureThroughput,
  measureWip,
  measureWipAt,
  measureWorkItemAge,
  processBehaviour,
} from "../src/index.js";
import { anyFlow, anyWindow } from "../src/testing.js";
import { wipIntegral } from "./oracle-forecast.js";

const day = 86_400_000;
const codes = (result: Result<unknown>): unknown[] =>
  result.issues.map(({ code, path, subject }: Issue) => [code, path, subject]);
const items: readonly FlowItem[] = deepFreeze([
  { id: "early", createdAt: 0, startedAt: day, finishedAt: 3 * day + 5 },
  { id: "same day", createdAt: 0, startedAt: 2 * day, finishedAt: 2 * day + 9 },
  { id: "open", createdAt: day, startedAt: 2 * day + 1 },
  { id: "given up", createdAt: day, startedAt: day, droppedAt: 4 * day },
  { id: "never started", createdAt: 2 * day, finishedAt: 3 * day },
]);

describe("flow measures", () => {
  test("counts work in progress at an instant and at the end of each day", () => {
    const measured = orThrow(measureWip(items, { from: 0, to: 6 }));
    expect(measured.days.map(({ wip }) => wip)).toEqual([0, 2, 3, 2, 1, 1]);
    expect(measured.days.map(({ arrivals, departures }) => arrivals - departures)).toEqual([0, 2, 1, -1, -1, 0]);
    expect(orThrow(measureWipAt(items, 2 * day))).toBe(3);
    expect(orThrow(measureWipAt(items, 2 * day + 9))).toBe(3);
  });

  test("counts what was finished, not what was given up, and what arrived", () => {
    expect(orThrow(measureThroughput(items, { from: 0, to: 5 }))).toMatchObject({ daily: [0, 0, 1, 2, 0], total: 3 });
    expect(orThrow(measureArrivals(items, { from: 0, to: 3 })).daily).toEqual([2, 2, 1]);
    expect(orThrow(measureArrivals(items, { from: 0, to: 3 }, "startedAt")).daily).toEqual([0, 2, 2]);
  });

  test("measures cycle time in days touched and says how many had no start", () => {
    const measured = orThrow(measureCycleTime(items, { from: 0, to: 9 }));
    expect(measured.items.map(({ id, days, elapsedMillis }) => [id, days, elapsedMillis])).toEqual([
      ["same day", 1, 9],
      ["early", 3, 2 * day + 5],
    ]);
    expect([measured.p50, measured.p85, measured.withoutStart]).toEqual([1, 3, 1]);
    expect(orThrow(measureWorkItemAge(items, 3 * day)).map(({ id, days }) => [id, days])).toEqual([
      ["early", 3],
      ["given up", 3],
      ["open", 2],
    ]);
  });

  test("leaves out what runs backwards, is no time or shares an id, and names it", () => {
    const odd: FlowItem[] = [
      { id: "__proto__", startedAt: 9, finishedAt: 5 },
      { id: "toString", startedAt: NaN },
      { id: "twin", startedAt: 1 },
      { id: "twin", startedAt: 2 },
      { id: "fine", startedAt: 3 },
    ];
    const measured = measureWipAt(odd, 100);
    expect(measured.ok && measured.value).toBe(1);
    expect(codes(measured)).toEqual([
      ["predictability/finished-before-started", ["items", 0], ["__proto__"]],
      ["predictability/not-a-time", ["items", 1, "startedAt"], ["toString"]],
      ["predictability/duplicate-id", ["items", 2, "id"], ["twin"]],
      ["predictability/duplicate-id", ["items", 3, "id"], ["twin"]],
    ]);
  });

  test("refuses a window without days and a question without an answer", () => {
    for (const window of [
      { from: 3, to: 3 },
      { from: 0, to: NaN },
      { from: 0, to: 1e9 },
    ]) {
      expect(codes(measureThroughput(items, window))[0]).toEqual(["predictability/invalid-window", ["window"], []]);
    }
    expect(codes(measureCycleTime([], { from: 0, to: 3 }))).toEqual([
      ["predictability/sample-too-small", ["items"], []],
    ]);
    expect(codes(measureWipAt(items, 0.5))).toEqual([["predictability/not-a-time", ["instant"], []]]);
  });

  test("time spent by the items is the integral of work in progress, to the millisecond", () => {
    fc.assert(
      fc.property(anyFlow, anyWindow, (flow, window) => {
        const measured = orThrow(measureWip(flow, window));
        return measured.itemMillis === wipIntegral(flow, window.from * day, window.to * day);
      }),
      { numRuns: statedRuns(100_000), seed: 1 },
    );
  });
});

describe("process behaviour", () => {
  test("gives the limits of the textbook example", () => {
    const chart = orThrow(processBehaviour(deepFreeze([10, 50, 40, 30])));
    expect([chart.mean, chart.meanMovingRange]).toEqual([32.5, 20]);
    expect(chart.upper).toBeCloseTo(85.7, 12);
    expect(chart.lower).toBeCloseTo(-20.7, 12);
    expect(chart.rangeLimit).toBeCloseTo(65.36, 12);
  });

  test("finds each signal", () => {
    const calm = [5, 6, 5, 4, 5, 6, 5, 4, 5, 6];
    const rules = (values: number[], baseline: number): unknown[] =>
      orThrow(processBehaviour(values, baseline)).signals.map(({ rule, from, to }) => [rule, from, to]);
    expect(rules([...calm, 20], 10)).toEqual([["outside-limits", 10, 10]]);
    expect(rules([...calm.slice(0, 8), 6, 6, 6, 6, 6, 6, 6, 6], 8).map((each) => (each as string[])[0])).toEqual([
      "eight-on-one-side",
    ]);
    expect(rules([...calm, 7, 7, 4, 7], 10).map((each) => (each as string[])[0])).toEqual(["three-of-four-near-limit"]);
  });

  test("widens the limits of a series that remembers", () => {
    const chart = orThrow(processBehaviour([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]));
    expect(chart.autocorrelation).toBeCloseTo(0.7, 12);
    expect(chart.adjustedUpper - chart.mean).toBeCloseTo((chart.upper - chart.mean) / Math.sqrt(0.3), 12);
  });

  test("refuses what is no series", () => {
    expect(codes(processBehaviour([1, 2]))).toEqual([["predictability/sample-too-small", ["values"], []]]);
    expect(codes(processBehaviour([1, NaN, 3], 9))).toEqual([
      ["predictability/not-finite", ["values", 1], []],
      ["predictability/out-of-range", ["baseline"], []],
    ]);
  });
});

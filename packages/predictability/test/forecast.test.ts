import { type Issue, orThrow, type Result } from "@evenkeel/kernel";
import { deepFreeze, statedRuns } from "@evenkeel/test-kit";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Forecast, forecastDistribution, forecastThroughput, howMany, whenDone } from "../src/index.js";
import { daysByEnumeration, totalsByEnumeration } from "./oracle-forecast.js";

const codes = (result: Result<unknown>): unknown[] => result.issues.map(({ code, path }: Issue) => [code, path]);
const independent = (daily: readonly number[]): Forecast =>
  orThrow(forecastThroughput(daily, { model: "iid-bootstrap" }));

describe("forecasts", () => {
  test("says what they rest on", () => {
    const daily = deepFreeze(Array.from({ length: 40 }, (_none, i) => i % 3));
    const forecast = orThrow(forecastThroughput(daily, { model: "iid-bootstrap", firstDay: 20_000 }));
    expect([
      forecast.model,
      forecast.modelVersion,
      forecast.windowDays,
      forecast.daily.length,
      forecast.firstDay,
    ]).toEqual(["iid-bootstrap", "1", 30, 30, 20_000]);
    expect(orThrow(forecastThroughput(daily)).model).toBe("nb-mix");
    expect(orThrow(forecastThroughput(daily)).horizons.map(({ days }) => days)).toEqual([7, 14, 28, 56]);
    expect(JSON.parse(JSON.stringify(forecast))).toEqual(forecast);
  });

  test("promises fewer the surer it must be", () => {
    const forecast = orThrow(forecastThroughput(Array.from({ length: 112 }, (_none, i) => (i * i + 3 * i) % 5)));
    const counts = [0.5, 0.85, 0.95].map((confidence) => orThrow(howMany(forecast, 28, confidence)).count);
    expect(counts).toEqual([...counts].sort((a, b) => b - a));
    const days = [0.5, 0.85, 0.95].map((confidence) => orThrow(whenDone(forecast, 30, confidence)).days);
    expect(days).toEqual([...days].sort((a, b) => a - b));
  });

  test("refuses what cannot be answered, all at once", () => {
    expect(codes(forecastThroughput([]))).toEqual([["predictability/sample-too-small", ["daily"]]]);
    expect(forecastThroughput([1, 2]).issues[0]?.facts).toEqual({ needed: 28, found: 2 });
    expect(forecastThroughput([1, 2], { allowPrior: true }).issues[0]?.facts).toEqual({ needed: 7, found: 2 });
    expect(
      codes(forecastThroughput([1, -1, 0.5, NaN, 1e9, 1, 1], { windowDays: 0, firstDay: 0.5, allowPrior: true })),
    ).toEqual([
      ["predictability/not-a-count", ["daily", 1]],
      ["predictability/not-a-count", ["daily", 2]],
      ["predictability/not-a-count", ["daily", 3]],
      ["predictability/not-a-count", ["daily", 4]],
      ["predictability/out-of-range", ["windowDays"]],
      ["predictability/out-of-range", ["firstDay"]],
    ]);
    const none = orThrow(forecastThroughput([0, 0, 0, 0, 0, 0, 0], { allowPrior: true }));
    expect(codes(whenDone(none, 0, 1))).toEqual([
      ["predictability/not-a-count", ["count"]],
      ["predictability/out-of-range", ["confidence"]],
      ["predictability/never-on-this-evidence", ["forecast"]],
    ]);
    expect(orThrow(howMany(none, 7, 0.85)).count).toBe(0);
    const some = independent([1, 0, 0, 0, 0, 0, 0]);
    expect(codes(howMany(some, 0, 2))).toEqual([
      ["predictability/out-of-range", ["days"]],
      ["predictability/out-of-range", ["confidence"]],
    ]);
    expect(codes(forecastDistribution(some, 4000))).toEqual([["predictability/beyond-horizon", ["days"]]]);
    expect(codes(whenDone(some, 90_000, 0.85))).toEqual([["predictability/beyond-horizon", ["count"]]]);
    expect(codes(whenDone({ ...some, model: "nb-mix" }, 90_000, 0.85))).toEqual([
      ["predictability/beyond-horizon", ["count"]],
    ]);
  });

  test("names the day on which the last item is done", () => {
    const forecast = orThrow(forecastThroughput([1, 1, 1, 1, 1, 1, 1], { model: "iid-bootstrap", firstDay: 100 }));
    expect(orThrow(whenDone(forecast, 3, 0.95))).toEqual({
      count: 3,
      confidence: 0.95,
      days: 3,
      day: 102,
      model: "iid-bootstrap",
    });
  });
});

describe("independent days against enumeration of every sequence", () => {
  const week = fc.array(fc.nat(3), { minLength: 7, maxLength: 7 });

  test("how many", () => {
    fc.assert(
      fc.property(week, fc.integer({ min: 1, max: 4 }), (daily, days) => {
        const exact = totalsByEnumeration(daily, days);
        const pmf = orThrow(forecastDistribution(independent(daily), days));
        return pmf.every((share, total) => Math.abs(share - (exact.get(total) ?? 0)) < 1e-12);
      }),
      { numRuns: statedRuns(2_000), seed: 1 },
    );
  });

  test("when", () => {
    const confidence = fc.constantFrom(0.5, 0.7, 0.85);
    fc.assert(
      fc.property(week, fc.integer({ min: 1, max: 6 }), confidence, (daily, count, chance) => {
        const exact = daysByEnumeration(daily, count, chance, 5);
        const found = whenDone(independent(daily), count, chance);
        return exact === undefined ? !found.ok || found.value.days > 5 : found.ok && found.value.days === exact;
      }),
      { numRuns: statedRuns(2_000), seed: 2 },
    );
  });
});

import { type Issue, orThrow, type Result } from "@evenkeel/kernel";
import { statedRuns } from "@evenkeel/test-kit";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { betweenEvents, countBehaviour, processBehaviour } from "../src/index.js";

const codes = (result: Result<unknown>): unknown[] => result.issues.map(({ code, path }: Issue) => [code, path]);

/** Smallest k whose lower tail reaches p, by adding up the law of each count; gamma ratios as plain products. */
function quantileOf(p: number, mean: number, variance: number): number {
  const size = (mean * mean) / (variance - mean);
  const isPoisson = variance <= mean * (1 + 1e-9);
  let mass = isPoisson ? Math.exp(-mean) : (mean / variance) ** size;
  let below = mass;
  let k = 0;
  while (below < p) {
    k++;
    mass *= isPoisson ? mean / k : ((size + k - 1) / k) * (1 - mean / variance);
    below += mass;
  }
  return k;
}

describe("limits of small counts", () => {
  test("are the Poisson quantiles of the tables where counts do not vary more than that", () => {
    expect(orThrow(countBehaviour([1, 1, 1, 1]))).toMatchObject({
      law: "poisson",
      mean: 1,
      lower: 0,
      median: 1,
      upper: 5,
    });
    expect(orThrow(countBehaviour([10, 9, 11, 10]))).toMatchObject({ law: "poisson", mean: 10, lower: 2, upper: 21 });
    expect(orThrow(countBehaviour([2, 0, 2]))).toMatchObject({ law: "poisson", lower: 0, median: 1, upper: 6 });
    expect(orThrow(countBehaviour([0, 0, 0]))).toMatchObject({ law: "poisson", lower: 0, upper: 0, signals: [] });
  });

  test("agree with the law added up count by count", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(9), { minLength: 3, maxLength: 50 }), (values) => {
        const { mean, variance, lower, median, upper } = orThrow(countBehaviour(values));
        const wanted = [0.00135, 0.5, 0.99865].map((p) => quantileOf(p - 1e-12, mean, variance));
        return [lower, median, upper].every((found, at) => found === wanted[at]);
      }),
      { numRuns: statedRuns(10_000), seed: 1 },
    );
  });

  test("tell a count that is too many, and a long run on one side", () => {
    const calm = [1, 0, 2, 1, 0, 1, 2, 1, 1, 1];
    expect(orThrow(countBehaviour([...calm, 9], 10)).signals).toEqual([{ rule: "outside-limits", from: 10, to: 10 }]);
    expect(orThrow(countBehaviour([...calm, 2, 2, 2, 2, 2, 2, 2, 2], 10)).signals).toEqual([
      { rule: "eight-on-one-side", from: 10, to: 17 },
    ]);
  });

  test("refuse what is no count", () => {
    expect(codes(countBehaviour([1, 2]))).toEqual([["predictability/sample-too-small", ["values"]]]);
    expect(codes(countBehaviour([1, -1, 0.5, Number.NaN, 1e7], 2))).toEqual([
      ["predictability/not-a-count", ["values", 1]],
      ["predictability/not-a-count", ["values", 2]],
      ["predictability/not-a-count", ["values", 3]],
      ["predictability/not-a-count", ["values", 4]],
      ["predictability/out-of-range", ["baseline"]],
    ]);
  });
});

describe("time between events", () => {
  test("has the exact tails of the exponential law", () => {
    const { meanMillis, lowerMillis, medianMillis, upperMillis, gaps } = orThrow(betweenEvents([0, 100, 200, 600]));
    expect([meanMillis, gaps]).toEqual([200, [100, 100, 400]]);
    for (const [limit, p] of [
      [lowerMillis, 0.00135],
      [medianMillis, 0.5],
      [upperMillis, 0.99865],
    ] as const)
      expect(1 - Math.exp(-limit / meanMillis)).toBeCloseTo(p, 12);
  });

  test("tells that events have become rarer", () => {
    expect(orThrow(betweenEvents([0, 10, 20, 30, 40, 200], 4)).signals).toEqual([
      { rule: "outside-limits", from: 4, to: 4 },
    ]);
  });

  test("refuses times out of order and what is no time", () => {
    expect(codes(betweenEvents([1, 2, 3]))).toEqual([["predictability/sample-too-small", ["events"]]]);
    expect(codes(betweenEvents([5, 4, 0.5, 9], 9))).toEqual([
      ["predictability/out-of-order", ["events", 1]],
      ["predictability/not-a-time", ["events", 2]],
      ["predictability/out-of-range", ["baseline"]],
    ]);
  });
});

test("moving ranges above their limit are told by the later of the two values", () => {
  const { rangeSignals, rangeLimit, movingRanges } = orThrow(processBehaviour([5, 6, 5, 6, 5, 30, 5], 5));
  expect([rangeLimit, movingRanges[4]]).toEqual([3.268, 25]);
  expect(rangeSignals).toEqual([5, 6]);
});

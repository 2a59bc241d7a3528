import { deepFreeze, statedRuns, testLaws } from "@evenkeel/test-kit";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  autocorrelation,
  brierScore,
  convolve,
  convolvePower,
  crps,
  ecdf,
  en,
  intervalScore,
  kaplanMeier,
  logScore,
  mean,
  mixture,
  negativeBinomialPmf,
  type Pmf,
  pinballLoss,
  pit,
  pmfFromCounts,
  pmfMean,
  pmfQuantile,
  pmfSurvival,
  pmfVariance,
  poissonPmf,
  quantile,
  quantileHigher,
  type StatsResult,
  sumExact,
  variance,
  wilsonInterval,
} from "../src/index.js";
import { anyPmf, statsLaws } from "../src/testing.js";
import { convolveWeights, isNearestSum, quantileByDefinition, survivalByCounting } from "./oracle-stats.js";

function taken<T>(result: StatsResult<T>): T {
  if (!result.ok) throw new TypeError(JSON.stringify(result.issues));
  return result.value;
}
const codes = (result: StatsResult<unknown>): unknown[] => result.issues.map((each) => [each.code, each.path]);

describe("quantiles", () => {
  test("interpolates for description, takes an observed value for a promise", () => {
    expect(taken(quantile([4, 1, 3, 2], 0.5))).toBe(2.5);
    expect(taken(quantileHigher([4, 1, 3, 2], 0.5))).toBe(2);
    expect(
      taken(
        quantileHigher(
          Array.from({ length: 20 }, (_none, at) => at + 1),
          0.85,
        ),
      ),
    ).toBe(17);
    expect([0, 1].map((p) => taken(quantileHigher([7, 9], p)))).toEqual([7, 9]);
  });

  test("says all that is wrong, in order", () => {
    expect(codes(quantile([1, NaN, 3, Infinity], 1.5))).toEqual([
      ["stats/not-finite", ["sample", 1]],
      ["stats/not-finite", ["sample", 3]],
      ["stats/probability-out-of-range", ["p"]],
    ]);
    const empty = quantileHigher([], 0.5);
    expect(empty.issues[0]).toEqual({
      code: "stats/sample-too-small",
      severity: "error",
      path: ["sample"],
      subject: [],
      remedy: "stats/sample-too-small",
      facts: { needed: 1, found: 0 },
    });
  });

  test("survives the extremes of the number line", () => {
    expect(taken(quantile([-1.7e308, 1.7e308], 0.5))).toBe(0);
    expect(taken(quantile([0.1, 0.1], 0.3))).toBe(0.1);
  });
});

describe("samples", () => {
  test("leaves its input as it was", () => {
    const sample = deepFreeze([3, 1, 2]);
    expect(taken(ecdf(sample)).map((step) => step.value)).toEqual([1, 2, 3]);
    expect([taken(mean(sample)), taken(variance(sample)), taken(quantile(sample, 1))]).toEqual([2, 1, 3]);
  });

  test("needs two values for a variance and three for a correlation", () => {
    expect(codes(variance([1]))).toEqual([["stats/sample-too-small", ["sample"]]]);
    expect(codes(autocorrelation([1, 2]))).toEqual([["stats/sample-too-small", ["series"]]]);
    expect(taken(autocorrelation([5, 5, 5]))).toBe(0);
  });

  test("keeps the variance of values far from 0", () => {
    expect(taken(variance([1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16]))).toBe(30);
  });
});

describe("exact sums", () => {
  test("does not lose what a running sum loses", () => {
    expect(sumExact([1e308, 1e308, -1e308])).toBe(1e308);
    expect(sumExact(Array.from({ length: 10 }, () => 0.1))).toBe(1);
    expect(sumExact([5e-324, -5e-324, 5e-324])).toBe(5e-324);
    expect(sumExact([1.7e308, 1.7e308])).toBe(Infinity);
    expect(sumExact([])).toBe(0);
    expect([sumExact([Infinity, 1]), sumExact([Infinity, -Infinity]), sumExact([NaN])]).toEqual([Infinity, NaN, NaN]);
  });

  test("carries over millions of additions", () => {
    expect(sumExact(new Float64Array(2_200_000).fill(4503599627370495.5))).toBe(2_200_000 * 4503599627370495.5);
  });

  test("is nearest to the rational sum", () => {
    const any = fc.double({ noNaN: true, noDefaultInfinity: true });
    fc.assert(
      fc.property(
        fc.array(fc.oneof(any, fc.double({ min: -1, max: 1, noNaN: true }), fc.constant(2 ** 53)), { maxLength: 25 }),
        (sample) => isNearestSum(sample, sumExact(sample)),
      ),
      { numRuns: statedRuns(100_000), seed: 1 },
    );
  });
});

describe("distributions of counts", () => {
  test("refuses what is no count", () => {
    expect(codes(pmfFromCounts([1, -1, 0.5, NaN]))).toEqual([
      ["stats/not-a-count", ["sample", 1]],
      ["stats/not-a-count", ["sample", 2]],
      ["stats/not-a-count", ["sample", 3]],
    ]);
    expect(codes(pmfFromCounts([]))).toEqual([["stats/sample-too-small", ["sample"]]]);
    expect(codes(convolvePower(Float64Array.of(1), -1))).toEqual([["stats/not-a-count", ["n"]]]);
    expect(codes(poissonPmf(NaN))).toEqual([["stats/out-of-range", ["mean"]]]);
    expect(codes(negativeBinomialPmf(2, 2))).toEqual([["stats/out-of-range", ["variance"]]]);
    expect(codes(mixture([], []))).toEqual([["stats/sample-too-small", ["components"]]]);
    expect(codes(mixture([Float64Array.of(1)], [1, NaN]))).toEqual([
      ["stats/lengths-differ", ["weights"]],
      ["stats/out-of-range", ["weights", 1]],
    ]);
    expect(codes(mixture([Float64Array.of(1)], [0]))).toEqual([["stats/out-of-range", ["weights"]]]);
  });

  test("meets values from outside", () => {
    // scipy 1.11: poisson.pmf(3, 2.5), nbinom.pmf(4, 3, 0.4)
    expect((taken(poissonPmf(2.5)) as Pmf)[3]).toBeCloseTo(0.21376301724973648, 12);
    expect((taken(negativeBinomialPmf(4.5, 11.25)) as Pmf)[4]).toBeCloseTo(0.124416, 9);
    expect(taken(poissonPmf(0))).toEqual(Float64Array.of(1));
  });

  test("finds quantiles and tails", () => {
    const pmf = Float64Array.of(0.1, 0.2, 0.3, 0.4);
    expect([0, 0.1, 0.1001, 0.6, 1].map((p) => taken(pmfQuantile(pmf, p)))).toEqual([0, 0, 1, 2, 3]);
    expect([pmfSurvival(pmf, -3), pmfSurvival(pmf, 3), pmfSurvival(pmf, 2.5), pmfSurvival(pmf, 9)]).toEqual([
      1, 0.4, 0.4, 0,
    ]);
    expect(codes(pmfQuantile(pmf, NaN))).toEqual([["stats/probability-out-of-range", ["p"]]]);
  });

  test("convolves as whole numbers do, within 1e-12 in total variation", () => {
    const weights = fc.array(fc.nat(9), { minLength: 1, maxLength: 7 }).filter((all) => all.some((each) => each > 0));
    fc.assert(
      fc.property(weights, fc.integer({ min: 0, max: 12 }), (given, power) => {
        const total = given.reduce((sum, each) => sum + each, 0);
        const ours = taken(
          convolvePower(
            Float64Array.from(given, (each) => each / total),
            power,
          ),
        );
        let exact = [1n];
        for (let draw = 0; draw < power; draw++) exact = convolveWeights(exact, given.map(BigInt));
        const scale = BigInt(total) ** BigInt(power);
        const gap = exact.reduce(
          (sum, each, k) => sum + Math.abs(Number((each << 80n) / scale) / 2 ** 80 - (ours[k] as number)),
          0,
        );
        return ours.length === exact.length && gap <= 2e-12;
      }),
      { numRuns: statedRuns(20_000), seed: 2 },
    );
  });
});

describe("scores", () => {
  test("meets the definitions", () => {
    const pmf = Float64Array.of(0.25, 0.5, 0.25);
    expect([crps(pmf, 0), crps(pmf, 1), crps(pmf, 5)]).toEqual([0.625, 0.125, 0.0625 + 0.5625 + 1 + 2]);
    expect([pit(pmf, 0, 0), pit(pmf, 1, 1), pit(pmf, 7, 0.5)]).toEqual([0, 0.75, 1]);
    expect([logScore(pmf, 1), logScore(pmf, 9)]).toEqual([Math.LN2, Infinity]);
    expect([pinballLoss(0.75, 10, 14), pinballLoss(0.75, 10, 6)]).toEqual([3, 1]);
    expect([intervalScore({ low: 2, high: 6 }, 0.5, 4), intervalScore({ low: 2, high: 6 }, 0.5, 1)]).toEqual([4, 8]);
  });

  test("gives the Brier score of stated chances and refuses what is none", () => {
    expect(taken(brierScore([1, 0.5], [true, false]))).toBe(0.125);
    expect(codes(brierScore([2], []))).toEqual([
      ["stats/lengths-differ", ["happened"]],
      ["stats/probability-out-of-range", ["chances", 0]],
    ]);
  });

  test("approaches the score of a normal forecast", () => {
    // properscoring: CRPS of a standard normal at its centre is 0.23369497725510913; a fine binomial stands in for it.
    const coin = taken(convolvePower(Float64Array.of(0.5, 0.5), 4000));
    expect(crps(coin, 2000) / Math.sqrt(1000)).toBeCloseTo(0.2337, 3);
  });
});

describe("survival and shares", () => {
  test("counts what is still open", () => {
    // Kaplan-Meier of the leukaemia remissions of Freireich et al. (1963), 6-MP arm: S(6) = 0.857, S(23) = 0.448.
    const ended = [6, 6, 6, 7, 10, 13, 16, 22, 23];
    const open = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35];
    const curve = taken(
      kaplanMeier([
        ...ended.map((duration) => ({ duration, ended: true })),
        ...open.map((duration) => ({ duration, ended: false })),
      ]),
    );
    expect(curve[0]).toEqual({ duration: 6, atRisk: 21, ended: 3, survival: 18 / 21 });
    expect(curve.at(-1)?.survival).toBeCloseTo(0.448, 3);
    expect(codes(kaplanMeier([{ duration: NaN, ended: true }]))).toEqual([
      ["stats/not-finite", ["lifetimes", 0, "duration"]],
    ]);
    expect(codes(kaplanMeier([]))).toEqual([["stats/sample-too-small", ["lifetimes"]]]);
  });

  test("agrees with counting afresh at every duration", () => {
    const lifetimes = fc.array(fc.record({ duration: fc.nat(8), ended: fc.boolean() }), {
      minLength: 1,
      maxLength: 25,
    });
    fc.assert(
      fc.property(lifetimes, (given) =>
        taken(kaplanMeier(given)).every(
          (step) => Math.abs(step.survival - survivalByCounting(given, step.duration)) < 1e-12,
        ),
      ),
      { numRuns: statedRuns(20_000), seed: 3 },
    );
  });

  test("bounds a share", () => {
    // R 4.3: prop.test(8, 10, correct = FALSE)$conf.int
    const { low, high } = taken(wilsonInterval(8, 10));
    expect(low).toBeCloseTo(0.4901625, 7);
    expect(high).toBeCloseTo(0.9433178, 7);
    expect(taken(wilsonInterval(0, 3)).low).toBe(0);
    expect(taken(wilsonInterval(3, 3)).high).toBe(1);
    expect(codes(wilsonInterval(0, 0))).toEqual([["stats/sample-too-small", ["n"]]]);
    expect(codes(wilsonInterval(5, 3, -1))).toEqual([
      ["stats/not-a-count", ["hits"]],
      ["stats/out-of-range", ["z"]],
    ]);
  });
});

describe("oracles of samples", () => {
  test("quantile agrees with its definition", () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 30 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (sample, p) => Math.abs(taken(quantile(sample, p)) - quantileByDefinition(sample, p)) <= 1e-9,
      ),
      { numRuns: statedRuns(100_000), seed: 4 },
    );
  });

  test("mean and variance of a distribution are those of the sample it came from", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(9), { minLength: 2, maxLength: 30 }), (sample) => {
        const pmf = taken(pmfFromCounts(sample));
        const n = sample.length;
        return (
          Math.abs(pmfMean(pmf) - taken(mean(sample))) < 1e-12 &&
          Math.abs(pmfVariance(pmf) - (taken(variance(sample)) * (n - 1)) / n) < 1e-11
        );
      }),
      { numRuns: statedRuns(20_000), seed: 5 },
    );
  });

  test("a mixture lies between its parts and convolution commutes", () => {
    fc.assert(
      fc.property(anyPmf, anyPmf, (a, b) => {
        const mixed = taken(mixture([a, b], [1, 1]));
        const [one, other] = [convolve(a, b), convolve(b, a)];
        return (
          Math.abs(pmfMean(mixed) - (pmfMean(a) + pmfMean(b)) / 2) < 1e-12 &&
          one.every((share, k) => Math.abs(share - (other[k] as number)) < 1e-15)
        );
      }),
      { numRuns: statedRuns(20_000), seed: 6 },
    );
  });
});

test("every code has a text and a remedy", () => {
  expect(Object.values(en).every((entry) => entry.message.length > 0 && entry.remedy.length > 0)).toBe(true);
});

testLaws("laws of stats", statsLaws());

import * as fc from "fast-check";
import { convolve } from "./convolve.js";
import { convolvePower } from "./convolve-power.js";
import { exp } from "./exp.js";
import { kaplanMeier } from "./kaplan-meier.js";
import { log } from "./log.js";
import { mean } from "./mean.js";
import { negativeBinomialPmf } from "./negative-binomial-pmf.js";
import { pmfMean } from "./pmf-mean.js";
import { pmfSurvival } from "./pmf-survival.js";
import { pmfVariance } from "./pmf-variance.js";
import { poissonPmf } from "./poisson-pmf.js";
import { pow } from "./pow.js";
import { quantile } from "./quantile.js";
import { quantileHigher } from "./quantile-higher.js";
import { sumExact } from "./sum-exact.js";
import type { Lifetime, Pmf, Sample, StatsResult } from "./types.js";
import { variance } from "./variance.js";
import { weightedKaplanMeier } from "./weighted-kaplan-meier.js";

/** A property with the number of runs its package states. */
export interface Law {
  readonly name: string;
  readonly statedRuns: number;
  readonly property: fc.IProperty<unknown>;
}

const finite: fc.Arbitrary<number> = fc.double({ noNaN: true, noDefaultInfinity: true });

/** Samples of finite numbers, equal values and extremes among them. */
export const anySample: fc.Arbitrary<number[]> = fc.array(
  fc.oneof(fc.integer({ min: -5, max: 5 }), finite, fc.double({ min: -1e6, max: 1e6, noNaN: true })),
  { minLength: 1, maxLength: 40 },
);

/** Distributions of counts, zeros among their probabilities. */
export const anyPmf: fc.Arbitrary<Pmf> = fc
  .array(fc.nat(50), { minLength: 1, maxLength: 12 })
  .filter((weights) => weights.some((weight) => weight > 0))
  .map((weights) => {
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    return Float64Array.from(weights, (weight) => weight / total);
  });

const probability: fc.Arbitrary<number> = fc.double({ min: 0, max: 1, noNaN: true });
const close = (a: number, b: number, share: number): boolean => Math.abs(a - b) <= share * Math.max(1, Math.abs(a));
const total = (pmf: Pmf): number => sumExact(pmf);
const law = (name: string, statedRuns: number, property: fc.IProperty<unknown>): Law => ({
  name,
  statedRuns,
  property,
});

/** What any estimator over a sample owes: no dependence on order, nothing changed, a refusal for what is not finite. */
export function estimatorLaws(name: string, estimate: (sample: Sample) => StatsResult<unknown>): Law[] {
  return [
    law(
      `${name} does not depend on the order of the values`,
      100_000,
      fc.property(anySample, fc.infiniteStream(fc.nat()), (sample, keys) => {
        const shuffled = sample
          .map((value) => [keys.next().value as number, value] as const)
          .sort((a, b) => a[0] - b[0])
          .map(([, value]) => value);
        return JSON.stringify(estimate(sample)) === JSON.stringify(estimate(shuffled));
      }),
    ),
    law(
      `${name} refuses what is not finite and says where`,
      10_000,
      fc.property(anySample, fc.constantFrom(NaN, Infinity, -Infinity), fc.nat(), (sample, bad, seed) => {
        const at = seed % sample.length;
        const result = estimate(sample.with(at, bad));
        return !result.ok && result.issues.some((issue) => issue.code === "stats/not-finite" && issue.path[1] === at);
      }),
    ),
  ];
}

function quantileLaws(): Law[] {
  const of = (result: StatsResult<number>): number => (result.ok ? result.value : NaN);
  return [
    law(
      "a quantile never falls as p rises and stays within the sample",
      100_000,
      fc.property(anySample, probability, probability, (sample, p, q) => {
        const [low, high] = [Math.min(p, q), Math.max(p, q)];
        const ends = [Math.min(...sample), Math.max(...sample)] as const;
        return [quantile, quantileHigher].every((each) => {
          const [a, b] = [of(each(sample, low)), of(each(sample, high))];
          return ends[0] <= a && a <= b && b <= ends[1];
        });
      }),
    ),
    law(
      "the higher quantile is kept by its share of the sample, and no smaller value is",
      100_000,
      fc.property(anySample, probability, (sample, p) => {
        const value = of(quantileHigher(sample, p));
        const share = (limit: (each: number) => boolean): number => sample.filter(limit).length / sample.length;
        const below = share((each) => each < value);
        return sample.includes(value) && share((each) => each <= value) >= p - 1e-11 && (below < p || below === 0);
      }),
    ),
  ];
}

function distributionLaws(): Law[] {
  return [
    law(
      "means and variances add under convolution, and the mass stays 1",
      100_000,
      fc.property(anyPmf, anyPmf, (a, b) => {
        const both = convolve(a, b);
        return (
          close(total(both), 1, 1e-13) &&
          close(pmfMean(both), pmfMean(a) + pmfMean(b), 1e-12) &&
          close(pmfVariance(both), pmfVariance(a) + pmfVariance(b), 1e-11)
        );
      }),
    ),
    law(
      "powers of a distribution add their exponents",
      10_000,
      fc.property(anyPmf, fc.nat(6), fc.nat(6), (pmf, m, n) => {
        const [first, second, both] = [convolvePower(pmf, m), convolvePower(pmf, n), convolvePower(pmf, m + n)];
        if (!first.ok || !second.ok || !both.ok) return false;
        return convolve(first.value, second.value).every((share, k) => close(share, both.value[k]!, 1e-14));
      }),
    ),
    law(
      "a negative binomial of moderate spread has the mean and variance asked for, a Poisson its mean",
      10_000,
      fc.property(
        fc.double({ min: 0.05, max: 500, noNaN: true }),
        fc.double({ min: 1.001, max: 2, noNaN: true }),
        (centre, ratio) => {
          const [nb, poisson] = [negativeBinomialPmf(centre, centre * ratio), poissonPmf(centre)];
          if (!nb.ok || !poisson.ok) return false;
          return (
            close(total(nb.value), 1, 1e-12) &&
            close(pmfMean(nb.value), centre, 1e-3) &&
            close(pmfVariance(nb.value), centre * ratio, 2e-2) &&
            close(pmfMean(poisson.value), centre, 1e-9)
          );
        },
      ),
    ),
    law(
      "the chance to reach a count never rises with the count",
      10_000,
      fc.property(anyPmf, fc.nat(15), (pmf, k) => pmfSurvival(pmf, k) >= pmfSurvival(pmf, k + 1)),
    ),
    law(
      "a survival curve falls from 1 towards 0 and never rises",
      10_000,
      fc.property(
        fc.array(fc.record({ duration: fc.nat(20), ended: fc.boolean() }), { minLength: 1, maxLength: 40 }),
        (lifetimes) => {
          const curve = kaplanMeier(lifetimes);
          return (
            curve.ok &&
            curve.value.every(
              (step, at) =>
                step.survival >= 0 && step.survival < (curve.value[at - 1]?.survival ?? 1) && step.ended > 0,
            )
          );
        },
      ),
    ),
    law(
      "a weighted survival curve is the plain one where all weights are 1, whatever the order, and the same for weights in any unit",
      10_000,
      fc.property(
        fc.array(fc.record({ duration: fc.nat(20), ended: fc.boolean() }), { minLength: 1, maxLength: 40 }),
        fc.constantFrom(1, 2, 0.25),
        (lifetimes, unit) => {
          const columns = (rows: readonly Lifetime[]) => ({
            durations: rows.map(({ duration }) => duration),
            ended: rows.map(({ ended }) => Number(ended)),
            weights: rows.map(() => unit),
          });
          const plain = kaplanMeier(lifetimes);
          return [lifetimes, [...lifetimes].reverse()].every((rows) => {
            const weighted = weightedKaplanMeier(columns(rows));
            return (
              plain.ok &&
              weighted.ok &&
              weighted.value.length === plain.value.length &&
              plain.value.every(
                ({ duration, atRisk, ended, survival }, at) =>
                  weighted.value[at]?.duration === duration &&
                  weighted.value[at]?.atRisk === atRisk * unit &&
                  weighted.value[at]?.ended === ended * unit &&
                  weighted.value[at]?.survival === survival,
              )
            );
          });
        },
      ),
    ),
  ];
}

function mathsLaws(): Law[] {
  const positive = fc.double({ min: 5e-324, noNaN: true, noDefaultInfinity: true });
  return [
    law(
      "the logarithm of an exponential is the argument",
      100_000,
      fc.property(fc.double({ min: -700, max: 700, noNaN: true }), (x) => close(log(exp(x)), x, 1e-15)),
    ),
    law(
      "exp and log never fall",
      100_000,
      fc.property(positive, positive, (a, b) => {
        const [low, high] = a < b ? [a, b] : [b, a];
        return log(low) <= log(high) && exp(low) <= exp(high) && exp(-high) <= exp(-low);
      }),
    ),
    law(
      "squares, roots and inverses by pow agree with arithmetic",
      100_000,
      fc.property(fc.double({ min: 1e-100, max: 1e100, noNaN: true }), (x) => {
        return close(pow(x, 2) / (x * x), 1, 4e-16) && close(pow(x, 0.5) / Math.sqrt(x), 1, 4e-16) && pow(x, 1) === x;
      }),
    ),
  ];
}

/** Laws of everything this package exports. */
export function statsLaws(): Law[] {
  return [
    ...mathsLaws(),
    ...estimatorLaws("the mean", mean),
    ...estimatorLaws("the variance", (sample) => (sample.length < 2 ? mean(sample) : variance(sample))),
    ...estimatorLaws("the median", (sample) => quantile(sample, 0.5)),
    law(
      "an exact sum is the same for every order, bit for bit",
      100_000,
      fc.property(fc.array(finite, { maxLength: 30 }), (sample) => {
        const forward = sumExact(sample);
        return Object.is(forward, sumExact([...sample].reverse())) && Object.is(forward, sumExact([...sample].sort()));
      }),
    ),
    ...quantileLaws(),
    ...distributionLaws(),
  ];
}

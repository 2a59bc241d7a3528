import { negativeBinomialPmf, pmfMean, pmfQuantile, pmfSurvival } from "@evenkeel/stats";
import { describe, expect, test } from "vitest";
import { openTeamsPrior } from "../src/forecast-prior.js";
import { componentBelow, componentChance, componentOf } from "../src/nb-chance.js";
import { componentsAt, learnMixture, mixtureBelow, mixtureLaw, replaySeries, stateAt } from "../src/nb-mix.js";
import { nbMixLevels } from "../src/nb-mix-levels.js";
import { publishedPrior } from "./published-prior.js";

const daily = Array.from({ length: 112 }, (_none, i) => (i * i + 3 * i) % 5);
const levels = nbMixLevels(daily, publishedPrior.halfLives);
const now = levels.origins.at(-1)!;
/** As if no earlier forecast were resolved yet. */
const unlearned = { ...levels, origins: [now] };
const state = stateAt(
  now,
  replaySeries(unlearned, publishedPrior).map(({ learned }) => learned[0]!),
  publishedPrior.horizons,
);
const quantiles = (days: number): number[] =>
  [0.05, 0.15, 0.5, 0.85, 0.95].map((p) => {
    const found = pmfQuantile(mixtureLaw(state, days), p);
    return found.ok ? found.value : Number.NaN;
  });

describe("the worked example of the mixture, with the published prior", () => {
  test("sees these levels and this dispersion", () => {
    expect(now.rates.map((rate) => rate.toFixed(6))).toEqual([
      "2.136650",
      "2.068825",
      "2.034536",
      "2.017299",
      "2.008657",
    ]);
    expect(now.dispersion).toBe(1);
    expect(levels.origins.map(({ seen }) => seen)).toEqual([56, 63, 70, 77, 84, 91, 98, 105, 112]);
  });

  test("starts from the pooled weights and drifts", () => {
    expect(componentsAt(state, 28).map(({ share }) => share.toFixed(6))).toEqual([
      "0.075841",
      "0.167472",
      "0.250095",
      "0.270651",
      "0.235941",
    ]);
    expect(state.drift[2]!.map((each) => each.toFixed(6))).toEqual([
      "0.218842",
      "0.163712",
      "0.129587",
      "0.111959",
      "0.107610",
    ]);
  });

  test("forecasts four weeks and one week", () => {
    expect(quantiles(28)).toEqual([26, 35, 54, 79, 97]);
    expect(pmfMean(mixtureLaw(state, 28)).toFixed(6)).toBe("57.043050");
    expect(pmfSurvival(mixtureLaw(state, 28), 40)).toBeCloseTo(0.779484314, 8);
    expect(quantiles(7)).toEqual([7, 9, 14, 20, 23]);
    expect(pmfMean(mixtureLaw(state, 7)).toFixed(6)).toBe("14.386650");
    expect(mixtureLaw(state, 7)[0]?.toExponential(6)).toBe("2.919546e-5");
  });
});

describe("the mixture", () => {
  test("gives one chance, and the chance of less, as the whole law gives them", () => {
    for (const [level, dispersion, drift] of [
      [0.01, 1, 0.003],
      [3, 1, 0.1],
      [40, 6, 2],
      [500, 1.2, 0.003],
    ] as const) {
      const component = componentOf(level, dispersion, drift);
      const law = negativeBinomialPmf(component.mean, component.variance);
      if (!law.ok) throw new TypeError("refused");
      let below = 0;
      law.value.forEach((share, count) => {
        expect(Math.abs(componentChance(component, count) - share)).toBeLessThan(1e-12);
        if (count % 7 === 0) expect(Math.abs(componentBelow(component, count) - below)).toBeLessThan(1e-11);
        below += share;
      });
    }
  });

  test("gives the chance of less as the law of the mixture gives it, between and beyond the learned horizons too", () => {
    const own = learnMixture(daily, openTeamsPrior);
    for (const days of [1, 7, 10, 28, 43, 56, 200]) {
      const law = mixtureLaw(own, days);
      for (const count of [0, 1, 5, 40, 150])
        expect(1 - mixtureBelow(own, days, count)).toBeCloseTo(pmfSurvival(law, count), 10);
    }
  });

  test("stands the largest counts and the longest droughts", () => {
    const flood = Array.from({ length: 200 }, (_none, i) => (i % 14 === 0 ? 10_000 : 0));
    const drought = Array.from({ length: 400 }, (_none, i) => (i === 0 ? 1 : 0));
    for (const series of [flood, drought]) {
      const pmf = mixtureLaw(learnMixture(series, openTeamsPrior), 7);
      expect(pmf.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
    }
  });

  test("interpolates what it learned between horizons and holds it beyond", () => {
    const own = { ...state, rates: [1], drift: [[0.1], [0.2], [0.4], [0.8]], logWeight: [[0], [0], [0], [0]] };
    const driftAt = (days: number): number => {
      const { mean, variance } = componentsAt(own, days)[0]!;
      return (variance - mean) / (mean * mean);
    };
    expect([7, 21, 56, 400].map((days) => driftAt(days).toFixed(6))).toEqual([
      "0.100000",
      "0.300000",
      "0.800000",
      "0.800000",
    ]);
  });
});

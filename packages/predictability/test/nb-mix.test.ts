import { exp, negativeBinomialPmf, pmfMean, pmfQuantile, pmfSurvival } from "@evenkeel/stats";
import { describe, expect, test } from "vitest";
import { componentChance, componentOf } from "../src/nb-chance.js";
import { nbMixPmf } from "../src/nb-mix.js";
import { nbMixLevels } from "../src/nb-mix-levels.js";
import { nbMixPrior } from "../src/nb-mix-prior.js";

const daily = Array.from({ length: 112 }, (_none, i) => (i * i + 3 * i) % 5);
const levels = nbMixLevels(daily);
/** As if no earlier forecast were resolved yet. */
const unlearned = { ...levels, origins: levels.origins.slice(-1) };
const quantiles = (days: number): number[] =>
  [0.05, 0.15, 0.5, 0.85, 0.95].map((p) => {
    const found = pmfQuantile(nbMixPmf(unlearned, days), p);
    return found.ok ? found.value : Number.NaN;
  });

describe("the worked example of the mixture", () => {
  test("sees these levels and this dispersion", () => {
    const now = levels.origins.at(-1);
    expect(now?.rates.map((rate) => rate.toFixed(6))).toEqual([
      "2.136650",
      "2.068825",
      "2.034536",
      "2.017299",
      "2.008657",
    ]);
    expect(now?.dispersion).toBe(1);
    expect(levels.origins.map(({ seen }) => seen)).toEqual([56, 63, 70, 77, 84, 91, 98, 105, 112]);
  });

  test("starts from the pooled weights", () => {
    const weights = nbMixPrior(28).logWeight.map(exp);
    const total = weights.reduce((sum, each) => sum + each, 0);
    expect(weights.map((each) => (each / total).toFixed(6))).toEqual([
      "0.075841",
      "0.167472",
      "0.250095",
      "0.270651",
      "0.235941",
    ]);
    expect(nbMixPrior(28).drift.map((each) => (0.35 * each).toFixed(6))).toEqual([
      "0.218842",
      "0.163712",
      "0.129587",
      "0.111959",
      "0.107610",
    ]);
  });

  test("forecasts four weeks and one week", () => {
    expect(quantiles(28)).toEqual([26, 35, 54, 79, 97]);
    expect(pmfMean(nbMixPmf(unlearned, 28)).toFixed(6)).toBe("57.043050");
    expect(pmfSurvival(nbMixPmf(unlearned, 28), 40)).toBeCloseTo(0.779484314, 8);
    expect(quantiles(7)).toEqual([7, 9, 14, 20, 23]);
    expect(pmfMean(nbMixPmf(unlearned, 7)).toFixed(6)).toBe("14.386650");
    expect(nbMixPmf(unlearned, 7)[0]?.toExponential(6)).toBe("2.919546e-5");
  });

  test("gives one chance as the whole law gives it", () => {
    for (const [level, dispersion, drift] of [
      [0.01, 1, 0.003],
      [3, 1, 0.1],
      [40, 6, 2],
      [500, 1.2, 0.003],
    ] as const) {
      const component = componentOf(level, dispersion, drift);
      const law = negativeBinomialPmf(component.mean, component.variance);
      if (!law.ok) throw new TypeError("refused");
      law.value.forEach((share, count) => {
        expect(Math.abs(componentChance(component, count) - share)).toBeLessThan(1e-12);
      });
      expect(componentChance(component, law.value.length)).toBe(0);
    }
  });

  test("stands the largest counts and the longest droughts", () => {
    const flood = Array.from({ length: 200 }, (_none, i) => (i % 14 === 0 ? 10_000 : 0));
    const drought = Array.from({ length: 400 }, (_none, i) => (i === 0 ? 1 : 0));
    for (const series of [flood, drought]) {
      const pmf = nbMixPmf(nbMixLevels(series), 7);
      expect(pmf.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
    }
  });

  test("interpolates the prior between horizons and holds it beyond", () => {
    expect(nbMixPrior(21).drift[0]).toBeCloseTo((0.42900822 + 0.62526354) / 2, 12);
    expect(nbMixPrior(1)).toEqual(nbMixPrior(7));
    expect(nbMixPrior(400)).toEqual(nbMixPrior(56));
  });
});

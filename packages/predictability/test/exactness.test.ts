import { orThrow } from "@evenkeel/kernel";
import { statedRuns } from "@evenkeel/test-kit";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { backlogSurvival } from "../src/backlog-walk.js";
import { firstPassage } from "../src/first-passage.js";
import {
  backlogLaw,
  deliveryCurve,
  type Forecast,
  forecastDistribution,
  forecastThroughput,
  teamsDistribution,
} from "../src/index.js";
import { chancesOf, fromCounts, fromWeights, power, survivalOf, times, totalVariation } from "./oracle-rational.js";

const independent = (daily: readonly number[]): Forecast =>
  orThrow(forecastThroughput(daily, { model: "iid-bootstrap", windowDays: 90 }));
const anyWindow = fc
  .array(fc.oneof(fc.constant(0), fc.nat(3), fc.nat(12)), { minLength: 7, maxLength: 90 })
  .filter((daily) => daily.some((count) => count > 0));
const one = fromWeights([1]);
const floats = (counts: readonly number[]): Float64Array => Float64Array.from(chancesOf(fromCounts(counts)));

describe("against whole-number arithmetic, within 1e-12", () => {
  test("how many in some days", () => {
    fc.assert(
      fc.property(anyWindow, fc.integer({ min: 1, max: 60 }), (daily, days) => {
        const pmf = orThrow(forecastDistribution(independent(daily), days));
        return totalVariation(pmf, chancesOf(power(fromCounts(daily), days))) <= 1e-12;
      }),
      { numRuns: statedRuns(5_000), seed: 1 },
    );
  });

  test("first passage of a count", () => {
    fc.assert(
      fc.property(anyWindow, fc.integer({ min: 1, max: 60 }), (daily, count) => {
        const start = fromWeights([...new Array<number>(count).fill(0), 1]);
        const exact = survivalOf(start, fromCounts(daily), one, 40);
        return firstPassage(floats(daily), count, -1, 40).every((each, day) => Math.abs(each - exact[day]!) <= 1e-12);
      }),
      { numRuns: statedRuns(2_000), seed: 2 },
    );
  });

  test("first passage of an uncertain backlog that grows", () => {
    const small = fc.array(fc.nat(3), { minLength: 7, maxLength: 12 });
    const weights = fc.array(fc.nat(5), { minLength: 1, maxLength: 12 }).filter((all) => all.some((each) => each > 0));
    fc.assert(
      fc.property(weights, small, small, (start, completions, arrivals) => {
        const exact = survivalOf(fromWeights(start), fromCounts(completions), fromCounts(arrivals), 15);
        const end = { days: 15, widest: 100_000 };
        const begin = Float64Array.from(chancesOf(fromWeights(start)));
        const found = backlogSurvival(begin, floats(completions), floats(arrivals), end);
        return found.length === 16 && found.every((each, day) => Math.abs(each - exact[day]!) <= 1e-12);
      }),
      { numRuns: statedRuns(2_000), seed: 3 },
    );
  });

  test("a backlog that splits and meets risks", () => {
    const eighths = fc.nat(8);
    const range = fc.tuple(fc.nat(4), fc.nat(4)).map(([low, more]) => ({ low, high: low + more }));
    const risk = fc.record({ chance: eighths, extra: range });
    const either = (chance: number, { low, high }: { low: number; high: number }, otherwise: number) => {
      const width = high - low + 1;
      const weights = new Array<number>(Math.max(high, otherwise) + 1).fill(0);
      for (let count = low; count <= high; count++) weights[count] = chance;
      weights[otherwise]! += (8 - chance) * width;
      return fromWeights(weights);
    };
    fc.assert(
      fc.property(fc.nat(40), eighths, range, fc.array(risk, { maxLength: 4 }), (items, share, split, risks) => {
        const exact = risks.reduce(
          (law, { chance, extra }) => times(law, either(chance, extra, 0)),
          power(either(share, split, 1), items),
        );
        const law = backlogLaw({
          items,
          split: { share: share / 8, ...split },
          risks: risks.map(({ chance, extra }, at) => ({ name: `R${at}`, probability: chance / 8, extra })),
        });
        return totalVariation(orThrow(law).chances, chancesOf(exact)) <= 1e-12;
      }),
      { numRuns: statedRuns(3_000), seed: 4 },
    );
  });

  test("several independent teams", () => {
    fc.assert(
      fc.property(fc.array(anyWindow, { minLength: 1, maxLength: 3 }), fc.integer({ min: 1, max: 20 }), (all, days) => {
        const exact = all.map((daily) => power(fromCounts(daily), days)).reduce(times);
        const found = orThrow(teamsDistribution(all.map(independent), days)).independent;
        return totalVariation(found, chancesOf(exact)) <= 1e-12;
      }),
      { numRuns: statedRuns(1_000), seed: 5 },
    );
  });
});

/** Whole numbers below a limit from a seed (Marsaglia's xorshift, 2003). */
function drawer(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return Math.floor(((state >>> 0) / 4294967296) * limit);
  };
}

describe("against sampling, inside the band of Dvoretzky, Kiefer, Wolfowitz and Massart that a right program leaves once in 1e9", () => {
  const trials = statedRuns(1_000_000) === 1_000_000 ? 1_000_000 : 100_000;
  const band = Math.sqrt(Math.log(2e9) / (2 * trials));
  const daily = Array.from({ length: 30 }, (_none, day) => [0, 2, 0, 1, 5, 0, 0, 3, 1, 0][(day * 7) % 10]!);
  const arrivals = Array.from({ length: 30 }, (_none, day) => [0, 0, 1, 0, 2][(day * 3) % 5]!);
  const forecast = independent(daily);
  const farthest = (samples: readonly number[], upTo: (value: number) => number): number => {
    const seen = new Float64Array(Math.max(...samples.slice(0, 1), ...new Set(samples)) + 1);
    for (const value of samples) seen[value]! += 1 / samples.length;
    let sum = 0;
    return seen.reduce((most, each, value) => {
      sum += each;
      return Math.max(most, Math.abs(sum - upTo(value)));
    }, 0);
  };
  const runs = (seed: number, trial: (draw: (limit: number) => number) => number): number[] => {
    const draw = drawer(seed);
    return Array.from({ length: trials }, () => trial(draw));
  };

  test.each([1, 22, 333, 4444, 55_555])("how many in four weeks, seed %d", (seed) => {
    const pmf = orThrow(forecastDistribution(forecast, 28));
    const totals = runs(seed, (draw) => {
      let total = 0;
      for (let day = 0; day < 28; day++) total += daily[draw(30)]!;
      return total;
    });
    let sum = 0;
    const upTo = pmf.map((share) => {
      sum += share;
      return sum;
    });
    expect(farthest(totals, (value) => upTo[value] ?? 1)).toBeLessThan(band);
  });

  test.each([1, 22, 333, 4444, 55_555])("when a backlog that splits and grows is done, seed %d", (seed) => {
    const growth = independent(arrivals);
    const backlog = { items: 20, split: { share: 0.25, low: 2, high: 3 }, growth };
    const curve = orThrow(deliveryCurve(forecast, orThrow(backlogLaw(backlog)), 1000));
    const days = runs(seed, (draw) => {
      let left = 0;
      for (let item = 0; item < 20; item++) left += draw(4) === 0 ? 2 + draw(2) : 1;
      let day = 0;
      for (; left > 0; day++) left += arrivals[draw(30)]! - daily[draw(30)]!;
      return day;
    });
    expect(farthest(days, (day) => (day === 0 ? 0 : (curve[day - 1] ?? 1)))).toBeLessThan(band);
  });
});

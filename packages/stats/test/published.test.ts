import { statedRuns } from "@evenkeel/test-kit";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { crps, crpsNormal, kaplanMeier, type Lifetime } from "../src/index.js";
import { stepsBetween } from "./oracle-stats.js";

describe("the continuous ranked probability score", () => {
  test("of a fair die is 19/36 for a three, by its sum and as E|X - x| - E|X - X'| / 2 (Gneiting and Raftery 2007)", () => {
    const die = Float64Array.of(0, 1 / 6, 1 / 6, 1 / 6, 1 / 6, 1 / 6, 1 / 6);
    const faces = [1, 2, 3, 4, 5, 6];
    const distance = (outcome: number): number => faces.reduce((sum, face) => sum + Math.abs(face - outcome) / 6, 0);
    const spread = faces.reduce((sum, face) => sum + distance(face) / 6, 0);
    expect(crps(die, 3)).toBeCloseTo(19 / 36, 14);
    for (const outcome of [0, ...faces, 9]) expect(crps(die, outcome)).toBeCloseTo(distance(outcome) - spread / 2, 14);
  });

  test("of a yes or no is the Brier score (Gneiting and Raftery 2007)", () => {
    expect(crps(Float64Array.of(0.3, 0.7), 1)).toBeCloseTo(0.09, 15);
    expect(crps(Float64Array.of(0.3, 0.7), 0)).toBeCloseTo(0.49, 15);
  });

  test("of a standard normal at 0 is the value of properscoring 0.1, (sqrt 2 - 1) / sqrt pi", () => {
    expect(Math.abs(crpsNormal(0, 1, 0) - 0.23369497725510913)).toBeLessThan(1e-12);
    expect(Math.abs(crpsNormal(0, 1, 0) - (Math.SQRT2 - 1) / Math.sqrt(Math.PI))).toBeLessThan(1e-15);
  });

  // mpmath 1.3.0 at 60 digits, rounded to the nearest double.
  test.each([
    [0, 0.23369497725510907],
    [0.001, 0.23369537619735622],
    [0.1, 0.23768107886167303],
    [0.5, 0.3314035312548558],
    [1, 0.6024413576276163],
    [1.5, 0.994424003977453],
    [2, 1.452791821685903],
    [3, 2.436574725086339],
    [4, 3.4358247069691084],
    [5, 4.4358105233755545],
    [6, 5.435810416764958],
    [7, 6.435810416452596],
    [8, 7.435810416452244],
    [8.9, 8.335810416452244],
    [9, 8.435810416452243],
    [9.1, 8.535810416452243],
    [40, 39.43581041645224],
  ])("of a standard normal at %d is within one step of the nearest double", (z, nearest) => {
    expect(Math.abs(stepsBetween(crpsNormal(0, 1, z), nearest))).toBeLessThanOrEqual(1);
  });

  test("of a normal is even, scales with its unit, and is the distance where nothing is unsure", () => {
    const finite = fc.double({ min: -40, max: 40, noNaN: true });
    fc.assert(
      fc.property(finite, fc.integer({ min: -20, max: 20 }), (z, power) => {
        const scale = 2 ** power;
        expect(crpsNormal(0, 1, -z)).toBe(crpsNormal(0, 1, z));
        expect(crpsNormal(0, scale, z * scale)).toBe(scale * crpsNormal(0, 1, z));
        expect(crpsNormal(z, 0, 0)).toBe(Math.abs(z));
      }),
      { numRuns: statedRuns(10_000) },
    );
    expect([crpsNormal(0, -1, 0), crpsNormal(Number.NaN, 1, 0), crpsNormal(0, 1, Infinity)]).toEqual([
      Number.NaN,
      Number.NaN,
      Infinity,
    ]);
  });

  test("of a normal is that of its counts on a fine grid", () => {
    // Integral of (F(x) - 1{x >= z})^2 by the trapezoidal rule, F by summing the density: another way, and a coarse one.
    const step = 1e-3;
    let [cumulated, score] = [0, 0];
    for (let x = -10; x < 10; x += step) {
      cumulated += (step * Math.exp(-((x + step / 2) ** 2) / 2)) / Math.sqrt(2 * Math.PI);
      score += step * (cumulated - (x + step / 2 >= 1.25 ? 1 : 0)) ** 2;
    }
    expect(Math.abs(score - crpsNormal(0, 1, 1.25))).toBeLessThan(1e-3);
  });
});

describe("Kaplan-Meier", () => {
  test("gives the published survival of leukaemia patients on 6-MP (Freireich 1963; Gehan 1965, Biometrika 52)", () => {
    const weeks = [6, 6, 6, 7, 10, 13, 16, 22, 23];
    const watched = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35];
    const patients: Lifetime[] = [
      ...weeks.map((duration) => ({ duration, ended: true })),
      ...watched.map((duration) => ({ duration, ended: false })),
    ];
    const steps = kaplanMeier(patients);
    if (!steps.ok) throw new TypeError("21 patients are enough");
    // At each relapse: those still in remission of those at risk.
    const left = [18, 16, 14, 11, 10, 6, 5];
    const risk = [21, 17, 15, 12, 11, 7, 6];
    const product = (list: readonly number[], upTo: number): number =>
      list.slice(0, upTo + 1).reduce((all, each) => all * each, 1);
    expect(steps.value.map(({ duration, atRisk }) => [duration, atRisk])).toEqual(
      [6, 7, 10, 13, 16, 22, 23].map((week, at) => [week, risk[at]]),
    );
    steps.value.forEach(({ survival }, at) => {
      expect(Math.abs(survival - product(left, at) / product(risk, at))).toBeLessThan(1e-12);
    });
    expect(steps.value.map(({ survival }) => survival.toFixed(3))).toEqual([
      "0.857",
      "0.807",
      "0.753",
      "0.690",
      "0.627",
      "0.538",
      "0.448",
    ]);
  });
});

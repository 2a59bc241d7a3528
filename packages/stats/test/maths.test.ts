import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { cos, exp, expm1, lgamma, log, log1p, pow, sin } from "../src/index.js";
import { stepsBetween } from "./oracle-stats.js";
import { argumentsOf } from "./vectors/inputs.mjs";

interface Vectors {
  readonly count: number;
  readonly functions: Record<string, { readonly values: string }>;
}
const vectors = JSON.parse(readFileSync(new URL("./vectors/vectors.json", import.meta.url), "utf8")) as Vectors;
const ours: Record<string, (...given: number[]) => number> = { cos, exp, expm1, lgamma, log, log1p, pow, sin };

/** Largest distance to the true value in units in the last place. */
function worstError(name: string): number {
  const bytes = Buffer.from((vectors.functions[name] as { values: string }).values, "base64");
  const given = argumentsOf(name, vectors.count) as (number | number[])[];
  return given.reduce((worst: number, each, at) => {
    const nearest = bytes.readDoubleBE(at * 9);
    const found = (ours[name] as (...all: number[]) => number)(...[each].flat());
    if (found === nearest && (nearest === 0 || !Number.isFinite(nearest))) return worst;
    const residue = bytes.readInt8(at * 9 + 8) / 256;
    return Math.max(worst, Math.abs(stepsBetween(found, nearest) - residue));
  }, 0);
}

describe("portable maths against 2,200 correctly rounded values each", () => {
  const bars: [string, number][] = [
    ["exp", 0.6],
    ["expm1", 0.65],
    ["log", 0.51],
    ["log1p", 0.51],
    ["pow", 0.6],
    ["sin", 0.75],
    ["cos", 0.75],
    ["lgamma", 2],
  ];
  test.each(bars)("%s stays within %d ulp", (name, bar) => {
    expect(worstError(name)).toBeLessThan(bar);
  });
});

describe("edge cases of portable maths", () => {
  const special = [NaN, 0, -0, Infinity, -Infinity, 1, -1, 5e-324, -5e-324, 0.5, -0.5, 2, -2, 3, -3, 1e308, -1e308];

  test("agrees with the engine on every special value", () => {
    for (const name of ["exp", "expm1", "log", "log1p", "sin", "cos"] as const) {
      for (const x of special) {
        const [found, engine] = [(ours[name] as (x: number) => number)(x), Math[name](x)];
        if (!Number.isFinite(engine) || engine === 0) expect([name, x, found]).toEqual([name, x, engine]);
        else expect(Math.abs(stepsBetween(found, engine)), `${name} ${x}`).toBeLessThanOrEqual(1);
      }
    }
  });

  test("takes every special pair to the power that the language defines", () => {
    for (const x of special) {
      for (const y of special) {
        const [found, engine] = [pow(x, y), x ** y];
        if (!Number.isFinite(engine) || engine === 0) expect([x, y, found]).toEqual([x, y, engine]);
        else expect(Math.abs(stepsBetween(found, engine)), `${x} ${y}`).toBeLessThanOrEqual(1);
      }
    }
  });

  test("is exact where the result is a double", () => {
    expect([pow(3, 20), pow(-2, 63), pow(0.5, 1074), pow(2, 1023), pow(10, 22)]).toEqual([
      3486784401,
      -(2 ** 63),
      5e-324,
      8.98846567431158e307,
      1e22,
    ]);
    expect([exp(0), exp(-0), log(1), cos(0), lgamma(1), lgamma(2)]).toEqual([1, 1, 0, 1, 0, 0]);
  });

  test("overflows and underflows at the right argument", () => {
    expect([exp(709.782712893384), exp(709.7827128933841), exp(-745.1332191019411), exp(-745.1332191019412)]).toEqual([
      1.7976931348622732e308,
      Infinity,
      5e-324,
      0,
    ]);
  });
});

describe("lgamma at its edges", () => {
  test("is infinite at 0, at negative integers and at both infinities", () => {
    for (const x of [0, -0, -1, -2, -1e300, Infinity, -Infinity]) expect(lgamma(x)).toBe(Infinity);
    expect(lgamma(NaN)).toBeNaN();
    expect(lgamma(3e305)).toBe(Infinity);
  });

  test("reflects below 0", () => {
    // Values: |Gamma(-1/2)| = 2 sqrt(pi), |Gamma(-3/2)| = 4/3 sqrt(pi), |Gamma(-5/2)| = 8/15 sqrt(pi).
    const halfLogPi = log(Math.PI) / 2;
    expect(lgamma(-0.5)).toBeCloseTo(log(2) + halfLogPi, 15);
    expect(lgamma(-1.5)).toBeCloseTo(log(4 / 3) + halfLogPi, 15);
    expect(lgamma(-2.5)).toBeCloseTo(log(8 / 15) + halfLogPi, 15);
    expect(lgamma(-1e-20)).toBeCloseTo(46.05170185988091, 13);
    expect(lgamma(-100.5)).toBeCloseTo(-364.9009683094272, 11);
  });
});

import { log, log1p } from "@evenkeel/stats";
import { statedRuns } from "@evenkeel/test-kit";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { quickLog, quickLogOnePlus } from "../src/quick-log.js";

const near = (found: number, exact: number): boolean => Math.abs(found - exact) <= 1e-15 * Math.abs(exact);

describe("the quick logarithm", () => {
  test("is that of stats to a few units in the last place", () => {
    const exponent = fc.double({ min: -700, max: 700, noNaN: true });
    const x = exponent.map((power) => Math.exp(power));
    fc.assert(
      fc.property(x, fc.double({ min: 0, max: 3, noNaN: true }), (wide, close) => {
        return (
          near(quickLog(wide), log(wide)) &&
          near(quickLog(1 + close), log(1 + close)) &&
          near(quickLogOnePlus(close), log1p(close)) &&
          near(quickLogOnePlus(wide), log1p(wide))
        );
      }),
      { numRuns: statedRuns(1_000_000), seed: 1 },
    );
  });

  test("is exact at 1 and 0", () => {
    expect([quickLog(1), quickLogOnePlus(0)]).toEqual([0, 0]);
  });
});

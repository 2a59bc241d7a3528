import { readFileSync } from "node:fs";
import { orThrow } from "@evenkeel/kernel";
import { deepFreeze, sharedData } from "@evenkeel/test-kit";
import { describe, expect, test } from "vitest";
import {
  allenCunneenWait,
  delayByUtilization,
  erlangB,
  kingmanWait,
  queueWait,
  queueWaitQuantile,
} from "../src/index.js";

/** Chance of waiting from the definition: 1/C = 1 + (1 - rho) (sum of a^k c! / (a^c k!) for k < c), summed from the top. */
function chanceBySum(servers: number, utilization: number): number {
  let term = 1;
  let sum = 0;
  for (let k = servers; k >= 1; k--) {
    term *= k / (servers * utilization);
    sum += term;
  }
  return 1 / (1 + (1 - utilization) * sum);
}

describe("waiting", () => {
  test("near full use grows beyond bounds: 4, 9, 19 service times at 80, 90, 95 %", () => {
    const rows = orThrow(
      delayByUtilization(deepFreeze({ servers: 1, arrivalScv: 1, serviceScv: 1, serviceTime: 60 }), [0.8, 0.9, 0.95]),
    );
    expect(rows.map(({ waitPerService }) => Math.round(waitPerService * 1e9) / 1e9)).toEqual([4, 9, 19]);
  });

  test("agrees with the published values of Kingman's formula", () => {
    const file = sharedData("sustainability", "kingman_vut.json");
    if (file === undefined) return;
    const cases = JSON.parse(readFileSync(file, "utf8")) as Record<
      "rho" | "ca2" | "cs2" | "serviceTime" | "expectedWait",
      number
    >[];
    for (const { rho, ca2, cs2, serviceTime, expectedWait } of cases) {
      const one = { utilization: rho, arrivalScv: ca2, serviceScv: cs2, serviceTime };
      expect(Math.abs(orThrow(kingmanWait(one)) - expectedWait)).toBeLessThan(1e-12);
      const many = orThrow(allenCunneenWait({ ...one, servers: 1 }));
      expect(Math.abs(many / expectedWait - 1)).toBeLessThan(1e-13);
    }
    expect(cases.length).toBeGreaterThan(5);
  });

  test("with up to ten thousand servers agrees with the sum of the definition", () => {
    for (const servers of [1, 2, 3, 7, 50, 400, 10_000]) {
      for (const utilization of [0.05, 0.5, 0.8, 0.99, 0.9999]) {
        const { chanceOfWaiting, meanWait } = orThrow(queueWait({ servers, utilization, serviceTime: 3 }));
        const chance = chanceBySum(servers, utilization);
        expect(Math.abs(chanceOfWaiting - chance)).toBeLessThanOrEqual(1e-10 * chance + 1e-300);
        expect(meanWait).toBeCloseTo((chance * 3) / (servers * (1 - utilization)), 8);
      }
    }
    expect(erlangB(5, 3)).toBeCloseTo(0.11005, 5);
    expect([erlangB(-1, 1), erlangB(1.5, 1), erlangB(2, Number.NaN)]).toEqual([Number.NaN, Number.NaN, Number.NaN]);
  });

  test("the quantile is where the chance to wait longer is what is left", () => {
    const input = { servers: 4, utilization: 0.9, serviceTime: 30 };
    const { chanceOfWaiting } = orThrow(queueWait(input));
    for (const probability of [0, 0.1, 0.5, 0.85, 0.99]) {
      const wait = orThrow(queueWaitQuantile(input, probability));
      const longer = chanceOfWaiting * Math.exp((-wait * 4 * (1 - 0.9)) / 30);
      if (wait > 0) expect(longer).toBeCloseTo(1 - probability, 12);
      else expect(chanceOfWaiting).toBeLessThanOrEqual(1 - probability);
    }
  });

  test("refuses the impossible by name, all at once", () => {
    const codes = (result: { readonly issues: readonly { readonly code: string }[] }) =>
      result.issues.map(({ code }) => code);
    const bad = { utilization: 1, arrivalScv: Number.NaN, serviceScv: -1, serviceTime: 0 };
    expect(codes(kingmanWait(bad))).toEqual([
      "sustainability/unstable-queue",
      "sustainability/impossible-queue-value",
      "sustainability/impossible-queue-value",
      "sustainability/impossible-queue-value",
    ]);
    expect(codes(allenCunneenWait({ ...bad, servers: 0 })).length).toBe(5);
    expect(
      codes(queueWait({ servers: 2.5, utilization: Number.NaN, serviceTime: Number.POSITIVE_INFINITY })).length,
    ).toBe(3);
    expect(codes(queueWaitQuantile({ servers: 1, utilization: 0.5, serviceTime: 1 }, 1))).toEqual([
      "sustainability/impossible-queue-value",
    ]);
    const some = delayByUtilization({ servers: 1, arrivalScv: 1, serviceScv: 1, serviceTime: 1 }, [0.5, 1, Number.NaN]);
    expect([some.ok && some.value.length, codes(some)]).toEqual([
      1,
      ["sustainability/unstable-queue", "sustainability/impossible-queue-value"],
    ]);
    expect(delayByUtilization({ servers: 0, arrivalScv: 1, serviceScv: 1, serviceTime: 1 }).ok).toBe(false);
  });
});

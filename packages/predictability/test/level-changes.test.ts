import { type Issue, orThrow } from "@evenkeel/kernel";
import { deepFreeze, statedRuns } from "@evenkeel/test-kit";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { leastCostEnds } from "../src/find-level-changes.js";
import { findLevelChanges } from "../src/index.js";

const steady = (weeks: number, perDay: number): number[] => new Array<number>(7 * weeks).fill(perDay);

/** Every way to cut weeks into periods of at least four. */
function cuts(weeks: number): number[][] {
  if (weeks === 0) return [[]];
  const all: number[][] = [];
  for (let last = 4; last <= weeks; last++) for (const before of cuts(weeks - last)) all.push([...before, weeks]);
  return all;
}

function costOf(totals: readonly number[], ends: readonly number[], penalty: number): number {
  return ends.reduce((sum, end, at) => {
    const part = totals.slice(ends[at - 1] ?? 0, end);
    const total = part.reduce((all, each) => all + each, 0);
    return sum + (at > 0 ? penalty : 0) - (total > 0 ? 2 * total * Math.log(total / part.length) : 0);
  }, 0);
}

describe("changes of level", () => {
  test("finds where a level changed, with the days before the first whole week left out", () => {
    const daily = deepFreeze([9, 9, ...steady(10, 1), ...steady(6, 4), ...steady(8, 2)]);
    expect(orThrow(findLevelChanges(daily))).toEqual({
      periods: [
        { from: 2, to: 72, perDay: 1 },
        { from: 72, to: 114, perDay: 4 },
        { from: 114, to: 170, perDay: 2 },
      ],
      weeks: 24,
      dispersion: expect.any(Number),
    });
  });

  test("finds none in a steady series, nor where nothing was ever done", () => {
    for (const perDay of [0, 1, 30]) expect(orThrow(findLevelChanges(steady(60, perDay))).periods).toHaveLength(1);
  });

  test("cuts as the cheapest of all ways to cut", () => {
    const totals = fc.array(fc.oneof(fc.nat(3), fc.nat(40)), { minLength: 8, maxLength: 16 });
    fc.assert(
      fc.property(totals, fc.double({ min: 0, max: 60, noNaN: true }), (weeks, penalty) => {
        const least = Math.min(...cuts(weeks.length).map((ends) => costOf(weeks, ends, penalty)));
        return Math.abs(costOf(weeks, leastCostEnds(weeks, penalty), penalty) - least) < 1e-8;
      }),
      { numRuns: statedRuns(20_000), seed: 1 },
    );
  });

  test("finds a change in few series that have none", () => {
    let state = 1;
    const draw = (): number => {
      state ^= state << 13;
      state ^= state >>> 17;
      state ^= state << 5;
      return (state >>> 0) / 4294967296;
    };
    const runs = statedRuns(20_000);
    let found = 0;
    for (let run = 0; run < runs; run++) {
      const daily = Array.from({ length: 7 * 40 }, () => {
        let count = 0;
        for (let part = 0; part < 10; part++) if (draw() < 0.1) count++;
        return count;
      });
      if (orThrow(findLevelChanges(daily)).periods.length > 1) found++;
    }
    expect(found / runs).toBeLessThan(0.05);
  });

  test("refuses what it cannot judge, all at once", () => {
    const found = findLevelChanges([1, -1, ...steady(1, 1), 0.5]);
    expect(found.issues.map(({ code, path, facts }: Issue) => [code, path, facts])).toEqual([
      ["predictability/sample-too-small", ["daily"], { needed: 56, found: 10 }],
      ["predictability/not-a-count", ["daily", 1], { found: "-1", low: 0, high: 10_000 }],
      ["predictability/not-a-count", ["daily", 9], { found: "0.5", low: 0, high: 10_000 }],
    ]);
    expect(findLevelChanges(steady(1501, 1)).issues[0]?.code).toBe("predictability/out-of-range");
  });
});

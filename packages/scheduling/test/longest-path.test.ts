import { orThrow } from "@evenkeel/kernel";
import { sharedData, statedRuns } from "@evenkeel/test-kit";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { criticalPath, floatPaths, linkFloats, longestPath, nearCritical, schedule } from "../src/index.js";
import { anyScheduleInput } from "../src/testing.js";
import { day, link, plan, task } from "./control.js";
import { xerInput, xerTables } from "./xer-rows.js";

// d joins three chains: a-b (4 days), c (3 days), e (1 day); f is alone.
const joined = plan(
  [task("a", 2), task("b", 2), task("c", 3), task("d", 1), task("e", 1), task("f", 2)],
  [link("a", "b"), link("b", "d"), link("c", "d"), link("e", "d")],
);

describe("the longest path", () => {
  test("holds all chains of equal length, where the critical path shows one", () => {
    const equal = plan([task("a", 2), task("b", 2), task("c", 1)], [link("a", "c"), link("b", "c")]);
    expect(orThrow(longestPath(equal))).toEqual({ activities: ["a", "b", "c"], links: [0, 1] });
    expect(criticalPath(orThrow(schedule(equal)))).toHaveLength(2);
  });
  test("ends in any activity one asks for", () => {
    expect(orThrow(longestPath(joined, { to: "c" })).activities).toEqual(["c"]);
    expect(longestPath(joined, { to: "x" }).issues[0]!.code).toBe("scheduling/unknown-activity");
  });
  test("a constraint and a mandatory date cut what does not propose the same", () => {
    const held = (kind: "SNET" | "MSO", at: string) =>
      plan([task("a", 1), task("b", 1, { constraints: [{ kind, at }] })], [link("a", "b")]);
    expect(orThrow(longestPath(held("SNET", "2026-06-05"))).activities).toEqual(["b"]);
    expect(orThrow(longestPath(held("SNET", "2026-06-02"))).activities).toEqual(["a", "b"]);
    expect(orThrow(longestPath(held("MSO", "2026-06-02"))).activities).toEqual(["b"]);
  });
  test.each(["Hotel Project.xer", "TERMINAL BUILDING-AIRPORT.xer"])("is the one stored in %s", (name) => {
    const file = sharedData("schedules", "xer", name);
    if (file === undefined) return;
    const tables = xerTables(file);
    let compared = 0;
    for (const project of tables.get("PROJECT")!) {
      const { input, rows } = xerInput(tables, project);
      const stored = rows.filter((row) => row["driving_path_flag"] === "Y").map((row) => row["task_id"]!);
      if (stored.length === 0) continue;
      const { activities } = orThrow(longestPath(input));
      const known = new Set(rows.map((row) => row["task_id"]!));
      expect(activities.filter((id) => known.has(id)).sort()).toEqual(stored.sort());
      compared += stored.length;
    }
    expect(compared).toBeGreaterThan(30);
  });
  test("holds every step of the critical path", () => {
    fc.assert(
      fc.property(anyScheduleInput(), (input) => {
        const path = new Set(orThrow(longestPath(input)).activities);
        const chain = criticalPath(orThrow(schedule(input)));
        expect(chain.filter((id) => !path.has(id))).toEqual([]);
      }),
      { numRuns: statedRuns(20_000) },
    );
  });
});

describe("links", () => {
  test("drive where their proposal, moved to working time, is the start; floats count the lag", () => {
    const shown = orThrow(linkFloats(joined)).map((each) => [
      each.predecessor,
      each.isDriving,
      each.freeFloatMinutes,
      each.totalFloatMinutes,
    ]);
    expect(shown).toEqual([
      ["a", true, 0, 0],
      ["b", true, 0, 0],
      ["c", false, day, day],
      ["e", false, 3 * day, 3 * day],
    ]);
  });
  test("the least free float of its links, from none upward, is the free float of an activity", () => {
    fc.assert(
      fc.property(anyScheduleInput(), (input) => {
        const made = orThrow(schedule(input));
        const links = orThrow(linkFloats(input));
        for (const row of made.activities) {
          const own = links.filter(({ predecessor }) => predecessor === row.id).map((each) => each.freeFloatMinutes);
          if (own.length > 0) expect(row.freeFloatMinutes).toBe(Math.max(0, Math.min(...own)));
          if (row.driver?.kind === "link") {
            expect(links.some((each) => each.successor === row.id && each.isDriving)).toBe(true);
          }
        }
      }),
      { numRuns: statedRuns(20_000) },
    );
  });
});

describe("float paths", () => {
  test("by free float: the longest first, then by what each leaves", () => {
    expect(orThrow(floatPaths(joined, "d"))).toEqual([
      { number: 1, activities: ["a", "b", "d"] },
      { number: 2, activities: ["c"], joins: "d", floatMinutes: day },
      { number: 3, activities: ["e"], joins: "d", floatMinutes: 3 * day },
    ]);
    expect(orThrow(floatPaths(joined, "d", { most: 1 }))).toHaveLength(1);
  });
  test("by total float: the lowest link back to an open start and on to what is taken", () => {
    expect(
      orThrow(floatPaths(joined, "d", { by: "totalFloat" })).map((path) => [path.activities, path.floatMinutes]),
    ).toEqual([
      [["a", "b", "d"], 0],
      [["c"], day],
      [["e"], 3 * day],
    ]);
    expect(orThrow(floatPaths(joined, "f", { by: "totalFloat" }))).toEqual([{ number: 1, activities: ["f"] }]);
  });
  test("every activity that the chosen one waits for is on one path, each path a chain of links", () => {
    const by = fc.constantFrom("freeFloat" as const, "totalFloat" as const);
    fc.assert(
      fc.property(anyScheduleInput(), by, (input, which) => {
        const last = input.activities.at(-1)!.id;
        const paths = orThrow(floatPaths(input, last, { by: which, most: 100 }));
        const before = new Set([last]);
        for (const { id } of [...input.activities].reverse()) {
          for (const each of input.links ?? [])
            if (each.successor === id && before.has(id)) before.add(each.predecessor);
        }
        expect(paths.flatMap((path) => path.activities).sort()).toEqual([...before].sort());
        const tied = new Set((input.links ?? []).map((each) => `${each.predecessor} ${each.successor}`));
        for (const { activities, joins } of paths) {
          const chain = joins === undefined ? activities : [...activities, joins];
          chain.slice(1).forEach((id, at) => {
            expect(tied.has(`${chain[at]} ${id}`)).toBe(true);
          });
        }
        expect(paths.filter(({ activities }) => activities.includes(last))).toHaveLength(1);
      }),
      { numRuns: statedRuns(20_000) },
    );
  });
});

describe("bands of float", () => {
  test("sort by total float, the limit itself belonging below", () => {
    const bands = orThrow(nearCritical(orThrow(schedule(joined)), [0, day, 2 * day]));
    expect(bands.map((band) => band.activities)).toEqual([["a", "b", "d"], ["c"], [], ["e", "f"]]);
    expect(bands.map((band) => band.share).reduce((sum, share) => sum + share)).toBeCloseTo(1, 12);
    expect([bands[0]!.aboveMinutes, bands[1]!.aboveMinutes, bands[3]!.upToMinutes]).toEqual([undefined, 0, undefined]);
  });
  test("refuse limits that do not rise", () => {
    const found = nearCritical(orThrow(schedule(joined)), [0, 480, 480]);
    expect(found.issues.map(({ code, path }) => [code, path])).toEqual([
      ["scheduling/limits-not-rising", ["limits", 2]],
    ]);
  });
});

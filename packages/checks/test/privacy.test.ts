import { deepFreeze, statedRuns } from "@evenkeel/test-kit";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type GroupCell, groupMeans, groupReport, safeGroups, smallestGroup } from "../src/index.js";
import { attackByDifferences } from "../src/testing.js";

const people = (from: number, to: number): string[] =>
  Array.from({ length: to - from }, (_none, at) => `p${from + at}`);
const cell = (groupId: string, personIds: readonly string[]): GroupCell => ({ groupId, personIds });
const shown = (cells: readonly GroupCell[], published: readonly GroupCell[] = []) =>
  safeGroups(deepFreeze(cells), { dataClass: "record", published }).published.map(({ groupId }) => groupId);
const values = (groupId: string, personIds: readonly string[], period?: string) =>
  personIds.map((personId) => ({
    groupId,
    personId,
    value: Number(personId.slice(1)),
    ...(period === undefined ? {} : { period }),
  }));
/** What an attacker makes of the cells, each person worth 1. */
const learnt = (cells: readonly GroupCell[]) =>
  [...attackByDifferences(cells.map(({ personIds }) => ({ unknowns: personIds, sum: BigInt(personIds.length) })))].map(
    ([id]) => id,
  );

describe("groups that may be published", () => {
  test("the floor alone is not enough: a group less one of its people gives that one away", () => {
    const cells = [cell("team", people(0, 7)), cell("team without the new one", people(0, 6))];
    expect(learnt(cells)).toEqual(["p6"]);
    expect(shown(cells)).toEqual(["team"]);
  });

  test("nor are pairs enough: three groups can give one away together", () => {
    const [a, b, c] = [people(0, 5), people(5, 10), people(10, 15)];
    const cells = [
      cell("ab", [...a, ...b]),
      cell("bc", [...b, ...c]),
      cell("ac and x", [...a, ...c, "x"]),
      cell("abc", [...a, ...b, ...c]),
    ];
    expect(learnt(cells)).toEqual(["x"]);
    expect(learnt(safeGroups(cells, { dataClass: "record" }).published)).toEqual([]);
  });

  test("groups that overlap in few people stand together when no sum tells of few", () => {
    expect(shown([cell("a", people(0, 10)), cell("b", people(9, 19))])).toEqual(["a", "b"]);
    expect(shown([cell("a", people(0, 6)), cell("b", people(3, 9))])).toEqual(["a", "b"]);
  });

  test("what was published before counts: the week after someone left is withheld, an unchanged week is not", () => {
    const before = [cell("team", people(0, 8))];
    expect(shown([cell("team", people(0, 8))], before)).toEqual(["team"]);
    expect(shown([cell("team", people(0, 7))], before)).toEqual([]);
    expect(shown([cell("team", people(0, 3).concat(people(20, 30)))], before)).toEqual(["team"]);
  });

  test("what careless results tell cannot be undone, and nothing is added to it", () => {
    const careless = [cell("pair", people(0, 2))];
    expect(shown([cell("team", people(10, 20)), cell("pair", people(0, 2))], careless)).toEqual(["team"]);
    expect(shown([cell("with the pair", people(0, 6))], careless)).toEqual([]);
    expect(shown([cell("with the pair", people(0, 7))], careless)).toEqual(["with the pair"]);
  });

  test("the floor can be raised and not lowered; wellbeing is the default", () => {
    const cells = [cell("five", people(0, 5)), cell("ten", people(5, 15))];
    expect(safeGroups(cells, { dataClass: "record", smallest: 1 }).published).toHaveLength(2);
    expect(safeGroups(cells, { dataClass: "record", smallest: 6 }).published).toHaveLength(1);
    expect(safeGroups(cells).published.map(({ groupId }) => groupId)).toEqual(["ten"]);
    const cast = "planFact" as "record";
    expect(safeGroups(cells, { dataClass: cast }).published.map(({ groupId }) => groupId)).toEqual(["ten"]);
    expect(safeGroups(cells, { smallest: Number.POSITIVE_INFINITY }).published).toEqual([]);
    expect(() => Object.assign(smallestGroup, { record: 1 })).toThrow(TypeError);
    expect(groupMeans(values("four", people(0, 4)), 1)[0]?.mean).toBeUndefined();
  });

  test("people count once, and ids may be any text", () => {
    expect(shown([cell("a", ["x", "x", "x", "x", "x"])])).toEqual([]);
    expect(shown([cell("a", ["__proto__", "constructor", "toString", "", "valueOf"])])).toEqual(["a"]);
    expect(safeGroups([])).toEqual({ published: [], withheld: [] });
  });
});

describe("a report of groups", () => {
  test("a total is chosen first and takes a second small group with it", () => {
    const report = groupReport(
      [...values("a", people(0, 3)), ...values("b", people(3, 9)), ...values("c", people(9, 18))],
      {
        dataClass: "record",
      },
    );
    expect(report.totals).toEqual([{ people: 18, mean: 8.5 }]);
    expect(report.means).toEqual([
      { groupId: "a", people: 3, withheld: "too few people" },
      { groupId: "b", people: 6, withheld: "derivable" },
      { groupId: "c", people: 9, mean: 13 },
    ]);
  });

  test("weeks follow each other: the history of one is given to the next", () => {
    const first = groupReport(values("team", people(0, 7), "w1"), { dataClass: "record" });
    const next = groupReport(values("team", people(0, 6), "w2"), { dataClass: "record", published: first.published });
    expect(next.means).toEqual([{ groupId: "team", period: "w2", people: 6, withheld: "derivable" }]);
    expect(next.totals).toEqual([{ period: "w2", people: 6, withheld: "derivable" }]);
    expect(next.published).toEqual([]);
  });

  test("a person with several values counts once, and the order of rows does not show", () => {
    const rows = [...values("a", people(1, 6)), { groupId: "a", personId: "p1", value: 3 }];
    const [row] = groupReport(rows, { dataClass: "record" }).means;
    expect(row?.mean).toBe((2 + 2 + 3 + 4 + 5) / 5);
    expect(groupReport([...rows].reverse(), { dataClass: "record" }).means).toEqual([row]);
  });

  test("with the ends of the scale no mean bounds what a person said", () => {
    const anyGroup = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 10, maxLength: 30 });
    fc.assert(
      fc.property(anyGroup, (answers) => {
        const rows = answers.map((value, at) => ({ groupId: "team", personId: `p${at}`, value }));
        const [row] = groupReport(rows, { range: { least: 0, most: 4 } }).means;
        const [people, mean] = [answers.length, row?.mean ?? Number.NaN];
        // Whoever it is, with any answer at all, the others could make up the sum.
        for (const value of [0, 4]) {
          const others = people * mean - value;
          expect(others).toBeGreaterThanOrEqual(-1e-9);
          expect(others).toBeLessThanOrEqual((people - 1) * 4 + 1e-9);
        }
        const own = answers.reduce((sum, each) => sum + each, 0) / people;
        if (row?.bound === undefined) expect(mean).toBeCloseTo(own, 12);
        else expect(row.bound === "at most" ? own <= mean : own >= mean).toBe(true);
      }),
      { numRuns: statedRuns(10_000) },
    );
  });
});

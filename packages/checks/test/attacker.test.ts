import { statedRuns } from "@evenkeel/test-kit";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type Finding,
  type GroupCell,
  type GroupReport,
  type GroupValue,
  groupFindings,
  groupReport,
  type PublishedShare,
} from "../src/index.js";
import { anyWeeks } from "../src/testing.js";
import { Attacker } from "./attacker.js";

type Level = "record" | "wellbeing";
const floors = { record: 5, wellbeing: 10 };
const runs = { numRuns: statedRuns(10_000) };

/** What each person is worth, in every period: the case in which an attacker learns most. */
const worth = (id: string): number => [...id].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 997, 7);
const valuesOf = (cells: readonly GroupCell[]): GroupValue[] =>
  cells.flatMap(({ groupId, period = "", personIds }) =>
    personIds.map((personId) => ({ groupId, period, personId, value: worth(personId) })),
  );

/** Reads every mean with its number of people as a sum over members it knows. */
function readReport(attacker: Attacker, cells: readonly GroupCell[], { means, totals }: GroupReport): void {
  for (const { groupId, mean, people } of means) {
    const members = cells.find((cell) => cell.groupId === groupId)?.personIds ?? [];
    expect(people).toBe(members.length);
    if (mean !== undefined) attacker.reads(members, BigInt(Math.round(mean * people)));
  }
  const everybody = [...new Set(cells.flatMap(({ personIds }) => personIds))];
  for (const { mean, people } of totals)
    if (mean !== undefined) attacker.reads(everybody, BigInt(Math.round(mean * people)));
}

/** Publishes week after week, and lets the attacker read along. */
function attackWeeks(
  weeks: readonly (readonly GroupCell[])[],
  levelOf: (week: number) => { readonly dataClass: Level; readonly smallest?: number },
): Attacker {
  const attacker = new Attacker();
  const published: GroupCell[] = [];
  for (const [week, cells] of weeks.entries()) {
    const report = groupReport(valuesOf(cells), { ...levelOf(week), published });
    readReport(attacker, cells, report);
    published.push(...report.published);
  }
  return attacker;
}

const people = (from: number, to: number): string[] =>
  Array.from({ length: to - from }, (_none, at) => `p${from + at}`);
const cell = (groupId: string, personIds: readonly string[], period = "w1"): GroupCell => ({
  groupId,
  period,
  personIds,
});

/** Weeks of groups, each of which gives somebody away when all is published. */
const known: readonly (readonly [string, readonly (readonly GroupCell[])[]])[] = [
  [
    "the total less the groups that are shown",
    [[cell("a", people(0, 12)), cell("b", people(12, 24)), cell("c", ["x"])]],
  ],
  ["two groups that differ by one person", [[cell("a", people(0, 12)), cell("b", people(0, 13))]]],
  [
    "the week before one person left, and the week after",
    [[cell("a", people(0, 13))], [cell("a", people(0, 12), "w2")]],
  ],
  [
    "one leaves and one joins, while another group shows who joined",
    [
      [cell("a", people(0, 12)), cell("b", [...people(20, 31), "p12"])],
      [cell("a", people(1, 13), "w2"), cell("b", people(20, 31), "w2")],
    ],
  ],
  [
    "three overlapping groups and their union",
    [
      [
        cell("ab", people(0, 20)),
        cell("bc", people(10, 30)),
        cell("ac and x", [...people(0, 10), ...people(20, 30), "x"]),
        cell("abc", people(0, 30)),
      ],
    ],
  ],
];

describe("an attacker who solves for people", () => {
  test.each(known)("finds somebody by %s when all is published", (_name, weeks) => {
    const attacker = new Attacker();
    for (const cells of weeks) {
      const everybody = cell("", [...new Set(cells.flatMap(({ personIds }) => personIds))]);
      for (const { personIds } of [...cells, everybody])
        attacker.reads(personIds, BigInt(personIds.reduce((sum, id) => sum + worth(id), 0)));
    }
    const found = [...attacker.values()];
    expect(found.length).toBeGreaterThan(0);
    expect(found.every(([id, value]) => value === worth(id))).toBe(true);
    expect(attacker.knowsOfFewerThan(5)).toBe(true);
  });

  test.each(known)("finds nobody by %s in what is published", (_name, weeks) => {
    for (const dataClass of ["record", "wellbeing"] as const) {
      const attacker = attackWeeks(weeks, () => ({ dataClass }));
      expect([...attacker.values()]).toEqual([]);
      expect(attacker.knowsOfFewerThan(floors[dataClass])).toBe(false);
    }
  });

  test.each(["record", "wellbeing"] as const)(
    "recovers no value over weeks of overlapping groups (%s)",
    (dataClass) => {
      fc.assert(
        fc.property(anyWeeks({ people: 26, groups: 7, weeks: 3 }), (weeks) => {
          return attackWeeks(weeks, () => ({ dataClass })).values().size === 0;
        }),
        runs,
      );
    },
  );

  test.each(["record", "wellbeing"] as const)("nor any sum over fewer than the floor (%s)", (dataClass) => {
    fc.assert(
      fc.property(anyWeeks({ people: 22, groups: 4, weeks: 2 }), (weeks) => {
        return !attackWeeks(weeks, () => ({ dataClass })).knowsOfFewerThan(floors[dataClass]);
      }),
      { numRuns: statedRuns(2_000) },
    );
  });

  test("recovers nothing where reports of different floors stand beside each other", () => {
    const anyLevel = fc.record({ dataClass: fc.constantFrom<Level>("record", "wellbeing"), smallest: fc.nat(12) });
    const levels = fc.array(anyLevel, { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(anyWeeks({ people: 22, groups: 5, weeks: 3 }), levels, (weeks, list) => {
        const attacker = attackWeeks(weeks, (week) => list[week] ?? { dataClass: "record" });
        return attacker.values().size === 0 && !attacker.knowsOfFewerThan(5);
      }),
      { numRuns: statedRuns(2_000) },
    );
  });

  test("private people are in no mean, no number and no total", () => {
    const rows = valuesOf([cell("a", people(0, 12))]);
    const report = groupReport(rows, { dataClass: "record", privateIds: ["p3"] });
    expect(report).toEqual(
      groupReport(
        rows.filter(({ personId }) => personId !== "p3"),
        { dataClass: "record" },
      ),
    );
    expect(report.totals.map((row) => row.people)).toEqual([11]);
  });
});

const judged = (personId: string, outcome: Finding["outcome"]): Finding => ({
  code: "house/rest",
  facts: {},
  checkId: "house/rest",
  version: "1",
  kind: "heuristic",
  dataClass: "record",
  outcome,
  severity: "minor",
  subject: { table: "people", id: personId },
  evidence: [],
  citation: [],
  personId,
  fingerprint: personId,
});

/** One constraint on who may have failed: between `least` and `most` of these people, each a bit. */
interface Told {
  readonly members: number;
  readonly least: number;
  readonly most: number;
}

const bits = (set: number): number => [...set.toString(2)].filter((digit) => digit === "1").length;

/** People whose yes or no is the same in every case that agrees with what is told. */
function certain(told: readonly Told[], count: number): number[] {
  let [ever, always] = [0, 2 ** count - 1];
  for (let failed = 0; failed < 2 ** count; failed++) {
    const agrees = told.every(({ members, least, most }) => {
      const inside = bits(failed & members);
      return least <= inside && inside <= most;
    });
    if (!agrees) continue;
    ever |= failed;
    always &= failed;
  }
  return Array.from({ length: count }, (_none, at) => at).filter(
    (at) => ((ever >> at) & 1) === 0 || ((always >> at) & 1) === 1,
  );
}

describe("an attacker who knows that a rule was kept or not", () => {
  const count = 12;
  const bitOf = (id: string): number => 2 ** Number(id.slice(1));

  const attack = (weeks: readonly (readonly GroupCell[])[], failing: number): number[] => {
    const told: Told[] = [];
    const published: PublishedShare[] = [];
    for (const cells of weeks) {
      const found = people(0, count).map((id) => judged(id, (failing & bitOf(id)) === 0 ? "pass" : "fail"));
      const groups = cells.map(({ groupId, personIds }) => ({ subject: { table: "teams", id: groupId }, personIds }));
      const report = groupFindings(found, groups, { published });
      published.push(...report.published);
      for (const { subject, share, people: size = 0, bound, withheld } of report.shares) {
        const members = cells.find(({ groupId }) => groupId === subject.id)?.personIds ?? [];
        if (share === undefined) {
          expect([withheld !== undefined, size]).toEqual([true, 0]);
          continue;
        }
        told.push({
          members: members.reduce((sum, id) => sum + bitOf(id), 0),
          least: bound === "at most" ? 0 : Math.ceil(share * size - 1e-9),
          most: bound === "at least" ? size : Math.floor(share * size + 1e-9),
        });
      }
    }
    return certain(told, count);
  };

  test("learns of everybody from a plain share where all or none failed", () => {
    expect(certain([{ members: 31, least: 5, most: 5 }], 6)).toEqual([0, 1, 2, 3, 4]);
    expect(certain([{ members: 31, least: 0, most: 0 }], 6)).toEqual([0, 1, 2, 3, 4]);
  });

  test("is certain of nobody in what is told, over overlapping groups and weeks, even where all are the same", () => {
    const anyFailing = fc.oneof(fc.nat(2 ** count - 1), fc.constantFrom(0, 2 ** count - 1, 31, 2 ** count - 32));
    fc.assert(
      fc.property(anyWeeks({ people: count, groups: 5, weeks: 3 }), anyFailing, (weeks, failing) => {
        return attack(weeks, failing).length === 0;
      }),
      { numRuns: statedRuns(10_000) },
    );
  });

  test("learns nothing from which results are withheld: that does not depend on what was found", () => {
    fc.assert(
      fc.property(anyWeeks({ people: count, groups: 5, weeks: 1 }), fc.nat(2 ** count - 1), ([cells = []], failing) => {
        const groups = cells.map(({ groupId, personIds }) => ({ subject: { table: "teams", id: groupId }, personIds }));
        const withheld = (set: number) =>
          groupFindings(
            people(0, count).map((id) => judged(id, (set & bitOf(id)) === 0 ? "pass" : "fail")),
            groups,
          ).shares.map((each) => each.withheld);
        expect(withheld(failing)).toEqual(withheld(0));
      }),
      { numRuns: statedRuns(2_000) },
    );
  });
});

describe("shares of groups", () => {
  const group = (id: string, personIds: readonly string[]) => ({ subject: { table: "teams", id }, personIds });
  const some = (failing: number, of: number, outcome: Finding["outcome"] = "fail") =>
    people(0, of).map((id, at) => judged(id, at < failing ? outcome : "pass"));
  const shares = (found: readonly Finding[], groups: Parameters<typeof groupFindings>[1], more = {}) =>
    groupFindings(found, groups, more).shares.map(({ subject, share, bound, withheld, people: size }) => [
      subject.id,
      withheld ?? `${bound ?? "exactly"} ${share} of ${size}`,
    ]);

  test("are about the group, and say fifths at the ends", () => {
    const team = [group("team", people(0, 10))];
    const at = (failing: number) => shares(some(failing, 10), team)[0]?.[1];
    expect([0, 2, 3, 7, 8, 10].map(at)).toEqual([
      "at most 0.2 of 10",
      "at most 0.2 of 10",
      "exactly 0.3 of 10",
      "exactly 0.7 of 10",
      "at least 0.8 of 10",
      "at least 0.8 of 10",
    ]);
    expect(JSON.stringify(groupFindings(some(3, 10), team).shares)).not.toMatch(/"p\d/);
  });

  test("need five people who were judged; who is left out or unknown does not count; several failures are one", () => {
    const team = [group("team", people(0, 5))];
    expect(shares(some(2, 4), team)).toEqual([["team", "too few people"]]);
    expect(shares(some(2, 5), team)).toEqual([["team", "exactly 0.4 of 5"]]);
    expect(shares([...some(2, 5), ...some(2, 2)], team)).toEqual([["team", "exactly 0.4 of 5"]]);
    expect(shares(some(2, 5), team, { leaveOut: ["p4"] })).toEqual([["team", "too few people"]]);
    expect(shares(some(2, 5, "unknown"), team)).toEqual([["team", "too few people"]]);
    expect(shares(some(2, 5), team, { smallest: 6 })).toEqual([["team", "too few people"]]);
    const wellbeing = some(2, 9).map((found) => ({ ...found, dataClass: "wellbeing" as const }));
    expect(shares(wellbeing, [group("team", people(0, 9))])).toEqual([["team", "too few people"]]);
    expect(
      shares(
        some(2, 9).map((found) => ({ ...found, dataClass: "planFact" as const })),
        team,
      ),
    ).toEqual([]);
  });

  test("two checks that judged partly other people do not stand beside each other: they may ask the same", () => {
    const other = some(3, 6).map((found) => ({ ...found, checkId: "house/same rest" }));
    const third = some(2, 5).map((found) => ({ ...found, checkId: "house/third" }));
    const team = [group("team", people(0, 6))];
    const told = groupFindings([...some(2, 5), ...other, ...third], team).shares;
    expect(told.map(({ checkId, withheld }) => [checkId, withheld])).toEqual([
      ["house/rest", undefined],
      ["house/same rest", "derivable"],
      ["house/third", undefined],
    ]);
  });

  test("a team comes before what it is part of, and next week's team that one has left is withheld", () => {
    const groups = [group("all", people(0, 12)), group("a", people(0, 6)), group("b", people(6, 12))];
    const found = some(4, 12);
    expect(shares(found, groups)).toEqual([
      ["a", "exactly 0.6666666666666666 of 6"],
      ["all", "derivable"],
      ["b", "at most 0.2 of 6"],
    ]);
    const { published } = groupFindings(found, [group("a", people(0, 6))], { period: "w1" });
    expect(shares(found, [group("a", people(0, 5))], { published, period: "w2" })).toEqual([["a", "derivable"]]);
    expect(shares(found, [group("a", people(0, 6))], { published, period: "w2" })).toHaveLength(1);
  });
});

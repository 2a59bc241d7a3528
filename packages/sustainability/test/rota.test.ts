import { readFileSync } from "node:fs";
import { runChecks } from "@evenkeel/checks";
import { type Issue, orThrow, describe as tell } from "@evenkeel/kernel";
import { deepFreeze, sharedData, statedRuns, testLaws } from "@evenkeel/test-kit";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { en, parseRotaRules, type Rota, type RotaRule, type RotaRules, rotaChecks, rotaCost } from "../src/rota.js";
import { anyRota, anyRotaRules, rotaLaws } from "../src/testing/rota-laws.js";
import { inrcRota, inrcRules } from "./inrc2010.js";
import { naiveCost } from "./oracle-rota.js";

const monday = "2026-05-04";
const dayAt = (at: number): string => new Date(Date.parse(monday) + at * 86_400_000).toISOString().slice(0, 10);
const pack = (...rules: RotaRule[]): RotaRules => ({
  formatVersion: 1,
  id: "ward",
  title: "Ward",
  version: "1",
  citation: [],
  rules,
});

/** One person's days: a letter is a shift, `-` is free, `/` lies between shifts of one day; from a Monday. */
function rotaOf(row: string, more: Partial<Rota> = {}): Rota {
  const days = row.match(/-|[A-Z](?:\/[A-Z])*/g) ?? [];
  return {
    id: "may",
    firstDay: monday,
    days: days.length,
    shiftTypes: ["D", "L", "N"].map((id) => ({ id })),
    people: [{ id: "ana" }],
    assignments: days.flatMap((shifts, at) =>
      shifts === "-" ? [] : shifts.split("/").map((shiftId) => ({ personId: "ana", day: dayAt(at), shiftId })),
    ),
    ...more,
  };
}

/** Cost and days (counted from the first) of each violation of one rule of weight 1. */
function found(row: string, rule: object, more: Partial<Rota> = {}): [number, number[]][] {
  const rota = rotaOf(row, more);
  const first = Date.parse(rota.firstDay);
  const { byRule } = orThrow(rotaCost(deepFreeze(rota), pack({ id: "r", weight: 1, ...rule } as RotaRule)));
  return byRule.map(({ cost, at }) => [cost, at.map((day) => (Date.parse(day) - first) / 86_400_000)]);
}

describe("rota rules", () => {
  test("runs are judged as they stand, also at the border", () => {
    const working = { kind: "consecutiveWorkingDays", least: 2, most: 3 };
    expect(found("D--DDDD", working)).toEqual([
      [1, [0]],
      [1, [3, 4, 5, 6]],
    ]);
    expect(found("D--D-DD", { kind: "consecutiveFreeDays", least: 2 })).toEqual([[1, [4]]]);
    expect(found("-------", { kind: "consecutiveFreeDays", most: 5 })).toEqual([[2, [0, 1, 2, 3, 4, 5, 6]]]);
    expect(found("-------", working)).toEqual([]);
  });

  test("days with work are counted, not shifts", () => {
    expect(found("D/NDD----", { kind: "assignments", most: 2 })).toEqual([[1, [0, 1, 2]]]);
    expect(found("D/N--", { kind: "assignments", least: 2 })).toEqual([[1, [1, 2]]]);
    expect(found("DD", { kind: "assignments", least: 4 })).toEqual([[2, []]]);
    expect(found("D/L/N-", { kind: "shiftsPerDay", most: 1 })).toEqual([[2, [0]]]);
    expect(found("D/D-", { kind: "shiftsPerDay", most: 1 })).toEqual([[1, [0]]]);
  });

  test("a weekend in part costs its free days, a three-day one broken in two costs four", () => {
    const cost = (row: string, weekend: number[]) => found(row, { kind: "completeWeekends", weekend });
    expect(cost("-----D-", [6, 7])).toEqual([[1, [6]]]);
    expect(cost("----D-D", [5, 6, 7])).toEqual([[4, [5]]]);
    expect(cost("----D--", [5, 6, 7])).toEqual([[2, [5, 6]]]);
    expect(cost("-----D-", [5, 6, 7])).toEqual([[2, [4, 6]]]);
    expect(cost("----DDD", [5, 6, 7])).toEqual([]);
    expect(cost("-------", [5, 6, 7])).toEqual([]);
    expect(cost("-----D", [5, 6, 7])).toEqual([[1, [4]]]);
    expect(cost("D----D-", [6, 7, 1])).toEqual([[1, [6]]]);
  });

  test("shift types of a weekend are compared once two days are worked", () => {
    const cost = (row: string, weekend: number[]) => found(row, { kind: "identicalWeekends", weekend });
    expect(cost("-----DN", [6, 7])).toEqual([[2, [5, 6]]]);
    expect(cost("-----D-", [6, 7])).toEqual([]);
    expect(cost("----DD-", [5, 6, 7])).toEqual([[1, [4, 5]]]);
    expect(cost("----DDN", [5, 6, 7])).toEqual([[3, [4, 5, 6]]]);
    expect(cost("-----D/ND", [6, 7])).toEqual([[1, [5, 6]]]);
  });

  test("weekends worked are runs, and windows of four", () => {
    const weeks = "-----D--------D------D------D-------";
    expect(found(weeks, { kind: "consecutiveWorkingWeekends", weekend: [6, 7], most: 1 })).toEqual([]);
    const four = "-----D------DD-----D------D------";
    const most = (limit: number) => found(four, { kind: "workingWeekendsInFourWeeks", weekend: [6, 7], most: limit });
    expect(most(3)).toEqual([[1, [5, 12, 13, 19, 26]]]);
    expect(found(four.slice(0, 25), { kind: "workingWeekendsInFourWeeks", weekend: [6, 7], most: 0 })).toEqual([]);
    expect(found(four, { kind: "consecutiveWorkingWeekends", weekend: [6, 7], most: 2 })).toEqual([
      [2, [5, 12, 13, 19, 26]],
    ]);
  });

  test("a pattern costs where it starts, and days outside match nothing", () => {
    const pattern = (row: string, ...entries: object[]) => found(row, { kind: "pattern", entries });
    expect(pattern("ND-N", { shiftId: "N" }, { shiftId: "D" })).toEqual([[1, [0, 1]]]);
    expect(pattern("NNN", { shiftId: "N" }, {})).toEqual([
      [1, [0, 1]],
      [1, [1, 2]],
    ]);
    expect(pattern("----N--", { shiftId: "N", weekday: 5 }, { free: true }, { free: true })).toEqual([[1, [4, 5, 6]]]);
    expect(pattern("----N-", { shiftId: "N" }, { free: true }, { free: true })).toEqual([]);
    expect(pattern("D/N-", { shiftId: "N" })).toEqual([[1, [0]]]);
  });

  test("cover of one day holds over that of its day of the week, and what is not asked for is wanted 0 times", () => {
    const cover = [
      { shiftId: "D", weekday: 1, preferred: 2 },
      { shiftId: "D", day: dayAt(7), preferred: 0 },
    ];
    expect(found("D-----ND------", { kind: "cover" }, { cover })).toEqual([
      [1, [0]],
      [1, [6]],
      [1, [7]],
    ]);
  });

  test("skills and requests", () => {
    const shiftTypes = [{ id: "D", skills: ["icu", "lead"] }, { id: "N" }];
    const people = [{ id: "ana", skills: ["icu"] }];
    expect(found("DN", { kind: "skills" }, { shiftTypes, people })).toEqual([[1, [0]]]);
    const requests = [
      { personId: "ana", day: dayAt(0), wish: "off" as const, weight: 3 },
      { personId: "ana", day: dayAt(1), shiftId: "D", wish: "on" as const, weight: 2 },
      { personId: "ana", day: dayAt(1), shiftId: "D", wish: "off" as const, weight: 7 },
      { personId: "ana", day: dayAt(2), wish: "on" as const, weight: 1 },
    ];
    expect(found("DN-", { kind: "requests" }, { requests })).toEqual([
      [3, [0]],
      [2, [1]],
      [1, [2]],
    ]);
  });

  test("a rule holds for its contract; hard and soft are kept apart; weight 0 is off", () => {
    const people = [{ id: "ana", contract: "part" }];
    expect(found("DD", { kind: "assignments", most: 1, contract: "full" }, { people })).toEqual([]);
    expect(found("DD", { kind: "assignments", most: 1, weight: 0 }, { people })).toEqual([]);
    const hard = { id: "h", kind: "assignments", most: 1, contract: "part", hard: true, weight: 7 } as const;
    expect(orThrow(rotaCost(rotaOf("DD", { people }), pack(hard)))).toMatchObject({ hard: 7, soft: 0 });
  });

  test("a field that is not known is said, not taken for empty", () => {
    const rules = pack(
      { id: "c", kind: "cover", weight: 1 },
      { id: "q", kind: "requests", weight: 1 },
      { id: "s", kind: "skills", weight: 1 },
    );
    expect(orThrow(rotaCost(rotaOf("D"), rules))).toEqual({
      hard: 0,
      soft: 0,
      byRule: [],
      unjudged: [
        { rule: "c", missing: "rota.cover" },
        { rule: "q", missing: "rota.requests" },
        { rule: "s", missing: "rota.people.skills" },
      ],
    });
  });
});

const said = ({ issues }: { readonly issues: readonly Issue[] }) =>
  issues.map(({ code, path }) => {
    if (!code.startsWith("kernel/")) expect(Object.keys(en)).toContain(code);
    return `${code.split("/")[1]} /${path.join("/")}`;
  });

describe("what is not a rota or not rules", () => {
  test("all of it is told at once", () => {
    const rota: Rota = {
      id: "may",
      firstDay: monday,
      days: 7,
      shiftTypes: [{ id: "D" }],
      people: [{ id: "ana" }],
      assignments: [
        { personId: "ana", day: monday, shiftId: "D" },
        { personId: "bo", day: "2026-05-11", shiftId: "X" },
        { personId: "ana", day: "2026-02-30", shiftId: "D" },
      ],
      cover: [
        { shiftId: "D", preferred: 1 },
        { shiftId: "D", weekday: 8, preferred: -1 },
        { shiftId: "D", weekday: 1, preferred: 1 },
        { shiftId: "D", weekday: 1, preferred: 2 },
      ],
      requests: [
        { personId: "ana", day: monday, wish: "off", weight: Number.NaN },
        { personId: "ana", day: monday, wish: "off", weight: 1 },
      ],
    };
    const unwanted = pack({ id: "p", kind: "pattern", entries: [{ shiftId: "N" }], weight: 1 });
    expect(said(rotaCost(rota, unwanted))).toEqual([
      "rota-unknown /assignments/1/personId",
      "rota-day /assignments/1/day",
      "rota-unknown /assignments/1/shiftId",
      "impossible-date /assignments/2/day",
      "rota-value /cover/0/weekday",
      "rota-value /cover/1/preferred",
      "rota-value /cover/1/weekday",
      "rota-duplicate /cover/3",
      "rota-value /requests/0/weight",
      "rota-duplicate /requests/1",
    ]);
    expect(said(rotaCost({ ...rotaOf("D"), shiftTypes: [{ id: "D" }] }, unwanted))).toEqual([
      "rota-unknown /rules/0/entries/0/shiftId",
    ]);
    const twice = { ...rota, firstDay: "soon", days: 0, people: [{ id: "ana" }, { id: "ana" }] };
    expect(said(rotaCost(twice, pack()))).toEqual([
      "rota-duplicate /people/1",
      "invalid-time-text /firstDay",
      "rota-value /days",
    ]);
  });

  test("data of another shape is refused, whatever it is", () => {
    const shapeless = {
      id: 7,
      firstDay: monday,
      days: 7,
      shiftTypes: "D",
      people: [null, { id: "ana", contract: 3, skills: ["icu", 4] }],
      assignments: [{ personId: "ana", day: 1, shiftId: "" }],
    };
    expect(said(rotaCost(shapeless as unknown as Rota, pack()))).toEqual([
      "rota-value /id",
      "rota-value /shiftTypes",
      "rota-value /people/0",
      "rota-value /people/1/contract",
      "rota-value /people/1/skills",
      "rota-value /assignments/0/day",
      "rota-value /assignments/0/shiftId",
    ]);
    fc.assert(
      fc.property(
        fc.anything(),
        anyRota,
        fc.constantFrom("id", "people", "assignments", "cover", "requests", "days"),
        (any, rota, field) => {
          const results = [
            rotaCost(any as Rota, pack()),
            rotaCost({ ...rota, [field]: any }, pack()),
            rotaCost({ ...rota, [field]: [any] }, pack()),
            parseRotaRules(any),
            parseRotaRules({ ...pack(), rules: [any] }),
          ];
          return results.every(({ ok, issues }) => ok || issues.length > 0);
        },
      ),
      { numRuns: statedRuns(10_000), seed: 20260501 },
    );
  });

  test("rules are read strictly", () => {
    const read = (...rules: unknown[]) => said(parseRotaRules({ ...pack(), rules }));
    expect(read({ id: "a", kind: "cover", weight: 1, hard: true, contract: "full" })).toEqual([]);
    expect(read(7, { id: "", kind: "shifts" })).toEqual(["rota-rule /rules/0", "rota-rule /rules/1/kind"]);
    expect(read({ id: "a", kind: "toString", weight: 1 })).toEqual(["rota-rule /rules/0/kind"]);
    expect(
      read(
        { id: "a", kind: "assignments", weight: -1, least: 1.5, hard: "yes", colour: 1 },
        { id: "a", kind: "completeWeekends", weight: 1, weekend: [6, 1] },
        { id: "b", kind: "pattern", weight: 1, entries: [{ shiftId: "N", free: true }] },
        { id: "c", kind: "consecutiveFreeDays", weight: 1 },
        { id: "d", kind: "consecutiveFreeDays", weight: 1, least: 3, most: 2 },
      ),
    ).toEqual([
      "rota-rule /rules/0/weight",
      "rota-rule /rules/0/hard",
      "rota-rule /rules/0/least",
      "rota-rule /rules/0/colour",
      "rota-rule /rules/1/weekend",
      "rota-rule /rules/2/entries",
      "rota-rule /rules/3/most",
      "rota-rule /rules/4/least",
      "rota-duplicate /rules/1",
    ]);
    expect(said(parseRotaRules(null))).toEqual(["rota-rule /"]);
    expect(said(parseRotaRules({ rules: 3 }))).toEqual(
      ["formatVersion", "id", "title", "version", "citation", "rules"].map((field) => `rota-rule /${field}`),
    );
  });
});

describe("rota checks", () => {
  const rules = pack(
    { id: "runs", kind: "consecutiveWorkingDays", most: 2, weight: 10 },
    { id: "weekends", kind: "completeWeekends", weekend: [6, 7], weight: 1 },
    { id: "wishes", kind: "requests", weight: 1 },
    { id: "off", kind: "pattern", entries: [{}], weight: 0 },
  );
  const run = (rota: Rota) => runChecks(rotaChecks(rules), rota, { today: monday });

  test("find what is wrong with the rota, in words and with its days, and nothing about the person", () => {
    const findings = run(rotaOf("DDD--DD"));
    expect(findings.map(({ checkId, outcome, missing }) => [checkId, outcome, missing])).toEqual([
      ["sustainability/rota-complete-weekends", "pass", undefined],
      ["sustainability/rota-consecutive-working-days", "fail", undefined],
      ["sustainability/rota-pattern", "inapplicable", undefined],
      ["sustainability/rota-requests", "unknown", ["rota.requests"]],
    ]);
    const [finding] = findings.filter(({ outcome }) => outcome === "fail");
    expect(finding).toMatchObject({ subject: { table: "rotaRows" }, window: { from: monday, to: dayAt(2) } });
    expect(finding?.personId).toBeUndefined();
    expect(finding?.evidence.length).toBe(3);
    const days = ({ evidence }: { readonly evidence: readonly { readonly id: string }[] }) =>
      evidence.map(({ id }) => JSON.parse(id)[1]);
    expect(
      run(rotaOf("DDDDD--"))
        .filter(({ outcome }) => outcome === "fail")
        .map(days),
    ).toEqual([[dayAt(0), dayAt(1), dayAt(2)]]);
    expect(finding === undefined ? "" : tell(finding, en).message).toContain("ana works from 2026-05-04 to 2026-05-06");
  });

  test("say unknown of a rota that cannot be read", () => {
    expect(new Set(run({ ...rotaOf("D"), days: 0 }).map(({ outcome, missing }) => `${outcome} ${missing}`))).toEqual(
      new Set(["unknown rota.days"]),
    );
  });

  test("every check has a text", () => {
    fc.assert(
      fc.property(anyRotaRules, (any) => rotaChecks(any).every(({ id }) => Object.hasOwn(en, id))),
      { numRuns: 100, seed: 1 },
    );
  });
});

testLaws("rota laws", rotaLaws);

test("the cost is what the definitions say, naively", () => {
  fc.assert(
    fc.property(anyRota, anyRotaRules, (rota, rules) => {
      const { hard, soft } = orThrow(rotaCost(rota, rules));
      expect({ hard, soft }).toEqual(naiveCost(rota, rules));
    }),
    { numRuns: statedRuns(20_000), seed: 20260501 },
  );
});

const file = sharedData("sustainability", "inrc2010_constraint_unit_tests.json");

describe.skipIf(file === undefined)("the competition's constraint tests", () => {
  const { problems, cases } = JSON.parse(file === undefined ? '{"cases":[]}' : readFileSync(file, "utf8"));
  test("every hard and soft cost is reached", () => {
    const costs = cases.map((row: { problem: string; solution: string; assignments: [string, string, string][] }) => {
      const problem = problems[row.problem];
      const { hard, soft } = orThrow(rotaCost(deepFreeze(inrcRota(problem, row.assignments)), inrcRules(problem)));
      return [row.solution, hard, soft];
    });
    expect(costs).toEqual(
      cases.map((row: { solution: string; expected: { hard: number; soft: number } }) => [
        row.solution,
        row.expected.hard,
        row.expected.soft,
      ]),
    );
  });
});

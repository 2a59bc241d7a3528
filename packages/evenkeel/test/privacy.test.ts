import { deepFreeze, statedRuns } from "@evenkeel/test-kit";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Review, type ReviewInput, reviewWork, type WorkPlan, type WorkRecords } from "../src/index.js";

const rest = "eu-wtd/daily-rest";
const now = "2026-05-11T08:00:00Z";
const ids = ["ana", "ben", "cleo", "dan", "eve", "finn", "gil", "hana"];

/** A team of these, each with work planned at some hours a week. */
const planOf = (people: readonly string[]): WorkPlan => ({
  formatVersion: 1,
  people: people.map((id) => ({
    id,
    name: id,
    jurisdiction: "NL",
    zone: "Europe/Amsterdam",
    contractMinutesPerWeek: 2400,
  })),
  teams: [{ id: "ward", name: "Ward", members: people.map((personId) => ({ personId })) }],
  items: people.map((id) => ({
    id: `item-${id}`,
    title: `Work of ${id}`,
    kind: "task",
    schedule: { kind: "task", durationMinutes: 2400 },
  })),
  assignments: people.map((personId) => ({
    id: `a-${personId}`,
    itemId: `item-${personId}`,
    personId,
    role: "responsible",
    effortMinutes: 9600,
  })),
});

/** Two days of work: at 20:00 the first ends, the second begins at 06:00 (no 11 hours of rest) or at 08:00. */
const recordsOf = (people: readonly string[], short: readonly string[]): WorkRecords => ({
  formatVersion: 1,
  workIntervals: people.flatMap((personId) => [
    { id: `${personId}-1`, personId, from: "2026-05-04T12:00:00Z", to: "2026-05-04T20:00:00Z", kind: "actual" },
    {
      id: `${personId}-2`,
      personId,
      from: short.includes(personId) ? "2026-05-05T06:00:00Z" : "2026-05-05T08:00:00Z",
      to: "2026-05-05T12:00:00Z",
      kind: "actual",
    },
  ]),
});

const review = (input: Omit<ReviewInput, "now">): Review => {
  const result = reviewWork(deepFreeze({ ...input, now }));
  if (!result.ok) throw new TypeError(JSON.stringify(result.issues));
  return result.value;
};
const restOf = ({ findings }: Review): string[] =>
  findings
    .filter(({ checkId, outcome }) => checkId === rest && outcome === "fail")
    .flatMap(({ personId = "" }) => personId);
const shareOf = ({ lead }: Review) => lead.teamShares.find(({ checkId }) => checkId === rest);

describe("what a lead sees of four people", () => {
  const four = ids.slice(0, 4);
  const seen = review({ plan: planOf(four), records: recordsOf(four, ["ana"]), viewer: { personId: "lead" } });

  test("plan facts, of each: planned load against contract hours, and findings about it", () => {
    expect(new Set(seen.lead.load.map(({ personId }) => personId))).toEqual(new Set(four));
    const overload = seen.findings.filter(({ checkId }) => checkId === "sustainability/overload");
    expect(new Set(overload.map(({ dataClass }) => dataClass))).toEqual(new Set(["planFact"]));
    expect(overload.length).toBeGreaterThan(0);
  });

  test("no record, and no share of so few", () => {
    expect(restOf(seen)).toEqual([]);
    expect(seen.findings.some(({ dataClass, outcome }) => dataClass === "record" && outcome === "fail")).toBe(false);
    expect(shareOf(seen)).toMatchObject({ withheld: "too few people", subject: { table: "teams", id: "ward" } });
    expect(shareOf(seen)?.facts).toEqual({ group: "Ward", check: rest });
    expect(seen.withheld).toContainEqual({ checkId: rest });
  });

  test("the same bytes, whoever had too little rest", () => {
    const anyShort = fc.subarray(four);
    fc.assert(
      fc.property(anyShort, (short) => {
        const other = review({ plan: planOf(four), records: recordsOf(four, short), viewer: { personId: "lead" } });
        expect(JSON.stringify(other)).toBe(JSON.stringify(seen));
      }),
      { numRuns: statedRuns(400) },
    );
  });
});

describe("what a lead sees of more people", () => {
  const plan = planOf(ids);
  const records = recordsOf(ids, ids.slice(0, 3));

  test("the team's share, about the team, and next to it none that tells of fewer", () => {
    const first = review({ plan, records });
    expect(shareOf(first)).toMatchObject({ people: 8, share: 3 / 8, subject: { table: "teams", id: "ward" } });
    const left = review({
      plan: planOf(ids.slice(1)),
      records: recordsOf(ids.slice(1), ids.slice(1, 3)),
      publishedShares: first.publishedShares,
    });
    expect(shareOf(left)).toMatchObject({ withheld: "derivable" });
    expect(JSON.stringify(first.lead.teamShares)).not.toMatch(new RegExp(ids.join("|")));
  });

  test("without the viewer and whom a grant opens, so that nobody is left over", () => {
    const grants = ids.slice(1, 4).map((personId) => ({ personId, by: personId }));
    const seen = review({ plan, records, viewer: { personId: "ana", grants } });
    expect(restOf(seen)).toEqual(["ana", "ben", "cleo"]);
    expect(shareOf(seen)).toMatchObject({ withheld: "too few people" });
  });

  test("a grant opens what it names until its last day, and is told with who gave it", () => {
    const seen = (grant: object) =>
      review({ plan, records, viewer: { personId: "lead", grants: [{ personId: "ben", by: "ben", ...grant }] } });
    expect(restOf(seen({}))).toEqual(["ben"]);
    expect(seen({}).grants).toEqual([{ personId: "ben", by: "ben" }]);
    expect(restOf(seen({ until: "2026-05-11" }))).toEqual(["ben"]);
    expect(restOf(seen({ until: "2026-05-10" }))).toEqual([]);
    expect(seen({ until: "2026-05-10" }).grants).toEqual([]);
    expect(restOf(seen({ checks: ["eu-wtd/weekly-rest"] }))).toEqual([]);
    expect(restOf(seen({ checks: [rest] }))).toEqual(["ben"]);
  });

  test("a private person's records reach nobody else, by no grant and in no share", () => {
    const people = (plan.people ?? []).map((person) => (person.id === "ana" ? { ...person, private: true } : person));
    const grants = [{ personId: "ana", by: "ana" }];
    const seen = review({ plan: { ...plan, people }, records, viewer: { personId: "lead", grants } });
    expect(restOf(seen)).toEqual([]);
    expect(seen.grants).toEqual([]);
    expect(shareOf(seen)).toMatchObject({ people: 7, share: 2 / 7 });
    expect(restOf(review({ plan: { ...plan, people }, records, viewer: { personId: "ana" } }))).toEqual(["ana"]);
    const kept = review({
      plan: { ...plan, people },
      records: recordsOf(ids, ids.slice(1, 3)),
      viewer: { personId: "lead", grants },
    });
    expect(JSON.stringify(kept)).toBe(JSON.stringify(seen));
  });

  test("faults in records are told to the person; of others' only that there are some", () => {
    const wrong = [
      { id: "x", personId: "ana", from: "2026-05-06T12:00:00Z", to: "2026-05-06T08:00:00Z", kind: "actual" as const },
      { id: "y", personId: "ana", from: "2026-05-05T09:00:00Z", to: "2026-05-05T11:00:00Z", kind: "actual" as const },
    ];
    const faulty = { ...records, workIntervals: [...(records.workIntervals ?? []), ...wrong] };
    const codes = (personId: string) =>
      review({ plan, records: faulty, viewer: { personId } })
        .issues.map(({ code }) => code)
        .filter((code) => /interval|records/.test(code));
    expect(codes("ana").sort()).toEqual(["sustainability/impossible-interval", "sustainability/overlapping-intervals"]);
    expect(codes("ben")).toEqual(["evenkeel/records-faulty"]);
  });

  test("records past their time are left out, and only their table is told", () => {
    const seen = review({ plan, records: { ...records, retention: [{ keepDays: 5 }] }, viewer: { personId: "ana" } });
    expect(restOf(seen)).toEqual([]);
    expect(seen.issues.filter(({ code }) => code === "core/records-expired").map(({ facts }) => facts)).toEqual([
      { table: "workIntervals", keepDays: 5 },
    ]);
  });
});

import { type Finding, runChecks } from "@evenkeel/checks";
import { canonicalJson } from "@evenkeel/kernel";
import { deepFreeze, statedRuns } from "@evenkeel/test-kit";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { openWorkingTime, ruleChecks, timesheet, workingTime } from "../src/index.js";
import { rulePacks, workingTimeChecks } from "../src/packs.js";
import { anyWorkingTime } from "../src/testing.js";

const hour = 3_600_000;
const begin = Date.parse("2026-03-02T08:00:00Z");
const options = { today: "2026-05-01", includeUnverified: true };

describe("hostile working time", () => {
  test("names what is no interval, and answers for the rest", () => {
    const person = (id: string) => ({ id, jurisdiction: "FR", zone: "Europe/Paris" });
    const input = deepFreeze({
      people: [person("ana"), person("ben"), { ...person("cleo"), zone: "Mars/Olympus" }, { id: "dan" }],
      leave: [],
      intervals: [
        { id: "late", personId: "ana", from: begin + 20 * hour, to: begin + 31 * hour },
        { id: "day", personId: "ana", from: begin, to: begin + 11 * hour },
        { id: "inverted", personId: "ben", from: begin + hour, to: begin },
        { id: "empty", personId: "ben", from: begin, to: begin },
        { id: "century", personId: "ben", from: begin - 876_000 * hour, to: begin },
        { id: "nan", personId: "ben", from: Number.NaN, to: begin },
        { id: "never", personId: "ben", from: begin, to: Number.POSITIVE_INFINITY },
        { id: "twice", personId: "cleo", from: begin, to: begin + 9 * hour },
        { id: "again", personId: "cleo", from: begin + hour, to: begin + 2 * hour },
        { id: "no-contract", personId: "dan", from: begin, to: begin + hour },
      ],
      recordsFrom: begin,
      recordsTo: begin + 48 * hour,
    });
    const time = workingTime(input, "records");
    expect(time?.issues.map(({ code, subject, facts }) => [code, subject[0], facts["fault"]])).toEqual([
      ["sustainability/impossible-interval", "inverted", "ends before it starts"],
      ["sustainability/impossible-interval", "empty", "empty"],
      ["sustainability/impossible-interval", "century", "longer than 31 days"],
      ["sustainability/impossible-interval", "nan", "not a time"],
      ["sustainability/impossible-interval", "never", "not a time"],
      ["sustainability/overlapping-intervals", "cleo", undefined],
      ["calendar/unknown-zone", "cleo", undefined],
    ]);
    const french = ruleChecks(
      rulePacks.filter(({ id }) => id === "fr-travail"),
      "records",
    );
    const said = runChecks(french, input, options)
      .filter(({ checkId }) => ["fr-travail/day", "fr-travail/daily-rest"].includes(checkId))
      .map(({ checkId, subject, outcome, missing }) => [checkId, subject.id, outcome, missing?.join()]);
    expect(said).toEqual([
      ["fr-travail/daily-rest", "ana", "fail", undefined],
      ["fr-travail/daily-rest", "ben", "unknown", "workIntervals.from"],
      ["fr-travail/daily-rest", "cleo", "pass", undefined],
      ["fr-travail/daily-rest", "dan", "unknown", "people.jurisdiction"],
      ["fr-travail/day", "ana", "fail", undefined],
      ["fr-travail/day", "ana", "fail", undefined],
      ["fr-travail/day", "ben", "unknown", "workIntervals.from"],
      ["fr-travail/day", "cleo", "unknown", "people.zone"],
      ["fr-travail/day", "dan", "unknown", "people.jurisdiction"],
    ]);
  });

  test("columns and rows, in order and not, make one timesheet", () => {
    const anyRows = fc.array(
      fc.record({
        personId: fc.constantFrom("ana", "ben"),
        from: fc.nat(300),
        length: fc.integer({ min: -1, max: 40 }),
      }),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(anyRows, (rows) => {
        const intervals = rows.map(({ length, ...row }, at) => ({ ...row, id: String(at), to: row.from + length }));
        const known = new Map<string, Set<number>>();
        for (const { personId, from, to } of intervals)
          for (let at = from; at < to; at++) known.set(personId, (known.get(personId) ?? new Set()).add(at));
        const sheet = timesheet(intervals);
        for (const [person, id] of sheet.personIds.entries()) {
          const slots: number[] = [];
          for (let at = sheet.start[person] ?? 0; at < (sheet.start[person + 1] ?? 0); at++) {
            expect(at === sheet.start[person] || (sheet.from[at] ?? 0) > (sheet.to[at - 1] ?? 0)).toBe(true);
            for (let slot = sheet.from[at] ?? 0; slot < (sheet.to[at] ?? 0); slot++) slots.push(slot);
          }
          expect(slots).toEqual([...(known.get(id) ?? [])].sort((a, b) => a - b));
        }
      }),
      { numRuns: statedRuns(2000) },
    );
  });

  test("an open session says after any edit what a whole run says", () => {
    fc.assert(
      fc.property(anyWorkingTime, anyWorkingTime, fc.boolean(), (one, other, withBen) => {
        const people = [...(one.people ?? []), { id: "ben", jurisdiction: "DE", zone: "Europe/Berlin" }];
        const ofBen = withBen ? other.intervals.map((row) => ({ ...row, id: `b${row.id}`, personId: "ben" })) : [];
        const input = { ...one, people, intervals: [...one.intervals, ...ofBen] };
        const session = openWorkingTime(workingTimeChecks, input, options);
        const before = session.findings();
        const changed = other.intervals.slice(1).map((row) => ({ ...row, personId: "ana" }));
        const { appeared, disappeared } = session.edit("ana", changed);
        const whole = runChecks(workingTimeChecks, { ...input, intervals: [...changed, ...ofBen] }, options);
        expect(canonicalJson(session.findings())).toBe(canonicalJson(whole));
        const told = (findings: readonly Finding[]): string[] => findings.map((finding) => canonicalJson(finding));
        const left = new Set(told(disappeared));
        const kept = told(before).filter((finding) => !left.has(finding));
        const added = told(appeared).filter((finding) => !kept.includes(finding));
        expect(new Set([...kept, ...added])).toEqual(new Set(told(whole)));
      }),
      { numRuns: statedRuns(1000) },
    );
  });

  test("after many small edits it still does, whatever was known before and kept", () => {
    const anyEdit = fc.record({
      row: fc.nat(200),
      what: fc.constantFrom("remove", "longer", "later", "renamed", "again"),
      hours: fc.integer({ min: 1, max: 30 }),
    });
    fc.assert(
      fc.property(anyWorkingTime, fc.array(anyEdit, { minLength: 1, maxLength: 6 }), (input, edits) => {
        const session = openWorkingTime(workingTimeChecks, input, options);
        let own = input.intervals.filter(({ personId }) => personId === "ana");
        const others = input.intervals.filter(({ personId }) => personId !== "ana");
        for (const [at, { row, what, hours }] of edits.entries()) {
          const chosen = own[row % Math.max(1, own.length)];
          if (chosen === undefined) break;
          const by = hours * hour;
          const changed = {
            remove: [],
            longer: [{ ...chosen, to: chosen.to + by }],
            later: [{ ...chosen, from: chosen.from + by, to: chosen.to + by }],
            renamed: [{ ...chosen, id: `${chosen.id}-${at}` }],
            again: [chosen, { ...chosen, id: `${chosen.id}-${at}`, from: chosen.to + by, to: chosen.to + 2 * by }],
          }[what];
          own = own.flatMap((each) => (each === chosen ? changed : [each]));
          session.edit("ana", own);
          const whole = runChecks(workingTimeChecks, { ...input, intervals: [...own, ...others] }, options);
          expect(canonicalJson(session.findings())).toBe(canonicalJson(whole));
        }
      }),
      { numRuns: statedRuns(1000) },
    );
  });
});

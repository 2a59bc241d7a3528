import { orThrow } from "@evenkeel/kernel";
import { deepFreeze, statedRuns } from "@evenkeel/test-kit";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  afterHoursShares,
  contextSwitches,
  handoffLoad,
  measureAfterHours,
  measureFocus,
  measureLeave,
  measureWip,
  onCallShares,
  ownersByProject,
  rotaSizes,
  shiftIncidents,
  skillDemands,
  skillHolders,
  smallestLoss,
  workTypeShares,
} from "../src/index.js";
import { anyHeld, anyWeekOfSpans } from "../src/testing.js";

const hour = 3_600_000;
const codes = ({
  issues,
}: {
  readonly issues: readonly { readonly code: string; readonly path: readonly unknown[] }[];
}) => issues.map(({ code, path }) => [code.slice(15), ...path]);

describe("work in progress", () => {
  test("agrees with counting each day", () => {
    fc.assert(
      fc.property(anyHeld, (held) => {
        const spans = orThrow(measureWip(deepFreeze(held)));
        for (let day = 20_565; day < 20_615; day++) {
          for (const personId of ["ana", "ben"]) {
            const now = held.filter((row) => row.personId === personId && row.from <= day && day < row.to);
            const found = spans.filter((row) => row.personId === personId && row.from <= day && day < row.to);
            expect(found.length).toBe(now.length > 0 ? 1 : 0);
            if (found[0] === undefined) continue;
            expect(found[0].itemIds).toEqual([...new Set(now.map(({ itemId }) => itemId))].sort());
            expect(found[0].projectIds).toEqual([...new Set(now.map(({ projectId }) => projectId))].sort());
          }
        }
        spans.forEach((row, at) => {
          const next = spans[at + 1];
          const touches = next?.personId === row.personId && next.from === row.to;
          if (touches) expect([next.itemIds, next.projectIds]).not.toEqual([row.itemIds, row.projectIds]);
        });
      }),
      { numRuns: statedRuns(5_000) },
    );
  });

  test("names rows that cannot be", () => {
    const row = { personId: "ana", itemId: "A", from: 3, to: 4 };
    const result = measureWip([row, { ...row, to: 3 }, { ...row, from: Number.NaN }, { ...row, to: 99_999 }]);
    expect([result.ok && result.value.length, codes(result)]).toEqual([
      1,
      [
        ["impossible-span", 1],
        ["impossible-span", 2],
        ["impossible-span", 3],
      ],
    ]);
  });
});

describe("switches and handoffs", () => {
  test("a return to an item counts; another person and another day do not", () => {
    const touch = (id: string, itemId: string, at: number, personId = "ana", day = 0) => ({
      id,
      itemId,
      at,
      personId,
      day,
    });
    const rows = [
      touch("4", "B", 9),
      touch("1", "A", 1),
      touch("2", "B", 2),
      touch("3", "A", 3),
      touch("5", "C", 5, "ben"),
      touch("6", "C", 6, "ana", 1),
    ];
    expect(
      orThrow(contextSwitches(rows)).map(({ personId, day, items, switches }) => [personId, day, items, switches]),
    ).toEqual([
      ["ana", 0, 2, 3],
      ["ana", 1, 1, 0],
      ["ben", 0, 1, 0],
    ]);
    expect(codes(contextSwitches([touch("1", "A", Number.NaN)]))).toEqual([["impossible-touch", 0]]);
  });

  test("handoffs are counted by week, both ways, not to oneself", () => {
    const rows = [
      { id: "b", giver: "ana", receiver: "ben", day: 4 },
      { id: "a", giver: "ana", receiver: "ben", day: 10 },
      { id: "c", giver: "ben", receiver: "ben", day: 4 },
      { id: "d", receiver: "ana", day: 5 },
      { id: "e", receiver: "ana", day: 0.5 },
    ];
    const result = handoffLoad(deepFreeze(rows));
    expect(orThrow(result)).toEqual([
      { personId: "ana", week: 4, given: ["a", "b"], received: ["d"] },
      { personId: "ben", week: 4, given: [], received: ["a", "b"] },
    ]);
    expect(codes(result)).toEqual([["impossible-handoff", 4]]);
  });

  test("shares of work are of what is known", () => {
    const rows = [
      { itemId: "A", minutes: 60, workType: "planned" as const },
      { itemId: "B", minutes: 30, workType: "unplanned" as const },
      { itemId: "C", minutes: 30, workType: "toil" as const },
      { itemId: "D", minutes: 500 },
      { itemId: "E", minutes: Number.NaN },
    ];
    const result = workTypeShares(rows);
    expect(orThrow(result)).toMatchObject({ unknownMinutes: 500, interruptShare: 0.25, toilShare: 0.25 });
    expect(codes(result)).toEqual([["impossible-effort", 4]]);
    expect(orThrow(workTypeShares([]))).toMatchObject({ interruptShare: 0, toilShare: 0 });
  });
});

describe("focus and after hours", () => {
  test("agree with a walk over every five minutes", () => {
    fc.assert(
      fc.property(anyWeekOfSpans, fc.constantFrom(30, 60, 120, 180), ({ days, spans, contacts }, least) => {
        const isIn = (rows: readonly { from: number; to: number }[], at: number) =>
          rows.some(({ from, to }) => from <= at && at < to);
        const focus = new Map(orThrow(measureFocus(days, spans, least)).map((row) => [row.day, row]));
        const after = new Map(orThrow(measureAfterHours(days, spans, contacts)).map((row) => [row.day, row]));
        for (const { day, from, to, working } of days) {
          let [run, focused, meeting, worked, outside] = [0, 0, 0, 0, 0];
          for (let at = from; at < to; at += hour / 12) {
            const free = isIn(working, at) && !isIn(spans, at);
            if (free) run += 5;
            if (!isIn(working, at + hour / 12) || isIn(spans, at + hour / 12)) {
              if (run >= least) focused += run;
              run = 0;
            }
            if (isIn(working, at) && isIn(spans, at)) meeting += 5;
            if (isIn(spans, at)) worked += 5;
            if (isIn(spans, at) && !isIn(working, at)) outside += 5;
          }
          if (day < 5)
            expect(focus.get(day)).toMatchObject({
              focusMinutes: focused,
              meetingMinutes: meeting,
              workingMinutes: 420,
            });
          else expect(focus.has(day)).toBe(false);
          const ofDay = contacts.filter(({ at }) => from <= at && at < to);
          expect(after.get(day)).toMatchObject({
            isRestDay: day >= 5,
            workedMinutes: worked,
            outsideMinutes: outside,
            contacts: ofDay.length,
          });
          expect(after.get(day)?.outsideContacts.length).toBe(ofDay.filter(({ at }) => !isIn(working, at)).length);
        }
      }),
      { numRuns: statedRuns(5_000) },
    );
  });

  test("shares divide work into after hours and days of rest", () => {
    const day = (at: number, working: boolean) => ({
      personId: "ana",
      day: at,
      from: at * 24 * hour,
      to: (at + 1) * 24 * hour,
      working: working ? [{ from: at * 24 * hour + 9 * hour, to: at * 24 * hour + 17 * hour }] : [],
    });
    const work = [
      { id: "a", personId: "ana", from: 9 * hour, to: 19 * hour },
      { id: "b", personId: "ana", from: 33 * hour, to: 43 * hour },
    ];
    const contacts = [
      { id: "m", personId: "ana", at: 18 * hour },
      { id: "n", personId: "ana", at: 10 * hour },
    ];
    const rows = orThrow(measureAfterHours([day(0, true), day(1, false)], work, contacts));
    expect(afterHoursShares(rows)).toEqual({ afterHours: 0.1, restDays: 0.5, contacts: 0.5 });
    expect(afterHoursShares([])).toEqual({ afterHours: 0, restDays: 0, contacts: 0 });
  });

  test("name rows that cannot be, or lie outside the days given", () => {
    const days = [{ personId: "ana", day: 0, from: 0, to: 24 * hour, working: [] }];
    const result = measureAfterHours(
      [...days, { ...days[0]!, from: 9, to: 3 }],
      [
        { id: "a", personId: "ana", from: 23 * hour, to: 25 * hour },
        { id: "b", personId: "ana", from: 5, to: Number.NaN },
        { id: "c", personId: "ana", from: 0, to: 9e15 },
      ],
      [{ id: "d", personId: "eve", at: 3 }],
    );
    expect(codes(result)).toEqual([
      ["impossible-row", "days", 1],
      ["impossible-row", "work", 1],
      ["impossible-row", "work", 2],
      ["outside-known-days", "work", 0],
      ["outside-known-days", "contacts", 0],
    ]);
    expect(orThrow(result)[0]?.workedMinutes).toBe(60);
  });
});

describe("on-call", () => {
  const shift = (id: string, personId: string, from: number, to: number) => ({
    id,
    personId,
    from: from * hour,
    to: to * hour,
  });
  test("counts time that can be called once, and calls by twelve hours", () => {
    const rota = {
      shifts: [shift("s1", "ana", 0, 24), shift("s2", "ana", 12, 30), shift("s3", "ben", 90, 110)],
      incidents: [
        { id: "i1", at: 13 * hour },
        { id: "i2", at: 14 * hour, personId: "ben" },
        { id: "i3", at: 12 * hour, personId: "ana" },
      ],
      from: 0,
      to: 100 * hour,
    };
    expect(orThrow(onCallShares(deepFreeze(rota)))).toEqual([
      { personId: "ana", onCallMinutes: 1800, share: 0.3 },
      { personId: "ben", onCallMinutes: 600, share: 0.1 },
    ]);
    expect(orThrow(shiftIncidents(rota)).map(({ shift: { id }, incidentIds }) => [id, incidentIds.join()])).toEqual([
      ["s1", ""],
      ["s1", "i3,i1"],
      ["s2", "i3,i1"],
      ["s2", ""],
      ["s3", ""],
      ["s3", ""],
    ]);
    expect(rotaSizes([...rota.shifts, { ...shift("s4", "ana", 0, 1), rotaId: "west" }])).toEqual([
      { rotaId: "", people: 2 },
      { rotaId: "west", people: 1 },
    ]);
  });

  test("refuses a rota without time, and names shifts and calls that cannot be", () => {
    expect(onCallShares({ shifts: [], incidents: [], from: 3, to: 3 }).ok).toBe(false);
    const rota = { shifts: [shift("s", "ana", 3, 2)], incidents: [{ id: "i", at: Number.NaN }], from: 0, to: 1 };
    expect(codes(shiftIncidents(rota))).toEqual([
      ["impossible-row", "shifts", 0],
      ["impossible-row", "incidents", 0],
    ]);
  });
});

describe("leave", () => {
  test("is due pro rata; taken and booked days are off it, one day counts once", () => {
    const off = (id: string, day: number, share = 1) => ({ id, personId: "ana", day, share });
    const rows = orThrow(
      measureLeave(
        [{ personId: "ana", days: 24, from: 0, to: 360 }],
        deepFreeze([off("a", 10), off("a", 11, 0.5), off("b", 11), off("c", 300), off("d", 400)]),
        180,
      ),
    );
    expect(rows).toEqual([
      { personId: "ana", entitledDays: 24, dueDays: 12, takenDays: 2, bookedDays: 1, outstandingDays: 9 },
    ]);
    expect(measureLeave([], [], Number.NaN).ok).toBe(false);
    expect(codes(measureLeave([{ personId: "ana", days: -1, from: 0, to: 9 }], [off("a", 1, 2)], 5))).toEqual([
      ["impossible-leave", "leave", 0],
      ["impossible-leave", "entitlements", 0],
    ]);
  });
});

describe("what rests on whom", () => {
  test("skills are units that people hold", () => {
    const input = {
      people: [
        { personId: "ana", skills: ["sql", "go"] },
        { personId: "ben", skills: ["sql"] },
      ],
      items: [
        { itemId: "A", skills: ["go"] },
        { itemId: "B", skills: ["go", "sql"] },
        { itemId: "C", skills: ["law"] },
      ],
    };
    expect(skillDemands(deepFreeze(input))).toEqual([
      { skill: "go", people: ["ana"], items: ["A", "B"] },
      { skill: "law", people: [], items: ["C"] },
      { skill: "sql", people: ["ana", "ben"], items: ["B"] },
    ]);
    expect(smallestLoss(skillHolders(input)).people).toEqual(["ana"]);
  });

  test("owners are counted project by project", () => {
    const rows = ["A", "B", "C"].map((itemId) => ({
      itemId,
      personId: itemId === "C" ? "ben" : "ana",
      projectId: "bridge",
    }));
    const projects = ownersByProject([...rows, { itemId: "D", personId: "cy" }]);
    expect([...projects].map(([id, items]) => [id, smallestLoss(items).people])).toEqual([
      ["", ["cy"]],
      ["bridge", ["ana"]],
    ]);
  });
});

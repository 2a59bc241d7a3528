import { standardCalendar } from "@evenkeel/calendar";
import { deepFreeze, statedRuns, testLaws } from "@evenkeel/test-kit";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { orThrow, type WorkPlan } from "../src/index.js";
import { reschedule, rescheduler } from "../src/price/reschedule.js";
import type { WorkLimit } from "../src/price/types.js";
import { anyStaffedPlan, rescheduleLaws } from "../src/testing-price.js";
import { brokenRules } from "./limits-kept.js";

const task = (id: string, days: number, more: object = {}): NonNullable<WorkPlan["items"]>[number] => ({
  ...{ id, title: id, kind: "task", projectId: "fair" },
  schedule: { kind: "task", durationMinutes: days * 480 },
  ...more,
});
const does = (itemId: string, personId: string, hours: number, more: object = {}) => ({
  ...{ id: `${itemId}-${personId}`, itemId, personId, role: "responsible" as const, effortMinutes: hours * 60 },
  ...more,
});
const plan: WorkPlan = deepFreeze({
  formatVersion: 1,
  projects: [{ id: "fair", name: "Fair", start: "2026-05-04" }],
  people: [
    { id: "ana", name: "Ana" },
    { id: "ben", name: "Ben" },
  ],
  teams: [{ id: "build", name: "Build", members: [{ personId: "ana" }] }],
  items: [task("stand", 5), task("light", 5), task("open", 1)],
  dependencies: [
    { id: "d1", predecessorId: "stand", successorId: "open", type: "FS" },
    { id: "d2", predecessorId: "light", successorId: "open", type: "FS" },
  ],
  assignments: [does("stand", "ana", 40), does("light", "ana", 40), does("open", "ben", 8)],
});
const week = (hours: number): WorkLimit => ({ minutesPerWeek: hours * 60 });
const finishes = (limits: readonly WorkLimit[], of: WorkPlan = plan): string => orThrow(reschedule(of, limits)).finish;

describe("reschedule", () => {
  test("keeps the given dates without a limit, though a week asks for 80 hours", () => {
    const answer = orThrow(reschedule(plan, [week(Number.POSITIVE_INFINITY)]));
    expect(answer.finish).toBe("2026-05-11T17:00");
    expect(answer.weeks).toEqual([
      { week: "2026-05-04", personId: "ana", minutes: 4800, shareOfWeek: 1 },
      { week: "2026-05-11", personId: "ben", minutes: 480, shareOfWeek: 1 },
    ]);
  });

  test("shares a person out: two items of a week each take two weeks, then their successor starts", () => {
    const { items, finish } = orThrow(reschedule(plan, [week(40)]));
    expect(finish).toBe("2026-05-18T17:00");
    expect(items.map(({ itemId, start, finish: end }) => [itemId, start, end])).toEqual([
      ["light", "2026-05-04T08:00", "2026-05-08T17:00"],
      ["open", "2026-05-18T08:00", "2026-05-18T17:00"],
      ["stand", "2026-05-11T08:00", "2026-05-15T17:00"],
    ]);
  });

  test("takes contracts where no limit is given, and binds the members of a team alone", () => {
    const people = [{ id: "ana", name: "Ana", contractMinutesPerWeek: 1200 }, plan.people![1]!];
    expect(finishes([], { ...plan, people })).toBe("2026-06-01T17:00");
    expect(finishes([{ ...week(80), teamId: "build" }])).toBe("2026-05-11T17:00");
    expect(finishes([{ ...week(80), personIds: ["ben"] }])).toBe("2026-05-18T17:00");
  });

  test("works around time away, and a holiday takes its part of the week's limit", () => {
    const away = [{ id: "ana", name: "Ana", away: [{ from: "2026-05-11", to: "2026-05-15" }] }, plan.people![1]!];
    expect(finishes([week(40)], { ...plan, people: away })).toBe("2026-05-25T17:00");
    const office = {
      id: "office",
      week: Object.fromEntries(
        ["monday", "tuesday", "wednesday", "thursday", "friday"].map((day) => [day, [{ from: 480, to: 960 }]]),
      ),
      exceptions: [{ from: "2026-05-13", to: "2026-05-13", intervals: [] }],
    };
    expect(finishes([week(40)], { ...plan, calendars: [office] })).toBe("2026-05-19T16:00");
  });

  test("goes by float, then rank, then id when two want the same person at once", () => {
    const ranked = { ...plan, items: [task("stand", 5, { rank: 1 }), task("light", 5, { rank: 2 }), task("open", 1)] };
    const { items } = orThrow(reschedule(ranked, [week(40)]));
    expect(items.find(({ itemId }) => itemId === "stand")?.finish).toBe("2026-05-08T17:00");
    const longer = { ...ranked, items: [...ranked.items.slice(0, 1), task("light", 6, { rank: 2 }), task("open", 1)] };
    const assignments = [does("stand", "ana", 40), does("light", "ana", 48)];
    const later = orThrow(reschedule({ ...longer, assignments }, [week(40)]));
    expect(later.items.find(({ itemId }) => itemId === "light")?.finish).toBe("2026-05-11T17:00");
  });

  test("leaves finished work alone and lays out what remains of started work from the data date", () => {
    const items = [
      task("stand", 5, { finishedAt: "2026-05-06T17:00", startedAt: "2026-05-04T08:00" }),
      task("light", 5, { startedAt: "2026-05-04T08:00" }),
      task("open", 1),
    ];
    const dated = { ...plan, items, projects: [{ ...plan.projects![0]!, dataDate: "2026-05-07" }] };
    const assignments = [does("stand", "ana", 40), does("light", "ana", 40, { remainingEffortMinutes: 1200 })];
    const answer = orThrow(reschedule({ ...dated, assignments }, [week(20)]));
    expect(answer.effort).toEqual([
      {
        ...{ assignmentId: "light-ana", itemId: "light", personId: "ana" },
        ...{ from: "2026-05-07T08:00", to: "2026-05-13T17:00", minutes: 1200 },
      },
    ]);
    expect(answer.items.find(({ itemId }) => itemId === "stand")?.finish).toBe("2026-05-06T17:00");
  });

  test("moves nothing that a person or a mandatory date holds, and lets effort run on behind it", () => {
    const held = [
      ["constraints", [{ kind: "mustStartOn", at: "2026-05-11" }]],
      ["schedule", { kind: "task", durationMinutes: 480, mode: "manual", start: "2026-05-11T08:00" }],
    ] as const;
    for (const [field, value] of held) {
      const items = [...plan.items!.slice(0, 2), task("open", 1, { [field]: value })];
      const answer = orThrow(reschedule({ ...plan, items }, [week(40)]));
      expect(answer.items.find(({ itemId }) => itemId === "open")?.start).toBe("2026-05-11T08:00");
      const busy = { ...plan, items, assignments: [...plan.assignments!.slice(0, 2), does("open", "ana", 8)] };
      const late = orThrow(reschedule(busy, [week(40)])).items.find(({ itemId }) => itemId === "open");
      expect([late?.start, late?.finish]).toEqual(["2026-05-11T08:00", "2026-05-18T17:00"]);
    }
  });

  test("waits for all below a summary, and leaves out what takes no part", () => {
    const items = [
      task("hall", 0, { kind: "summary", schedule: { kind: "summary" } }),
      task("stand", 5, { parentId: "hall" }),
      task("light", 5, { parentId: "hall" }),
      task("open", 1),
      task("flag", 20, { schedule: { kind: "task", durationMinutes: 9600, active: false } }),
    ];
    const dependencies = [{ id: "d", predecessorId: "hall", successorId: "open", type: "FS" as const }];
    const assignments = [...plan.assignments!, does("flag", "ana", 160)];
    const answer = orThrow(reschedule({ ...plan, items, dependencies, assignments }, [week(40)]));
    expect(answer.finish).toBe("2026-05-18T17:00");
    expect(answer.items.map(({ itemId }) => itemId)).toEqual(["light", "open", "stand"]);
  });

  test("keeps SS, FF and SF links with their lags when what goes before takes longer", () => {
    const finishOf = (type: "SS" | "FF" | "SF", lag: number): readonly (string | undefined)[] => {
      const dependency = { id: "d", predecessorId: "stand", successorId: "open", type } as const;
      const amount = { amount: lag * 60, unit: "minutes", basis: "working" } as const;
      const linked = { ...plan, dependencies: [{ ...dependency, lag: amount }] };
      const row = orThrow(reschedule(linked, [week(20)])).items.find(({ itemId }) => itemId === "open");
      return [row?.start, row?.finish];
    };
    // At 20 hours a day's work takes two. The stand is built from 18 to 29 May, behind the light; tied by its finish, from 4 to 15 May.
    expect(finishOf("SS", 4)).toEqual(["2026-05-18T13:00", "2026-05-20T12:00"]);
    expect(finishOf("FF", 8)).toEqual(["2026-05-18T08:00", "2026-05-19T17:00"]);
    expect(finishOf("SF", 16)).toEqual(["2026-05-19T08:00", "2026-05-20T17:00"]);
  });

  test("keeps the day on which started work began when what remains has to wait", () => {
    const items = [task("stand", 5), task("light", 5), task("open", 3, { startedAt: "2026-05-04T08:00" })];
    const dated = { ...plan, items, projects: [{ ...plan.projects![0]!, dataDate: "2026-05-05" }] };
    const assignments = [does("stand", "ana", 32), does("open", "ben", 16)];
    const { items: rows } = orThrow(reschedule({ ...dated, assignments }, [week(20)]));
    const open = rows.find(({ itemId }) => itemId === "open");
    expect(open?.start).toBe("2026-05-04T08:00");
    expect(open!.finish > open!.plannedFinish).toBe(true);
  });

  test("reads a project without a zone in UTC where it states an instant, and says so once", () => {
    const items = [task("stand", 5), task("light", 5, { startedAt: "2026-05-04T08:00:00Z" }), task("open", 1)];
    const twice = {
      ...plan,
      projects: [{ id: "book", name: "Book", start: "2026-05-04" }, ...plan.projects!],
      items: [
        ...items,
        { ...task("print", 1), projectId: "book" },
        { ...task("bind", 1), projectId: "book", calendarId: "x" },
      ],
      calendars: [{ id: "x", week: { monday: [{ from: 480, to: 960 }] }, zone: "Europe/Berlin" }, standardCalendar],
    };
    const { issues } = reschedule(
      { ...twice, projects: twice.projects.map((each) => ({ ...each, calendarId: "standard" })) },
      [week(40)],
    );
    const codes = issues.map(({ code, facts }) => [code, facts["project"]]);
    expect(codes).toEqual([
      ["evenkeel/assumed-utc", "Book"],
      ["evenkeel/assumed-utc", "Fair"],
    ]);
  });

  test("counts on one time line where a project states a zone", () => {
    const zoned = { ...plan, projects: [{ ...plan.projects![0]!, zone: "Pacific/Auckland" }] };
    const answer = orThrow(reschedule(zoned, [week(40)]));
    expect(answer.finish).toBe("2026-05-18T17:00");
    expect(answer.weeks.map(({ week: of, minutes }) => [of, minutes])).toEqual([
      ["2026-05-04", 2400],
      ["2026-05-11", 2400],
      ["2026-05-18", 480],
    ]);
  });

  test("shares a person between two projects", () => {
    const second = { ...task("report", 5), projectId: "book" };
    const two = {
      ...plan,
      projects: [...plan.projects!, { id: "book", name: "Book", start: "2026-05-04" }],
      items: [...plan.items!, second],
      assignments: [...plan.assignments!, does("report", "ana", 40)],
    };
    expect(finishes([week(40)], two)).toBe("2026-05-25T17:00");
  });

  test("lays out a backlog of thousands that one person has, week by week", { timeout: 20_000 }, () => {
    const items = Array.from({ length: 6_000 }, (_none, at) => task(`i${at}`, 1 + (at % 7)));
    const assignments = items.map(({ id }, at) => does(id, "ana", 1 + (at % 9)));
    const { weeks, effort } = orThrow(reschedule({ ...plan, items, dependencies: [], assignments }, [week(40)]));
    const hours = assignments.reduce((sum, { effortMinutes }) => sum + effortMinutes, 0) / 60;
    expect(effort.length).toBeGreaterThan(6_000);
    expect(weeks.length).toBe(Math.ceil(hours / 40));
    expect(weeks.every(({ minutes }) => minutes <= 2400 + 1e-3)).toBe(true);
  });

  test("says what it leaves out of account, and names what it cannot read", () => {
    const answer = orThrow(reschedule(plan, [week(40)]));
    expect(answer.quality).toBe("feasible, not optimal");
    expect(answer.ignores.map(({ code }) => code)).toContain("evenkeel/ignores-other-people");
    const bad = [{ minutesPerWeek: 0 }, { ...week(1), teamId: "x" }, { ...week(1), personIds: ["y"] }];
    expect(reschedule(plan, bad).issues.map(({ code, path }) => [code, ...path])).toEqual([
      ["evenkeel/impossible-limit", "limits", 0],
      ["evenkeel/unknown-team", "limits", 1],
      ["evenkeel/unknown-person", "limits", 2],
    ]);
    expect(reschedule({ formatVersion: 1 }).issues.map(({ code }) => code)).toEqual(["evenkeel/nothing-scheduled"]);
    expect(reschedule({ ...plan, assignments: [] }).issues.map(({ code }) => code)).toEqual([
      "evenkeel/no-planned-effort",
    ]);
    const forever = reschedule(plan, [{ minutesPerWeek: 0.001 }]);
    expect(forever.issues.map(({ code }) => code)).toEqual(["evenkeel/never-finished"]);
  });
});

testLaws("laws of rescheduling", rescheduleLaws());

describe("independent checker", () => {
  const anyLimits = fc.option(fc.integer({ min: 300, max: 3600 }), { nil: undefined });

  test("finds nothing broken in any plan under any limit", () => {
    fc.assert(
      fc.property(anyStaffedPlan, anyLimits, (random, minutes) => {
        const limits = minutes === undefined ? [] : [{ minutesPerWeek: minutes }];
        expect(brokenRules(random, limits, orThrow(reschedule(deepFreeze(random), limits)))).toEqual([]);
      }),
      { numRuns: statedRuns(10_000), seed: 7 },
    );
  });

  test("sees a limit, a link, effort or a length that is not kept", () => {
    const dated = { ...plan, calendars: [], people: plan.people! };
    const office = { id: "office", week: {} };
    const week5 = [
      { from: 480, to: 720 },
      { from: 780, to: 1020 },
    ];
    const days = Object.fromEntries(["monday", "tuesday", "wednesday", "thursday", "friday"].map((d) => [d, week5]));
    const plain: WorkPlan = {
      ...dated,
      projects: [{ ...plan.projects![0]!, calendarId: "office" }],
      calendars: [{ ...office, week: days }],
      people: plan.people!.map((person) => ({ ...person, calendarId: "office" })),
    };
    const fine = orThrow(orThrow(rescheduler(plain))([week(40)]));
    expect(brokenRules(plain, [week(40)], fine)).toEqual([]);
    expect(brokenRules(plain, [week(39)], fine).length).toBeGreaterThan(0);
    const early = fine.items.map((row) => (row.itemId === "open" ? { ...row, start: "2026-05-14T08:00" } : row));
    expect(brokenRules(plain, [week(40)], { ...fine, items: early })).toHaveLength(1);
    expect(brokenRules(plain, [week(40)], { ...fine, effort: fine.effort.slice(1) }).length).toBeGreaterThan(0);
    const short = fine.items.map((row) => (row.itemId === "stand" ? { ...row, start: "2026-05-12T08:00" } : row));
    expect(brokenRules(plain, [week(40)], { ...fine, items: short }).length).toBeGreaterThan(0);
  });
});

import type { WorkPlan } from "@evenkeel/core";
import { orThrow } from "@evenkeel/kernel";
import { deepFreeze, statedRuns } from "@evenkeel/test-kit";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { loadInputFromPlan, type PlannedDates, plannedWorkFromPlan } from "../src/from-plan.js";
import { measureLoad } from "../src/index.js";

const task = (id: string): NonNullable<WorkPlan["items"]>[number] => ({ id, title: id, kind: "task" });
const does = (itemId: string, minutes: number, personId = "ana"): NonNullable<WorkPlan["assignments"]>[number] => ({
  ...{ id: `a${itemId}`, itemId, personId, role: "responsible", effortMinutes: minutes },
});
const plan: WorkPlan = deepFreeze({
  formatVersion: 1,
  people: [{ id: "ana", name: "Ana" }],
  items: [task("A"), task("B")],
  assignments: [does("A", 960), does("B", 240)],
});
const on = (itemId: string, start: string, finish: string): PlannedDates => ({ itemId, start, finish });
const told = (of: WorkPlan, dates: readonly PlannedDates[], zone = "UTC"): string[] =>
  orThrow(plannedWorkFromPlan(of, dates, { zone })).map(
    ({ itemId, from, to }) =>
      `${itemId} ${new Date(from).toISOString().slice(5, 16)} ${new Date(to).toISOString().slice(11, 16)}`,
  );

describe("plannedWorkFromPlan", () => {
  test("lays each day's even share from the start of its working time, around its breaks", () => {
    expect(told(plan, [on("A", "2026-05-04", "2026-05-05")])).toEqual([
      "A 05-04T08:00 12:00",
      "A 05-04T13:00 17:00",
      "A 05-05T08:00 12:00",
      "A 05-05T13:00 17:00",
    ]);
  });

  test("runs on after the day where it asks for more than there is, item behind item", () => {
    expect(told(plan, [on("A", "2026-05-04T08:00", "2026-05-05T17:00"), on("B", "2026-05-05", "2026-05-05")])).toEqual([
      "A 05-04T08:00 12:00",
      "A 05-04T13:00 17:00",
      "A 05-05T08:00 12:00",
      "A 05-05T13:00 17:00",
      "B 05-05T17:00 21:00",
    ]);
  });

  test("gives half a day half a share, and does not begin before the item does", () => {
    expect(told(plan, [on("B", "2026-05-04T13:00", "2026-05-05T17:00")])).toEqual([
      "B 05-04T13:00 14:20",
      "B 05-05T08:00 10:40",
    ]);
  });

  test("keeps time away free, and reads local times in the zone", () => {
    const away = { ...plan, people: [{ id: "ana", name: "Ana", away: [{ from: "2026-05-05", to: "2026-05-05" }] }] };
    expect(told(away, [on("A", "2026-05-04", "2026-05-06")])).toHaveLength(4);
    expect(told(plan, [on("B", "2026-05-04", "2026-05-04")], "Pacific/Auckland")).toEqual(["B 05-03T20:00 00:00"]);
  });

  test("plans nothing for before now, nothing for closed work, and names what has no time", () => {
    const dates = [on("A", "2026-05-04", "2026-05-05")];
    const later = orThrow(plannedWorkFromPlan(plan, dates, { now: Date.parse("2026-05-05T00:00Z") }));
    expect(later.map(({ to, from }) => (to - from) / 3_600_000)).toEqual([4, 12]);
    const closed = { ...plan, items: [{ ...task("A"), finishedAt: "2026-05-01" }] };
    expect(told(closed, dates)).toEqual([]);
    const weekend = plannedWorkFromPlan(plan, [on("A", "2026-05-09", "2026-05-10")]);
    expect([weekend.ok && weekend.value, weekend.issues.map(({ code }) => code)]).toEqual([
      [],
      ["sustainability/no-working-time"],
    ]);
  });
});

const anyDates = fc
  .array(
    fc.tuple(
      fc.integer({ min: 1, max: 26 }),
      fc.integer({ min: 0, max: 9 }),
      fc.integer({ min: 1, max: 4000 }),
      fc.boolean(),
    ),
    { minLength: 1, maxLength: 5 },
  )
  .map((rows) => ({
    plan: {
      ...plan,
      people: [
        { id: "ana", name: "Ana", away: [{ from: "2026-05-12", to: "2026-05-13" }] },
        { id: "ben", name: "Ben" },
      ],
      items: rows.map((_row, at) => task(`i${at}`)),
      assignments: rows.map(([, , minutes, isBen], at) => does(`i${at}`, minutes, isBen ? "ben" : "ana")),
    },
    dates: rows.map(([from, days], at) => {
      const text = (day: number): string => new Date(Date.UTC(2026, 4, day)).toISOString().slice(0, 10);
      return on(`i${at}`, text(from), text(from + days));
    }),
  }));

test("lays all effort and no more, never two things at once, and asks each week for what the load says", () => {
  fc.assert(
    fc.property(anyDates, ({ plan: given, dates }) => {
      const work = plannedWorkFromPlan(given, dates, { zone: "UTC" });
      const load = orThrow(measureLoad(loadInputFromPlan(given, dates, 0)));
      const rows = orThrow(work);
      const unlaid = new Set(work.issues.map(({ subject }) => subject[0]));
      for (const { itemId, effortMinutes = 0 } of given.assignments) {
        const laid = rows.filter((row) => row.itemId === itemId).reduce((sum, { from, to }) => sum + to - from, 0);
        expect(laid / 60_000).toBeCloseTo(unlaid.has(itemId) ? 0 : effortMinutes, 2);
      }
      for (const [at, row] of rows.entries()) {
        const next = rows[at + 1];
        if (next?.personId === row.personId) expect(next.from).toBeGreaterThanOrEqual(row.to);
      }
      const planned = load.reduce((sum, { plannedMinutes }) => sum + plannedMinutes, 0);
      const asked = rows.reduce((sum, { from, to }) => sum + to - from, 0) / 60_000;
      expect(asked).toBeCloseTo(planned, 2);
    }),
    { numRuns: statedRuns(5_000), seed: 11 },
  );
});

test("the order of rows changes nothing", () => {
  fc.assert(
    fc.property(anyDates, ({ plan: given, dates }) => {
      const turned = {
        ...given,
        people: [...given.people].reverse(),
        items: [...given.items].reverse(),
        assignments: [...given.assignments].reverse(),
      };
      expect(plannedWorkFromPlan(turned, [...dates].reverse())).toEqual(plannedWorkFromPlan(given, dates));
    }),
    { numRuns: statedRuns(2_000), seed: 12 },
  );
});

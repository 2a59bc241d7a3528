import { orThrow } from "@evenkeel/kernel";
import { deepFreeze, statedRuns } from "@evenkeel/test-kit";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type LoadSpan,
  loadByWeek,
  measureLoad,
  overloadStreaks,
  plannedDays,
  rollingLoad,
  utilizationOf,
  workedDays,
} from "../src/index.js";
import { anyLoadInput } from "../src/testing.js";

const office = {
  id: "office",
  week: Object.fromEntries(
    ["monday", "tuesday", "wednesday", "thursday", "friday"].map((day) => [day, [{ from: 540, to: 1020 }]]),
  ),
};
const monday = 20_577;
const base = { people: [{ id: "ana", away: [] }], calendars: [office], defaultCalendarId: "office" };
const week = (at: number, loadMinutes: number): LoadSpan => ({
  personId: "ana",
  from: monday + 7 * at,
  to: monday + 7 * at + 7,
  loadMinutes,
  capacityMinutes: 2400,
  items: [],
});

describe("load by day", () => {
  test("time worked stands beside the same capacity as time planned", () => {
    const worked = [
      { personId: "ana", day: monday, minutes: 500, itemId: "A" },
      { personId: "ana", day: monday, minutes: 40 },
    ];
    const [first, ...others] = orThrow(workedDays(deepFreeze({ ...base, worked })));
    expect(first).toMatchObject({ loadMinutes: 540, capacityMinutes: 480, items: [{ itemId: "A", minutes: 500 }] });
    expect(utilizationOf(first!)).toBe(1.125);
    expect(others.map(({ capacityMinutes }) => capacityMinutes)).toEqual([480, 480, 480, 480, 0, 0]);
    expect(utilizationOf({ loadMinutes: 0, capacityMinutes: 0 })).toBe(0);
  });

  test("names hostile rows and people and answers the rest", () => {
    const task = { itemId: "A", personId: "ana", effortMinutes: 60, from: monday, to: monday + 1 };
    const result = plannedDays({
      people: [
        { id: "ana", away: [] },
        { id: "ben", away: [], contractMinutesPerWeek: Number.NaN },
        { id: "cy", away: [{ from: 9, to: 3, share: 1 }] },
        { id: "dee", away: [], calendarId: "none" },
        { id: "ana", away: [] },
      ],
      calendars: [office],
      defaultCalendarId: "office",
      tasks: [
        task,
        { ...task, personId: "ben" },
        { ...task, personId: "eve" },
        { ...task, effortMinutes: Number.POSITIVE_INFINITY },
        { ...task, from: monday + 1 },
        { ...task, to: monday + 40_000 },
        { ...task, from: 1e12, to: 1e12 + 1 },
        { ...task, from: monday + 0.5, to: monday + 1.5 },
      ],
    });
    expect(result.ok && result.value.map(({ loadMinutes }) => loadMinutes)).toEqual([60, 0, 0, 0, 0, 0, 0]);
    expect(result.issues.map(({ code, path }) => [code.slice(15), path[1]])).toEqual([
      ["impossible-capacity", 1],
      ["impossible-capacity", 2],
      ["impossible-capacity", 3],
      ["impossible-capacity", 4],
      ["unknown-person", 2],
      ["impossible-load", 3],
      ["impossible-load", 4],
      ["impossible-load", 5],
      ["impossible-load", 6],
      ["impossible-load", 7],
    ]);
    const work = workedDays({
      ...base,
      worked: [
        { personId: "ana", day: monday, minutes: 1501 },
        { personId: "ana", day: Number.NaN, minutes: 1 },
        { personId: "eve", day: monday, minutes: 1 },
      ],
    });
    expect([work.ok, work.issues.length]).toEqual([true, 3]);
  });

  test("weeks and windows are sums of days, by adding up", () => {
    fc.assert(
      fc.property(anyLoadInput, fc.integer({ min: 1, max: 15 }), (input, length) => {
        const days = orThrow(plannedDays(input));
        const sum = (personId: string, from: number, to: number) =>
          days.reduce(
            (all, row) => all + (row.personId === personId && from <= row.from && row.to <= to ? row.loadMinutes : 0),
            0,
          );
        const windows = rollingLoad(days, length);
        for (const row of [...loadByWeek(days), ...windows])
          expect(row.loadMinutes).toBeCloseTo(sum(row.personId, row.from, row.to), 6);
        const counts = new Map<string, number>();
        for (const { personId } of days) counts.set(personId, (counts.get(personId) ?? 0) + 1);
        expect(windows.length).toBe(
          [...counts.values()].reduce((all, count) => all + Math.max(0, count - length + 1), 0),
        );
        const weeks = orThrow(measureLoad(input));
        expect(weeks.map(({ plannedMinutes }) => plannedMinutes)).toEqual(
          loadByWeek(days).flatMap(({ loadMinutes }) => (loadMinutes > 0 ? [loadMinutes] : [])),
        );
      }),
      { numRuns: statedRuns(5_000) },
    );
    expect([rollingLoad([week(0, 1)], 0), rollingLoad([week(0, 1)], Number.NaN)]).toEqual([[], []]);
  });
});

describe("overload streaks", () => {
  test("run over consecutive weeks; recovery lasts until the next one or stays open", () => {
    const weeks = [week(5, 2401), week(0, 2500), week(1, 2600), week(2, 2400), week(3, 1000)];
    expect(overloadStreaks(deepFreeze(weeks))).toMatchObject([
      { from: monday, to: monday + 14, excessMinutes: 300, recoveryDays: 21, slackMinutes: 1400, isOpen: false },
      { from: monday + 35, spans: [{ loadMinutes: 2401 }], recoveryDays: 0, isOpen: true },
    ]);
    expect(overloadStreaks(weeks, 1.05)).toMatchObject([{ from: monday + 7, isOpen: true, recoveryDays: 28 }]);
  });

  test("agree with looking at each week alone", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.nat(30), { maxLength: 25 }),
        fc.array(fc.boolean(), { minLength: 31, maxLength: 31 }),
        (ats, over) => {
          const rows = ats.map((at) => week(at, over[at] === true ? 2500 : 2300));
          const heavy = new Set(ats.filter((at) => over[at] === true));
          const begins = [...heavy].filter((at) => !heavy.has(at - 1)).sort((a, b) => a - b);
          const found = overloadStreaks(rows);
          expect(found.map(({ from }) => (from - monday) / 7)).toEqual(begins);
          for (const { from, to } of found)
            for (let at = (from - monday) / 7; at <= (to - monday) / 7; at++)
              expect(heavy.has(at)).toBe(monday + 7 * at < to);
        },
      ),
      { numRuns: statedRuns(5_000) },
    );
  });
});

import { type Issue, type Result, describe as say } from "@evenkeel/kernel";
import { deepFreeze, statedRuns, testLaws } from "@evenkeel/test-kit";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addWork,
  beginOfTime,
  type CalendarException,
  type CalendarSpec,
  compileCalendars,
  continuousCalendar,
  en,
  endOfTime,
  isWorkingTime,
  nextWorkingTime,
  previousWorkingTime,
  standardCalendar,
  subtractWork,
  workBetween,
} from "../src/index.js";
import { anyCalendarSpecs, anyTick, anyWork, calendarLaws, intersectionLaws, timeAwayLaws } from "../src/testing.js";
import { hoursOf, walker } from "./oracle-calendar.js";

const tick = (text: string): number => Date.parse(`${text}Z`) / 6000;
const text = (at: number): string => new Date(at * 6000).toISOString().slice(0, 16);
const compiled = (...specs: CalendarSpec[]) => {
  const result = compileCalendars(deepFreeze(specs));
  if (!result.ok) throw new TypeError(JSON.stringify(result.issues));
  return result.value.calendars;
};
const codes = (result: Result<unknown>): unknown[] =>
  result.issues.map((found: Issue) => [found.code, found.path.join("/")]);

describe("landing sides on the office calendar", () => {
  const [office] = compiled(standardCalendar);
  const at = (local: string, work: number): string => text(addWork(office!, tick(local), work * 10));
  test("adding lands on an interval's end, subtracting on its start, zero stays", () => {
    expect(at("2026-05-01T08:00", 480)).toBe("2026-05-01T17:00");
    expect(at("2026-05-01T08:00", 240)).toBe("2026-05-01T12:00");
    expect(at("2026-05-01T12:00", 60)).toBe("2026-05-01T14:00");
    expect(at("2026-05-01T17:00", 60)).toBe("2026-05-04T09:00");
    expect(at("2026-05-02T11:11", 0)).toBe("2026-05-02T11:11");
    expect(at("2026-05-04T17:00", -480)).toBe("2026-05-04T08:00");
    expect(at("2026-05-04T08:00", -60)).toBe("2026-05-01T16:00");
    expect(at("2026-05-04T13:00", -240)).toBe("2026-05-04T08:00");
  });
  test("next and previous cross the weekend; both ends of an interval are working", () => {
    expect(text(nextWorkingTime(office!, tick("2026-05-01T17:00")))).toBe("2026-05-04T08:00");
    expect(text(previousWorkingTime(office!, tick("2026-05-04T08:00")))).toBe("2026-05-01T17:00");
    expect(isWorkingTime(office!, tick("2026-05-01T17:00"))).toBe(true);
    expect(isWorkingTime(office!, tick("2026-05-01T12:30"))).toBe(false);
    expect(workBetween(office!, tick("2026-05-01T17:00"), tick("2026-05-04T08:00"))).toBe(0);
  });
  test("reaches 300 years either way, and answers the ends of time beyond", () => {
    const years = 300 * 365 * 14_400;
    expect(workBetween(office!, -years, years)).toBe(-workBetween(office!, years, -years));
    expect(workBetween(office!, 0, addWork(office!, 0, 500_000_000))).toBe(500_000_000);
    expect(addWork(office!, 0, 2_000_000_000)).toBe(endOfTime);
    expect(subtractWork(office!, 0, 2_000_000_000)).toBe(beginOfTime);
    expect(nextWorkingTime(office!, endOfTime)).toBe(endOfTime);
    expect(previousWorkingTime(office!, beginOfTime)).toBe(beginOfTime);
  });
});

describe("days", () => {
  const weekdays = { monday: [{ from: 480, to: 960 }] };
  const may = (from: number, to: number, more: Partial<CalendarException> = {}): CalendarException => ({
    from: `2026-05-${String(from).padStart(2, "0")}`,
    to: `2026-05-${String(to).padStart(2, "0")}`,
    intervals: [],
    ...more,
  });
  const minutesOn = (specs: CalendarSpec[], day: string): number => {
    const [calendar] = compiled(...specs);
    return workBetween(calendar!, tick(`${day}T00:00`), tick(`${day}T00:00`) + 14_400) / 10;
  };
  test("follow the resolution order", () => {
    const base: CalendarSpec = {
      id: "base",
      week: { monday: [{ from: 0, to: 10 }], tuesday: [{ from: 0, to: 20 }] },
      workWeeks: [{ from: "2026-05-11", to: "2026-05-17", week: { monday: [{ from: 0, to: 30 }] } }],
      exceptions: [may(25, 25, { intervals: [{ from: 0, to: 40 }] })],
    };
    const own: CalendarSpec = {
      id: "own",
      parentId: "base",
      week: { monday: [{ from: 0, to: 50 }] },
      workWeeks: [{ from: "2026-05-18", to: "2026-05-31", week: { monday: [{ from: 0, to: 60 }] } }],
      exceptions: [may(26, 26, { intervals: [{ from: 0, to: 70 }] })],
    };
    const days = ["04", "05", "11", "18", "25", "26"].map((day) => minutesOn([own, base], `2026-05-${day}`));
    expect(days).toEqual([50, 20, 30, 60, 40, 70]);
  });
  test("a range beats recurring, daily beats yearly beats monthly beats weekly, later beats earlier", () => {
    const hours = (minutes: number) => ({ intervals: [{ from: 0, to: minutes }] });
    const rules: CalendarException[] = [
      may(1, 31, { ...hours(1), recurrence: { kind: "weekly", every: 1, weekdays: ["monday"] } }),
      may(1, 31, { ...hours(2), recurrence: { kind: "monthly", every: 1, day: 4 } }),
      may(1, 31, { ...hours(3), recurrence: { kind: "yearlyByPosition", month: 5, position: 1, on: "monday" } }),
      may(2, 31, { ...hours(4), recurrence: { kind: "daily", every: 2 } }),
      may(4, 4, hours(5)),
      may(4, 4, hours(6)),
    ];
    for (let strongest = 0; strongest < rules.length; strongest++) {
      const exceptions = rules.slice(0, strongest + 1);
      const shown = strongest < 4 ? [...exceptions].reverse() : exceptions;
      expect(minutesOn([{ id: "c", week: weekdays, exceptions: shown }], "2026-05-04")).toBe(strongest + 1);
    }
  });
  test("a night shift belongs to the day it begins on, also before a holiday", () => {
    const night = [{ from: 1320, to: 1800 }];
    const [calendar] = compiled({ id: "night", week: { friday: night, saturday: night }, exceptions: [may(2, 2)] });
    expect(text(addWork(calendar!, tick("2026-05-01T00:00"), 4800))).toBe("2026-05-02T06:00");
    expect(text(nextWorkingTime(calendar!, tick("2026-05-02T06:00")))).toBe("2026-05-08T22:00");
  });
  test("time that a holiday's eve reaches into counts once", () => {
    const spec: CalendarSpec = {
      id: "c",
      week: { friday: [{ from: 1320, to: 1800 }] },
      exceptions: [may(2, 2, { intervals: [{ from: 300, to: 600 }] })],
    };
    expect(minutesOn([spec], "2026-05-02")).toBe(600);
  });
});

describe("compileCalendars", () => {
  test("gives every issue at once, in the order of the specs", () => {
    const day = [{ from: 480, to: 960 }];
    const refused = compileCalendars([
      { id: "a", parentId: "b", week: { monday: [{ from: 500, to: 400 }] } },
      { id: "b", parentId: "a", week: { monday: [...day, { from: 900, to: 1000 }] } },
      { id: "c", parentId: "nowhere", week: { monday: [{ from: Number.NaN, to: Number.POSITIVE_INFINITY }] } },
      { id: "c", week: {} },
      {
        id: "__proto__",
        week: { sunday: [{ from: 1320, to: 1800 }], monday: [{ from: 300, to: 600 }] },
        exceptions: [
          { from: "2026-02-30", to: "soon", intervals: [] },
          { from: "2026-02-02", to: "2026-02-01", intervals: [] },
          { from: "2026-01-01", to: "2026-02-01", intervals: [], recurrence: { kind: "daily", every: 0 } },
        ],
      },
    ]);
    expect(refused.ok).toBe(false);
    expect(codes(refused)).toEqual([
      ["calendar/parent-cycle", "0/parentId"],
      ["calendar/parent-cycle", "1/parentId"],
      ["calendar/dangling-parent", "2/parentId"],
      ["calendar/duplicate-id", "3/id"],
      ["calendar/invalid-interval", "0/week/monday/0"],
      ["calendar/overlapping-intervals", "1/week/monday"],
      ["calendar/invalid-interval", "2/week/monday/0"],
      ["calendar/overlapping-intervals", "4/week/monday"],
      ["kernel/impossible-date", "4/exceptions/0/from"],
      ["kernel/invalid-time-text", "4/exceptions/0/to"],
      ["calendar/inverted-range", "4/exceptions/1"],
      ["calendar/invalid-recurrence", "4/exceptions/2/recurrence"],
      ["calendar/no-working-time", "3"],
    ]);
    for (const found of refused.issues) {
      if (found.code.startsWith("calendar/")) expect(say(found, en).message).not.toContain("?");
    }
  });
  test("a zone without rules is said, not silently dropped", () => {
    const result = compileCalendars([{ ...standardCalendar, zone: "Europe/Berlin" }]);
    expect(result.ok).toBe(true);
    expect(codes(result)).toEqual([["calendar/zone-not-applied", "0"]]);
  });
  test("knows a calendar that never rests", () => {
    const [always, child] = compiled(continuousCalendar, { id: "child", parentId: "continuous", week: {} });
    expect([always!.isContinuous, child!.isContinuous, compiled(standardCalendar)[0]!.isContinuous]).toEqual([
      true,
      true,
      false,
    ]);
    expect([addWork(always!, 5, 7), subtractWork(always!, 5, 7), workBetween(always!, 5, 1)]).toEqual([12, -2, -4]);
    const [holiday] = compiled({
      ...continuousCalendar,
      exceptions: [{ from: "1970-01-02", to: "1970-01-02", intervals: [] }],
    });
    expect(addWork(holiday!, 0, 14_401)).toBe(28_801);
  });
});

testLaws("calendar laws", calendarLaws());
testLaws("laws of common time", intersectionLaws());
testLaws("laws of time away", timeAwayLaws());

describe("against walking", () => {
  test("each day has the hours of the resolution order", () => {
    fc.assert(
      fc.property(anyCalendarSpecs, (specs) => {
        const [calendar] = compiled(...specs);
        for (let day = 20_440; day < 20_830; day += 3) {
          const hours = hoursOf(specs, "child", day);
          for (const { from, to } of hours) {
            const [begin, end] = [day * 14_400 + from * 10, day * 14_400 + to * 10];
            if (workBetween(calendar!, begin, end) !== end - begin) return false;
          }
        }
        return true;
      }),
      { numRuns: statedRuns(10_000) },
    );
  });
  test("all primitives equal a walk of ten minutes a step", () => {
    fc.assert(
      fc.property(anyCalendarSpecs, anyTick, anyTick, anyWork, (specs, t, u, work) => {
        const [calendar] = compiled(...specs);
        const walk = walker(specs, "child", 100);
        const [far, some] = [t + ((u - t) % (40 * 14_400)), work % 30_000];
        const ours = [nextWorkingTime, previousWorkingTime].map((primitive) => primitive(calendar!, t));
        expect(ours).toEqual([walk.next(t), walk.previous(t)]);
        const moved = [addWork(calendar!, t, some), subtractWork(calendar!, t, some), workBetween(calendar!, t, far)];
        expect(moved).toEqual([walk.add(t, some), walk.subtract(t, some), walk.between(t, far)]);
      }),
      { numRuns: statedRuns(20_000) },
    );
  });
});

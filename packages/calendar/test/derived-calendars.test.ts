import { orThrow, type Result, describe as say } from "@evenkeel/kernel";
import { deepFreeze } from "@evenkeel/test-kit";
import { describe, expect, test } from "vitest";
import {
  type AwayPeriod,
  addWork,
  type CalendarSpec,
  type CompiledCalendar,
  compileCalendars,
  continuousCalendar,
  en,
  endOfTime,
  exceptionDays,
  intersectCalendars,
  intlZoneRules,
  isWorkingTime,
  nextWorkingTime,
  standardCalendar,
  withTimeAway,
  workBetween,
  workingIntervals,
} from "../src/index.js";

const tick = (text: string): number => Date.parse(`${text}Z`) / 6000;
const text = (at: number): string => new Date(at * 6000).toISOString().slice(0, 16);
const rules = intlZoneRules();
const compiled = (...specs: CalendarSpec[]): readonly CompiledCalendar[] => orThrow(compileCalendars(specs)).calendars;
const zoned = (...specs: CalendarSpec[]): readonly CompiledCalendar[] =>
  orThrow(compileCalendars(specs, rules)).calendars;
const shown = (calendar: CompiledCalendar, from: string, to: string): string[] =>
  workingIntervals(calendar, tick(from), tick(to)).map((span) => `${text(span.from)}/${text(span.to)}`);
const codes = (result: Result<unknown>): unknown[] => {
  for (const found of result.issues) {
    if (found.code.startsWith("calendar/")) expect(say(found, en).message).not.toMatch(/\?|\{/);
  }
  return result.issues.map(({ code, path }) => [code, ...path]);
};
const night = { id: "night", week: { monday: [{ from: 1320, to: 1800 }] } };

describe("workingIntervals", () => {
  test("cuts intervals at the range, joins those that touch at midnight", () => {
    const [early] = compiled({
      id: "c",
      week: { monday: [{ from: 1200, to: 1440 }], tuesday: [{ from: 0, to: 60 }] },
    });
    expect(shown(early!, "2026-05-04T21:00", "2026-05-11T20:30")).toEqual([
      "2026-05-04T21:00/2026-05-05T01:00",
      "2026-05-11T20:00/2026-05-11T20:30",
    ]);
    expect(shown(early!, "2026-05-05T02:00", "2026-05-05T02:00")).toEqual([]);
    expect(shown(early!, "2026-05-05T00:00", "2026-05-04T00:00")).toEqual([]);
  });
  test("of a calendar that never rests are one", () => {
    expect(workingIntervals(compiled(continuousCalendar)[0]!, -5, 7)).toEqual([{ from: -5, to: 7 }]);
  });
  test("end where time ends", () => {
    const last = workingIntervals(compiled(standardCalendar)[0]!, endOfTime - 7 * 14_400, endOfTime);
    expect(last.length).toBeGreaterThan(7);
    expect(last.at(-1)!.to).toBeLessThan(endOfTime);
  });
});

describe("intersectCalendars", () => {
  test("gives a task's and a resource's common time", () => {
    const early = [{ from: 360, to: 840 }];
    const [office, shift] = compiled(standardCalendar, { id: "early", week: { friday: early, saturday: early } });
    const common = orThrow(intersectCalendars([office!, shift!]));
    expect(common.id).toBe("standard & early");
    expect(shown(common, "2026-05-01T00:00", "2026-05-08T00:00")).toEqual([
      "2026-05-01T08:00/2026-05-01T12:00",
      "2026-05-01T13:00/2026-05-01T14:00",
    ]);
    expect(text(addWork(common, tick("2026-05-01T13:00"), 1200))).toBe("2026-05-08T09:00");
  });
  test("finds when two cities both work, across their changes of the clock", () => {
    const [berlin, newYork] = zoned(
      { ...standardCalendar, id: "berlin", zone: "Europe/Berlin" },
      { ...standardCalendar, id: "newYork", zone: "America/New_York" },
    );
    const common = orThrow(intersectCalendars([berlin!, newYork!], "call"));
    // New York moves its clocks three weeks before Berlin.
    expect([common.id, ...shown(common, "2026-03-05T00:00", "2026-03-07T00:00")]).toEqual([
      ...["call", "2026-03-05T13:00/2026-03-05T16:00", "2026-03-06T13:00/2026-03-06T16:00"],
    ]);
    expect(shown(common, "2026-03-09T00:00", "2026-03-10T00:00")).toEqual(["2026-03-09T12:00/2026-03-09T16:00"]);
  });
  test("of calendars that never rest never rests, one that rests decides", () => {
    const [always, office] = compiled(continuousCalendar, standardCalendar);
    expect(orThrow(intersectCalendars([always!, always!])).isContinuous).toBe(true);
    const common = orThrow(intersectCalendars([always!, office!]));
    expect([common.isContinuous, nextWorkingTime(common, tick("2026-05-01T17:00"))]).toEqual([
      false,
      tick("2026-05-04T08:00"),
    ]);
  });
  test("says when there is none, and what cannot be joined", () => {
    const [office, late] = compiled(standardCalendar, night);
    expect(codes(intersectCalendars([office!, late!]))).toEqual([["calendar/no-common-time"]]);
    expect(codes(intersectCalendars([]))).toEqual([["calendar/nothing-to-intersect"]]);
    expect(codes(intersectCalendars([office!, ...zoned(standardCalendar)]))).toEqual([
      ["calendar/mixed-time-lines", 1],
    ]);
  });
});

describe("withTimeAway", () => {
  const left = (periods: readonly AwayPeriod[], calendar = compiled(standardCalendar)[0]!): CompiledCalendar =>
    orThrow(withTimeAway(calendar, deepFreeze([...periods])));
  test("takes whole days, the last included, and hours, the last excluded", () => {
    const calendar = left([
      { from: "2026-05-05", to: "2026-05-06" },
      { from: "2026-05-07T10:00", to: "2026-05-07T15:00" },
    ]);
    expect(shown(calendar, "2026-05-04T00:00", "2026-05-08T00:00")).toEqual([
      "2026-05-04T08:00/2026-05-04T12:00",
      "2026-05-04T13:00/2026-05-04T17:00",
      "2026-05-07T08:00/2026-05-07T10:00",
      "2026-05-07T15:00/2026-05-07T17:00",
    ]);
    expect(text(addWork(calendar, tick("2026-05-04T17:00"), 1500))).toBe("2026-05-07T15:30");
    expect(isWorkingTime(calendar, tick("2026-05-07T10:00"))).toBe(true);
    expect(isWorkingTime(calendar, tick("2026-05-07T12:00"))).toBe(false);
  });
  test("for a share shortens the day; the greatest of overlapping shares holds", () => {
    const calendar = left([
      { from: "2026-05-04", to: "2026-05-08", share: 0.25 },
      { from: "2026-05-05", to: "2026-05-05", share: 0.5 },
      { from: "2026-05-06", to: "2026-05-06" },
    ]);
    const hours = (day: number): number =>
      workBetween(calendar, tick(`2026-05-0${day}T00:00`), tick(`2026-05-0${day + 1}T00:00`)) / 600;
    expect([4, 5, 6, 7, 8].map(hours)).toEqual([6, 4, 0, 6, 6]);
    expect(shown(calendar, "2026-05-04T00:00", "2026-05-05T00:00")[1]).toBe("2026-05-04T13:00/2026-05-04T15:00");
    expect(shown(calendar, "2026-05-05T00:00", "2026-05-06T00:00")).toEqual(["2026-05-05T08:00/2026-05-05T12:00"]);
  });
  test("counts days in the calendar's zone, and reads instants", () => {
    const [tokyo] = zoned({ ...standardCalendar, zone: "Asia/Tokyo" });
    expect(
      shown(left([{ from: "2026-05-05", to: "2026-05-05" }], tokyo), "2026-05-04T12:00", "2026-05-06T00:00"),
    ).toEqual(["2026-05-05T23:00/2026-05-06T00:00"]);
    const off = left([{ from: "2026-05-05T00:00Z", to: "2026-05-06T00:00Z" }], tokyo);
    expect(shown(off, "2026-05-04T12:00", "2026-05-06T03:00")).toEqual([
      "2026-05-04T23:00/2026-05-05T00:00",
      "2026-05-06T00:00/2026-05-06T03:00",
    ]);
  });
  test("sees a day of the zone whole where the days expanded so far end within it", () => {
    const most = [{ from: "2020-01-01", to: "2035-12-31", share: 0.95 }];
    const [from, to] = [tick("2026-06-29T00:00"), tick("2026-07-05T00:00")];
    for (const zone of ["Asia/Tokyo", "America/New_York"]) {
      const fresh = () => left(most, zoned({ ...continuousCalendar, zone })[0]);
      const known = workingIntervals(fresh(), from, to);
      // The first question decides which days are expanded: some 60 before it, some 450 after.
      for (const days of Array.from({ length: 40 }, (_each, at) => (at < 20 ? at - 455 : at + 36))) {
        const calendar = fresh();
        nextWorkingTime(calendar, from + days * 14_400);
        expect([days, workingIntervals(calendar, from, to)]).toEqual([days, known]);
      }
    }
  });
  test("of a calendar that never rests lets it rest; without periods nothing changes", () => {
    const [always] = compiled(continuousCalendar);
    const calendar = left([{ from: "2026-05-05", to: "2026-05-05" }], always);
    expect(workBetween(calendar, tick("2026-05-04T00:00"), tick("2026-05-07T00:00"))).toBe(2 * 14_400);
    expect(left([], always).isContinuous).toBe(true);
  });
  test("refuses what cannot be, all at once", () => {
    const [office] = compiled(standardCalendar);
    const refused = withTimeAway(office!, [
      { from: "2026-05-05", to: "2026-05-04" },
      { from: "2026-05-05", to: "2026-05-06", share: 1.5 },
      { from: "2026-05-05", to: "2026-05-06", share: Number.NaN },
      { from: "2026-02-30", to: "soon" },
      { from: "2026-05-05T00:00Z", to: "2026-05-06" },
    ]);
    expect(codes(refused)).toEqual([
      ["calendar/inverted-range", 0],
      ["calendar/impossible-share", 1],
      ["calendar/impossible-share", 2],
      ["kernel/impossible-date", 3, "from"],
      ["kernel/invalid-time-text", 3, "to"],
      ["calendar/instant-on-local-time", 4, "from"],
    ]);
    const [once] = compiled({
      id: "once",
      week: {},
      exceptions: [{ from: "2026-05-05", to: "2026-05-05", intervals: [{ from: 0, to: 60 }] }],
    });
    expect(codes(withTimeAway(once!, [{ from: "2026-05-01", to: "2026-05-31" }]))).toEqual([
      ["calendar/no-working-time"],
    ]);
  });
});

test("a calendar whose own days leave nothing of its parent's has no working time", () => {
  const off = { monday: [], tuesday: [], wednesday: [], thursday: [], friday: [] };
  const specs = [standardCalendar, { id: "off", parentId: "standard", week: off }];
  expect(codes(compileCalendars(specs))).toEqual([["calendar/no-working-time", 1]]);
});

describe("exceptionDays", () => {
  const daily = {
    from: "2026-05-01",
    to: "2026-05-31",
    intervals: [],
    recurrence: { kind: "daily", every: 10 },
  } as const;
  test("looks at a range of its own where one is given", () => {
    expect(orThrow(exceptionDays(daily))).toEqual(["2026-05-01", "2026-05-11", "2026-05-21", "2026-05-31"]);
    expect(orThrow(exceptionDays({ ...daily, occurrences: 3 }, "2026-05-12", "2027-01-01"))).toEqual(["2026-05-21"]);
  });
  test("refuses what cannot be", () => {
    expect(codes(exceptionDays({ ...daily, to: "2026-04-01", occurrences: 0 }, "then"))).toEqual([
      ["calendar/invalid-recurrence", "occurrences"],
      ["calendar/inverted-range"],
      ["kernel/invalid-time-text", "from"],
    ]);
  });
});

import { intlZoneRules, toInstant } from "@evenkeel/calendar";
import { orThrow } from "@evenkeel/kernel";
import { statedRuns } from "@evenkeel/test-kit";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type AverageWork, averageWork, civilDays, timesheet } from "../src/index.js";
import { measureParams } from "../src/rules/measure-params.js";
import { measures } from "../src/working-time/measures/index.js";
import type { MeasureValue } from "../src/working-time/measures/measure.js";
import { monthsAfter } from "../src/working-time/measures/reference-period.js";
import { Readings } from "../src/working-time/readings.js";
import { mostInWeek, naive, slotsOf } from "./oracle-time.js";

const quarter = 900_000;
const day = 86_400_000;
const rules = intlZoneRules();
const params: Readonly<Record<string, Readonly<Record<string, MeasureValue>>>> = {
  restPeriods: { hours: 24 },
  unbrokenWork: { breakMinutes: 30 },
  breakTime: { whenWorkAboveMinutes: 360, blockMinutes: 30 },
  averageWeeklyWork: { length: 2, unit: "weeks", leave: "counted" },
  nightShiftWork: { nightStarts: "23:00", nightEnds: "06:00" },
  workInWindow: { hours: 168 },
};

// Weeks around changes of the clock, one of them by half an hour.
const anyPlace = fc.constantFrom(
  ["UTC", "2026-03-02T00:00:00Z"],
  ["Europe/Berlin", "2026-03-14T23:00:00Z"],
  ["America/New_York", "2025-10-20T04:00:00Z"],
  ["Australia/Lord_Howe", "2026-03-24T13:00:00Z"],
);
const anyWork = fc.array(fc.tuple(fc.nat(27), fc.integer({ min: 16, max: 80 }), fc.integer({ min: 1, max: 48 })), {
  maxLength: 40,
});

function read(name: string, spans: readonly { from: number; to: number }[], from: number, to: number, zone: string) {
  const measure = measures.get(name);
  const clock = civilDays(zone, from - day, to + day, rules);
  if (measure === undefined || clock === undefined) throw new TypeError(name);
  const sheet = timesheet(spans.map((span) => ({ personId: "ana", ...span })));
  const out = new Readings();
  measure.reader(measureParams(measure, params[name]))(
    { sheet, person: 0, from, to, clock, leave: [], incidents: new Float64Array() },
    out,
  );
  return { out, clock };
}

describe("measures of working time", () => {
  test("agree with the definitions walked over quarters of an hour, in zones whose clocks change", () => {
    fc.assert(
      fc.property(anyPlace, anyWork, (place, work) => {
        const [zone, begin] = place as [string, string];
        const from = Date.parse(begin);
        const to = from + 28 * day;
        const spans = work.map(([at, start, length]) => ({
          from: from + at * day + start * quarter,
          to: Math.min(to, from + at * day + (start + length) * quarter),
        }));
        const slots = slotsOf(spans, from, to, zone);
        const firstWhole = slots.minuteOfDay[0] === 0 ? (slots.day[0] ?? 0) : (slots.day[0] ?? 0) + 1;
        const isWhole = (each: number): boolean =>
          each >= firstWhole && (each < (slots.day.at(-1) ?? 0) || slots.minuteOfDay.at(-1) === 1425);
        for (const [name, values] of Object.entries(naive)) {
          const { out } = read(name, spans, from, to, zone);
          const found = Array.from({ length: out.length }, (_none, at) => [out.from[at], out.value[at]]);
          const expected = values(slots, isWhole).map(([at, value]) => [from + at * quarter, value]);
          const sorted = (rows: (number | undefined)[][]) => [...rows].sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0));
          expect({ name, values: sorted(found) }).toEqual({ name, values: sorted(expected) });
        }
        const { out } = read("workInWindow", spans, from, to, zone);
        if (spans.length > 0) expect(Math.max(...out.value.subarray(0, out.length))).toBe(mostInWeek(slots));
      }),
      { numRuns: statedRuns(2000) },
    );
  });

  test("averages with leave are those of the arithmetic by days, rolling and fixed", () => {
    const anyDays = fc.array(fc.record({ hours: fc.nat(16), leave: fc.nat(7) }), { minLength: 30, maxLength: 80 });
    const monday = Date.parse("2026-03-02T00:00:00Z");
    fc.assert(
      fc.property(anyDays, fc.constantFrom("replaced", "excluded", "counted"), fc.boolean(), (days, leave, isFixed) => {
        const hoursByDay = days.map(({ hours, leave: away }) => (away === 0 ? 0 : hours));
        const isAway = days.map(({ leave: away }) => away === 0);
        const intervals = hoursByDay.flatMap((hours, at) =>
          hours === 0
            ? []
            : [{ personId: "ana", from: monday + at * day, to: monday + at * day + hours * 4 * quarter }],
        );
        const measure = measures.get("averageWeeklyWork");
        const clock = civilDays("UTC", monday, monday + days.length * day, rules);
        if (measure === undefined || clock === undefined) throw new TypeError("no measure");
        const out = new Readings();
        const period = isFixed ? "fixed" : "rolling";
        measure.reader(measureParams(measure, { length: 2, unit: "weeks", period, leave }))(
          {
            sheet: timesheet(intervals.length > 0 ? intervals : [{ personId: "ana", from: 0, to: 1 }]),
            person: 0,
            from: monday,
            to: monday + days.length * day,
            clock,
            leave: isAway.flatMap((is, at) => {
              const from = monday / day + at;
              return is ? [{ from, to: from + 1, kind: "annual" }] : [];
            }),
            incidents: new Float64Array(),
          },
          out,
        );
        const expected: [number, number][] = [];
        for (let at = 0; at + 14 <= days.length; at += isFixed ? 14 : 1) {
          const excludedDays = Array.from({ length: 14 }, (_none, each) => each).filter((each) => isAway[at + each]);
          if (excludedDays.length === 14 && leave === "excluded") continue;
          const average = averageWork({ hoursByDay: hoursByDay.slice(at), weeks: 2, excludedDays });
          if (!average.ok) continue;
          const isMissing = leave === "replaced" && average.issues.length > 0;
          if (!isMissing) expected.push([monday + at * day, average.value[leave as keyof AverageWork] * 60]);
        }
        const found = Array.from({ length: out.length }, (_none, at) => [out.from[at], out.value[at]]);
        expect(found).toEqual(expected.map(([from, value]) => [from, expect.closeTo(value, 8)]));
      }),
      { numRuns: statedRuns(3000) },
    );
  });

  test("civil months end with their own last day, whatever their length", () => {
    const anyMonths = fc.tuple(fc.integer({ min: 19_000, max: 21_000 }), fc.integer({ min: 1, max: 12 }));
    fc.assert(
      fc.property(anyMonths, ([from, months]) => {
        const start = new Date(from * day);
        const end = new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + months, 1));
        const last = new Date(Date.UTC(end.getUTCFullYear(), end.getUTCMonth() + 1, 0)).getUTCDate();
        const expected = end.getTime() / day + Math.min(start.getUTCDate() - 1, last);
        expect(monthsAfter(from, months)).toBe(expected);
      }),
      { numRuns: statedRuns(3000) },
    );
  });

  test("civil days are those of toInstant, skipped and repeated times included", () => {
    const anyDay = fc.integer({ min: 19_000, max: 21_000 });
    const anyZone = fc.constantFrom("Europe/Berlin", "America/Sao_Paulo", "Australia/Lord_Howe", "Africa/Cairo", "UTC");
    fc.assert(
      fc.property(anyDay, anyZone, fc.nat(1439), (first, zone, minute) => {
        const days = civilDays(zone, first * day, (first + 40) * day, rules);
        if (days === undefined) throw new TypeError(zone);
        for (const [at, instant] of days.at(minute).entries())
          expect(instant).toBe(orThrow(toInstant((days.firstDay + at) * day + minute * 60_000, zone, rules)));
      }),
      { numRuns: statedRuns(2000) },
    );
  });
});

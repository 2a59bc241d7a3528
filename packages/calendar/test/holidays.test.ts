import { orThrow } from "@evenkeel/kernel";
import { statedRuns } from "@evenkeel/test-kit";
import Holidays from "date-holidays";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dateHolidays } from "../src/holidays.js";
import {
  compileCalendars,
  type Holiday,
  type HolidayProvider,
  holidayExceptions,
  standardCalendar,
  workBetween,
} from "../src/index.js";

const days = (provider: HolidayProvider, from: string, to: string): string[] =>
  orThrow(holidayExceptions(provider, from, to)).map((exception) => exception.from);

describe("holidays of date-holidays", () => {
  test("are the ones the law of a state names", () => {
    expect(days(dateHolidays(new Holidays("DE", "BE")), "2026-01-01", "2026-12-31")).toEqual([
      ...["2026-01-01", "2026-03-08", "2026-04-03", "2026-04-06", "2026-05-01", "2026-05-14", "2026-05-25"],
      ...["2026-10-03", "2026-12-25", "2026-12-26"],
    ]);
  });
  test("may move into the year before", () => {
    expect(days(dateHolidays(new Holidays("US")), "2027-12-27", "2027-12-31")).toEqual(["2027-12-31"]);
  });
  test("that begin at sunset count from the next day, those of several days on each whole one", () => {
    expect(days(dateHolidays(new Holidays("TR")), "2026-03-01", "2026-03-31")).toEqual([
      "2026-03-20",
      "2026-03-21",
      "2026-03-22",
    ]);
  });
  test("that begin in the afternoon do not count", () => {
    const bank = dateHolidays(new Holidays("DE", "BY"), ["bank"]);
    expect(orThrow(holidayExceptions(bank, "2026-12-01", "2026-12-31"))).toEqual([]);
  });
  test("of an unknown region are said to be none", () => {
    const result = holidayExceptions(dateHolidays(new Holidays("XX")), "2026-01-01", "2026-12-31");
    expect(result.issues.map(({ code, severity }) => [code, severity])).toEqual([["calendar/no-holidays", "warning"]]);
    expect(holidayExceptions({ holidays: () => [] }, "2026-01-01", "2026-06-30").issues).toEqual([]);
  });
  test("stop work", () => {
    const exceptions = orThrow(holidayExceptions(dateHolidays(new Holidays("DE")), "2026-01-01", "2026-12-31"));
    const [calendar] = orThrow(compileCalendars([{ ...standardCalendar, exceptions }])).calendars;
    const tick = (text: string): number => Date.parse(`${text}Z`) / 6000;
    // Easter week and the week after: Good Friday and Easter Monday are off.
    expect(workBetween(calendar!, tick("2026-03-30T00:00"), tick("2026-04-13T00:00")) / 4800).toBe(8);
  });
});

describe("holidayExceptions", () => {
  test("says which text cannot be read", () => {
    const faults = (holidays: Holiday[], from: string) =>
      holidayExceptions({ holidays: () => holidays }, from, "2026-12-31").issues.map(({ code, path }) => [
        code,
        ...path,
      ]);
    expect(faults([{ day: "2026-05-01" }, { day: "2026-02-30" }], "2026-01-01")).toEqual([
      ["kernel/impossible-date", 1, "day"],
    ]);
    expect(faults([], "soon")).toEqual([["kernel/invalid-time-text", "from"]]);
  });
  test("gives each day once, rising, within the range, whatever the provider's order", () => {
    const anyDay = fc
      .tuple(fc.integer({ min: 2025, max: 2027 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
      .map(([year, month, day]) => [year, ...[month, day].map((part) => String(part).padStart(2, "0"))].join("-"));
    const anyRows = fc.array(fc.record({ day: anyDay }), { maxLength: 40 });
    fc.assert(
      fc.property(anyRows, (rows) => {
        const given = rows.map(({ day }) => day).filter((day) => day.startsWith("2026"));
        expect(days({ holidays: () => rows }, "2026-01-01", "2026-12-31")).toEqual([...new Set(given)].sort());
      }),
      { numRuns: statedRuns(2000) },
    );
  });
});

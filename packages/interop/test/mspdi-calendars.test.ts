import { readdirSync, readFileSync } from "node:fs";
import { type CompiledCalendar, compileCalendars, exceptionDays, workBetween } from "@evenkeel/calendar";
import type { CalendarRow } from "@evenkeel/core";
import { orThrow } from "@evenkeel/kernel";
import { sharedData } from "@evenkeel/test-kit";
import { describe, expect, test } from "vitest";
import { readMspdi, writeMspdi } from "../src/mspdi.js";

const ticksPerDay = 14_400;
const dayOf = (text: string): number => Date.parse(`${text.slice(0, 10)}T00:00Z`) / 86_400_000;
const hours = (...times: string[]): string =>
  `<DayWorking>1</DayWorking><WorkingTimes>${times
    .map(
      (time) => `<WorkingTime><FromTime>${time.slice(0, 8)}</FromTime><ToTime>${time.slice(9)}</ToTime></WorkingTime>`,
    )
    .join("")}</WorkingTimes>`;
const off = "<DayWorking>0</DayWorking>";
const weekDay = (type: number, content: string): string => `<WeekDay><DayType>${type}</DayType>${content}</WeekDay>`;
const officeHours = hours("08:00:00-12:00:00", "13:00:00-17:00:00");
const office = [2, 3, 4, 5, 6].map((type) => weekDay(type, officeHours)).join("");
const period = (from: string, to: string): string =>
  `<TimePeriod><FromDate>${from}T00:00:00</FromDate><ToDate>${to}T23:59:00</ToDate></TimePeriod>`;
const exception = (range: string, fields: string, day: string): string =>
  `<Exception>${range}<Name>x</Name>${fields}${day}</Exception>`;
const calendarXml = (weekDays: string, rest = "", uid = 1, base = "-1"): string =>
  `<Calendar><UID>${uid}</UID><Name>C${uid}</Name><BaseCalendarUID>${base}</BaseCalendarUID><WeekDays>${weekDays}</WeekDays>${rest}</Calendar>`;
const document = (calendars: string): string =>
  `<Project xmlns="http://schemas.microsoft.com/project"><Calendars>${calendars}</Calendars></Project>`;
const read = (calendars: string) => orThrow(readMspdi(document(calendars)));
const compiled = (calendars: string): CompiledCalendar =>
  orThrow(compileCalendars(read(calendars).plan.calendars ?? [])).calendars[0]!;
/** Working hours of each day. */
const daily = (calendar: CompiledCalendar, from: string, days: number): number[] =>
  Array.from({ length: days }, (_each, at) => {
    const begin = (dayOf(from) + at) * ticksPerDay;
    return workBetween(calendar, begin, begin + ticksPerDay) / 600;
  });

describe("hours of a day", () => {
  test("00:00 ends at midnight, 00:00 to 00:00 is 24 hours, tenths of a minute are kept", () => {
    const calendar = compiled(
      calendarXml(
        weekDay(2, hours("00:00:00-00:00:00")) +
          weekDay(3, hours("00:00:00-03:00:00", "23:00:00-00:00:00")) +
          weekDay(4, hours("08:00:30-09:00:00")) +
          weekDay(5, hours("22:00:00-06:00:00")),
      ),
    );
    expect(daily(calendar, "2026-05-03", 7)).toEqual([0, 24, 4, 595 / 600, 2, 6, 0]);
  });
  test("a working day without hours has those of the base calendar", () => {
    const own = calendarXml(weekDay(1, "<DayWorking>1</DayWorking>") + weekDay(2, off), "", 2, "1");
    const base = calendarXml(office + weekDay(1, hours("10:00:00-11:00:00")));
    expect(daily(compiled(own + base), "2026-05-03", 3)).toEqual([1, 0, 8]);
  });
  test("work weeks hold from their first to their last day, over the week of the calendar", () => {
    const week = `<WorkWeeks><WorkWeek>${period("2026-05-05", "2026-05-12")}<Name>Summer</Name><WeekDays>${weekDay(3, hours("08:00:00-10:00:00"))}</WeekDays></WorkWeek></WorkWeeks>`;
    expect(daily(compiled(calendarXml(office, week)), "2026-05-04", 16)).toEqual([
      ...[8, 2, 8, 8, 8, 0, 0],
      ...[8, 2, 8, 8, 8, 0, 0],
      ...[8, 8],
    ]);
  });
});

describe("exceptions", () => {
  const days = (fields: string, from = "2026-01-01", to = "2026-12-31"): string[] => {
    const text = calendarXml(office, `<Exceptions>${exception(period(from, to), fields, off)}</Exceptions>`);
    return orThrow(exceptionDays(read(text).plan.calendars![0]!.exceptions![0]!));
  };
  test("of every type fall on the days that a wall calendar shows", () => {
    expect(days("<Type>1</Type>", "2026-05-01", "2026-05-03")).toEqual(["2026-05-01", "2026-05-02", "2026-05-03"]);
    expect(days("<Type>7</Type><Period>3</Period>", "2026-02-26", "2026-03-05")).toEqual([
      "2026-02-26",
      "2026-03-01",
      "2026-03-04",
    ]);
    expect(days("<Type>2</Type><Month>1</Month><MonthDay>31</MonthDay>", "2023-06-01", "2026-06-01")).toEqual([
      "2024-02-29",
      "2025-02-28",
      "2026-02-28",
    ]);
    expect(days("<Type>4</Type><Period>5</Period><MonthDay>30</MonthDay>", "2025-09-30", "2026-12-31")).toEqual([
      "2025-09-30",
      "2026-02-28",
      "2026-07-30",
      "2026-12-30",
    ]);
    expect(days("<Type>6</Type><Period>2</Period><DaysOfWeek>66</DaysOfWeek>", "2026-05-05", "2026-06-02")).toEqual([
      "2026-05-09",
      "2026-05-18",
      "2026-05-23",
      "2026-06-01",
    ]);
  });
  test("by position count weekdays, days, Mondays to Fridays, weekend days", () => {
    const yearly = (item: number, position: number): string[] =>
      days(`<Type>3</Type><MonthItem>${item}</MonthItem><MonthPosition>${position}</MonthPosition><Month>4</Month>`);
    // May 2026 begins on a Friday and ends on a Sunday.
    expect([0, 1, 2, 3, 9].map((item) => yearly(item, 0)[0])).toEqual([
      "2026-05-01",
      "2026-05-01",
      "2026-05-02",
      "2026-05-03",
      "2026-05-02",
    ]);
    expect([0, 1, 2, 4, 8].map((item) => yearly(item, 3)[0])).toEqual([
      "2026-05-04",
      "2026-05-06",
      "2026-05-10",
      "2026-05-25",
      "2026-05-22",
    ]);
    expect([0, 1, 2, 4, 8].map((item) => yearly(item, 4)[0])).toEqual([
      "2026-05-31",
      "2026-05-29",
      "2026-05-31",
      "2026-05-25",
      "2026-05-29",
    ]);
    const monthly = "<Type>5</Type><Period>6</Period><MonthItem>4</MonthItem><MonthPosition>0</MonthPosition>";
    expect(days(monthly, "2026-01-06", "2027-01-31")).toEqual(["2026-07-06", "2027-01-04"]);
  });
  test("are bounded by a number of occurrences where they have no last day", () => {
    const from = "<TimePeriod><FromDate>2026-05-04T00:00:00</FromDate></TimePeriod><Occurrences>3</Occurrences>";
    const text = calendarXml(
      office,
      `<Exceptions>${exception(from, "<Type>6</Type><DaysOfWeek>2</DaysOfWeek>", off)}</Exceptions>`,
    );
    expect(daily(compiled(text), "2026-05-04", 29).filter((_each, at) => at % 7 === 0)).toEqual([0, 0, 0, 8, 8]);
  });
  test("in both styles count once, in the old style alone they hold", () => {
    const old = weekDay(0, period("2026-05-04", "2026-05-05") + off);
    const modern = `<Exceptions>${exception(period("2026-05-05", "2026-05-05"), "<Type>1</Type>", off)}</Exceptions>`;
    expect(daily(compiled(calendarXml(office + old)), "2026-05-04", 3)).toEqual([0, 0, 8]);
    expect(daily(compiled(calendarXml(office + old, "<Exceptions/>")), "2026-05-04", 3)).toEqual([0, 0, 8]);
    expect(daily(compiled(calendarXml(office + old, modern)), "2026-05-04", 3)).toEqual([8, 0, 8]);
  });
  test("that cannot be read are said, not guessed", () => {
    const noHours = exception(period("2026-05-04", "2026-05-04"), "<Type>1</Type>", "<DayWorking>1</DayWorking>");
    const noRule = exception(period("2026-05-04", "2026-05-04"), "<Type>6</Type><DaysOfWeek>0</DaysOfWeek>", off);
    const noEnd = exception("<TimePeriod><FromDate>2026-05-04T00:00:00</FromDate></TimePeriod>", "<Type>1</Type>", off);
    const result = readMspdi(document(calendarXml(office, `<Exceptions>${noHours}${noRule}${noEnd}</Exceptions>`)));
    expect(orThrow(result).plan.calendars?.[0]?.exceptions).toBeUndefined();
    expect(result.issues.map(({ code }) => code)).toEqual(Array(3).fill("interop/mspdi-unreadable-exception"));
  });
});

test("a counted recurrence is written with the day of its last occurrence, tenths of a minute with seconds", () => {
  const row: CalendarRow = {
    id: "1",
    week: { monday: [{ from: 480.5, to: 720 }] },
    exceptions: [
      {
        from: "2026-05-01",
        to: "2029-12-31",
        intervals: [],
        recurrence: { kind: "monthly", every: 2, day: 31 },
        occurrences: 3,
      },
    ],
  };
  const text = writeMspdi({ formatVersion: 1, calendars: [row] });
  expect(text).toContain("<ToDate>2026-09-30T23:59:00</ToDate></TimePeriod><Occurrences>3</Occurrences>");
  const [again] = orThrow(readMspdi(text)).plan.calendars!;
  expect(again!.week).toEqual(row.week);
  expect(orThrow(exceptionDays(again!.exceptions![0]!))).toEqual(orThrow(exceptionDays(row.exceptions![0]!)));
});

/** Contents of the elements of a name, by their text alone. */
const parts = (text: string, name: string): string[] =>
  [...text.matchAll(new RegExp(`<${name}>(.*?)</${name}>`, "gs"))].map((match) => match[1]!);
const part = (text: string, name: string): string | undefined => parts(text, name)[0]?.trim();

function hoursStated(day: string): number {
  return parts(day, "WorkingTime").reduce((sum, time) => {
    const [from, to] = ["FromTime", "ToTime"].map((name) => {
      const [hour, minute] = part(time, name)!.split(":").map(Number);
      return hour! + minute! / 60;
    });
    return sum + (to! > from! ? to! - from! : to! + 24 - from!);
  }, 0);
}

describe("real files", () => {
  const files = ["mspdi", "mspdi-calendars", "mspdi-converted"].flatMap((folder) => {
    const path = sharedData("schedules", folder);
    const names = path === undefined ? [] : readdirSync(path).filter((name) => name.endsWith(".xml"));
    return names.map((name) => [`${folder}/${name}`, `${path}/${name}`] as const);
  });
  for (const [name, path] of files) {
    test(`the two styles of ${name} tell of the same days, and counts of occurrences end where the file says`, () => {
      const source = readFileSync(path);
      const text = source.toString("utf8");
      const rows = orThrow(readMspdi(source)).plan.calendars ?? [];
      const compile = (specs: CalendarRow[]) => compileCalendars(specs.map(({ zone: _none, ...spec }) => spec));
      const all = compile([...rows]);
      for (const calendar of parts(text, "Calendar")) {
        const row = rows.find(({ id }) => id === part(calendar, "UID"));
        if (row === undefined) continue;
        parts(calendar, "Exception").forEach((each, at) => {
          if (part(each, "EnteredByOccurrences") !== "1") return;
          const days = orThrow(exceptionDays(row.exceptions![at]!));
          expect([days.length, days.at(-1)]).toEqual([
            Number(part(each, "Occurrences")),
            part(each, "ToDate")!.slice(0, 10),
          ]);
        });
        const stated = new Map<number, number>();
        for (const day of parts(calendar, "WeekDay").filter((each) => part(each, "DayType") === "0")) {
          const [from, to] = [part(day, "FromDate")!, part(day, "ToDate")!].map(dayOf);
          for (let each = from!; each <= to!; each++) stated.set(each, hoursStated(day));
        }
        if (stated.size === 0 || !all.ok) continue;
        const { exceptions: _gone, ...plain } = row;
        const usual = orThrow(compile(rows.map((each) => (each === row ? plain : each))));
        const at = rows.indexOf(row);
        const work = ({ calendars }: typeof usual, day: number): number =>
          workBetween(calendars[at]!, day * ticksPerDay, (day + 1) * ticksPerDay) / 600;
        for (let day = Math.min(...stated.keys()) - 7; day <= Math.max(...stated.keys()) + 7; day++) {
          expect([day, work(all.value, day)]).toEqual([day, stated.get(day) ?? work(usual, day)]);
        }
      }
    });
  }
});

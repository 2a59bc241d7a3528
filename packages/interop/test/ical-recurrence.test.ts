import { exceptionDays } from "@evenkeel/calendar";
import { orThrow } from "@evenkeel/kernel";
import { testLaws } from "@evenkeel/test-kit";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readIcal } from "../src/ical.js";

const calendarOf = (from: string, rule: string, more = "") =>
  orThrow(
    readIcal(
      `BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:a\r\nDTSTART;VALUE=DATE:${from.replaceAll("-", "")}\r\n${more}RRULE:${rule}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`,
    ),
  );

/** Days off of the one event, each once, up to a day. */
function daysOff(from: string, rule: string, to: string, more = ""): string[] | undefined {
  const exceptions = calendarOf(from, rule, more).plan.calendars?.[0]?.exceptions;
  if (exceptions === undefined) return undefined;
  return [...new Set(exceptions.flatMap((each) => orThrow(exceptionDays(each, undefined, to))))].sort();
}

const codes = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
const day = 86_400_000;
const at = (text: string) => Date.parse(`${text}T00:00:00Z`) / day;
const textOf = (number: number) => new Date(number * day).toISOString().slice(0, 10);

interface Rule {
  readonly frequency: string;
  readonly every: number;
  readonly months: readonly number[];
  readonly monthDays: readonly number[];
  readonly days: readonly string[];
  readonly position: number | undefined;
  readonly weekStart: string;
  readonly count: number | undefined;
}

/** The oracle: each day of ten years is asked whether the rule means it. */
function meant(rule: Rule, from: string, to: string): string[] {
  const start = new Date(at(from) * day);
  const week = (number: number) => Math.floor((number + 3 - codes.indexOf(rule.weekStart)) / 7);
  const periodOf = (number: number): number => {
    const date = new Date(number * day);
    if (rule.frequency === "DAILY") return number;
    if (rule.frequency === "WEEKLY") return week(number);
    const year = date.getUTCFullYear();
    return rule.frequency === "YEARLY" ? year : year * 12 + date.getUTCMonth();
  };
  const isMeant = (number: number): boolean => {
    const date = new Date(number * day);
    const [month, inMonth] = [date.getUTCMonth() + 1, date.getUTCDate()];
    const length = new Date(Date.UTC(date.getUTCFullYear(), month, 0)).getUTCDate();
    const code = codes[(date.getUTCDay() + 6) % 7] as string;
    if (rule.months.length > 0 && !rule.months.includes(month)) return false;
    if (rule.monthDays.length > 0 && !rule.monthDays.some((each) => each === inMonth || length + 1 + each === inMonth))
      return false;
    const isYear = rule.frequency === "YEARLY" && rule.months.length === 0 && rule.monthDays.length === 0;
    const yearStart = Date.UTC(date.getUTCFullYear(), 0, 1) / day;
    const yearEnd = Date.UTC(date.getUTCFullYear(), 11, 31) / day;
    const nth = Math.ceil((isYear ? number - yearStart + 1 : inMonth) / 7);
    const back = -Math.ceil((isYear ? yearEnd - number + 1 : length - inMonth + 1) / 7);
    if (rule.days.length > 0) return rule.days.some((each) => [code, `${nth}${code}`, `${back}${code}`].includes(each));
    if (rule.frequency === "WEEKLY") return date.getUTCDay() === start.getUTCDay();
    if (rule.frequency === "DAILY" || rule.monthDays.length > 0) return true;
    if (inMonth !== start.getUTCDate()) return false;
    return rule.frequency !== "YEARLY" || rule.months.length > 0 || month === start.getUTCMonth() + 1;
  };
  const periods = new Map<number, number[]>();
  for (let number = at(from) - 400; number <= at(to) + 400; number++) {
    const period = periodOf(number);
    if ((((period - periodOf(at(from))) % rule.every) + rule.every) % rule.every !== 0 || !isMeant(number)) continue;
    periods.set(period, [...(periods.get(period) ?? []), number]);
  }
  const { position } = rule;
  const chosen = [...periods.values()].flatMap((days) =>
    position === undefined ? days : (days.at(position > 0 ? position - 1 : position) ?? []),
  );
  const all = [...new Set([at(from), ...chosen.filter((number) => number > at(from))])].sort((a, b) => a - b);
  return all
    .slice(0, rule.count ?? all.length)
    .filter((number) => number <= at(to))
    .map(textOf);
}

const some = <T>(of: readonly T[], most: number): fc.Arbitrary<T[]> => fc.subarray([...of], { maxLength: most });
const anyRule: fc.Arbitrary<Rule> = fc
  .record({
    frequency: fc.constantFrom("DAILY", "WEEKLY", "MONTHLY", "YEARLY"),
    every: fc.constantFrom(1, 1, 2, 3),
    months: fc.oneof(fc.constant([]), some([1, 2, 3, 5, 12], 2)),
    monthDays: fc.oneof(fc.constant([]), some([1, 15, 29, 31, -1, -3], 2)),
    weekdays: fc.oneof(fc.constant<string[]>([]), some(codes, 7)),
    nth: fc.constantFrom("", "", "1", "2", "4", "-1", "-2", "5"),
    position: fc.constantFrom(undefined, undefined, 1, 2, -1),
    weekStart: fc.constantFrom("MO", "SU", "TH"),
    count: fc.constantFrom(undefined, undefined, 1, 5, 40),
  })
  .map(({ weekdays, nth, ...rule }) => {
    const isShort = rule.frequency === "DAILY" || rule.frequency === "WEEKLY";
    const monthDays = rule.frequency === "WEEKLY" ? [] : rule.monthDays;
    const isBare = weekdays.length + monthDays.length + rule.months.length === 0;
    return {
      ...rule,
      monthDays,
      days: weekdays.map((code) => (isShort ? code : nth + code)),
      position: isBare ? undefined : rule.position,
    };
  });

function written(rule: Rule, until: string): string {
  const list = (name: string, values: readonly (string | number)[]) =>
    values.length === 0 ? "" : `;${name}=${values.join(",")}`;
  const { frequency, every, months, monthDays, days, position, weekStart, count } = rule;
  const end = count === undefined ? `;UNTIL=${until.replaceAll("-", "")}` : `;COUNT=${count}`;
  const at = position === undefined ? "" : `;BYSETPOS=${position}`;
  return `FREQ=${frequency};INTERVAL=${every};WKST=${weekStart}${list("BYMONTH", months)}${list("BYMONTHDAY", monthDays)}${list("BYDAY", days)}${at}${end}`;
}

testLaws("rules of recurring days", [
  {
    name: "give the days the standard means, as an oracle that asks each day says",
    statedRuns: 10_000,
    property: fc.property(anyRule, fc.integer({ min: 0, max: 1460 }), (rule, offset) => {
      const from = textOf(at("2024-01-01") + offset);
      const to = textOf(at(from) + 900);
      expect(daysOff(from, written(rule, to), to)).toEqual(meant(rule, from, to));
    }),
  },
]);

describe("rules of recurring days", () => {
  const recurrences = (from: string, rule: string) =>
    calendarOf(from, rule).plan.calendars?.[0]?.exceptions?.map(({ recurrence }) => recurrence);

  test("several positions a month are a recurrence each", () => {
    expect(recurrences("2026-01-05", "FREQ=MONTHLY;BYDAY=1MO,3MO")).toEqual([
      { kind: "monthlyByPosition", every: 1, position: 1, on: "monday" },
      { kind: "monthlyByPosition", every: 1, position: 3, on: "monday" },
    ]);
  });

  test("a position within a set of days is one of calendars where they have a word for the set", () => {
    expect(recurrences("2026-01-30", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1")).toEqual([
      { kind: "monthlyByPosition", every: 1, position: 5, on: "weekday" },
    ]);
    expect(recurrences("2026-11-26", "FREQ=YEARLY;BYMONTH=11;BYDAY=TH;BYSETPOS=4")).toEqual([
      { kind: "yearlyByPosition", month: 11, position: 4, on: "thursday" },
    ]);
  });

  test("a month without the day has none: the last day does not stand for it", () => {
    expect(daysOff("2026-01-31", "FREQ=MONTHLY;COUNT=3", "2027-01-01")).toEqual([
      "2026-01-31",
      "2026-03-31",
      "2026-05-31",
    ]);
    expect(daysOff("2024-02-29", "FREQ=YEARLY", "2033-01-01")).toEqual(["2024-02-29", "2028-02-29", "2032-02-29"]);
  });

  test("weeks of every other week begin where the rule says", () => {
    expect(daysOff("2026-01-06", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;COUNT=4", "2026-12-31")).toEqual([
      "2026-01-06",
      "2026-01-11",
      "2026-01-20",
      "2026-01-25",
    ]);
    expect(daysOff("2026-01-06", "FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=TU,SU;COUNT=4", "2026-12-31")).toEqual([
      "2026-01-06",
      "2026-01-18",
      "2026-01-20",
      "2026-02-01",
    ]);
  });

  test("the first day counts though the rule does not give it", () => {
    expect(daysOff("2026-03-28", "FREQ=YEARLY;BYMONTH=3;BYDAY=2SU;COUNT=3", "2030-01-01")).toEqual([
      "2026-03-28",
      "2027-03-14",
      "2028-03-12",
    ]);
  });

  test("rules that fit no day end", () => {
    const event = (uid: number) =>
      `BEGIN:VEVENT\r\nUID:${uid}\r\nDTSTART;VALUE=DATE:20260101\r\nRRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31\r\nEND:VEVENT\r\n`;
    const text = `BEGIN:VCALENDAR\r\n${Array.from({ length: 2000 }, (_none, index) => event(index)).join("")}END:VCALENDAR\r\n`;
    const { report } = orThrow(readIcal(text));
    expect(report.issues.some(({ code }) => code === "interop/ical-unread-recurrence")).toBe(true);
  });
});

import type { CalendarException, MonthPosition, Recurrence, WeekdayName } from "@evenkeel/calendar";
import { exceptionDays } from "@evenkeel/calendar";
import { formatDay, weekday } from "@evenkeel/kernel";
import { dayOf } from "../shift-day.js";

/** A rule without an end runs to the last day that calendars know. */
export const lastDay = "2149-12-31";
/** Days one event is expanded to at most. */
const mostDays = 1000;

const names = new Map<string, WeekdayName>([
  ["MO", "monday"],
  ["TU", "tuesday"],
  ["WE", "wednesday"],
  ["TH", "thursday"],
  ["FR", "friday"],
  ["SA", "saturday"],
  ["SU", "sunday"],
]);

function weekdayOf(day: string): WeekdayName {
  return [...names.values()][weekday(dayOf(day)) - 1] as WeekdayName;
}

function positionOf(text: string): { readonly position: MonthPosition; readonly on: WeekdayName } | undefined {
  const match = /^\+?(-1|[1-4])(MO|TU|WE|TH|FR|SA|SU)$/.exec(text);
  const on = names.get(match?.[2] ?? "");
  if (match === null || on === undefined) return undefined;
  return { position: (match[1] === "-1" ? 5 : Number(match[1])) as MonthPosition, on };
}

/** A rule as a recurrence of calendars; undefined where they have no word for it. */
function recurrenceOf(rule: ReadonlyMap<string, string>, from: string): Recurrence | undefined {
  const every = Number(rule.get("INTERVAL") ?? 1);
  if (!Number.isInteger(every) || every < 1 || every > 10_000) return undefined;
  const known = ["FREQ", "INTERVAL", "COUNT", "UNTIL", "WKST", "BYDAY", "BYMONTH", "BYMONTHDAY"];
  if ([...rule.keys()].some((key) => !known.includes(key))) return undefined;
  const [byDay, byMonth, byMonthDay] = [rule.get("BYDAY"), rule.get("BYMONTH"), rule.get("BYMONTHDAY")];
  const day = Number(byMonthDay ?? from.slice(8, 10));
  const month = Number(byMonth ?? from.slice(5, 7));
  const isDay = Number.isInteger(day) && day >= 1 && day <= 31;
  const isMonth = Number.isInteger(month) && month >= 1 && month <= 12;
  const position = byDay === undefined ? undefined : positionOf(byDay);
  switch (rule.get("FREQ")) {
    case "DAILY":
      return (byDay ?? byMonth ?? byMonthDay) ? undefined : { kind: "daily", every };
    case "WEEKLY": {
      const weekdays = (byDay ?? "").split(",").flatMap((each) => names.get(each) ?? []);
      const isPlain = byDay === undefined || weekdays.length === byDay.split(",").length;
      if (!isPlain || (byMonth ?? byMonthDay) !== undefined) return undefined;
      return { kind: "weekly", every, weekdays: byDay === undefined ? [weekdayOf(from)] : weekdays };
    }
    case "MONTHLY":
      if (byMonth !== undefined) return undefined;
      if (byDay === undefined) return isDay ? { kind: "monthly", every, day } : undefined;
      return position === undefined || byMonthDay !== undefined
        ? undefined
        : { kind: "monthlyByPosition", every, ...position };
    case "YEARLY":
      if (every !== 1 || !isMonth) return undefined;
      if (byDay === undefined) return isDay ? { kind: "yearly", month, day } : undefined;
      return position === undefined || byMonthDay !== undefined
        ? undefined
        : { kind: "yearlyByPosition", month, ...position };
    default:
      return undefined;
  }
}

/** The parts of a rule by name. */
function partsOf(text: string): Map<string, string> {
  return new Map(
    text.split(";").flatMap((part) => {
      const [name = "", value] = part.split("=");
      return value === undefined ? [] : [[name.trim().toUpperCase(), value.trim().toUpperCase()] as const];
    }),
  );
}

/** The days off of one event. */
export interface DaysOff {
  readonly name: string | undefined;
  readonly from: string;
  /** Whole days, at least 1. */
  readonly length: number;
  readonly rule: string | undefined;
  /** First days added, and first days taken away. */
  readonly added: readonly string[];
  readonly removed: ReadonlySet<string>;
}

function single(name: string | undefined, from: string, length: number): CalendarException {
  const range = { from, to: formatDay(dayOf(from) + length - 1), intervals: [] };
  return name === undefined ? range : { name, ...range };
}

/** Days off as exceptions of a calendar: by a recurrence where calendars have one for it, else day by day; undefined where neither can. */
export function exceptionsOf(off: DaysOff): CalendarException[] | undefined {
  const { name, from, length, rule, added, removed } = off;
  const extra = added.filter((day) => day !== from && !removed.has(day)).map((day) => single(name, day, length));
  if (rule === undefined) return removed.has(from) ? extra : [single(name, from, length), ...extra];
  const parts = partsOf(rule);
  const recurrence = recurrenceOf(parts, from);
  if (recurrence === undefined) return undefined;
  const until = /^(\d{4})(\d{2})(\d{2})/.exec(parts.get("UNTIL") ?? "");
  const to = until === null ? lastDay : `${until[1]}-${until[2]}-${until[3]}`;
  const count = Number(parts.get("COUNT") ?? 0);
  if (to < from || !Number.isInteger(count) || count < 0 || count > 10_000) return undefined;
  const base = { ...single(name, from, 1), to, recurrence };
  const recurring: CalendarException = count > 0 ? { ...base, occurrences: count } : base;
  if (length === 1 && removed.size === 0) return [recurring, ...extra];
  const days = exceptionDays(recurring);
  if (!days.ok || days.value.length > mostDays) return undefined;
  return [...days.value.filter((day) => !removed.has(day)).map((day) => single(name, day, length)), ...extra];
}

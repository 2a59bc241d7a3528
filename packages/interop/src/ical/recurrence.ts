import type { CalendarException, MonthPosition, PositionedDay, Recurrence, WeekdayName } from "@evenkeel/calendar";
import { exceptionDays } from "@evenkeel/calendar";
import { formatDay, isCivilDay, weekday } from "@evenkeel/kernel";
import { dayOf } from "../shift-day.js";
import { type DayRule, dayRuleOf, expandRule } from "./expand.js";

/** A rule without an end runs to the last day that calendars know. */
export const lastDay = "2149-12-31";
/** Days one event is expanded to at most. */
const mostDays = 1000;
/** First days that a recurrence must give as the rule does before it stands for it. */
const compared = 60;

const names: readonly WeekdayName[] = [
  ...(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const),
];

/** What a set of weekdays is called where a position counts within it. */
function positionedName(days: DayRule["days"]): PositionedDay | undefined {
  const set = [...new Set(days.map((each) => each.weekday))].sort().join("");
  if (set === "12345") return "weekday";
  if (set === "67") return "weekendDay";
  if (set === "1234567") return "day";
  return set.length === 1 ? names[Number(set) - 1] : undefined;
}

const positionOf = (nth: number): MonthPosition | undefined =>
  nth === -1 ? 5 : nth >= 1 && nth <= 4 ? (nth as MonthPosition) : undefined;

/** Positions of days within a month; undefined where calendars have no word for one. */
function positionsOf({ days, positions }: DayRule): { position: MonthPosition; on: PositionedDay }[] | undefined {
  if (positions.length > 0) {
    const on = days.every(({ nth }) => nth === 0) ? positionedName(days) : undefined;
    const found = positions.map(positionOf);
    return on === undefined || found.includes(undefined)
      ? undefined
      : found.map((position) => ({ position: position as MonthPosition, on }));
  }
  const found = days.map(({ nth, weekday: number }) => {
    const position = positionOf(nth);
    return position === undefined ? undefined : { position, on: names[number - 1] as WeekdayName };
  });
  return found.every((each) => each !== undefined) ? found : undefined;
}

/** Recurrences of calendars that might say together what a rule says; whether they do is compared day by day. */
function candidatesOf(rule: DayRule, from: string): Recurrence[] | undefined {
  const { every, months, monthDays, days } = rule;
  const [month, day] = [Number(from.slice(5, 7)), Number(from.slice(8, 10))];
  if (rule.frequency === "DAILY")
    return months.length + monthDays.length + days.length === 0 ? [{ kind: "daily", every }] : undefined;
  if (rule.frequency === "WEEKLY") {
    const own = [{ nth: 0, weekday: weekday(dayOf(from)) }];
    const weekdays = (days.length > 0 ? days : own).map((each) => names[each.weekday - 1] as WeekdayName);
    return months.length > 0 ? undefined : [{ kind: "weekly", every, weekdays: [...new Set(weekdays)] }];
  }
  const positions = days.length === 0 ? [] : positionsOf(rule);
  if (positions === undefined || (days.length > 0 && monthDays.length > 0)) return undefined;
  const numbers = monthDays.length > 0 ? monthDays : [day];
  if (rule.frequency === "MONTHLY") {
    if (months.length > 0) return undefined;
    if (days.length > 0) return positions.map((each) => ({ kind: "monthlyByPosition", every, ...each }));
    return numbers.map((each) => ({ kind: "monthly", every, day: each }));
  }
  if (every !== 1) return undefined;
  return (months.length > 0 ? months : [month]).flatMap((each): Recurrence[] =>
    days.length > 0
      ? positions.map((at) => ({ kind: "yearlyByPosition", month: each, ...at }))
      : numbers.map((number) => ({ kind: "yearly", month: each, day: number })),
  );
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

/** Recurring exceptions that give the first days of a rule and no others; undefined where none do. */
function recurring(
  off: DaysOff,
  rule: DayRule,
  { days: first, isWhole }: ReturnType<typeof expandRule>,
): CalendarException[] | undefined {
  const candidates = candidatesOf(rule, off.from);
  if (candidates === undefined || candidates.length === 0 || candidates.length > 31) return undefined;
  if (rule.count > 0 && candidates.length > 1) return undefined;
  const base = { ...single(off.name, off.from, 1), to: formatDay(rule.last) };
  const made = candidates.map(
    (recurrence): CalendarException =>
      rule.count > 0 ? { ...base, recurrence, occurrences: rule.count } : { ...base, recurrence },
  );
  const until = isWhole ? formatDay(rule.last) : (first.at(-1) as string);
  const given = new Set<string>();
  for (const exception of made) {
    const days = exceptionDays(exception, undefined, until);
    if (!days.ok) return undefined;
    for (const day of days.value) given.add(day);
  }
  return given.size === first.length && first.every((day) => given.has(day)) ? made : undefined;
}

/** Days off as exceptions of a calendar: by recurrences where calendars have such for it, else day by day; undefined where neither can. */
export function exceptionsOf(off: DaysOff, budget: { periods: number }): CalendarException[] | undefined {
  const { name, from, length, removed } = off;
  const extra = off.added.filter((day) => day !== from && !removed.has(day)).map((day) => single(name, day, length));
  if (off.rule === undefined) return removed.has(from) ? extra : [single(name, from, length), ...extra];
  const parts = partsOf(off.rule);
  const until = /^(\d{4})(\d{2})(\d{2})/.exec(parts.get("UNTIL") ?? "");
  if (until !== null && !isCivilDay(Number(until[1]), Number(until[2]), Number(until[3]))) return undefined;
  const to = until === null ? lastDay : `${until[1]}-${until[2]}-${until[3]}`;
  const rule = to < from ? undefined : dayRuleOf(parts, to < lastDay ? to : lastDay);
  if (rule === undefined) return undefined;
  if (length === 1 && removed.size === 0) {
    const first = expandRule(rule, from, compared, budget);
    const made = recurring(off, rule, first);
    if (made !== undefined) return [...made, ...extra];
  }
  const { days, isWhole } = expandRule(rule, from, mostDays, budget);
  if (!isWhole) return undefined;
  return [...days.filter((day) => !removed.has(day)).map((day) => single(name, day, length)), ...extra];
}

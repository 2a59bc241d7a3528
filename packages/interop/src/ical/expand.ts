import { civilDay, dayNumber, formatDay, weekday } from "@evenkeel/kernel";
import { dayOf } from "../shift-day.js";

/** The parts of a rule that days can be told from. */
export interface DayRule {
  readonly every: number;
  readonly frequency: "DAILY" | "WEEKLY" | "MONTHLY" | "YEARLY";
  readonly months: readonly number[];
  /** Negative from the end of the month. */
  readonly monthDays: readonly number[];
  /** `nth` is 0 for every such day; negative from the end. */
  readonly days: readonly { readonly nth: number; readonly weekday: number }[];
  readonly positions: readonly number[];
  readonly weekStart: number;
  /** 0 = without end. */
  readonly count: number;
  /** Last day that may be given. */
  readonly last: number;
}

const weekdays = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
const frequencies = new Set(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]);
const known = new Set([
  ...["FREQ", "INTERVAL", "COUNT", "UNTIL", "WKST", "BYDAY", "BYMONTH", "BYMONTHDAY", "BYSETPOS"],
]);

/** Whole numbers of a list, each within its bound and not 0; undefined where one is none. */
function numbersOf(text: string | undefined, most: number, isSigned: boolean): number[] | undefined {
  if (text === undefined) return [];
  const found = text.split(",").map((each) => (/^[+-]?\d{1,3}$/.test(each) ? Number(each) : 0));
  return found.every((each) => each !== 0 && Math.abs(each) <= most && (isSigned || each > 0)) ? found : undefined;
}

function daysOf(text: string | undefined): DayRule["days"] | undefined {
  if (text === undefined) return [];
  const found = text.split(",").map((each) => {
    const match = /^([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)$/.exec(each);
    return { nth: Number(match?.[1] ?? 0), weekday: match === null ? 0 : weekdays.indexOf(match[2] as string) + 1 };
  });
  return found.every((each) => each.weekday > 0) ? found : undefined;
}

/** A rule of whole days; undefined where it has parts days cannot be told from. */
export function dayRuleOf(parts: ReadonlyMap<string, string>, last: string): DayRule | undefined {
  if ([...parts.keys()].some((key) => !known.has(key))) return undefined;
  const every = Number(parts.get("INTERVAL") ?? 1);
  const count = Number(parts.get("COUNT") ?? 0);
  const frequency = parts.get("FREQ") ?? "";
  const [months, monthDays] = [
    numbersOf(parts.get("BYMONTH"), 12, false),
    numbersOf(parts.get("BYMONTHDAY"), 31, true),
  ];
  const [days, positions] = [daysOf(parts.get("BYDAY")), numbersOf(parts.get("BYSETPOS"), 366, true)];
  const weekStart = weekdays.indexOf(parts.get("WKST") ?? "MO") + 1;
  if (months === undefined || monthDays === undefined || days === undefined || positions === undefined)
    return undefined;
  const isWhole = Number.isInteger(every) && every >= 1 && every <= 10_000;
  if (!isWhole || !Number.isInteger(count) || count < 0 || count > 10_000 || weekStart === 0) return undefined;
  if (!frequencies.has(frequency)) return undefined;
  const isShort = frequency === "DAILY" || frequency === "WEEKLY";
  if (isShort && days.some(({ nth }) => nth !== 0)) return undefined;
  if (frequency === "WEEKLY" && monthDays.length > 0) return undefined;
  const named = frequency as DayRule["frequency"];
  return { every, frequency: named, months, monthDays, days, positions, weekStart, count, last: dayOf(last) };
}

const isIn = (list: readonly number[], value: number): boolean => list.length === 0 || list.includes(value);

/** Days of a span that are of the weekdays asked for, counted from its ends where so stated. */
function byWeekday({ days }: DayRule, first: number, next: number): number[] {
  const found: number[] = [];
  for (const { nth, weekday: wanted } of days) {
    const start = first + ((wanted - weekday(first) + 7) % 7);
    const end = next - 1 - ((weekday(next - 1) - wanted + 7) % 7);
    if (nth > 0) found.push(start + (nth - 1) * 7);
    else if (nth < 0) found.push(end + (nth + 1) * 7);
    else for (let day = start; day < next; day += 7) found.push(day);
  }
  return found.filter((day) => day >= first && day < next);
}

function ofMonth(rule: DayRule, year: number, month: number, own: number): number[] {
  const first = dayNumber(year, month, 1);
  const next = month === 12 ? dayNumber(year + 1, 1, 1) : dayNumber(year, month + 1, 1);
  const numbers = rule.monthDays.length > 0 ? rule.monthDays : rule.days.length > 0 ? [] : [own];
  if (numbers.length === 0) return byWeekday(rule, first, next);
  const numbered = numbers.map((each) => (each > 0 ? first + each - 1 : next + each));
  const within = numbered.filter((day) => day >= first && day < next);
  if (rule.days.length === 0) return within;
  const among = new Set(byWeekday(rule, first, next));
  return within.filter((day) => among.has(day));
}

function ofYear(rule: DayRule, year: number, from: { readonly month: number; readonly day: number }): number[] {
  if (rule.months.length > 0) return rule.months.flatMap((month) => ofMonth(rule, year, month, from.day));
  if (rule.monthDays.length > 0)
    return Array.from({ length: 12 }, (_none, index) => ofMonth(rule, year, index + 1, from.day)).flat();
  if (rule.days.length > 0) return byWeekday(rule, dayNumber(year, 1, 1), dayNumber(year + 1, 1, 1));
  return ofMonth(rule, year, from.month, from.day);
}

/** The days of a period by its number, the one the first day is in being 0; undefined behind the last day. */
function periodOf(rule: DayRule, from: number, number: number): number[] | undefined {
  const { every, months, monthDays, days } = rule;
  const start = civilDay(from);
  switch (rule.frequency) {
    case "DAILY": {
      const day = from + number * every;
      if (day > rule.last) return undefined;
      const at = civilDay(day);
      const isDay = monthDays.length === 0 || ofMonth({ ...rule, days: [] }, at.year, at.month, at.day).includes(day);
      const isNamed = days.length === 0 || days.some((each) => each.weekday === weekday(day));
      return isIn(months, at.month) && isDay && isNamed ? [day] : [];
    }
    case "WEEKLY": {
      const first = from - ((weekday(from) - rule.weekStart + 7) % 7) + number * every * 7;
      if (first > rule.last) return undefined;
      const wanted = days.length > 0 ? days : [{ nth: 0, weekday: weekday(from) }];
      return byWeekday({ ...rule, days: wanted }, first, first + 7).filter((day) => isIn(months, civilDay(day).month));
    }
    case "MONTHLY": {
      const index = start.year * 12 + start.month - 1 + number * every;
      const [year, month] = [Math.floor(index / 12), (index % 12) + 1];
      if (dayNumber(year, month, 1) > rule.last) return undefined;
      return isIn(months, month) ? ofMonth(rule, year, month, start.day) : [];
    }
    case "YEARLY": {
      const year = start.year + number * every;
      return dayNumber(year, 1, 1) > rule.last ? undefined : ofYear(rule, year, start);
    }
  }
}

/** Days of a period in order, by their positions where the rule states such. */
function chosen(rule: DayRule, found: readonly number[]): number[] {
  const sorted = [...new Set(found)].sort((a, b) => a - b);
  if (rule.positions.length === 0) return sorted;
  const at = rule.positions.map((each) => sorted[each > 0 ? each - 1 : sorted.length + each]);
  return [...new Set(at.flatMap((day) => day ?? []))].sort((a, b) => a - b);
}

/**
 * The first days of a rule, at most `most` of them, and whether they are all; the first day of the event is always one. `budget`
 * counts the periods looked at for a whole file down to 0, so that rules that never fit end.
 *
 * Time O(periods), space O(days).
 * Source: RFC 5545, 3.3.10.
 */
export function expandRule(
  rule: DayRule,
  from: string,
  most: number,
  budget: { periods: number },
): { readonly days: readonly string[]; readonly isWhole: boolean } {
  const first = dayOf(from);
  const days = [first];
  const limit = rule.count > 0 ? rule.count : Number.POSITIVE_INFINITY;
  const end = (isWhole: boolean) => ({ days: days.map(formatDay), isWhole });
  for (let number = 0; days.length < limit; number++) {
    if (budget.periods-- <= 0) return end(false);
    const found = periodOf(rule, first, number);
    if (found === undefined) break;
    for (const day of chosen(rule, found)) {
      if (day <= first) continue;
      if (day > rule.last || days.length >= limit) return end(true);
      if (days.length >= most) return end(false);
      days.push(day);
    }
  }
  return end(true);
}

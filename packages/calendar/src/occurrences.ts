import { civilDay, dayNumber } from "@evenkeel/kernel";
import type { Layer, MonthPosition, PositionedDay, WeekdayName } from "./types.js";

/** Monday first. */
export const weekdayNames: readonly WeekdayName[] = [
  "monday",
  "tuesday",
  "wednesday",
  "thursday",
  "friday",
  "saturday",
  "sunday",
];

/** 0 Monday .. 6 Sunday. */
export const weekdayIndex = (day: number): number => (((day + 3) % 7) + 7) % 7;

function isOn(day: number, on: PositionedDay): boolean {
  const weekday = weekdayIndex(day);
  if (on === "day") return true;
  if (on === "weekday") return weekday < 5;
  return on === "weekendDay" ? weekday > 4 : weekdayNames[weekday] === on;
}

/** Month 0 is January 1970-style: months since year 0. */
const monthStart = (month: number): number => dayNumber(Math.floor(month / 12), (month % 12) + 1, 1);

function dayByPosition(month: number, position: MonthPosition, on: PositionedDay): number {
  const [first, past] = [monthStart(month), monthStart(month + 1)];
  const step = position === 5 ? -1 : 1;
  let left = position === 5 ? 1 : position;
  for (let day = position === 5 ? past - 1 : first; ; day += step) if (isOn(day, on) && --left === 0) return day;
}

/**
 * Calls `visit` with each day on which an exception holds, rising, up to `last`.
 *
 * A month day beyond the month's length means its last day; a day before the range is skipped, not moved; weeks are
 * counted from the Sunday on or before the first day.
 */
export function visitOccurrences(layer: Layer, first: number, last: number, visit: (day: number) => void): void {
  const { from, recurrence } = layer;
  const end = Math.min(layer.to, last);
  if (recurrence === undefined) {
    for (let day = Math.max(from, first); day <= end; day++) visit(day);
    return;
  }
  let left = layer.occurrences ?? Number.POSITIVE_INFINITY;
  const take = (day: number): void => {
    if (day < from || day > end || left-- <= 0) return;
    if (day >= first) visit(day);
  };
  if (recurrence.kind === "daily") {
    const { every } = recurrence;
    const last = Math.min(end, from + (left - 1) * every);
    for (let day = from + Math.max(0, Math.ceil((first - from) / every)) * every; day <= last; day += every) visit(day);
    return;
  }
  if (recurrence.kind === "weekly") {
    const sunday = from - ((weekdayIndex(from) + 1) % 7);
    for (let week = sunday; week <= end && left > 0; week += 7 * recurrence.every) {
      for (let day = week; day < week + 7; day++) {
        if (recurrence.weekdays.includes(weekdayNames[weekdayIndex(day)]!)) take(day);
      }
    }
    return;
  }
  const begun = civilDay(from);
  const isYearly = "month" in recurrence;
  const every = isYearly ? 12 : recurrence.every;
  let month = begun.year * 12 + (isYearly ? recurrence.month : begun.month) - 1;
  for (; monthStart(month) <= end && left > 0; month += every) {
    take(
      "on" in recurrence
        ? dayByPosition(month, recurrence.position, recurrence.on)
        : Math.min(monthStart(month) + recurrence.day, monthStart(month + 1)) - 1,
    );
  }
}

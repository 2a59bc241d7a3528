import type { WeekdayName } from "@evenkeel/calendar";
import type { CalendarRow } from "@evenkeel/core";
import { civilDay, dayNumber, isCivilDay } from "@evenkeel/kernel";
import { dayOf } from "../shift-day.js";

const weekdays: readonly WeekdayName[] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
/** A Monday. */
const origin = 4;

/** The last of `count` working days, the first of them on or after a day; undefined where there are not so many. */
export type LastWorkingDay = (from: number, count: number) => number | undefined;

/** Whether each excepted day works; a single day is stronger than one of every year, a later entry than an earlier. */
function exceptedDays({ exceptions = [] }: CalendarRow): Map<number, boolean> {
  const days = new Map<number, boolean>();
  for (const { from, to, recurrence, intervals } of exceptions) {
    if (recurrence?.kind !== "yearly") continue;
    for (let year = civilDay(dayOf(from)).year; year <= civilDay(dayOf(to)).year; year++) {
      const { month, day } = recurrence;
      if (isCivilDay(year, month, day)) days.set(dayNumber(year, month, day), intervals.length > 0);
    }
  }
  for (const { from, recurrence, intervals } of exceptions) {
    if (recurrence === undefined) days.set(dayOf(from), intervals.length > 0);
  }
  return days;
}

function runningSums(values: readonly number[]): number[] {
  const sums = [0];
  for (const value of values) sums.push((sums.at(-1) as number) + value);
  return sums;
}

/** Counts the working days of a calendar of the format: a week, single days and days of every year. */
export function lastWorkingDay(calendar: CalendarRow): LastWorkingDay {
  const works = weekdays.map((name) => (calendar.week[name]?.length ?? 0) > 0);
  const before = runningSums(works.map(Number));
  const perWeek = before.at(-1) as number;
  const changes = [...exceptedDays(calendar)].flatMap(([day, isWorking]) => {
    const change = Number(isWorking) - Number(works[(((day - origin) % 7) + 7) % 7]);
    return change === 0 ? [] : [{ day, change }];
  });
  changes.sort((a, b) => a.day - b.day);
  const sums = runningSums(changes.map(({ change }) => change));
  /** Working days up to a day, counted from the origin. */
  const countTo = (day: number): number => {
    const weeks = Math.floor((day - origin) / 7);
    let [low, high] = [0, changes.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((changes[middle] as { day: number }).day <= day) low = middle + 1;
      else high = middle;
    }
    return weeks * perWeek + (before[day - origin - weeks * 7 + 1] as number) + (sums[low] as number);
  };
  return (from, count) => {
    const wanted = countTo(from - 1) + count;
    let [low, high] = [from, from + 7 * (count + changes.length + 1)];
    if (perWeek === 0) high = Math.max(from, changes.at(-1)?.day ?? from);
    if (countTo(high) < wanted) return undefined;
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if (countTo(middle) >= wanted) high = middle;
      else low = middle + 1;
    }
    return low;
  };
}

import { type CalendarException, type DayInterval, exceptionDays, type WeekdayName } from "@evenkeel/calendar";
import type { CalendarRow } from "@evenkeel/core";
import { dayNumber, weekday } from "@evenkeel/kernel";
import { shiftDay } from "../shift-day.js";

const weekdays: readonly WeekdayName[] = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

/** Days of exceptions that are written at most. */
const mostDays = 20_000;

/** Days from the epoch of the dates, 1899-12-30, to 1970-01-01. */
const epochShift = 25_569;

function dayOf(text: string): number {
  return dayNumber(Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8, 10)));
}

function clock(minute: number): string {
  const whole = Math.round(minute) % 1440;
  return `${String(Math.floor(whole / 60)).padStart(2, "0")}:${String(whole % 60).padStart(2, "0")}`;
}

function hoursText(intervals: readonly DayInterval[]): string {
  return intervals.map(({ from, to }, at) => `(0||${at}(s|${clock(from)}|f|${clock(to)})())`).join("");
}

/** Special days one by one: those of other weeks, then exceptions, the later over the earlier. */
function datesOf(calendar: CalendarRow): ReadonlyMap<string, readonly DayInterval[]> {
  const dates = new Map<string, readonly DayInterval[]>();
  const put = (day: string, intervals: readonly DayInterval[]): void => {
    if (dates.size < mostDays || dates.has(day)) dates.set(day, intervals);
  };
  for (const { from, to, week } of calendar.workWeeks ?? []) {
    for (let day = from; day <= to && dates.size < mostDays; day = shiftDay(day, 1)) {
      const intervals = week[weekdays[weekday(dayOf(day)) % 7] as WeekdayName];
      if (intervals !== undefined) put(day, intervals);
    }
  }
  for (const exception of calendar.exceptions ?? []) for (const day of daysOf(exception)) put(day, exception.intervals);
  return dates;
}

function daysOf(exception: CalendarException): readonly string[] {
  if (exception.recurrence === undefined && exception.from === exception.to) return [exception.from];
  const days = exceptionDays(exception);
  return days.ok ? days.value : [];
}

/** The hours of a calendar as nested brackets: weekdays 1 = Sunday, dates in days from 1899-12-30, no hours = no work. */
export function calendarText(calendar: CalendarRow): string {
  const week = weekdays.flatMap((name, index) => {
    const intervals = calendar.week[name];
    return intervals === undefined ? [] : [`(0||${index + 1}()(${hoursText(intervals)}))`];
  });
  const dates = [...datesOf(calendar)].map(
    ([day, intervals], at) => `(0||${at}(d|${dayOf(day) + epochShift})(${hoursText(intervals)}))`,
  );
  return `(0||CalendarData()((0||DaysOfWeek()(${week.join("")}))(0||VIEW(ShowTotal|N)())(0||Exceptions()(${dates.join("")}))))`;
}

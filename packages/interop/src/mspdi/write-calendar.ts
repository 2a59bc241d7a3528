import {
  type CalendarException,
  type DayInterval,
  exceptionDays,
  type Recurrence,
  type WeekdayName,
  type WeekPattern,
} from "@evenkeel/calendar";
import type { CalendarRow } from "@evenkeel/core";
import { element, type Xml } from "./write-xml.js";

const weekdays: readonly WeekdayName[] = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];
const positioned: readonly string[] = ["day", "weekday", "weekendDay", ...weekdays];

const two = (value: number): string => String(value).padStart(2, "0");

function clock(minute: number): string {
  const seconds = Math.round((minute % 1440) * 60);
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

function workingTimes(intervals: readonly DayInterval[]): Xml[] {
  if (intervals.length === 0) return [element("DayWorking", "0")];
  const times = intervals.map(({ from, to }) =>
    element("WorkingTime", [element("FromTime", clock(from)), element("ToTime", clock(to))]),
  );
  return [element("DayWorking", "1"), element("WorkingTimes", times)];
}

function weekDays(week: WeekPattern): Xml[] {
  const days = weekdays.flatMap((name, index) => {
    const hours = week[name];
    return hours === undefined
      ? []
      : [element("WeekDay", [element("DayType", String(index + 1)), ...workingTimes(hours)])];
  });
  return days.length > 0 ? [element("WeekDays", days)] : [];
}

function period(from: string, to: string): Xml {
  return element("TimePeriod", [element("FromDate", `${from}T00:00:00`), element("ToDate", `${to}T23:59:00`)]);
}

function position(recurrence: { readonly position: number; readonly on: string }): Xml[] {
  return [
    element("MonthItem", String(positioned.indexOf(recurrence.on))),
    element("MonthPosition", String(recurrence.position - 1)),
  ];
}

/** In the order of the format's schema. */
function recurrenceParts(recurrence: Recurrence | undefined): Xml[] {
  if (recurrence === undefined) return [element("Type", "1")];
  const every = "every" in recurrence ? [element("Period", String(recurrence.every))] : [];
  const month = "month" in recurrence ? [element("Month", String(recurrence.month - 1))] : [];
  const day = "day" in recurrence ? [element("MonthDay", String(recurrence.day))] : [];
  switch (recurrence.kind) {
    case "daily":
      return [element("Type", "7"), ...every];
    case "yearly":
      return [element("Type", "2"), ...month, ...day];
    case "yearlyByPosition":
      return [element("Type", "3"), ...position(recurrence), ...month];
    case "monthly":
      return [element("Type", "4"), ...every, ...day];
    case "monthlyByPosition":
      return [element("Type", "5"), ...every, ...position(recurrence)];
    default: {
      const mask = recurrence.weekdays.reduce((sum, name) => sum + 2 ** weekdays.indexOf(name), 0);
      return [element("Type", "6"), ...every, element("DaysOfWeek", String(mask))];
    }
  }
}

/** Where occurrences are counted, the format wants the last day as well; a fault in the rule leaves the range as it is. */
function lastDayOf(exception: CalendarException): string {
  const days = exception.occurrences === undefined ? undefined : exceptionDays(exception);
  return (days?.ok ? days.value.at(-1) : undefined) ?? exception.to;
}

function exceptionElement(exception: CalendarException): Xml {
  const { name, occurrences } = exception;
  return element("Exception", [
    element("EnteredByOccurrences", occurrences === undefined ? "0" : "1"),
    period(exception.from, lastDayOf(exception)),
    ...(occurrences === undefined ? [] : [element("Occurrences", String(occurrences))]),
    ...(name === undefined ? [] : [element("Name", name)]),
    ...recurrenceParts(exception.recurrence),
    ...workingTimes(exception.intervals),
  ]);
}

/** A calendar as an element; exceptions in the style of 2007 and later alone. */
export function calendarElement(row: CalendarRow, uidOf: (id: string) => string): Xml {
  const weeks = (row.workWeeks ?? []).map((week) =>
    element("WorkWeek", [
      period(week.from, week.to),
      ...(week.name === undefined ? [] : [element("Name", week.name)]),
      ...weekDays(week.week),
    ]),
  );
  return element("Calendar", [
    element("UID", uidOf(row.id)),
    ...(row.name === undefined ? [] : [element("Name", row.name)]),
    element("IsBaseCalendar", row.parentId === undefined ? "1" : "0"),
    element("BaseCalendarUID", row.parentId === undefined ? "-1" : uidOf(row.parentId)),
    ...weekDays(row.week),
    ...(row.exceptions === undefined ? [] : [element("Exceptions", row.exceptions.map(exceptionElement))]),
    ...(weeks.length > 0 ? [element("WorkWeeks", weeks)] : []),
  ]);
}

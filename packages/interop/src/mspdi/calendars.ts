import type {
  CalendarException,
  DayInterval,
  MonthPosition,
  PositionedDay,
  Recurrence,
  WeekdayName,
  WeekPattern,
  WorkWeek,
} from "@evenkeel/calendar";
import type { CalendarRow } from "@evenkeel/core";
import { addRow, type Draft, defined, note, sourceOf, warn } from "../draft.js";
import { keepRest } from "../keep-rest.js";
import type { FateRule } from "../tally.js";
import { child, children, childText, type XmlElement } from "../xml-tree.js";
import { flagOf, numberOf, pathOf, timeOf } from "./values.js";

const place = "Project/Calendars/Calendar";
const weekdays: readonly WeekdayName[] = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

/** Minutes since midnight, to the tenth; a zone that some writers add to a time of day says nothing. */
function minuteOfDay(text: string | undefined): number | undefined {
  const match = /^(?:\d{4}-\d{2}-\d{2}T)?(\d{2}):([0-5]\d)(?::([0-5]\d)(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})?$/.exec(
    text ?? "",
  );
  if (match === null) return undefined;
  const minute = Number(match[1]) * 60 + Number(match[2]) + Math.round(Number(match[3] ?? 0) / 6) / 10;
  return minute <= 1440 ? minute : undefined;
}

/** Working times of a day; 00:00 as end is midnight, equal ends are 24 hours. */
function intervalsOf(draft: Draft, day: XmlElement): DayInterval[] {
  const found: DayInterval[] = [];
  for (const time of children(child(day, "WorkingTimes"), "WorkingTime")) {
    const [fromText, toText] = [childText(time, "FromTime"), childText(time, "ToTime")];
    if (fromText === undefined && toText === undefined) continue;
    const [from, to] = [minuteOfDay(fromText), minuteOfDay(toText)];
    if (from === undefined || to === undefined || from > 1439) {
      const shown = `${fromText ?? ""}-${toText ?? ""}`.slice(0, 60);
      warn(draft, "mspdi-invalid-value", pathOf(time, "FromTime"), [], {
        field: "WorkingTime",
        found: shown,
        expected: "08:00:00-12:00:00",
      });
    } else found.push({ from, to: to > from ? to : to + 1440 });
  }
  return found.sort((a, b) => a.from - b.from || a.to - b.to);
}

/** Undefined for a working day that states no hours: they are the base calendar's. */
function hoursOf(draft: Draft, day: XmlElement): DayInterval[] | undefined {
  const intervals = flagOf(day, "DayWorking") === false ? [] : intervalsOf(draft, day);
  return intervals.length > 0 || flagOf(day, "DayWorking") !== true ? intervals : undefined;
}

function weekOf(draft: Draft, holder: XmlElement): WeekPattern {
  const week: { [day in WeekdayName]?: readonly DayInterval[] } = {};
  for (const day of children(child(holder, "WeekDays"), "WeekDay")) {
    const name = weekdays[(numberOf(draft, day, "DayType") ?? 0) - 1];
    const hours = hoursOf(draft, day);
    if (name !== undefined && hours !== undefined) week[name] = hours;
  }
  return week;
}

/** Longest step and highest count of a recurrence that are believed. */
const mostSteps = 10_000;
/** The last day that MS Project knows. */
const lastDay = "2149-12-31";

interface Range {
  readonly from: string;
  readonly to: string;
  readonly occurrences?: number;
}

/** First and last day of a time period, both included; without a last day, a number of occurrences bounds it. */
function rangeOf(draft: Draft, holder: XmlElement): Range | undefined {
  const period = child(holder, "TimePeriod");
  if (period === undefined) return undefined;
  const [from, to] = [timeOf(draft, period, "FromDate"), timeOf(draft, period, "ToDate")];
  const occurrences = numberOf(draft, holder, "Occurrences") ?? 0;
  if (
    from !== undefined &&
    childText(period, "ToDate") === undefined &&
    Number.isInteger(occurrences) &&
    occurrences > 0 &&
    occurrences <= mostSteps
  )
    return { from: from.slice(0, 10), to: lastDay, occurrences };
  if (from === undefined || to === undefined || to < from) return undefined;
  return { from: from.slice(0, 10), to: to.slice(0, 10) };
}

const positioned: readonly PositionedDay[] = ["day", "weekday", "weekendDay", ...weekdays];

interface Position {
  readonly position: MonthPosition;
  readonly on: PositionedDay;
}

function positionOf(draft: Draft, exception: XmlElement): Position | undefined {
  const position = (numberOf(draft, exception, "MonthPosition") ?? -1) + 1;
  const on = positioned[numberOf(draft, exception, "MonthItem") ?? -1];
  const valid = Number.isInteger(position) && position >= 1 && position <= 5;
  return valid && on !== undefined ? { position: position as MonthPosition, on } : undefined;
}

/** The recurrence of an exception: undefined = every day of its range, null = not to be read. */
function recurrenceOf(draft: Draft, exception: XmlElement): Recurrence | undefined | null {
  const type = numberOf(draft, exception, "Type") ?? 1;
  const every = Math.max(1, Math.trunc(numberOf(draft, exception, "Period") ?? 1));
  if (every > mostSteps) return null;
  const month = (numberOf(draft, exception, "Month") ?? -1) + 1;
  const day = numberOf(draft, exception, "MonthDay") ?? 0;
  const isMonth = Number.isInteger(month) && month >= 1 && month <= 12;
  const isDay = Number.isInteger(day) && day >= 1 && day <= 31;
  const position = positionOf(draft, exception);
  if (type === 1 || type === 7) return every === 1 ? undefined : { kind: "daily", every };
  if (type === 2) return isMonth && isDay ? { kind: "yearly", month, day } : null;
  if (type === 3) return isMonth && position !== undefined ? { kind: "yearlyByPosition", month, ...position } : null;
  if (type === 4) return isDay ? { kind: "monthly", every, day } : null;
  if (type === 5) return position === undefined ? null : { kind: "monthlyByPosition", every, ...position };
  const mask = numberOf(draft, exception, "DaysOfWeek") ?? 0;
  const on = weekdays.filter((_name, bit) => Math.floor(mask / 2 ** bit) % 2 === 1);
  return type === 6 && on.length > 0 ? { kind: "weekly", every, weekdays: on } : null;
}

function exceptionOf(draft: Draft, calendarId: string, exception: XmlElement): CalendarException | undefined {
  const range = rangeOf(draft, exception);
  const recurrence = recurrenceOf(draft, exception);
  const intervals = hoursOf(draft, exception);
  if (range === undefined || recurrence === null || intervals === undefined) {
    const name = childText(exception, "Name") ?? "";
    warn(draft, "mspdi-unreadable-exception", [exception.line], [calendarId], { calendar: calendarId, name });
    return undefined;
  }
  return defined<CalendarException>({
    name: childText(exception, "Name"),
    ...range,
    intervals,
    recurrence,
  });
}

/** Exceptions in the old style: week days of type 0 with a period. */
function oldExceptions(draft: Draft, calendar: XmlElement): XmlElement[] {
  return children(child(calendar, "WeekDays"), "WeekDay").filter((day) => numberOf(draft, day, "DayType") === 0);
}

/** Files of 2007 and later say each exception twice; the new style, which alone knows recurrences, holds. */
function exceptionsOf(draft: Draft, id: string, calendar: XmlElement): CalendarException[] {
  const old = oldExceptions(draft, calendar);
  const modern = children(child(calendar, "Exceptions"), "Exception");
  if (old.length > 0 && modern.length > 0) {
    note(draft, "mspdi-both-exception-styles", [calendar.line], [id], { calendar: id, count: old.length });
  }
  const used = modern.length > 0 ? modern : old;
  return used.map((each) => exceptionOf(draft, id, each)).filter((each) => each !== undefined);
}

function workWeeksOf(draft: Draft, id: string, calendar: XmlElement): WorkWeek[] {
  const found: WorkWeek[] = [];
  for (const week of children(child(calendar, "WorkWeeks"), "WorkWeek")) {
    const range = rangeOf(draft, week);
    const name = childText(week, "Name");
    if (range !== undefined) found.push(defined<WorkWeek>({ name, ...range, week: weekOf(draft, week) }));
    else warn(draft, "mspdi-unreadable-exception", [week.line], [id], { calendar: id, name: name ?? "" });
  }
  return found;
}

/** Reads one calendar into a row; false when it has no id or one that was read before. */
export function readCalendar(
  draft: Draft,
  calendar: XmlElement,
  fateOf: (source: string) => Omit<FateRule, "source">,
): boolean {
  const id = childText(calendar, "UID");
  if (id === undefined) {
    warn(draft, "mspdi-missing-uid", [calendar.line], [], { element: "Calendar" });
    return false;
  }
  const parent = childText(calendar, "BaseCalendarUID");
  const exceptions = exceptionsOf(draft, id, calendar);
  const workWeeks = workWeeksOf(draft, id, calendar);
  const rest = keepRest(calendar, place, fateOf);
  const row = defined<CalendarRow>({
    id,
    name: childText(calendar, "Name"),
    parentId: parent === undefined || parent === "0" || parent.startsWith("-") || parent === id ? undefined : parent,
    week: weekOf(draft, calendar),
    workWeeks: workWeeks.length > 0 ? workWeeks : undefined,
    exceptions: exceptions.length > 0 ? exceptions : undefined,
    sources: [sourceOf(draft, "mspdi", id)],
    customFields: rest as CalendarRow["customFields"],
  });
  return addRow(draft, "calendars", row, [calendar.line]);
}

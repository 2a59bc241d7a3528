import type { CalendarException, DayInterval, WeekdayName, WeekPattern } from "@evenkeel/calendar";
import type { CalendarRow } from "@evenkeel/core";
import { dayNumber, formatDay, isCivilDay } from "@evenkeel/kernel";
import { type AttributeValues, attributeOf } from "../attribute-values.js";
import { addRow, type Draft, defined, note, sourceOf, warn } from "../draft.js";
import { child, children, type XmlElement } from "../xml-tree.js";

/** Hours of a working day: the format counts days and states no hours. */
export const workingDay: readonly DayInterval[] = [
  { from: 480, to: 720 },
  { from: 780, to: 1020 },
];
/** Minutes of a working day. */
export const minutesPerDay = 480;
/** The last day a holiday of every year is taken to. */
const lastDay = "2149-12-31";
const firstYear = 1970;

const names: readonly (readonly [string, WeekdayName])[] = [
  ["mon", "monday"],
  ["tue", "tuesday"],
  ["wed", "wednesday"],
  ["thu", "thursday"],
  ["fri", "friday"],
  ["sat", "saturday"],
  ["sun", "sunday"],
];

/** 1 means a day off; a day that is not stated is off on Saturday and Sunday. */
function weekOf(values: AttributeValues, week: XmlElement | undefined): WeekPattern {
  return Object.fromEntries(
    names.map(([short, name]) => {
      const flag = week === undefined ? undefined : values.text(week, short);
      const isOff = flag === undefined ? name === "saturday" || name === "sunday" : flag === "1";
      return [name, isOff ? [] : workingDay];
    }),
  );
}

function exceptionOf(draft: Draft, date: XmlElement): CalendarException | undefined {
  const [year, month, day] = ["year", "month", "date"].map((name) => Number(attributeOf(date, name) ?? Number.NaN));
  const type = attributeOf(date, "type") ?? "HOLIDAY";
  if (type === "NEUTRAL") {
    draft.lost.set(date, "an event that changes no working time");
    return undefined;
  }
  const isYearly = attributeOf(date, "year") === undefined;
  const isValid = isCivilDay(isYearly ? 2000 : (year ?? 0), month ?? 0, day ?? 0);
  if (!isValid || !["HOLIDAY", "WORKING_DAY"].includes(type)) {
    const found = ["year", "month", "date", "type"].map((name) => attributeOf(date, name) ?? "").join(" ");
    warn(draft, "gan-invalid-value", [date.line, "date"], [], {
      field: "date",
      found: found.slice(0, 60),
      expected: "a day",
    });
    draft.lost.set(date, "not readable");
    return undefined;
  }
  const name = date.text.trim();
  const intervals = type === "WORKING_DAY" ? workingDay : [];
  const shared = { name: name === "" ? undefined : name, intervals };
  if (!isYearly) {
    const text = formatDay(dayNumber(year as number, month as number, day as number));
    return defined<CalendarException>({
      ...shared,
      from: text,
      to: text,
      recurrence: undefined,
      occurrences: undefined,
    });
  }
  note(draft, "gan-yearly-holiday", [date.line, "date"], [], { month: month as number, day: day as number });
  return defined<CalendarException>({
    ...shared,
    from: formatDay(dayNumber(firstYear, 1, 1)),
    to: lastDay,
    recurrence: { kind: "yearly", month: month as number, day: day as number },
    occurrences: undefined,
  });
}

/** Reads the one calendar of a file. */
export function readGanttCalendar(draft: Draft, values: AttributeValues, root: XmlElement): WeekPattern {
  const calendars = child(root, "calendars");
  const week = weekOf(values, child(child(calendars, "day-types"), "default-week"));
  const exceptions = children(calendars, "date").flatMap((date) => exceptionOf(draft, date) ?? []);
  const row = defined<CalendarRow>({
    id: "calendar",
    name: undefined,
    week,
    exceptions: exceptions.length > 0 ? exceptions : undefined,
    sources: [sourceOf(draft, "ganttproject", "calendar")],
  });
  addRow(draft, "calendars", row);
  return week;
}

import type { CalendarException, DayInterval, WeekdayName, WeekPattern } from "@evenkeel/calendar";
import type { CalendarRow } from "@evenkeel/core";
import { dayNumber, formatDay, isCivilDay } from "@evenkeel/kernel";
import { attributeOf } from "../attribute-values.js";
import { addRow, defined, sourceOf, warn } from "../draft.js";
import { keepRest } from "../keep-rest.js";
import { child, children, type XmlElement } from "../xml-tree.js";
import type { PlannerReading } from "./values.js";

/** Hours of each type of day; a type that is not known here is the parent's. */
type DayTypes = ReadonlyMap<string, readonly DayInterval[]>;

/** Type of a day as the calendar above has it. */
const useBase = "2";
/** Types every file has; a working day without hours of its own has those of the tool. */
const standardTypes: readonly (readonly [string, readonly DayInterval[]])[] = [
  [
    "0",
    [
      { from: 480, to: 720 },
      { from: 780, to: 1020 },
    ],
  ],
  ["1", []],
];

const names: readonly (readonly [string, WeekdayName])[] = [
  ["mon", "monday"],
  ["tue", "tuesday"],
  ["wed", "wednesday"],
  ["thu", "thursday"],
  ["fri", "friday"],
  ["sat", "saturday"],
  ["sun", "sunday"],
];

function minuteOfDay(text: string | undefined): number | undefined {
  const match = /^(\d{2}):?(\d{2})$/.exec(text ?? "");
  const minute = match === null ? Number.NaN : Number(match[1]) * 60 + Number(match[2]);
  return minute <= 1440 ? minute : undefined;
}

/** An interval; an end that is not after the start is of the next day, so that 0000 to 0000 is the whole day. */
function intervalOf({ values }: PlannerReading, element: XmlElement): DayInterval[] {
  const [from, end] = [minuteOfDay(attributeOf(element, "start")), minuteOfDay(attributeOf(element, "end"))];
  if (from === undefined || end === undefined || from === 1440) {
    values.refuse(element, from === undefined ? "start" : "end", "0800");
    return [];
  }
  return [{ from, to: end > from ? end : end + 1440 }];
}

function dayTypesOf(reading: PlannerReading, calendar: XmlElement, inherited: DayTypes): DayTypes {
  const own = children(child(calendar, "overridden-day-types"), "overridden-day-type").map((type) => {
    const intervals = children(type, "interval").flatMap((each) => intervalOf(reading, each));
    return [attributeOf(type, "id") ?? "", intervals.sort((a, b) => a.from - b.from)] as const;
  });
  return new Map([...inherited, ...own]);
}

function weekOf(calendar: XmlElement, types: DayTypes): WeekPattern {
  const week = child(calendar, "default-week");
  return Object.fromEntries(
    names.flatMap(([short, name]) => {
      const type = attributeOf(week, short) ?? useBase;
      const hours = type === useBase ? undefined : types.get(type);
      return hours === undefined ? [] : [[name, hours] as const];
    }),
  );
}

function exceptionOf(reading: PlannerReading, day: XmlElement, types: DayTypes): CalendarException[] {
  const match = /^(\d{4})-?(\d{2})-?(\d{2})$/.exec(attributeOf(day, "date") ?? "");
  const [year, month, date] = [Number(match?.[1]), Number(match?.[2]), Number(match?.[3])];
  const id = attributeOf(day, "id") ?? "";
  const own = children(day, "interval").flatMap((each) => intervalOf(reading, each));
  const hours = own.length > 0 ? own : types.get(id);
  if (match === null || !isCivilDay(year, month, date) || (hours === undefined && id !== useBase)) {
    reading.values.refuse(day, match === null ? "date" : "id", "a day, and a type of day");
    reading.draft.lost.set(day, "not readable");
    return [];
  }
  if (hours === undefined) return [];
  const text = formatDay(dayNumber(year, month, date));
  return [{ from: text, to: text, intervals: hours }];
}

interface Placed {
  readonly element: XmlElement;
  readonly parentId: string | undefined;
  readonly types: DayTypes;
}

function readCalendar(reading: PlannerReading, { element, parentId }: Placed, id: string, types: DayTypes): boolean {
  const { draft, fateOf } = reading;
  const exceptions = children(child(element, "days"), "day").flatMap((day) => exceptionOf(reading, day, types));
  const bare = { ...element, children: element.children.filter((each) => each.name !== "calendar") };
  const row = defined<CalendarRow>({
    id,
    name: attributeOf(element, "name"),
    parentId,
    week: weekOf(element, types),
    exceptions: exceptions.length > 0 ? exceptions : undefined,
    sources: [sourceOf(draft, "planner", id)],
    customFields: keepRest(bare, "project/calendars/calendar", fateOf) as CalendarRow["customFields"],
  });
  return addRow(draft, "calendars", row, [element.line, "calendar"]);
}

/** Reads calendars, those inside another derived from it. */
export function readPlannerCalendars(reading: PlannerReading, root: XmlElement): void {
  const { draft } = reading;
  const types: DayTypes = new Map(standardTypes);
  const stack: Placed[] = children(child(root, "calendars"), "calendar")
    .map((element) => ({ element, parentId: undefined, types }))
    .reverse();
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const { element } = next;
    const id = attributeOf(element, "id");
    const own = dayTypesOf(reading, element, next.types);
    draft.counts.read++;
    if (id === undefined) warn(draft, "planner-missing-id", [element.line], [], { element: "calendar" });
    const isRead = id !== undefined && readCalendar(reading, next, id, own);
    draft.counts[isRead ? "imported" : "rejected"]++;
    if (!isRead) {
      for (const each of element.children) if (each.name !== "calendar") draft.lost.set(each, "no id, or read before");
    }
    for (const inner of [...children(element, "calendar")].reverse())
      stack.push({ element: inner, parentId: id, types: own });
  }
}

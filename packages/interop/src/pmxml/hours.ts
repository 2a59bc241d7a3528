import { parseForeignTime } from "../foreign-time.js";
import type { Hours, P6Hours } from "../primavera/record.js";
import { child, children, childText, type XmlElement } from "../xml-tree.js";

const weekdays = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

function minuteOf(text: string | undefined): number | undefined {
  const match = /^(?:\d{4}-\d{2}-\d{2}T)?(\d{2}):(\d{2})(?::\d{2}(?:\.\d+)?)?$/.exec(text ?? "");
  if (match === null) return undefined;
  const minute = Number(match[1]) * 60 + Number(match[2]);
  return Number(match[2]) < 60 && minute < 1440 ? minute : undefined;
}

/** The finish is the last minute of work: 11:59 means until 12:00; midnight is meant as it stands. */
function hoursOf(holder: XmlElement): Hours | undefined {
  const found: { from: number; to: number }[] = [];
  for (const time of children(holder, "WorkTime")) {
    const [start, finish] = [childText(time, "Start"), childText(time, "Finish")];
    if (start === undefined && finish === undefined) continue;
    const [from, last] = [minuteOf(start), minuteOf(finish)];
    if (from === undefined || last === undefined) return undefined;
    const to = last === 0 ? 1440 : last + 1;
    found.push({ from, to: to > from ? to : to + 1440 });
  }
  return found.sort((a, b) => a.from - b.from || a.to - b.to);
}

/** The hours of a calendar element. */
export function hoursOfCalendar(calendar: XmlElement): P6Hours | { readonly fault: string } {
  const week: (Hours | undefined)[] = [undefined, undefined, undefined, undefined, undefined, undefined, undefined];
  const days = children(child(calendar, "StandardWorkWeek"), "StandardWorkHours");
  for (const day of days) {
    const name = childText(day, "DayOfWeek") ?? "";
    const at = weekdays.indexOf(name.toLowerCase());
    const hours = hoursOf(day);
    if (at < 0 || hours === undefined) return { fault: `weekday ${name.slice(0, 20)}` };
    week[at] = hours;
  }
  const dates: { day: string; hours: Hours }[] = [];
  for (const exception of children(child(calendar, "HolidayOrExceptions"), "HolidayOrException")) {
    const date = childText(exception, "Date") ?? "";
    const time = parseForeignTime(date);
    const hours = hoursOf(exception);
    if (!time.ok || hours === undefined) return { fault: `exception ${date.slice(0, 20)}` };
    dates.push({ day: time.text.slice(0, 10), hours });
  }
  return days.length === 0 && dates.length === 0 ? { fault: "no hours" } : { week, dates };
}

import type { CalendarException, DayInterval, WeekdayName } from "@evenkeel/calendar";
import type { CalendarRow } from "@evenkeel/core";
import { addRow, type Draft, defined, sourceOf, warn } from "../draft.js";
import { account, idOf, noId, type P6Calendar } from "./record.js";

const weekdays: readonly WeekdayName[] = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

/** Why a calendar that states nothing has no hours. */
const noHours = "no hours";

/** Adds a calendar; one without readable hours is left out, so that nothing is scheduled on invented hours. */
function addCalendar(draft: Draft, tool: string, record: P6Calendar): string | undefined {
  const id = idOf(draft, record, "clndr_id");
  if (id === undefined) return noId;
  const parentId = record.get("base_clndr_id");
  const stated = record.hours();
  // A calendar that states nothing of its own is as the one it is based on.
  const isDerived = "fault" in stated && stated.fault === noHours && parentId !== undefined && parentId !== id;
  const hours = isDerived ? { week: [], dates: [] } : stated;
  if ("fault" in hours) {
    warn(draft, "p6-unreadable-calendar", record.path, [id], { calendar: id, reason: hours.fault });
    return "hours not readable";
  }
  const week: { [day in WeekdayName]?: readonly DayInterval[] } = {};
  hours.week.forEach((each, at) => {
    const name = weekdays[at];
    if (each !== undefined && name !== undefined) week[name] = each;
  });
  const exceptions = hours.dates.map(
    ({ day, hours: intervals }): CalendarException => ({
      from: day,
      to: day,
      intervals,
    }),
  );
  const row = defined<CalendarRow>({
    id,
    name: record.get("clndr_name"),
    parentId: parentId === id ? undefined : parentId,
    week,
    exceptions: exceptions.length === 0 ? undefined : exceptions,
    sources: [sourceOf(draft, tool, id)],
    customFields: record.rest(),
  });
  return addRow(draft, "calendars", row, record.path) ? undefined : noId;
}

/** Reads calendars of all kinds: global, of a project, of a resource. */
export function readCalendars(draft: Draft, tool: string, records: readonly P6Calendar[]): void {
  for (const record of records) account(draft, record, () => addCalendar(draft, tool, record));
}

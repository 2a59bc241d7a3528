import {
  type CompiledCalendar,
  compileCalendars,
  continuousCalendar,
  standardCalendar,
  type ZoneRules,
} from "@evenkeel/calendar";
import { type Issue, issue, orThrow } from "@evenkeel/kernel";
import { type Clock, makeClock } from "./clock.js";
import type { ActivityInput, ScheduleInput } from "./types.js";

/** Texts and working time of one project. */
export interface TimeLine {
  readonly clock: Clock;
  /** The project's calendar. */
  readonly usual: CompiledCalendar;
  /** Of an id; the project's own without one. An unknown id goes to the issues. */
  calendarOf(id: string | undefined, path: Issue["path"]): CompiledCalendar;
  /** Of an activity; around the clock where its duration is elapsed time. */
  calendarOfActivity(row: Pick<ActivityInput, "calendarId" | "elapsed">, path: Issue["path"]): CompiledCalendar;
}

/** Compiles the calendars of a project as `schedule` does; faults go to `issues`. Undefined when no calendar can be used. */
export function makeTimeLine(
  input: Pick<ScheduleInput, "calendars" | "defaultCalendarId" | "zone">,
  zoneRules: ZoneRules | undefined,
  issues: Issue[],
): TimeLine | undefined {
  const stated = input.calendars === undefined || input.calendars.length === 0 ? [standardCalendar] : input.calendars;
  const compiled = compileCalendars(stated, zoneRules, input.zone);
  issues.push(...compiled.issues.map((found) => ({ ...found, path: ["calendars", ...found.path] })));
  if (!compiled.ok) return undefined;
  const { calendars, indexOf } = compiled.value;
  const find = (id: string | undefined, path: Issue["path"]): number | undefined => {
    const at = id === undefined ? undefined : indexOf.get(id);
    if (id !== undefined && at === undefined)
      issues.push(issue("scheduling/unknown-calendar", { path, subject: [id], facts: { calendar: id } }));
    return at;
  };
  const usual = calendars[find(input.defaultCalendarId, ["defaultCalendarId"]) ?? 0]!;
  const calendarOf: TimeLine["calendarOf"] = (id, path) => {
    const at = find(id, path);
    return at === undefined ? usual : calendars[at]!;
  };
  const around = orThrow(compileCalendars([continuousCalendar])).calendars[0]!;
  return {
    clock: makeClock(input.zone, zoneRules, issues),
    usual,
    calendarOf,
    calendarOfActivity: ({ calendarId, elapsed }, path) => (elapsed === true ? around : calendarOf(calendarId, path)),
  };
}

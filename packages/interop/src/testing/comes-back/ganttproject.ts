import type { CalendarException, WeekPattern } from "@evenkeel/calendar";
import type { WorkItem, WorkPlan } from "@evenkeel/core";
import { workingDay } from "../../ganttproject/calendar.js";
import { shiftDay } from "../../shift-day.js";
import type { ComesBack } from "../round-trip.js";
import { fromMspdi } from "./mspdi.js";
import {
  always,
  firstProject,
  isFirstStored,
  isOfPerson,
  isParent,
  itemOf,
  outlineRank,
  percentOf,
  plainBody,
  progress,
  same,
  storedItems,
  type Views,
} from "./shared.js";

function ganttDates(exception: CalendarException): CalendarException[] {
  const { recurrence, name, from, to } = exception;
  const named = name === undefined ? {} : { name };
  const intervals = exception.intervals.length === 0 ? [] : workingDay;
  if (recurrence?.kind === "yearly") return [{ ...named, from: "1970-01-01", to: "2149-12-31", intervals, recurrence }];
  if (recurrence !== undefined) return [];
  const days: CalendarException[] = [];
  for (let at = from; at <= to; at = shiftDay(at, 1)) days.push({ ...named, from: at, to: at, intervals });
  return days;
}

const ganttStart = (item: WorkItem, plan: WorkPlan): string | undefined => {
  const stored = plan.schedules
    ?.find(({ kind }) => kind !== "baseline")
    ?.items.find(({ itemId }) => itemId === item.id);
  const earliest = item.constraints?.find(({ kind }) => kind === "startNoEarlierThan")?.at;
  return (stored?.start ?? item.startedAt ?? earliest)?.slice(0, 10);
};

const isMilestone = (item: WorkItem | undefined): boolean =>
  item?.kind === "milestone" || item?.schedule?.kind.endsWith("Milestone") === true;

const days = (row: { readonly [field: string]: unknown }): number => {
  const lag = row["lag"] as { readonly unit: string; readonly amount: number } | undefined;
  return lag === undefined || lag.unit === "percent" ? 0 : Math.round(lag.amount / 480) * 480;
};

/** What comes back from a file of GanttProject. */
export const fromGanttProject: Views = {
  projects: fromMspdi["projects"] as ComesBack,
  "projects.calendarId": always("calendars"),
  "projects.scheduling.lagCalendar": always("project"),
  "projects.scheduling.minutesPerDay": always(480),
  "items.kind": (_value, row, plan) =>
    isParent(row, plan) ? "summary" : isMilestone(itemOf(row, plan)) ? "milestone" : "task",
  "items.body": plainBody,
  "items.projectId": firstProject,
  "items.stateId": (_value, row, plan) => {
    const percent = percentOf(itemOf(row, plan)?.schedule?.percentComplete);
    return progress(percent >= 1, percent > 0);
  },
  "items.rank": (_value, row, plan) => outlineRank(row, plan),
  "items.constraints": (_value, row, plan) => {
    const item = itemOf(row, plan);
    if (item === undefined) return undefined;
    const earliest = item.constraints?.find(({ kind }) => kind === "startNoEarlierThan")?.at?.slice(0, 10);
    const isBound = isParent(row, plan) || plan.dependencies?.some(({ successorId }) => successorId === item.id);
    const at = earliest ?? (isBound === true ? undefined : ganttStart(item, plan));
    return at === undefined ? undefined : [{ kind: "startNoEarlierThan", at }];
  },
  "items.schedule.kind": fromMspdi["items.schedule.kind"] as ComesBack,
  "items.schedule.durationMinutes": (value, row, plan) => {
    if (isMilestone(itemOf(row, plan))) return 0;
    return Math.max(480, Math.ceil(((value as number | undefined) ?? 480) / 480) * 480);
  },
  "items.schedule.shownUnit": always("days"),
  "items.schedule.percentComplete": percentOf,
  "dependencies.customFields": always({ "@hardness": "Strong" }),
  "dependencies.lag.amount": (_value, row) => days(row) || undefined,
  "dependencies.lag.unit": (_value, row) => (days(row) === 0 ? undefined : "minutes"),
  "dependencies.lag.basis": (_value, row) => (days(row) === 0 ? undefined : "working"),
  "dependencies.lag.calendar": (_value, row) => (days(row) === 0 ? undefined : "project"),
  "people.away": same,
  assignments: isOfPerson,
  "assignments.itemId": same,
  "assignments.personId": same,
  "assignments.role": (value) => (value === "accountable" ? value : "responsible"),
  "assignments.units": (value) => value ?? 1,
  calendars: (_value, row, plan) => row["id"] === (plan.projects?.[0]?.calendarId ?? plan.calendars?.[0]?.id),
  "calendars.week": (value) =>
    Object.fromEntries(
      ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"].map((name) => [
        name,
        ((value as WeekPattern)[name as keyof WeekPattern] ?? []).length === 0 ? [] : workingDay,
      ]),
    ),
  "calendars.exceptions": (value) => {
    const found = ((value as readonly CalendarException[] | undefined) ?? []).flatMap(ganttDates);
    return found.length === 0 ? undefined : found;
  },
  schedules: isFirstStored,
  "schedules.kind": always("imported"),
  "schedules.projectId": firstProject,
  "schedules.tool": always("ganttProject"),
  "schedules.items": (value, row, plan) =>
    storedItems((_stored, item) => {
      const start = ganttStart(item, plan);
      return start === undefined ? {} : { start };
    })(value, row, plan),
};

import { type CalendarException, exceptionDays, type WeekPattern } from "@evenkeel/calendar";
import type { ScheduledItem, WorkItem, WorkPlan } from "@evenkeel/core";
import { dayNumber, weekday } from "@evenkeel/kernel";
import { shiftDay } from "../../shift-day.js";
import type { ComesBack } from "../round-trip.js";
import {
  always,
  category,
  firstProject,
  fromDay,
  isParent,
  itemOf,
  minute,
  progress,
  same,
  type Views,
} from "./shared.js";

type Row = { readonly [field: string]: unknown };

const isNode = (row: Row | WorkItem, plan: WorkPlan): boolean => {
  const item = plan.items?.find(({ id }) => id === row["id" as never]);
  return isParent({ ...item }, plan) || (item?.kind === "summary" && (item.schedule?.kind ?? "summary") === "summary");
};
const ofActivity =
  (view: ComesBack = same): ComesBack =>
  (value, row, plan) =>
    isNode(row, plan) ? undefined : view(value, row, plan);
const hasBegun = (item: WorkItem | undefined): boolean =>
  item?.schedule?.actualStart !== undefined || item?.schedule?.actualFinish !== undefined;
const plannedOf = (item: WorkItem | undefined): number | undefined => {
  const found = item?.estimates?.find(
    ({ of, basis, value }) => of === "duration" && basis === "original" && value.kind === "single",
  );
  return found?.value.kind === "single" ? found.value.amount : undefined;
};
const durationOf = (item: WorkItem | undefined): number | undefined => {
  const { durationMinutes, remainingMinutes } = item?.schedule ?? {};
  if (hasBegun(item)) return durationMinutes;
  return durationMinutes ?? remainingMinutes ?? plannedOf(item);
};
const utc = (value: unknown): unknown => minute(typeof value === "string" ? value.replace(/Z$/, "") : value);
const lagOf = (row: Row, plan: WorkPlan): number => {
  const lag = row["lag"] as { readonly unit: string; readonly amount: number } | undefined;
  const predecessor = plan.items?.find(({ title }) => title === row["predecessorId"]);
  if (lag === undefined) return 0;
  return Math.round(lag.unit === "minutes" ? lag.amount : lag.amount * (predecessor?.schedule?.durationMinutes ?? 0));
};
const ofNoMaterial =
  (view: ComesBack = same): ComesBack =>
  (value, row, plan) => {
    const kind = plan.resources?.find(({ name }) => name === row["resourceId"])?.kind;
    return kind === "material" || kind === "cost" ? undefined : view(value, row, plan);
  };
const criticalOf = (row: Partial<ScheduledItem>, plan: WorkPlan): boolean | undefined => {
  const { criticalBy, criticalFloatMinutes = 0 } = plan.projects?.[0]?.scheduling ?? {};
  if (criticalBy === "longestPath") return row.isOnLongestPath;
  return row.totalFloatMinutes === undefined ? undefined : row.totalFloatMinutes <= criticalFloatMinutes;
};

const weekdayName = (day: string): keyof WeekPattern =>
  (["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"] as const)[
    weekday(dayNumber(Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10)))) % 7
  ] as keyof WeekPattern;

function xerDates(calendar: Row): CalendarException[] | undefined {
  const found = new Map<string, CalendarException["intervals"]>();
  for (const { from, to, week } of (calendar["workWeeks"] as
    | readonly { from: string; to: string; week: WeekPattern }[]
    | undefined) ?? []) {
    for (let at = from; at <= to; at = shiftDay(at, 1)) {
      const intervals = week[weekdayName(at)];
      if (intervals !== undefined) found.set(at, intervals);
    }
  }
  for (const each of (calendar["exceptions"] as readonly CalendarException[] | undefined) ?? []) {
    const days = exceptionDays(each);
    for (const at of days.ok ? days.value : []) found.set(at, each.intervals);
  }
  if (found.size === 0) return undefined;
  return [...found].map(([at, intervals]) => ({ from: at, to: at, intervals }));
}

/** The rows of a stored schedule that its activities can carry. */
function xerItems(row: Row, plan: WorkPlan): object[] {
  const stored = plan.schedules?.find(({ id }) => id === row["id"])?.items ?? [];
  const activities = (plan.items ?? [])
    .filter((item) => !isNode(item, plan))
    .sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0));
  return activities.flatMap((item) => {
    const found: Partial<ScheduledItem> = stored.find(({ itemId }) => itemId === item.id) ?? {};
    const { actualStart = found.start, actualFinish = found.finish } = item.schedule ?? {};
    const isCritical = criticalOf(found, plan);
    const dates = {
      ...found,
      ...(actualStart === undefined ? {} : { start: actualStart }),
      ...(actualFinish === undefined ? {} : { finish: actualFinish }),
      ...(isCritical === undefined ? {} : { isCritical }),
    };
    const isDated = Object.keys(dates).some((field) => field !== "itemId" && field !== "isOnLongestPath");
    return isDated ? [{ ...dates, itemId: item.title }] : [];
  });
}

/** What comes back from a file of Primavera. */
export const fromXer: Views = {
  "projects.scheduling.preset": always("primavera"),
  "items.kind": (value, row, plan) => {
    const item = itemOf(row, plan);
    if (isNode(row, plan)) return "summary";
    const isOne = item?.schedule === undefined ? value === "milestone" : item.schedule.kind.endsWith("Milestone");
    return isOne ? "milestone" : "task";
  },
  "items.projectId": firstProject,
  "items.sourceKind": ofActivity((_value, row, plan) => {
    const item = itemOf(row, plan);
    const kind = item?.schedule?.kind ?? (item?.kind === "milestone" ? "finishMilestone" : "task");
    if (kind === "task" && item?.schedule?.drivenBy === "assignments") return "TT_Rsrc";
    return (
      { startMilestone: "TT_Mile", finishMilestone: "TT_FinMile", levelOfEffort: "TT_LOE", hammock: "TT_WBS" }[
        kind as "hammock"
      ] ?? "TT_Task"
    );
  }),
  "items.calendarId": ofActivity(
    (value, _row, plan) => value ?? plan.calendars?.find(({ id }) => id === plan.projects?.[0]?.calendarId)?.name,
  ),
  "items.stateId": ofActivity((_value, row, plan) => {
    const schedule = itemOf(row, plan)?.schedule;
    const own = String(category(undefined, row, plan));
    const isDated = schedule?.actualFinish !== undefined || schedule?.actualStart !== undefined;
    if (isDated) return schedule.actualFinish === undefined ? "doing" : "done";
    return progress(own === "done", own === "active");
  }),
  "items.rank": (value, row, plan) =>
    isNode(row, plan)
      ? value
      : (plan.items ?? [])
          .filter((item) => !isNode(item, plan))
          .sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0))
          .findIndex(({ id }) => id === row["id"]),
  "items.labels": ofActivity((value) =>
    (value as string[] | undefined)?.map((label) => (label.includes(": ") ? label : `Label: ${label}`)),
  ),
  "items.estimates": ofActivity((_value, row, plan) => {
    const item = itemOf(row, plan);
    const amount = hasBegun(item) ? undefined : plannedOf(item);
    if (amount === undefined || amount === durationOf(item)) return undefined;
    return [{ of: "duration", basis: "original", value: { kind: "single", amount } }];
  }),
  "items.constraints": ofActivity((_value, row, plan) => {
    const found = (itemOf(row, plan)?.constraints ?? []).filter(({ kind }) => kind !== "asSoonAsPossible").slice(0, 2);
    return found.length === 0
      ? undefined
      : found.map(({ kind, at }) => (at === undefined ? { kind } : { kind, at: fromDay(at) }));
  }),
  "items.createdAt": ofActivity(utc),
  "items.updatedAt": ofActivity(utc),
  "items.startedAt": ofActivity((_value, row, plan) => itemOf(row, plan)?.schedule?.actualStart),
  "items.finishedAt": ofActivity((_value, row, plan) => itemOf(row, plan)?.schedule?.actualFinish),
  "items.customFields": always(undefined),
  "items.schedule.kind": (value, row, plan) => {
    if (isNode(row, plan)) return "summary";
    if (value === undefined) return itemOf(row, plan)?.kind === "milestone" ? "finishMilestone" : "task";
    return value === "summary" ? "task" : value;
  },
  "items.schedule.drivenBy": ofActivity((value, row, plan) =>
    value === "assignments" && itemOf(row, plan)?.schedule?.kind === "task" ? value : "duration",
  ),
  "items.schedule.durationMinutes": ofActivity((_value, row, plan) => durationOf(itemOf(row, plan))),
  "items.schedule.remainingMinutes": ofActivity((value, row, plan) => {
    const item = itemOf(row, plan);
    if (hasBegun(item)) return value;
    const planned = plannedOf(item);
    return value !== undefined || (planned !== undefined && planned !== item?.schedule?.durationMinutes)
      ? (item?.schedule?.durationMinutes ?? value)
      : undefined;
  }),
  ...Object.fromEntries(
    [
      ...["durationType", "physicalPercentComplete", "percentCompleteType", "actualStart", "actualFinish", "suspend"],
      ...["resume", "expectedFinish", "externalEarlyStart", "externalLateFinish"],
    ].map((field) => [`items.schedule.${field}`, ofActivity()]),
  ),
  dependencies: (_value, row, plan) =>
    !isNode({ id: row["predecessorId"] }, plan) && !isNode({ id: row["successorId"] }, plan),
  "dependencies.customFields": always(undefined),
  "dependencies.lag.amount": (_value, row, plan) => lagOf(row, plan) || undefined,
  "dependencies.lag.unit": (_value, row, plan) => (lagOf(row, plan) === 0 ? undefined : "minutes"),
  "dependencies.lag.basis": (_value, row, plan) => (lagOf(row, plan) === 0 ? undefined : "working"),
  "people.customFields": always(undefined),
  "resources.customFields": always(undefined),
  "resources.kind": (value) => (value === "cost" ? "material" : value),
  "resources.calendarId": (value, row) => (row["kind"] === "placeholder" ? undefined : value),
  assignments: (_value, row, plan) => row["teamId"] === undefined && !isNode({ id: row["itemId"] }, plan),
  "assignments.role": always("responsible"),
  "assignments.effortMinutes": ofNoMaterial(),
  "assignments.remainingEffortMinutes": ofNoMaterial(),
  "assignments.actualEffortMinutes": ofNoMaterial((value, row) => value ?? row["overtimeEffortMinutes"]),
  "assignments.overtimeEffortMinutes": ofNoMaterial(),
  "assignments.units": ofNoMaterial(),
  "assignments.delayMinutes": ofNoMaterial(),
  "calendars.exceptions": (_value, row) => xerDates(row),
  schedules: (_value, row, plan) => row["kind"] !== "baseline" && xerItems(row, plan).length > 0,
  "schedules.kind": always("imported"),
  "schedules.projectId": firstProject,
  "schedules.tool": always("xer"),
  "schedules.items": (_value, row, plan) => xerItems(row, plan),
};

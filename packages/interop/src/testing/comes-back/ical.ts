import { type CalendarException, exceptionDays } from "@evenkeel/calendar";
import type { WorkPlan } from "@evenkeel/core";
import { compareText } from "@evenkeel/kernel";
import {
  always,
  category,
  isAssigned,
  isOfPerson,
  itemOf,
  minute,
  percentOf,
  plainBody,
  same,
  type Views,
} from "./shared.js";

const isShare = (row: { readonly [field: string]: unknown }): boolean =>
  row["lag"] === undefined || (row["lag"] as { readonly unit: string }).unit === "percent";

const daysOff = (plan: WorkPlan): readonly CalendarException[] =>
  (plan.calendars ?? [])
    .flatMap(({ exceptions = [] }) => exceptions)
    .flatMap((each) => {
      if (each.intervals.length > 0) return [];
      const days = each.recurrence === undefined ? undefined : exceptionDays(each);
      return [{ ...each, from: (days?.ok ? days.value[0] : undefined) ?? each.from }];
    });

/** What comes back from a calendar. */
export const fromIcal: Views = {
  projects: () => false,
  "items.kind": always("task"),
  "items.body": plainBody,
  "items.dueDate": same,
  "items.projectId": always("projects"),
  "items.stateId": (_value, row, plan) =>
    ({ proposed: "todo", waiting: "todo", active: "doing", done: "done", dropped: "dropped" })[
      String(category(undefined, row, plan))
    ],
  "items.rank": (_value, row, plan) =>
    [...(plan.items ?? [])]
      .sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0) || compareText(a.id, b.id))
      .findIndex(({ id }) => id === row["id"]),
  "items.priority": (value) => (typeof value === "number" && value >= 1 && value <= 9 ? value : undefined),
  "items.constraints": (_value, row, plan) => {
    const found = itemOf(row, plan)?.constraints?.find(({ kind }) => kind === "startNoEarlierThan");
    return found === undefined ? undefined : [{ kind: found.kind, at: minute(found.at) }];
  },
  "items.schedule.kind": (_value, row, plan) => {
    const { schedule, dueDate } = itemOf(row, plan) ?? {};
    const isTimed = schedule?.elapsed === true && schedule.durationMinutes !== undefined && dueDate === undefined;
    return schedule?.percentComplete === undefined && !isTimed ? undefined : "task";
  },
  "items.schedule.percentComplete": (value) => (value === undefined ? undefined : percentOf(value)),
  "items.schedule.durationMinutes": (value, row, plan) => {
    const item = itemOf(row, plan);
    return item?.schedule?.elapsed === true && item.dueDate === undefined ? value : undefined;
  },
  "items.schedule.elapsed": (value, row, plan) => {
    const item = itemOf(row, plan);
    return item?.schedule?.durationMinutes !== undefined && item.dueDate === undefined ? value : undefined;
  },
  "dependencies.lag.amount": (value, row) => (isShare(row) ? undefined : value),
  "dependencies.lag.unit": (_value, row) => (isShare(row) ? undefined : "minutes"),
  "dependencies.lag.basis": (_value, row) => (isShare(row) ? undefined : "elapsed"),
  people: isAssigned,
  "people.name": same,
  "people.email": same,
  assignments: isOfPerson,
  "assignments.itemId": same,
  "assignments.personId": same,
  "assignments.role": (value) => (value === "accountable" ? value : "responsible"),
  calendars: (_value, row, plan) => row["id"] === plan.calendars?.[0]?.id && daysOff(plan).length > 0,
  "calendars.exceptions": (_value, _row, plan) => daysOff(plan),
};

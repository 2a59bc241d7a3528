import type { ComesBack } from "../round-trip.js";
import {
  always,
  firstProject,
  fromDay,
  isFirstStored,
  isParent,
  itemOf,
  outlineRank,
  plainBody,
  progress,
  storedItems,
  type Views,
} from "./shared.js";

const manualTime =
  (field: "start" | "finish"): ComesBack =>
  (value, row, plan) => {
    if (itemOf(row, plan)?.schedule?.mode !== "manual") return undefined;
    const stored = plan.schedules?.find(({ kind }) => kind !== "baseline")?.items;
    return value ?? stored?.find(({ itemId }) => itemId === row["id"])?.[field];
  };

const left = (all: unknown, done: unknown, stated: unknown): unknown => {
  if (stated !== undefined || typeof all !== "number" || typeof done !== "number") return stated;
  return all < done ? undefined : all - done;
};

/** What comes back from a file of Microsoft Project. */
export const fromMspdi: Views = {
  projects: (_value, row, plan) => plan.projects?.[0]?.name === row["name"],
  "projects.mustFinishBy": (value, _row, plan) =>
    plan.projects?.[0]?.scheduling?.fromFinish === true ? value : undefined,
  "projects.scheduling.preset": always("msProject"),
  "projects.scheduling.lagCalendar": always("successor"),
  "projects.scheduling.progressMode": (value) => (value === "actualDates" ? "progressOverride" : value),
  "items.kind": (value, row, plan) => (isParent(row, plan) ? "summary" : value === "milestone" ? "milestone" : "task"),
  "items.body": plainBody,
  "items.projectId": firstProject,
  "items.stateId": (_value, row, plan) => {
    const { actualStart, actualFinish, percentComplete = 0 } = itemOf(row, plan)?.schedule ?? {};
    return progress(
      actualFinish !== undefined || percentComplete === 1,
      actualStart !== undefined || percentComplete > 0,
    );
  },
  "items.startedAt": (_value, row, plan) => itemOf(row, plan)?.schedule?.actualStart,
  "items.finishedAt": (_value, row, plan) => itemOf(row, plan)?.schedule?.actualFinish,
  "items.rank": (_value, row, plan) => outlineRank(row, plan),
  "items.constraints": (_value, row, plan) => {
    const found = itemOf(row, plan)?.constraints?.find(({ kind }) => kind !== "startOn" && kind !== "finishOn");
    if (found === undefined || found.kind === "asSoonAsPossible") return undefined;
    return [found.at === undefined ? { kind: found.kind } : { kind: found.kind, at: fromDay(found.at) }];
  },
  "items.schedule.kind": (_value, row, plan) => (isParent(row, plan) ? "summary" : "task"),
  "items.schedule.mode": (value) => value ?? "auto",
  "items.schedule.shownUnit": (value, row, plan) =>
    value ?? (itemOf(row, plan)?.schedule?.elapsed === true ? "minutes" : undefined),
  "items.schedule.remainingMinutes": (value, row, plan) => {
    const schedule = itemOf(row, plan)?.schedule;
    return left(schedule?.durationMinutes, schedule?.actualMinutes, value);
  },
  "items.schedule.placeholder": (value, row, plan) =>
    itemOf(row, plan)?.schedule?.mode === "manual" ? value : undefined,
  "items.schedule.start": manualTime("start"),
  "items.schedule.finish": manualTime("finish"),
  "dependencies.lag.calendar": (_value, row) => (row["lag"] === undefined ? undefined : "successor"),
  resources: (_value, row) => row["kind"] !== "equipment",
  "assignments.personId": (value, row, plan) =>
    value ?? plan.resources?.find(({ name, kind }) => name === row["resourceId"] && kind === "equipment")?.name,
  "assignments.resourceId": (value, _row, plan) =>
    plan.resources?.some(({ name, kind }) => name === value && kind === "equipment") ? undefined : value,
  "assignments.role": always("responsible"),
  "assignments.remainingEffortMinutes": (value, row) => left(row["effortMinutes"], row["actualEffortMinutes"], value),
  schedules: isFirstStored,
  "schedules.kind": always("imported"),
  "schedules.projectId": firstProject,
  "schedules.tool": always("msProject"),
  "schedules.items": storedItems(({ itemId: _item, isOnLongestPath: _path, ...row }) => row),
};

import type { DateConstraint, ItemSchedule, ScheduledItem, WorkItem } from "@evenkeel/core";
import { addRow, type Draft, defined, sourceOf, warn } from "../draft.js";
import { addStamps, progressWorkflow } from "../stamps.js";
import { child, children, childText, type XmlElement } from "../xml-tree.js";
import type { KeptOf } from "./own-fields.js";
import { durationFormat, flagOf, minutesOf, numberOf, pathOf, remainingOf, tenthsOf, timeOf } from "./values.js";

/** Where tasks stand in the file. */
export const taskPlace = "Project/Tasks/Task";

const constraintKinds: readonly DateConstraint["kind"][] = [
  "asSoonAsPossible",
  "asLateAsPossible",
  "mustStartOn",
  "mustFinishOn",
  "startNoEarlierThan",
  "startNoLaterThan",
  "finishNoEarlierThan",
  "finishNoLaterThan",
];

const durationTypes = ["fixedUnits", "fixedDuration", "fixedWork"] as const;

function constraintsOf(draft: Draft, task: XmlElement, id: string): DateConstraint[] | undefined {
  const code = numberOf(draft, task, "ConstraintType") ?? 0;
  const kind = constraintKinds[code];
  const at = timeOf(draft, task, "ConstraintDate");
  if (kind === undefined || (code > 1 && at === undefined)) {
    const found = childText(task, "ConstraintType") ?? "";
    warn(draft, "mspdi-invalid-value", pathOf(task, "ConstraintType"), [id], {
      field: "ConstraintType",
      found,
      expected: "0..7, a date from 2 on",
    });
    return undefined;
  }
  if (code === 0) return undefined;
  return [code === 1 ? { kind } : { kind, at: at as string }];
}

function share(draft: Draft, task: XmlElement, name: string): number | undefined {
  const value = numberOf(draft, task, name);
  return value === undefined ? undefined : value / 100;
}

const durations = { all: "Duration", done: "ActualDuration", left: "RemainingDuration" };

/** Elements that only a manual task has whose start, finish or duration nobody gave; empty, or with words instead. */
const guessed = ["StartText", "FinishText", "DurationText"];

/** A task of another project has the dates it has there, so that it is read as a manual one. */
function itemSchedule(draft: Draft, task: XmlElement, isSummary: boolean): ItemSchedule {
  const format = durationFormat(numberOf(draft, task, "DurationFormat"));
  const external = flagOf(task, "ExternalTask") === true;
  const manual = flagOf(task, "Manual") === true || external;
  const isPlaceholder = !external && guessed.some((name) => child(task, name) !== undefined);
  if (!manual) {
    for (const name of ["ManualStart", "ManualFinish"]) {
      const unused = child(task, name);
      if (unused !== undefined) draft.lost.set(unused, "holds in manual mode only");
    }
  }
  const orElse = (name: string, other: string) => timeOf(draft, task, name) ?? timeOf(draft, task, other);
  return defined<ItemSchedule>({
    kind: isSummary ? "summary" : "task",
    mode: manual ? "manual" : "auto",
    active: flagOf(task, "Active") === false ? false : undefined,
    durationType: durationTypes[numberOf(draft, task, "Type") ?? -1],
    effortDriven: flagOf(task, "EffortDriven"),
    durationMinutes: minutesOf(draft, task, "Duration"),
    elapsed: format.elapsed ? true : undefined,
    shownUnit: format.unit === "percent" ? undefined : format.unit,
    placeholder: manual && isPlaceholder ? true : undefined,
    estimated: format.estimated || flagOf(task, "Estimated") === true ? true : undefined,
    remainingMinutes: remainingOf(draft, task, durations),
    actualMinutes: minutesOf(draft, task, "ActualDuration"),
    percentComplete: share(draft, task, "PercentComplete"),
    physicalPercentComplete: share(draft, task, "PhysicalPercentComplete"),
    start: manual ? orElse("ManualStart", "Start") : undefined,
    finish: manual ? orElse("ManualFinish", "Finish") : undefined,
    actualStart: timeOf(draft, task, "ActualStart"),
    actualFinish: timeOf(draft, task, "ActualFinish"),
    stop: timeOf(draft, task, "Stop"),
    resume: timeOf(draft, task, "Resume"),
    levelingDelayMinutes: tenthsOf(draft, task, "LevelingDelay") || undefined,
    ignoreResourceCalendars: flagOf(task, "IgnoreResourceCalendar") === true ? true : undefined,
  });
}

/** Dates and floats the file stores for a task. */
export function storedDates(draft: Draft, task: XmlElement, itemId: string): ScheduledItem {
  const slack = (name: string) => tenthsOf(draft, task, name);
  return defined<ScheduledItem>({
    itemId,
    start: timeOf(draft, task, "Start"),
    finish: timeOf(draft, task, "Finish"),
    earlyStart: timeOf(draft, task, "EarlyStart"),
    earlyFinish: timeOf(draft, task, "EarlyFinish"),
    lateStart: timeOf(draft, task, "LateStart"),
    lateFinish: timeOf(draft, task, "LateFinish"),
    totalFloatMinutes: slack("TotalSlack"),
    freeFloatMinutes: slack("FreeSlack"),
    startFloatMinutes: slack("StartSlack"),
    finishFloatMinutes: slack("FinishSlack"),
    isCritical: flagOf(task, "Critical"),
  });
}

/** Baseline dates of a task by baseline number. */
export function baselinesOf(draft: Draft, task: XmlElement, itemId: string): (readonly [string, ScheduledItem])[] {
  return children(task, "Baseline").map((baseline) => [
    childText(baseline, "Number") ?? "0",
    defined<ScheduledItem>({
      itemId,
      start: timeOf(draft, baseline, "Start"),
      finish: timeOf(draft, baseline, "Finish"),
    }),
  ]);
}

/** What the outline says of a task. */
export interface OutlinePlace {
  readonly rank: number;
  readonly parentId: string | undefined;
  readonly isSummary: boolean;
}

/** Reads one task into an item; false when its UID was read before. */
export function readTask(draft: Draft, task: XmlElement, id: string, outline: OutlinePlace, keptOf: KeptOf): boolean {
  const schedule = itemSchedule(draft, task, outline.isSummary);
  const finished = schedule.actualFinish;
  const begun = schedule.actualStart !== undefined || (schedule.percentComplete ?? 0) > 0;
  const isDone = finished !== undefined || schedule.percentComplete === 1;
  const notes = childText(task, "Notes");
  const created = timeOf(draft, task, "CreateDate");
  const calendarId = childText(task, "CalendarUID");
  const added = addRow(
    draft,
    "items",
    defined<WorkItem>({
      id,
      title: childText(task, "Name") ?? "",
      kind: outline.isSummary ? "summary" : flagOf(task, "Milestone") === true ? "milestone" : "task",
      body: notes === undefined ? undefined : { text: notes, markup: "plain" },
      parentId: outline.parentId,
      projectId: "project",
      workflowId: progressWorkflow(draft),
      stateId: isDone ? "done" : begun ? "doing" : "todo",
      rank: outline.rank,
      priority: numberOf(draft, task, "Priority"),
      schedule,
      constraints: constraintsOf(draft, task, id),
      deadline: timeOf(draft, task, "Deadline"),
      calendarId: calendarId === undefined || calendarId.startsWith("-") ? undefined : calendarId,
      createdAt: created,
      startedAt: schedule.actualStart,
      finishedAt: finished,
      sources: [sourceOf(draft, "mspdi", id, childText(task, "ID"))],
      customFields: keptOf(task, taskPlace),
    }),
    [task.line, "Task"],
  );
  if (added) {
    const stamps = { created, started: schedule.actualStart, finished };
    addStamps(draft, id, stamps, { first: "todo", active: "doing", done: "done", dropped: "dropped" });
  }
  return added;
}

import type { Assignment, Dependency, ItemSchedule, Project, WorkItem, WorkPlan } from "@evenkeel/core";
import { type Issue, issue, ok, type Result, refuse } from "@evenkeel/kernel";
import type {
  ActivityInput,
  AssignmentInput,
  DateConstraint,
  LinkInput,
  OutsideDates,
  ScheduleInput,
  ScheduleOptions,
} from "./types.js";

type ConstraintKind = NonNullable<WorkItem["constraints"]>[number]["kind"];

const constraintKinds: Readonly<Record<ConstraintKind, DateConstraint["kind"]>> = {
  asSoonAsPossible: "ASAP",
  asLateAsPossible: "ALAP",
  startNoEarlierThan: "SNET",
  startNoLaterThan: "SNLT",
  finishNoEarlierThan: "FNET",
  finishNoLaterThan: "FNLT",
  startOn: "SO",
  finishOn: "FO",
  mustStartOn: "MSO",
  mustFinishOn: "MFO",
};

/** Minutes of an item: what its schedule says, else its estimate of duration (the most likely of three). */
function minutesOf({ schedule, estimates = [] }: WorkItem, basis: "original" | "remaining"): number | undefined {
  const stated = basis === "original" ? schedule?.durationMinutes : schedule?.remainingMinutes;
  if (stated !== undefined) return stated;
  const value = estimates.find((estimate) => estimate.of === "duration" && estimate.basis === basis)?.value;
  if (value?.kind === "single") return value.amount;
  return value?.kind === "threePoint" ? value.mostLikely : undefined;
}

const defined = <T extends object>(fields: T): { [Key in keyof T]?: Exclude<T[Key], undefined> } =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [Key in keyof T]?: Exclude<T[Key], undefined>;
  };

/** Calendars of those who work: people, and resources that take time. */
function calendarsOfWorkers({ people = [], resources = [] }: WorkPlan): ReadonlyMap<string, string | undefined> {
  const timed = resources.filter(({ kind }) => kind !== "material" && kind !== "cost");
  return new Map([...people, ...timed].map(({ id, calendarId }) => [id, calendarId]));
}

/**
 * Work as the scheduler takes it. One that was spread by hand lasts as its spans say; where a file holds none, from when it
 * begins or resumes to when it ends, for nothing else tells its shape.
 */
function toAssignment(row: Assignment, workMinutes: number, calendarId: string | undefined): AssignmentInput {
  const { contour, during, resume, remainingSpans = [] } = row;
  const from = resume ?? during?.from;
  const isShapeless =
    contour === "contoured" && remainingSpans.length === 0 && from !== undefined && during?.to !== undefined;
  const spans = isShapeless
    ? [{ from, to: during.to, minutes: row.remainingEffortMinutes ?? workMinutes }]
    : remainingSpans;
  return {
    workMinutes,
    ...defined({
      units: row.units,
      calendarId,
      overtimeMinutes: row.overtimeEffortMinutes,
      remainingWorkMinutes:
        row.remainingEffortMinutes ??
        (row.actualEffortMinutes === undefined ? undefined : Math.max(0, workMinutes - row.actualEffortMinutes)),
      remainingOvertimeMinutes: row.remainingOvertimeEffortMinutes,
      delayMinutes: row.delayMinutes,
      contour: contour === "contoured" ? undefined : contour,
      resume,
      remainingSpans: spans.length === 0 ? undefined : spans,
    }),
  };
}

/** Assignments that take time, by item. */
function assignmentsOf(plan: WorkPlan): ReadonlyMap<string, AssignmentInput[]> {
  const calendars = calendarsOfWorkers(plan);
  const byItem = new Map<string, AssignmentInput[]>();
  for (const row of plan.assignments ?? []) {
    const worker = row.personId ?? row.resourceId ?? row.teamId;
    const isTimed = worker !== undefined && (row.teamId !== undefined || calendars.has(worker));
    if (!isTimed || row.effortMinutes === undefined || row.units === undefined || row.units <= 0) continue;
    const known = byItem.get(row.itemId) ?? [];
    byItem.set(row.itemId, known);
    known.push(toAssignment(row, row.effortMinutes, calendars.get(worker)));
  }
  return byItem;
}

/** Whether the work of assignments decides how long an item takes. */
const isDrivenByWork = ({ drivenBy, durationType }: Partial<ItemSchedule> = {}): boolean =>
  drivenBy === undefined ? durationType !== "fixedDuration" : drivenBy === "assignments";

function toActivity(
  item: WorkItem,
  isParent: boolean,
  parentId: string | undefined,
  assignments: readonly AssignmentInput[] | undefined,
): ActivityInput {
  const { schedule } = item;
  const milestone = schedule === undefined && item.kind === "milestone" ? "finishMilestone" : undefined;
  const kind = isParent ? "summary" : schedule?.kind;
  const durationMinutes = minutesOf(item, "original");
  const actualStart = schedule?.actualStart ?? item.startedAt;
  const share = schedule?.percentComplete;
  const isShared = actualStart !== undefined && share !== undefined && durationMinutes !== undefined;
  const remaining = minutesOf(item, "remaining") ?? (isShared ? durationMinutes * (1 - share) : undefined);
  const { start, finish } = schedule ?? {};
  const isPlaceholder = schedule?.placeholder;
  const manual =
    schedule?.mode === "manual" && start !== undefined ? { start, ...defined({ finish, isPlaceholder }) } : undefined;
  return {
    id: item.id,
    ...defined({
      kind: kind ?? milestone,
      durationMinutes: isParent ? undefined : durationMinutes,
      elapsed: schedule?.elapsed,
      calendarId: item.calendarId,
      parentId,
      constraints: item.constraints?.map(({ kind: of, at }) => ({ kind: constraintKinds[of], ...defined({ at }) })),
      deadline: item.deadline,
      actualStart: isParent ? undefined : actualStart,
      actualFinish: isParent ? undefined : (schedule?.actualFinish ?? item.finishedAt),
      remainingMinutes: isParent ? undefined : remaining,
      resume: schedule?.resume,
      suspend: schedule?.suspend,
      expectedFinish: schedule?.expectedFinish,
      externalEarlyStart: schedule?.externalEarlyStart,
      externalLateFinish: schedule?.externalLateFinish,
      splits: schedule?.splits,
      manual,
      inactive: schedule?.active === false ? true : undefined,
      assignments: isParent || !isDrivenByWork(schedule) ? undefined : assignments,
      ignoreResourceCalendars: schedule?.ignoreResourceCalendars,
      levelingDelayMinutes: schedule?.levelingDelayMinutes,
    }),
  };
}

function toLink({ id, predecessorId, successorId, type, lag }: Dependency): LinkInput {
  const ends = { id, predecessor: predecessorId, successor: successorId, type };
  if (lag === undefined) return ends;
  const amount = lag.unit === "percent" ? { percent: lag.amount * 100 } : { minutes: lag.amount };
  return { ...ends, lag: { ...amount, basis: lag.basis, ...defined({ calendar: lag.calendar }) } };
}

function toOptions({ scheduling }: Project): ScheduleOptions | undefined {
  if (scheduling === undefined) return undefined;
  const {
    minutesPerDay: _day,
    minutesPerWeek: _week,
    daysPerMonth: _month,
    ignoresOtherProjects: _others,
    ...options
  } = scheduling;
  return options;
}

/**
 * What a plan says about dates, as the scheduler's input: one project, or the whole plan.
 *
 * Items without a duration (stated or estimated) are left out and named, with the dependencies that touch them. A dependency on
 * an item of another project acts where `elsewhere` has its dates.
 *
 * @param plan - a valid plan; not mutated
 * @param projectId - default: all items, with dates and options of the plan's only project, if it has one
 * @param elsewhere - dates of items of other projects, by id
 * @returns input for `schedule`
 *
 * Issues: scheduling/unknown-project; warning: scheduling/item-without-duration.
 * Time O(n), space O(n).
 * Source: own.
 *
 * @example
 * const item = { id: "a", title: "Draft", kind: "task", schedule: { kind: "task", durationMinutes: 60 } };
 * orThrow(scheduleInputFromPlan({ formatVersion: 1, items: [item] })).activities; // => [{ id: "a", kind: "task", durationMinutes: 60 }]
 */
export function scheduleInputFromPlan(
  plan: WorkPlan,
  projectId?: string,
  elsewhere: ReadonlyMap<string, OutsideDates> = new Map(),
): Result<ScheduleInput> {
  const projects = plan.projects ?? [];
  const project =
    projectId === undefined && projects.length === 1 ? projects[0] : projects.find(({ id }) => id === projectId);
  if (projectId !== undefined && project === undefined) {
    return refuse([
      issue("scheduling/unknown-project", { path: ["projects"], subject: [projectId], facts: { id: projectId } }),
    ]);
  }
  const issues: Issue[] = [];
  const items = (plan.items ?? []).filter((item) => projectId === undefined || item.projectId === projectId);
  const ids = new Set(items.map(({ id }) => id));
  const parents = new Set(items.map(({ parentId }) => parentId));
  const kept = items.filter((item, at) => {
    const { schedule } = item;
    const warn = (code: string, facts: Record<string, string> = {}): void => {
      const about = { severity: "warning" as const, path: ["items", at], subject: [item.id] };
      issues.push(issue(`scheduling/${code}`, { ...about, facts: { id: item.id, ...facts } }));
    };
    if (parents.has(item.id)) return true;
    if (schedule?.kind === "levelOfEffort" || schedule?.kind === "hammock") return true;
    const isMilestone = schedule?.kind.endsWith("Milestone") ?? item.kind === "milestone";
    const isDated = schedule?.actualFinish ?? item.finishedAt ?? schedule?.finish;
    if (isMilestone || isDated !== undefined || minutesOf(item, "original") !== undefined) return true;
    warn("item-without-duration");
    return false;
  });
  const scheduled = new Set(kept.map(({ id }) => id));
  const parentOf = ({ parentId }: WorkItem): string | undefined =>
    parentId !== undefined && ids.has(parentId) ? parentId : undefined;
  const links = (plan.dependencies ?? []).filter(
    ({ predecessorId: a, successorId: b }) =>
      (scheduled.has(a) && (scheduled.has(b) || elsewhere.has(b))) || (scheduled.has(b) && elsewhere.has(a)),
  );
  const tied = new Set(links.flatMap(({ predecessorId, successorId }) => [predecessorId, successorId]));
  const outside = [...elsewhere].filter(([id]) => tied.has(id) && !scheduled.has(id));
  const { start, dataDate, mustFinishBy, zone, calendarId } = project ?? {};
  const { calendars } = plan;
  const own = {
    start,
    dataDate,
    mustFinishBy,
    zone,
    defaultCalendarId: calendarId,
    options: project && toOptions(project),
  };
  const assignments = assignmentsOf(plan);
  return ok(
    {
      ...defined(own),
      ...(calendars === undefined || calendars.length === 0 ? {} : { calendars }),
      activities: [
        ...kept.map((item) => toActivity(item, parents.has(item.id), parentOf(item), assignments.get(item.id))),
        ...outside.map(([id, dates]) => ({ id, outside: dates })),
      ],
      links: links.map(toLink),
    },
    issues,
  );
}

import { intlZoneRules, type ZoneRules } from "@evenkeel/calendar";
import type { WorkPlan } from "@evenkeel/core";
import { type Issue, issue, type Message, ok, type Result } from "@evenkeel/kernel";
import {
  criticalPath,
  type Schedule,
  type ScheduledActivity,
  type ScheduleInput,
  schedule,
} from "@evenkeel/scheduling";
import { scheduleInputFromPlan } from "@evenkeel/scheduling/from-plan";
import type { ProjectSchedule } from "./types.js";

/** The schedules of a plan's projects and what was left out of them. */
export interface PlanSchedules {
  readonly projects: readonly ProjectSchedule[];
  readonly issues: readonly Issue[];
  /** What could not be scheduled, and why; counts, not rows. */
  readonly unavailable: readonly Message[];
  /** Computed dates by item id. */
  readonly byItem: ReadonlyMap<string, ScheduledActivity>;
}

/** Options of `schedulePlan`. */
export interface SchedulePlanOptions {
  /** Rules instead of each project's own. */
  readonly preset?: "evenkeel" | "msProject" | "primavera";
  /** Day on which a project begins that states neither start nor data date, `YYYY-MM-DD`. */
  readonly today?: string;
  /** IANA zone of projects that state none; absent = their local times float, and instants are read in UTC. */
  readonly zone?: string;
  /** Default: the engine's own, through Intl. */
  readonly zoneRules?: ZoneRules;
}

/** A part of a plan that is scheduled on its own: a project, or the items without one. */
export interface PlanPart {
  readonly projectId?: string;
  readonly name: string;
  readonly plan: WorkPlan;
}

/** Every project, and the items without one. */
export function partsOf(plan: WorkPlan): PlanPart[] {
  const projects = plan.projects ?? [];
  const known = new Set(projects.map(({ id }) => id));
  const rest = (plan.items ?? []).filter(({ projectId }) => projectId === undefined || !known.has(projectId));
  const { projects: _projects, ...others } = plan;
  return [
    ...projects.map(({ id, name }) => ({ projectId: id, name, plan })),
    ...(rest.length > 0 ? [{ name: plan.title ?? "", plan: { ...others, items: rest } }] : []),
  ];
}

/** Links whose ends lie in different projects: each project is scheduled on its own, so they do not act. */
export function crossing(plan: WorkPlan): Issue[] {
  const projectOf = new Map((plan.items ?? []).map(({ id, projectId }) => [id, projectId]));
  return (plan.dependencies ?? []).flatMap(({ id, predecessorId, successorId }, index) =>
    projectOf.get(predecessorId) === projectOf.get(successorId)
      ? []
      : [
          issue("evenkeel/link-between-projects", {
            severity: "warning",
            path: ["dependencies", index],
            subject: [id],
            facts: { id, predecessor: predecessorId, successor: successorId },
          }),
        ],
  );
}

/** Schedules in the project's zone; a project of floating times that also states instants is read in UTC, and says so. */
function scheduleZoned(input: ScheduleInput, options: SchedulePlanOptions, name: string): Result<Schedule> {
  const rules = options.zoneRules ?? intlZoneRules();
  const zone = input.zone ?? options.zone;
  if (zone !== undefined) return schedule({ ...input, zone }, rules);
  const floating = schedule(input);
  if (floating.ok || !floating.issues.some(({ code }) => code === "scheduling/instant-without-zone")) return floating;
  const result = schedule({ ...input, zone: "UTC" }, rules);
  return result.ok
    ? ok(result.value, [
        issue("evenkeel/assumed-utc", { severity: "info", path: ["projects"], facts: { project: name } }),
        ...result.issues,
      ])
    : result;
}

/** The preset that holds for all projects, and the day on which one begins that states none. */
export function withStart(input: ScheduleInput, { preset, today }: SchedulePlanOptions): ScheduleInput {
  const rules = preset === undefined ? {} : { options: { preset } };
  const dated = input.start !== undefined || input.dataDate !== undefined || today === undefined;
  return { ...input, ...rules, ...(dated ? {} : { start: today }) };
}

/**
 * Schedules every project of a plan by its own options, or by one preset for all.
 *
 * Projects are scheduled one by one: a link between two is named and does not act. Items without a duration have no
 * dates and are counted. A project that cannot be scheduled is named by its issues; the others get their dates.
 *
 * @param plan - any valid plan
 * @param options - preset instead of each project's own; today, for projects without a start
 * @returns one schedule a project, all issues, dates by item
 *
 * Issues: evenkeel/link-between-projects, and those of `schedule` of `@evenkeel/scheduling`.
 * Time O(activities + links) beside the calendars', space the same.
 * Source: own; see `schedule`.
 *
 * @example
 * schedulePlan({ formatVersion: 1 }).projects; // => []
 */
export function schedulePlan(plan: WorkPlan, options: SchedulePlanOptions = {}): PlanSchedules {
  const issues: Issue[] = crossing(plan);
  const projects: ProjectSchedule[] = [];
  const byItem = new Map<string, ScheduledActivity>();
  let undated = 0;
  for (const { projectId, name, plan: part } of partsOf(plan)) {
    const input = scheduleInputFromPlan(part, projectId);
    const [durationless, others] = split(input.issues, ({ code }) => code === "scheduling/item-without-duration");
    undated += durationless.length;
    issues.push(...others);
    if (!input.ok || !input.value.activities.some(({ kind }) => kind !== "summary")) continue;
    const result = scheduleZoned(withStart(input.value, options), options, name);
    issues.push(...result.issues);
    if (!result.ok || result.value.activities.length === 0) continue;
    // Inactive items have dates and are asked for by id; they are no part of the project's picture.
    const activities = result.value.activities.filter(({ isInactive }) => isInactive !== true);
    projects.push({
      ...(projectId === undefined ? {} : { projectId }),
      name,
      schedule: { ...result.value, activities },
      criticalPath: criticalPath(result.value),
    });
    for (const row of result.value.activities) byItem.set(row.id, row);
  }
  const unavailable =
    undated === 0 ? [] : [{ code: "evenkeel/items-without-duration", facts: { measure: "schedule", count: undated } }];
  return { projects, issues, unavailable, byItem };
}

function split<T>(rows: readonly T[], test: (row: T) => boolean): [T[], T[]] {
  return [rows.filter(test), rows.filter((row) => !test(row))];
}

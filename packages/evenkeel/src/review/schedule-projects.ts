import type { WorkPlan } from "@evenkeel/core";
import type { Issue, Message } from "@evenkeel/kernel";
import { criticalPath, type ScheduledActivity } from "@evenkeel/scheduling";
import { partsOf, type SchedulePlanOptions } from "./plan-parts.js";
import { settleParts } from "./settle-parts.js";
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

/**
 * Schedules every project of a plan by its own options, or by one preset for all.
 *
 * A link between two projects ties as one within a project does: what goes before is counted from its early dates, what
 * follows bounds the late ones; each project keeps its own options, calendars, zone and end. Items without a duration have no
 * dates and are counted. A project that cannot be scheduled is named by its issues; the others get their dates.
 *
 * @param plan - any valid plan
 * @param options - preset instead of each project's own; today, for projects without a start
 * @returns one schedule a project, all issues, dates by item
 *
 * Issues: evenkeel/link-between-projects, evenkeel/cycle-between-projects, evenkeel/projects-unsettled, and those of `schedule`
 * of `@evenkeel/scheduling`.
 * Time O(activities + links) beside the calendars', times one more than links between projects follow one another; space O(activities + links).
 * Source: own; see `schedule`.
 *
 * @example
 * schedulePlan({ formatVersion: 1 }).projects; // => []
 */
export function schedulePlan(plan: WorkPlan, options: SchedulePlanOptions = {}): PlanSchedules {
  const { parts, issues: said } = settleParts(plan, partsOf(plan), options);
  const issues = [...said];
  const projects: ProjectSchedule[] = [];
  const byItem = new Map<string, ScheduledActivity>();
  let undated = 0;
  for (const { part, input, result } of parts) {
    const [durationless, others] = split(input.issues, ({ code }) => code === "scheduling/item-without-duration");
    undated += durationless.length;
    issues.push(...others, ...(result?.issues ?? []));
    if (result?.ok !== true || result.value.schedule.activities.length === 0) continue;
    const { schedule } = result.value;
    const [outside, own] = split(schedule.activities, ({ isOutside }) => isOutside === true);
    // Inactive items have dates and are asked for by id; they are no part of the project's picture.
    const activities = own.filter(({ isInactive }) => isInactive !== true);
    projects.push({
      ...(part.projectId === undefined ? {} : { projectId: part.projectId }),
      name: part.name,
      schedule: { ...schedule, activities },
      criticalPath: criticalPath(schedule),
      ...(outside.length === 0 ? {} : { outside }),
    });
    for (const row of own) byItem.set(row.id, row);
  }
  const unavailable =
    undated === 0 ? [] : [{ code: "evenkeel/items-without-duration", facts: { measure: "schedule", count: undated } }];
  return { projects, issues, unavailable, byItem };
}

function split<T>(rows: readonly T[], test: (row: T) => boolean): [T[], T[]] {
  return [rows.filter(test), rows.filter((row) => !test(row))];
}

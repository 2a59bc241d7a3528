import type { WorkPlan } from "@evenkeel/core";
import type { Issue } from "@evenkeel/kernel";
import { criticalPath, type ScheduledActivity, schedule } from "@evenkeel/scheduling";
import { scheduleInputsFromPlan } from "@evenkeel/scheduling/from-plan";
import type { ProjectSchedule } from "./types.js";

/** The schedules of a plan's projects and what was left out of them. */
export interface PlanSchedules {
  readonly projects: readonly ProjectSchedule[];
  readonly issues: readonly Issue[];
  /** Computed dates by item id. */
  readonly byItem: ReadonlyMap<string, ScheduledActivity>;
}

/** Options of `schedulePlan`. */
export interface SchedulePlanOptions {
  readonly preset?: "evenkeel" | "msProject" | "primavera";
}

/**
 * Schedules every project of a plan by its own options, or by one preset for all.
 *
 * A project that cannot be scheduled is named by its issues; the others get their dates.
 *
 * @param plan - any valid plan
 * @param options - preset instead of each project's own
 * @returns one schedule a project, all issues, dates by item
 *
 * Issues: those of `schedule` of `@evenkeel/scheduling`.
 * Time O(activities + links) beside the calendars', space the same.
 * Source: own; see `schedule`.
 *
 * @example
 * schedulePlan({ formatVersion: 1 }).projects; // => []
 */
export function schedulePlan(plan: WorkPlan, options: SchedulePlanOptions = {}): PlanSchedules {
  const issues: Issue[] = [];
  const projects: ProjectSchedule[] = [];
  const byItem = new Map<string, ScheduledActivity>();
  for (const { projectId, name, input, issues: found } of scheduleInputsFromPlan(plan)) {
    issues.push(...found);
    const rules = options.preset === undefined ? input.options : { preset: options.preset };
    const result = schedule({ ...input, ...(rules === undefined ? {} : { options: rules }) });
    issues.push(...result.issues);
    if (!result.ok) continue;
    projects.push({
      ...(projectId === undefined ? {} : { projectId }),
      name,
      schedule: result.value,
      criticalPath: criticalPath(result.value),
    });
    for (const row of result.value.activities) byItem.set(row.id, row);
  }
  return { projects, issues, byItem };
}

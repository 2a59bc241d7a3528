import type { ZoneRules } from "@evenkeel/calendar";
import type { WorkPlan } from "@evenkeel/core";
import type { ScheduleInput } from "@evenkeel/scheduling";

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

/** The preset that holds for all projects, and the day on which one begins that states none. */
export function withStart(input: ScheduleInput, { preset, today }: SchedulePlanOptions): ScheduleInput {
  const rules = preset === undefined ? {} : { options: { preset } };
  const dated = input.start !== undefined || input.dataDate !== undefined || today === undefined;
  return { ...input, ...rules, ...(dated ? {} : { start: today }) };
}

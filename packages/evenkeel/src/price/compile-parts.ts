import { intlZoneRules, type ZoneRules } from "@evenkeel/calendar";
import type { WorkPlan } from "@evenkeel/core";
import { type Issue, issue } from "@evenkeel/kernel";
import {
  type CompiledSchedule,
  compileSchedule,
  type Schedule,
  type ScheduleInput,
  schedule,
} from "@evenkeel/scheduling";
import { scheduleInputFromPlan } from "@evenkeel/scheduling/from-plan";
import { partsOf, type SchedulePlanOptions, withStart } from "../review/plan-parts.js";
import { projectTies } from "../review/project-ties.js";

/** A project with its network and the schedule that was made of it. */
export interface WorkPart {
  readonly compiled: CompiledSchedule;
  readonly schedule: Schedule;
  /** Of its first node among the nodes of all projects. */
  readonly firstNode: number;
}

/** All projects of a plan on one time line. */
export interface WorkParts {
  readonly parts: readonly WorkPart[];
  readonly issues: readonly Issue[];
  /** Of the time line: zones are applied, or all times are local and float. */
  readonly zoneRules?: ZoneRules;
  readonly zone: string;
}

interface Input {
  readonly input: ScheduleInput;
  readonly name: string;
}

function inputsOf(plan: WorkPlan, options: SchedulePlanOptions, issues: Issue[]): Input[] {
  return partsOf(plan).flatMap(({ plan: part, projectId, name }) => {
    const read = scheduleInputFromPlan(part, projectId);
    issues.push(...read.issues.filter(({ code }) => code !== "scheduling/item-without-duration"));
    if (!read.ok || !read.value.activities.some(({ kind }) => kind !== "summary")) return [];
    return [{ input: withStart(read.value, options), name }];
  });
}

/** Schedules every input on the one time line; undefined where an instant cannot be read without a zone. */
function scheduleAll(
  inputs: readonly Input[],
  zone: string | undefined,
  zoneRules: ZoneRules | undefined,
  issues: Issue[],
): WorkPart[] | undefined {
  const parts: WorkPart[] = [];
  let firstNode = 0;
  for (const { input, name } of inputs) {
    const zoned = zoneRules === undefined ? input : { ...input, zone: input.zone ?? zone ?? "UTC" };
    const made = schedule(zoned, zoneRules);
    if (made.issues.some(({ code }) => code === "scheduling/instant-without-zone")) return undefined;
    if (zoned.zone === "UTC" && input.zone === undefined && zone === undefined)
      issues.push(issue("evenkeel/assumed-utc", { severity: "info", path: ["projects"], facts: { project: name } }));
    issues.push(...made.issues);
    const compiled = compileSchedule(zoned, zoneRules);
    if (!made.ok || !compiled.ok || made.value.activities.length === 0) continue;
    parts.push({ compiled: compiled.value, schedule: made.value, firstNode });
    firstNode += compiled.value.network.nodeCount;
  }
  return parts;
}

/**
 * Schedules the projects of a plan as `schedulePlan` does, all on one time line, for people work in several of them.
 * Without any zone times float; where one is stated, or an instant is, projects without one are read in `options.zone` or UTC.
 */
export function compileParts(plan: WorkPlan, options: SchedulePlanOptions): WorkParts {
  const issues: Issue[] = [];
  const { length: count } = projectTies(plan, partsOf(plan)).crossing;
  if (count > 0)
    issues.push(
      issue("evenkeel/price-within-projects", { severity: "info", path: ["dependencies"], facts: { count } }),
    );
  const inputs = inputsOf(plan, options, issues);
  const isZoned = options.zone !== undefined || inputs.some(({ input }) => input.zone !== undefined);
  const said: Issue[] = [];
  const floating = isZoned ? undefined : scheduleAll(inputs, undefined, undefined, said);
  if (floating !== undefined) return { parts: floating, issues: [...issues, ...said], zone: "UTC" };
  const zoneRules = options.zoneRules ?? intlZoneRules();
  const parts = scheduleAll(inputs, options.zone, zoneRules, issues) ?? [];
  const zone = options.zone ?? inputs.find(({ input }) => input.zone !== undefined)?.input.zone ?? "UTC";
  return { parts, issues, zoneRules, zone };
}

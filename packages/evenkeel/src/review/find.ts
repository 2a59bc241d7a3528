import { applyWaivers, type Finding, runChecks } from "@evenkeel/checks";
import { clarityChecks } from "@evenkeel/clarity";
import { completionChecks } from "@evenkeel/completion";
import { coordinationChecks } from "@evenkeel/coordination";
import { fieldAvailability } from "@evenkeel/core";
import { effectivenessChecks } from "@evenkeel/effectiveness";
import { effectivenessInputFromPlan } from "@evenkeel/effectiveness/from-plan";
import { formatDay, type Issue } from "@evenkeel/kernel";
import { type LoadWeek, measureLoad, sustainabilityChecks } from "@evenkeel/sustainability";
import { loadInputFromPlan, type PlannedDates, sustainabilityInputFromPlan } from "@evenkeel/sustainability/from-plan";
import type { PlanSchedules } from "./schedule-projects.js";
import type { ReviewInput } from "./types.js";

/** All findings of all checks, the load they rest on, and faults met on the way. */
export interface Found {
  readonly findings: readonly Finding[];
  readonly load: readonly LoadWeek[];
  readonly issues: readonly Issue[];
}

function plannedDates(schedules: PlanSchedules): PlannedDates[] {
  return [...schedules.byItem].map(([itemId, { start, finish }]) => ({ itemId, start, finish }));
}

/** Runs every check over the documents and the computed dates. */
export function findAll(
  input: ReviewInput,
  now: number,
  schedules: PlanSchedules,
  expectedDays: number | undefined,
): Found {
  const { plan, history, records } = input;
  const today = formatDay(Math.floor(now / 86_400_000));
  const documents = {
    plan,
    ...(history === undefined ? {} : { history }),
    ...(records === undefined ? {} : { records }),
  };
  const options = {
    today,
    isAvailable: fieldAvailability(documents),
    ...(input.params === undefined ? {} : { params: input.params }),
  };
  const dated = { plan, now, ...(history === undefined ? {} : { history }) };
  const load = measureLoad(loadInputFromPlan(plan, plannedDates(schedules), now));
  const weeks = load.ok ? load.value : [];
  const findings = [
    ...runChecks(clarityChecks, { plan, now }, options),
    ...runChecks(completionChecks, { ...dated, ...(expectedDays === undefined ? {} : { expectedDays }) }, options),
    ...runChecks(coordinationChecks, dated, options),
    ...runChecks(effectivenessChecks, effectivenessInputFromPlan(plan, now, history, records), options),
    ...runChecks(
      sustainabilityChecks,
      { ...sustainabilityInputFromPlan(plan, now, history, records), load: weeks },
      options,
    ),
  ];
  const waived = applyWaivers(findings, input.waivers ?? [], today);
  return { findings: waived.value, load: weeks, issues: [...load.issues, ...waived.issues] };
}

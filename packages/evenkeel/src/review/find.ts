import { applyWaivers, type Finding, openChecks, type RunOptions, ranChecks, runChecks } from "@evenkeel/checks";
import { clarityChecks } from "@evenkeel/clarity";
import { completionChecks } from "@evenkeel/completion";
import { coordinationChecks } from "@evenkeel/coordination";
import { fieldAvailability, type WorkContext } from "@evenkeel/core";
import { effectivenessChecks } from "@evenkeel/effectiveness";
import { effectivenessInputFromPlan } from "@evenkeel/effectiveness/from-plan";
import { compareText, formatDay, type Issue } from "@evenkeel/kernel";
import { type LoadWeek, measureLoad, ruleChecks, sustainabilityChecks, workingTime } from "@evenkeel/sustainability";
import {
  loadInputFromPlan,
  type PlannedDates,
  plannedWorkFromPlan,
  sustainabilityInputFromPlan,
} from "@evenkeel/sustainability/from-plan";
import { chosenTimeChecks } from "@evenkeel/sustainability/packs";
import { recordIssues } from "./record-issues.js";
import type { PlanSchedules } from "./schedule-projects.js";
import type { ReviewInput } from "./types.js";

/** All findings of all checks, the load they rest on, and faults met on the way. */
export interface Found {
  readonly findings: readonly Finding[];
  /** Passes that are not among the findings: those of structural checks, which are many. */
  readonly passed: number;
  /** Ids of the checks that ran. */
  readonly ran: readonly string[];
  readonly load: readonly LoadWeek[];
  readonly issues: readonly Issue[];
}

function plannedDates(schedules: PlanSchedules): PlannedDates[] {
  return [...schedules.byItem].map(([itemId, { start, finish }]) => ({ itemId, start, finish }));
}

/** Kind and teams of a row, for settings that differ by them: an item's by who it is assigned to, a dependency's by its successor. */
function traitsOf({ plan }: WorkContext): NonNullable<RunOptions["traitsOf"]> {
  return ({ table, id }) => {
    const item = plan.items.get(table === "dependencies" ? (plan.dependencies.get(id)?.after.row.id ?? "") : id);
    if (item === undefined || (table !== "items" && table !== "dependencies")) return {};
    const teams = item.assignments.flatMap(({ personId, teamId }) => [
      ...(teamId === undefined ? [] : [teamId]),
      ...(plan.people.get(personId ?? "")?.teams ?? []).map((team) => team.id),
    ]);
    return { kind: item.row.kind, teams };
  };
}

/** Runs every check over the documents and the computed dates. */
export function findAll(
  input: ReviewInput,
  context: WorkContext,
  schedules: PlanSchedules,
  expectedDays: number | undefined,
): Found {
  const { plan, history, records } = input;
  const { now } = context;
  const today = formatDay(Math.floor(now / 86_400_000));
  const documents = {
    plan,
    ...(history === undefined ? {} : { history }),
    ...(records === undefined ? {} : { records }),
  };
  const options = {
    today,
    isAvailable: fieldAvailability(documents),
    ...(input.settings === undefined ? {} : { settings: input.settings, traitsOf: traitsOf(context) }),
    ...(input.includeUnverified === undefined ? {} : { includeUnverified: input.includeUnverified }),
  };
  const load = measureLoad(loadInputFromPlan(plan, plannedDates(schedules), now));
  const weeks = load.ok ? load.value : [];
  const own = input.rulePacks ?? [];
  const sustaining = [
    ...sustainabilityChecks,
    ...chosenTimeChecks(input.packs),
    ...ruleChecks(own, "records"),
    ...ruleChecks(own, "plan"),
  ];
  const zone = input.zone ?? "UTC";
  const planned = plannedWorkFromPlan(plan, plannedDates(schedules), { now, zone });
  const sustainability = {
    ...sustainabilityInputFromPlan(plan, now, history, records),
    load: weeks,
    ...(planned.ok ? { plannedIntervals: planned.value, plannedZone: zone } : {}),
  };
  const structural = openChecks([...clarityChecks, ...coordinationChecks, ...(input.checks ?? [])], context, options);
  const findings = [
    ...structural.findings(),
    ...runChecks(completionChecks, { ...context, ...(expectedDays === undefined ? {} : { expectedDays }) }, options),
    ...runChecks(effectivenessChecks, effectivenessInputFromPlan(plan, now, history, records), options),
    ...runChecks(sustaining, sustainability, options),
  ];
  const ran = [
    ...structural.counts().map(({ checkId }) => checkId),
    ...ranChecks(completionChecks, options),
    ...ranChecks(effectivenessChecks, options),
    ...ranChecks(sustaining, options),
  ].sort(compareText);
  const waived = applyWaivers(findings, input.waivers ?? [], today, ran);
  const passed = structural.counts().reduce((sum, { pass }) => sum + pass, 0);
  const faults = workingTime(sustainability, "records")?.issues ?? [];
  const recorded = recordIssues(faults, sustainability.intervals ?? [], input.viewer);
  const issues = [...load.issues, ...recorded, ...waived.issues];
  return { findings: waived.value, passed, ran, load: weeks, issues };
}

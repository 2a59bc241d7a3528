import { type Assignment, openItems, type WorkItem, type WorkPlan } from "@evenkeel/core";
import { compareText, type Issue, ok, type Result } from "@evenkeel/kernel";
import { fault } from "./issue.js";
import type { DelayedJob } from "./order-by-cost-of-delay.js";

/** How long an item takes. */
export interface DelayedJobsOptions {
  /** effort (default): remaining person-minutes; duration: remaining working minutes. */
  readonly by?: "effort" | "duration";
  /** Minutes of a week of the whole capacity, above 0; default 2400. */
  readonly weekMinutes?: number;
}

/** Open items whose delay costs, in weeks. */
export interface DelayedJobs {
  readonly jobs: readonly DelayedJob[];
  /** Unit of the rates, a week; absent when no item has one. */
  readonly unit?: string;
  /** Items with a cost of delay and no size, or the other way round. */
  readonly unsized: readonly string[];
  readonly unpriced: readonly string[];
}

function effortOf(item: WorkItem, assignments: readonly Assignment[]): number | undefined {
  const minutes = assignments.flatMap((row) => row.remainingEffortMinutes ?? row.effortMinutes ?? []);
  if (minutes.length > 0) return minutes.reduce((sum, each) => sum + each, 0);
  const estimates = (item.estimates ?? []).filter(({ of }) => of === "effort");
  const value = (estimates.find(({ basis }) => basis === "remaining") ?? estimates[0])?.value;
  return value?.kind === "single" ? value.amount : undefined;
}

function commonest(units: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const unit of units) counts.set(unit, (counts.get(unit) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || compareText(a[0], b[0]))[0]?.[0];
}

/**
 * Open items with a cost of delay and a size, for `orderByCostOfDelay`.
 *
 * Costs are compared in one unit: the commonest of the plan; items priced in another are left out and named. Nothing is guessed:
 * items without size or price are listed.
 *
 * @param plan - items, assignments
 * @param options - by, weekMinutes
 * @returns jobs in the order of the plan's ranks, then of ids; rates a week, durations in weeks
 *
 * Issues: effectiveness/units-differ.
 * Time O(n log n), space O(n).
 * Source: own.
 *
 * @example
 * const items = [{ id: "A", title: "Doors", kind: "task" as const, costOfDelay: { rate: { value: 300, unit: "EUR" } }, estimates: [{ of: "effort" as const, basis: "original" as const, value: { kind: "single" as const, amount: 1200 } }] }];
 * const found = delayedJobsFromPlan({ formatVersion: 1, items });
 * found.ok && found.value.jobs; // => [{ id: "A", rate: 300, duration: 0.5 }]
 */
export function delayedJobsFromPlan(plan: WorkPlan, options: DelayedJobsOptions = {}): Result<DelayedJobs> {
  const { by = "effort", weekMinutes = 2400 } = options;
  const assigned = new Map<string, Assignment[]>();
  for (const row of plan.assignments ?? []) {
    const list = assigned.get(row.itemId);
    if (list === undefined) assigned.set(row.itemId, [row]);
    else list.push(row);
  }
  const minutesOf = (item: WorkItem): number | undefined =>
    by === "effort"
      ? effortOf(item, assigned.get(item.id) ?? [])
      : (item.schedule?.remainingMinutes ?? item.schedule?.durationMinutes);
  const items = [...openItems(plan)].sort(
    (a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity) || compareText(a.id, b.id),
  );
  const unit = commonest(items.flatMap(({ costOfDelay }) => costOfDelay?.rate.unit ?? []));
  const places = new Map((plan.items ?? []).map(({ id }, at) => [id, at]));
  const issues: Issue[] = [];
  const [jobs, unsized, unpriced]: [DelayedJob[], string[], string[]] = [[], [], []];
  for (const item of items) {
    const [rate, minutes] = [item.costOfDelay?.rate, minutesOf(item)];
    if (rate === undefined) {
      if (minutes !== undefined) unpriced.push(item.id);
    } else if (rate.unit !== unit) {
      const path = ["items", places.get(item.id) ?? 0, "costOfDelay", "rate", "unit"];
      const facts = { unit: rate.unit, other: unit ?? "" };
      issues.push(fault("effectiveness/units-differ", { path, subject: [item.id], facts }));
    } else if (minutes === undefined) unsized.push(item.id);
    else jobs.push({ id: item.id, rate: rate.value, duration: minutes / weekMinutes });
  }
  return ok({ jobs, ...(unit === undefined ? {} : { unit }), unsized, unpriced }, issues);
}

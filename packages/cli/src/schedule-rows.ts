import { indexPlan, type WorkItem, type WorkPlan } from "@evenkeel/core";
import type { Driver, ScheduledActivity } from "@evenkeel/scheduling";
import type { PlanSchedules } from "evenkeel";

/** What fixed an early start, as the command prints it. */
export interface PrintedDriver {
  readonly kind: "link" | "constraint" | "dataDate" | "calendar" | "actual" | "manual";
  readonly id?: string;
  readonly type?: string;
}

/** An activity as `evenkeel schedule --format json` prints it; absent values are left out. */
export interface PrintedActivity extends Partial<Omit<ScheduledActivity, "driver" | "isSummary">> {
  readonly id: string;
  readonly sourceId?: string;
  readonly projectId?: string;
  readonly name: string;
  readonly kind: string;
  readonly summary?: true;
  readonly inactive?: true;
  readonly driver?: PrintedDriver;
}

function printedDriver({ kind, linkId, predecessor, type, constraint }: Driver): PrintedDriver {
  if (kind === "link")
    return {
      kind,
      ...((linkId ?? predecessor) === undefined ? {} : { id: linkId ?? predecessor ?? "" }),
      ...(type === undefined ? {} : { type }),
    };
  if (kind === "constraint") return { kind, ...(constraint === undefined ? {} : { type: constraint }) };
  return { kind: kind === "projectStart" ? "dataDate" : kind };
}

function kindOf({ schedule, kind }: WorkItem): string {
  return schedule?.kind ?? (kind === "milestone" ? "finishMilestone" : kind === "summary" ? "summary" : "task");
}

/**
 * Every project's activities with their computed dates, in the order of the plan; those without dates say what they are.
 *
 * @param plan - the plan that was scheduled
 * @param schedules - from `schedulePlan`
 * @returns one row an item
 *
 * Issues: none.
 * Time O(items), space the same.
 * Source: own.
 *
 * @example
 * scheduleRows({ formatVersion: 1, items: [{ id: "A", title: "Paint", kind: "task" }] }, { projects: [], issues: [], unavailable: [], byItem: new Map() }); // => [{ id: "A", name: "Paint", kind: "task" }]
 */
export function scheduleRows(plan: WorkPlan, schedules: PlanSchedules): PrintedActivity[] {
  const index = indexPlan(plan);
  return (plan.items ?? []).map((item): PrintedActivity => {
    const dates = schedules.byItem.get(item.id);
    const isSummary =
      dates?.isSummary ?? (item.schedule?.kind === "summary" || (index.items.get(item.id)?.children.length ?? 0) > 0);
    const sourceId = item.sources?.[0]?.id;
    const head = {
      id: item.id,
      ...(sourceId === undefined ? {} : { sourceId }),
      ...(item.projectId === undefined ? {} : { projectId: item.projectId }),
      name: item.title,
      kind: isSummary ? "summary" : kindOf(item),
      ...(isSummary ? { summary: true as const } : {}),
      ...(item.schedule?.active === false ? { inactive: true as const } : {}),
    };
    if (dates === undefined) return head;
    const { id: _id, isSummary: _summary, driver, ...rest } = dates;
    return { ...head, ...rest, ...(driver === undefined ? {} : { driver: printedDriver(driver) }) };
  });
}

import type { ScheduledItem, WorkPlan } from "@evenkeel/core";
import type { PrintedActivity } from "./schedule-rows.js";

/** A computed value that is not the stored one; absent where nothing was computed. */
export interface StoredDifference {
  readonly id: string;
  readonly name: string;
  readonly field: string;
  readonly computed?: string | number | boolean;
  readonly stored: string | number | boolean;
}

/** Our dates and floats beside those the file stores. */
export interface StoredComparison {
  /** Stored values that were compared. */
  readonly values: number;
  readonly equalValues: number;
  /** Activities with any stored value, and those whose values are all equal. */
  readonly activities: number;
  readonly equalActivities: number;
  readonly differences: readonly StoredDifference[];
}

const fields = [
  "start",
  "finish",
  "earlyStart",
  "earlyFinish",
  "lateStart",
  "lateFinish",
  "totalFloatMinutes",
  "freeFloatMinutes",
  "startFloatMinutes",
  "finishFloatMinutes",
  "isCritical",
] as const satisfies readonly (keyof ScheduledItem & keyof PrintedActivity)[];

/** Floats this far apart are the same minute: tools store hours with few decimals. */
const halfMinute = 0.5;

function isEqual(computed: unknown, stored: string | number | boolean): boolean {
  if (typeof stored === "number") return typeof computed === "number" && Math.abs(computed - stored) < halfMinute;
  // A stored day says nothing of the hour.
  const digits = typeof stored === "string" ? Math.min(16, stored.length) : 0;
  if (typeof stored === "string")
    return typeof computed === "string" && computed.slice(0, digits) === stored.slice(0, digits);
  return computed === stored;
}

/**
 * Compares computed dates with those a tool stored in the file (schedules of kind `imported`): dates as instants at minute
 * precision, or by day where days are stored; floats at minute precision. A value that is not stored counts for nothing.
 *
 * @param plan - plan with stored schedules
 * @param activities - from `scheduleRows`
 * @returns counts and every difference, in the order of the plan
 *
 * Issues: none.
 * Time O(activities), space the same.
 * Source: own.
 *
 * @example
 * const schedules = [{ id: "s", kind: "imported", items: [{ itemId: "A", earlyStart: "2026-03-02T08:00" }] }];
 * const rows = [{ id: "A", name: "Paint", kind: "task", earlyStart: "2026-03-03T08:00" }];
 * compareStored({ formatVersion: 1, schedules }, rows).differences; // => [{ id: "A", name: "Paint", field: "earlyStart", computed: "2026-03-03T08:00", stored: "2026-03-02T08:00" }]
 */
export function compareStored(plan: WorkPlan, activities: readonly PrintedActivity[]): StoredComparison {
  const stored = new Map<string, ScheduledItem>();
  for (const schedule of plan.schedules ?? []) {
    if (schedule.kind === "imported") for (const row of schedule.items) stored.set(row.itemId, row);
  }
  let [values, compared, equalActivities] = [0, 0, 0];
  const differences: StoredDifference[] = [];
  for (const activity of activities) {
    const row = stored.get(activity.id);
    const known = fields.filter((field) => row?.[field] !== undefined);
    if (row === undefined || known.length === 0) continue;
    compared++;
    values += known.length;
    const before = differences.length;
    for (const field of known) {
      const theirs = row[field] as string | number | boolean;
      const computed = activity[field];
      if (isEqual(computed, theirs)) continue;
      const found = { id: activity.id, name: activity.name, field, stored: theirs };
      differences.push(computed === undefined ? found : { ...found, computed });
    }
    if (differences.length === before) equalActivities++;
  }
  return { values, equalValues: values - differences.length, activities: compared, equalActivities, differences };
}

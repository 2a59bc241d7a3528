import { isCovered } from "./coverage.js";
import type { WorkHistory } from "./history.js";
import type { Coverage, WorkPlan } from "./plan.js";
import { tableNames } from "./plan.js";
import type { WorkRecords } from "./records.js";

/** The three documents; history and records may be missing. */
export interface WorkDocuments {
  readonly plan: WorkPlan;
  readonly history?: WorkHistory;
  readonly records?: WorkRecords;
}

/**
 * Whether documents can tell a field at all: what a check's `needs` are asked of.
 *
 * A plan's field is available unless coverage says no source carries it; events need a history with events,
 * records need the table itself.
 *
 * @param documents - plan, history, records
 * @returns function of `table.field`
 *
 * Issues: none.
 * Time O(coverage) a call, space O(1).
 * Source: own.
 *
 * @example
 * fieldAvailability({ plan: { formatVersion: 1 } })("events.at"); // => false
 */
export function fieldAvailability({ plan, history, records }: WorkDocuments): (need: string) => boolean {
  const planTables = new Set<string>(tableNames);
  return (need) => {
    const [table = "", field] = need.split(".");
    if (planTables.has(table)) return isCovered(plan.coverage, table as Coverage["table"], field);
    if (table === "events") return (history?.events.length ?? 0) > 0;
    return records !== undefined && Object.hasOwn(records, table);
  };
}

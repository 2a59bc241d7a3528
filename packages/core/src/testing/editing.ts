import type { Row, TableName } from "../common.js";
import type { WorkEvent } from "../history.js";
import type { WorkPlan } from "../plan.js";
import type { DatedWork } from "./work-variants.js";

type Fields = Readonly<Record<string, unknown>>;

/** The work with a row changed; fields given as undefined are taken away. */
export function changed(work: DatedWork, table: TableName, id: string, fields: Fields): DatedWork {
  const rows = (work.plan[table] ?? []) as readonly Row[];
  const next = rows.map((row) => {
    if (row.id !== id) return row;
    return Object.fromEntries(Object.entries({ ...row, ...fields }).filter(([, value]) => value !== undefined));
  });
  return { ...work, plan: { ...work.plan, [table]: next } as WorkPlan };
}
/** The work with more rows. */
export function added(work: DatedWork, table: TableName, ...rows: readonly object[]): DatedWork {
  return { ...work, plan: { ...work.plan, [table]: [...(work.plan[table] ?? []), ...rows] } as WorkPlan };
}
/** The work without some rows. */
export function dropped(work: DatedWork, table: TableName, gone: (row: Row) => boolean): DatedWork {
  const rows = ((work.plan[table] ?? []) as readonly Row[]).filter((row) => !gone(row));
  return { ...work, plan: { ...work.plan, [table]: rows } as WorkPlan };
}
/** The work without some events. */
export function silenced(work: DatedWork, gone: (event: WorkEvent) => boolean): DatedWork {
  return { ...work, history: { ...work.history, events: work.history.events.filter((event) => !gone(event)) } };
}

import { type Row, type TableName, validateStates, type WorkItem, type WorkPlan } from "@evenkeel/core";
import type { Rows } from "../rows.js";

/** A row that is about to change. */
export interface Clearing {
  readonly table: TableName;
  readonly before: Row;
  readonly after: Row;
}

/** An item without its own state, or those of some of its places. */
function withoutStates(item: WorkItem, own: boolean, places: ReadonlySet<number>): WorkItem {
  const { stateId, memberships, ...rest } = item;
  return {
    ...rest,
    ...(stateId === undefined || own ? {} : { stateId }),
    ...(memberships === undefined
      ? {}
      : {
          memberships: memberships.map(({ stateId: state, ...place }, at) =>
            state === undefined || places.has(at) ? place : { ...place, stateId: state },
          ),
        }),
  };
}

/**
 * Takes the states away that mean nothing once workflows are gone: of items that had the workflow, and in containers that had it.
 *
 * @param rows - the plan before
 * @param gone - the workflows
 * @param cleared - rows without the references to what went, by table and id; items without states are added
 */
export function clearStates(rows: Rows, gone: ReadonlySet<string>, cleared: Map<string, Clearing>): void {
  const workflows = [...rows.list("workflows")].filter(({ id }) => !gone.has(id));
  const containers = [...rows.list("containers")].map((row) => cleared.get(`containers/${row.id}`)?.after ?? row);
  const touched = new Map<string, Clearing>();
  for (const clearing of [...cleared.values()]) {
    if (clearing.table === "items") touched.set(clearing.before.id, clearing);
    if (clearing.table !== "containers") continue;
    for (const { table, row } of rows.naming("containers", clearing.before.id))
      if (table === "items" && !touched.has(row.id))
        touched.set(row.id, cleared.get(`items/${row.id}`) ?? { table, before: row, after: row });
  }
  const items = [...touched.values()];
  const stranded = new Map<number, { own: boolean; readonly places: Set<number> }>();
  const plan = { items: items.map(({ after }) => after), workflows, containers } as unknown as WorkPlan;
  for (const { path } of validateStates(plan)) {
    const [, at, field, place] = path as [string, number, string, number];
    const found = stranded.get(at) ?? { own: false, places: new Set<number>() };
    stranded.set(at, found);
    if (field === "stateId") found.own = true;
    else found.places.add(place);
  }
  for (const [at, { own, places }] of stranded) {
    const clearing = items[at];
    if (clearing === undefined) continue;
    const after = withoutStates(clearing.after as WorkItem, own, places);
    cleared.set(`items/${clearing.before.id}`, { ...clearing, after });
  }
}

import type { WorkPlan } from "@evenkeel/core";
import { canonicalJson, type Json } from "@evenkeel/kernel";
import type { LossFate, LossTable } from "../loss-table.js";

type Values = { readonly [field: string]: unknown };

/** What comes back in place of a field, of the row and plan as written. */
export type ComesBack = (value: unknown, row: Values, plan: WorkPlan) => unknown;

/** A writer with its reader and its table of losses. */
export interface RoundTrip {
  readonly loss: LossTable;
  readonly again: (plan: WorkPlan) => WorkPlan;
  /**
   * For each approximated field, what comes back, else anything may; for each approximated table, whether a row does. An id with
   * a view comes back for the ids of generated plans, so that rows are found by it.
   */
  readonly comesBack: { readonly [part: string]: ComesBack };
}

const references: { readonly [field: string]: string } = {
  "projects.parentId": "projects",
  "projects.calendarId": "calendars",
  "calendars.parentId": "calendars",
  "people.calendarId": "calendars",
  "resources.calendarId": "calendars",
  "items.parentId": "items",
  "items.projectId": "projects",
  "items.calendarId": "calendars",
  "dependencies.predecessorId": "items",
  "dependencies.successorId": "items",
  "assignments.itemId": "items",
  "assignments.personId": "people",
  "assignments.resourceId": "resources",
  "schedules.projectId": "projects",
};

const rowsOf = (plan: WorkPlan, table: string): readonly Values[] =>
  ((plan as unknown as { readonly [table: string]: unknown })[table] as readonly Values[] | undefined) ?? [];

type FateOf = (part: string) => LossFate | undefined;

/** Fates with ids that come back as kept. */
const identity =
  (trip: RoundTrip, fates: ReadonlyMap<string, LossFate>): FateOf =>
  (part) =>
    part.endsWith(".id") && trip.comesBack[part] !== undefined ? "kept" : fates.get(part);

/**
 * By what a row is found again: its id where the format keeps ids, else its name, which the plans of the law give once; where
 * neither comes back, there is one row at most.
 */
function keysOf(plan: WorkPlan, fateOf: FateOf): ReadonlyMap<string, ReadonlyMap<unknown, string>> {
  const named: readonly (readonly [string, string])[] = [
    ["items", "title"],
    ["people", "name"],
    ["resources", "name"],
    ["calendars", "name"],
    ["projects", "name"],
  ];
  return new Map(
    named.map(([table, field]) => [
      table,
      new Map(
        rowsOf(plan, table).map((row) => {
          const isNamed = fateOf(`${table}.${field}`) !== "lost";
          return [
            row["id"],
            fateOf(`${table}.id`) === "kept" ? String(row["id"]) : isNamed ? String(row[field]) : table,
          ];
        }),
      ),
    ]),
  );
}

interface Keyed {
  readonly key: string;
  /** With keys in place of references. */
  readonly row: Values;
  readonly source: Values;
}

/** The rows of a table that `holds` with what they are found by; references say the key of what they name. */
function keyed(
  plan: WorkPlan,
  table: string,
  keys: ReturnType<typeof keysOf>,
  holds: (row: Values) => boolean,
): Keyed[] {
  const named = (to: string | undefined, id: unknown) => (to === undefined ? id : (keys.get(to)?.get(id) ?? id));
  const seen = new Map<string, number>();
  return rowsOf(plan, table)
    .filter(holds)
    .map((source) => {
      const row: Values = Object.fromEntries(
        Object.entries(source).map(([field, value]) => [
          field,
          table === "schedules" && field === "items"
            ? (value as readonly Values[]).map((each) => ({ ...each, itemId: named("items", each["itemId"]) }))
            : named(references[`${table}.${field}`], value),
        ]),
      );
      const ends: { readonly [table: string]: readonly unknown[] } = {
        dependencies: [row["predecessorId"], row["successorId"]],
        assignments: [row["itemId"], row["personId"] ?? row["resourceId"]],
        schedules: [row["kind"] === "baseline" ? row["id"] : "stored"],
      };
      const base = keys.get(table)?.get(source["id"]) ?? (ends[table] ?? [source["id"]]).join(" > ");
      const before = seen.get(base) ?? 0;
      seen.set(base, before + 1);
      return { key: before === 0 ? base : `${base} (${before})`, row, source };
    });
}

function valueAt(row: Values, path: readonly string[]): unknown {
  let value: unknown = row;
  for (const step of path) value = typeof value === "object" && value !== null ? (value as Values)[step] : undefined;
  return value;
}

const shown = (value: unknown): string => (value === undefined ? "nothing" : canonicalJson(value as Json));
const isSame = (a: unknown, b: unknown): boolean => a === b || shown(a) === shown(b);

interface Part {
  readonly part: string;
  readonly path: readonly string[];
  readonly fate: LossFate;
}

/** The parts below each table that a table of losses speaks of. */
function partsByTable(fates: ReadonlyMap<string, LossFate>): ReadonlyMap<string, readonly Part[]> {
  const tables = new Map<string, Part[]>();
  for (const [part, fate] of fates) {
    const [table = "", ...path] = part.split(".");
    const parts = tables.get(table) ?? [];
    tables.set(table, parts);
    if (path.length > 0) parts.push({ part, path, fate });
  }
  return tables;
}

/** What came back otherwise than the table says, and which parts came back as they were written, which not. */
export interface Comparison {
  readonly faults: readonly string[];
  /** Parts that some row held. */
  readonly held: ReadonlySet<string>;
  /** Of these, the ones that did not come back as they were in every row. */
  readonly changed: ReadonlySet<string>;
}

/** What should come back of a part: as written, as its view says, or, where no one can say which, anything. */
function expectedOf(
  fate: LossFate,
  view: ComesBack | undefined,
  value: unknown,
  came: unknown,
  asked: () => unknown,
): unknown {
  if (fate === "kept") return value;
  if (view !== undefined) return asked();
  return came ?? "anything";
}

/** Writes a plan, reads it, and holds every part against the table of losses. */
export function compareAgain(trip: RoundTrip, plan: WorkPlan): Comparison {
  const fates = new Map(trip.loss.rows.map((row) => [row.part, row.fate]));
  const fateOf = identity(trip, fates);
  const read = trip.again(plan);
  const [faults, held, changed] = [[] as string[], new Set<string>(), new Set<string>()];
  const [keysWritten, keysRead] = [keysOf(plan, fateOf), keysOf(read, fateOf)];
  for (const [table, parts] of partsByTable(fates)) {
    const fate = fates.get(table) ?? "lost";
    const all = rowsOf(plan, table);
    const comes = trip.comesBack[table];
    const isExpected = (row: Values) => fate !== "lost" && (comes === undefined || comes(row, row, plan) === true);
    const written = keyed(plan, table, keysWritten, isExpected);
    const back = new Map(keyed(read, table, keysRead, () => true).map((each) => [each.key, each.row]));
    if (all.length > 0) held.add(table);
    if (written.length < all.length || written.some(({ key }) => !back.has(key))) changed.add(table);
    for (const { key } of written) if (!back.has(key)) faults.push(`${table}: ${key} did not come back`);
    if (fate === "kept" && back.size > written.length) faults.push(`${table}: ${back.size - written.length} rows more`);
    for (const { part, path, fate: own } of parts) {
      const view = trip.comesBack[part];
      if (all.some((row) => valueAt(row, path) !== undefined)) held.add(part);
      if (written.length < all.length && all.some((row) => !isExpected(row) && valueAt(row, path) !== undefined))
        changed.add(part);
      for (const { key, row, source } of written) {
        const other = back.get(key);
        if (other === undefined) continue;
        const [value, came] = [valueAt(row, path), valueAt(other, path)];
        if (!isSame(value, came)) changed.add(part);
        if (own === "lost") continue;
        const expected = expectedOf(own, view, value, came, () => view?.(value, { ...row, id: source["id"] }, plan));
        if (!isSame(expected, came))
          faults.push(`${part} of ${key}: ${own}, expected ${shown(expected)}, came back ${shown(came)}`);
      }
    }
  }
  return { faults, held, changed };
}

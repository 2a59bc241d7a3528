import { type Row, type TableName, tableNames, type WorkPlan } from "@evenkeel/core";
import { canonicalJson, compareText, type Json } from "@evenkeel/kernel";
import { mended, type Tables } from "./mend-merge.js";
import type { MergeConflict } from "./merge-conflict.js";
import { type Fields, fieldNames, fieldOf, headOf, isSame, rowsById } from "./plan-fields.js";

/** Two edits of one plan as one. */
export interface Merged {
  /** Always valid. */
  readonly plan: WorkPlan;
  /** By table, id, field. */
  readonly conflicts: readonly MergeConflict[];
}

const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((entry) => typeof entry === "string") && new Set(value).size === value.length;

/** Lists of texts are sets: what either took away goes, what either added comes, in a stated order. */
function mergedSet(base: readonly string[], ours: readonly string[], theirs: readonly string[]): string[] {
  const kept = base.filter((entry) => ours.includes(entry) && theirs.includes(entry));
  const added = [...new Set([...ours, ...theirs])].filter((entry) => !base.includes(entry));
  return [...kept, ...added.sort(compareText)];
}

interface Place {
  readonly table: TableName | "plan";
  readonly id: string;
}
const given = (name: "base" | "ours" | "theirs", value: unknown) =>
  value === undefined ? {} : { [name]: value as Json };

/** Three-way merge of one row, field by field. */
function mergedRow(
  place: Place,
  base: Fields | undefined,
  ours: Fields,
  theirs: Fields,
  conflicts: MergeConflict[],
): Fields {
  const entries = fieldNames(base, ours, theirs).flatMap((field): [string, Json][] => {
    const [was, one, other] = [fieldOf(base, field), fieldOf(ours, field), fieldOf(theirs, field)];
    const take = (value: Json | undefined): [string, Json][] => (value === undefined ? [] : [[field, value]]);
    if (isSame(one, other) || isSame(other, was)) return take(one);
    if (isSame(one, was)) return take(other);
    if (isTexts(one) && isTexts(other)) return [[field, mergedSet(isTexts(was) ? was : [], one, other)]];
    conflicts.push({
      kind: "field",
      ...place,
      field,
      ...given("base", was),
      ...given("ours", one),
      ...given("theirs", other),
    });
    return take(was);
  });
  return Object.fromEntries(entries);
}

const smaller = (a: Row, b: Row): Row => (compareText(canonicalJson(a), canonicalJson(b)) <= 0 ? a : b);

/** What becomes of one id in a table. */
function mergedId(
  table: TableName,
  id: string,
  [base, ours, theirs]: readonly (Row | undefined)[],
  conflicts: MergeConflict[],
): Row | undefined {
  if (isSame(ours, theirs) || isSame(theirs, base)) return ours;
  if (isSame(ours, base)) return theirs;
  const sides = { ...given("base", base), ...given("ours", ours), ...given("theirs", theirs) };
  if (ours === undefined || theirs === undefined) {
    conflicts.push({ kind: "removedAndChanged", table, id, ...sides });
    return ours ?? theirs;
  }
  if (base === undefined) {
    conflicts.push({ kind: "addedTwice", table, id, ...sides });
    return smaller(ours, theirs);
  }
  const fields = [base, ours, theirs] as unknown as readonly [Fields, Fields, Fields];
  return mergedRow({ table, id }, ...fields, conflicts) as unknown as Row;
}

/** The plan of some tables: rows in the order of the base, new ones after them by id. */
function planOf(head: Fields, tables: Tables, base: WorkPlan, present: ReadonlySet<TableName>): WorkPlan {
  const lists = tableNames.flatMap((table) => {
    const rows = tables.get(table) ?? new Map<string, Row>();
    if (rows.size === 0 && !present.has(table)) return [];
    const old = rowsById(base, table);
    const kept = [...old.keys()].flatMap((id) => rows.get(id) ?? []);
    const added = [...rows.values()].filter(({ id }) => !old.has(id)).sort((a, b) => compareText(a.id, b.id));
    return [[table, [...kept, ...added]]];
  });
  return Object.fromEntries([...Object.entries(head), ...lists]) as unknown as WorkPlan;
}

const orderOf = (conflict: MergeConflict): string =>
  JSON.stringify([conflict.table, conflict.id, conflict.field ?? "", conflict.kind]);

/**
 * Merges two edits of one plan, row by row and field by field; what does not fit is told as conflicts, never guessed.
 *
 * Different rows, and different fields of a row, merge without a word; lists of texts merge as sets. The merged plan is valid.
 * Swapping the sides gives the same plan and the same conflicts with `ours` and `theirs` swapped: every tie is broken by what
 * is in the plans, never by the side. Where nothing else holds, the base's plan comes back with all conflicts.
 *
 * @param base - the valid plan both began from
 * @param ours - a valid plan
 * @param theirs - a valid plan
 * @returns merged plan and conflicts
 *
 * Issues: none; the plans must be valid.
 * Time O(rows + fields of rows that both changed), a validation more for each round of mending, at most two rounds a changed row; space O(rows).
 * Source: own; three-way merge.
 *
 * @example
 * const base = { formatVersion: 1, items: [{ id: "A", title: "Doors", kind: "task" }] } as const;
 * const ours = { formatVersion: 1, items: [{ id: "A", title: "Oak doors", kind: "task" }] } as const;
 * const theirs = { formatVersion: 1, items: [{ id: "A", title: "Steel doors", kind: "task", rank: 2 }] } as const;
 * const { plan, conflicts } = mergePlans(base, ours, theirs);
 * plan.items; // => [{ id: "A", kind: "task", rank: 2, title: "Doors" }]
 * conflicts.map(({ kind, id, field, ours, theirs }) => [kind, id, field, ours, theirs]); // => [["field", "A", "title", "Oak doors", "Steel doors"]]
 */
export function mergePlans(base: WorkPlan, ours: WorkPlan, theirs: WorkPlan): Merged {
  const conflicts: MergeConflict[] = [];
  const head = mergedRow({ table: "plan", id: "" }, headOf(base), headOf(ours), headOf(theirs), conflicts);
  const tables: Tables = new Map();
  const present = new Set<TableName>();
  for (const table of tableNames) {
    const sides = [base, ours, theirs].map((plan) => rowsById(plan, table));
    const ids = new Set(sides.flatMap((rows) => [...rows.keys()]));
    const rows = [...ids].flatMap(
      (id) =>
        mergedId(
          table,
          id,
          sides.map((side) => side.get(id)),
          conflicts,
        ) ?? [],
    );
    tables.set(table, new Map(rows.map((row) => [row.id, row])));
    const has = [base, ours, theirs].map((plan) => Object.hasOwn(plan, table));
    if (has[1] === has[2] ? has[1] : !has[0]) present.add(table);
  }
  const plan = mended(
    tables,
    () => planOf(head, tables, base, present),
    // The base last: a row that goes back to it may name what both sides took away.
    [...[ours, theirs].sort((a, b) => compareText(canonicalJson(a), canonicalJson(b))), base],
    base,
    conflicts,
  );
  conflicts.sort((a, b) => compareText(orderOf(a), orderOf(b)));
  return { plan: plan ?? base, conflicts };
}

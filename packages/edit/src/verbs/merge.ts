import type { Assignment, Dependency, Estimate, Row, TableName, WorkItem } from "@evenkeel/core";
import { between } from "../patches.js";
import { renamed } from "../references.js";
import type { Rows } from "../rows.js";
import type { Patch } from "../types.js";

const union = <T>(...lists: readonly (readonly T[] | undefined)[]): readonly T[] | undefined => {
  const all = new Map(lists.flatMap((list) => list ?? []).map((entry) => [JSON.stringify(entry), entry]));
  return all.size === 0 ? undefined : [...all.values()];
};

/** Estimates of one kind add up where all are single numbers; else those of the survivor stand. */
function estimatesOf(items: readonly WorkItem[]): readonly Estimate[] | undefined {
  const own = items[0]?.estimates;
  const sums = new Map<string, number>();
  for (const { estimates } of items)
    for (const { of, basis, value } of estimates ?? [])
      if (value.kind === "single") sums.set(`${of} ${basis}`, (sums.get(`${of} ${basis}`) ?? 0) + value.amount);
  const kinds = new Map(
    items.flatMap(({ estimates }) => (estimates ?? []).map((each) => [`${each.of} ${each.basis}`, each])),
  );
  const listed = [...kinds].map(([kind, estimate]): Estimate => {
    const stated = own?.find(({ of, basis }) => `${of} ${basis}` === kind) ?? estimate;
    const sum = sums.get(kind);
    return stated.value.kind === "single" && sum !== undefined
      ? { ...stated, value: { kind: "single", amount: sum } }
      : stated;
  });
  return listed.length === 0 ? undefined : listed;
}

/** The nearest item above that is not merged away. */
function parentOf(rows: Rows, survivor: WorkItem, merged: ReadonlySet<string>): string | undefined {
  const seen = new Set<string>();
  let at = survivor.parentId;
  while (at !== undefined && merged.has(at) && !seen.has(at)) {
    seen.add(at);
    at = (rows.row("items", at) as WorkItem | undefined)?.parentId;
  }
  return at !== undefined && merged.has(at) ? undefined : at;
}

function survivorOf(rows: Rows, items: readonly WorkItem[], merged: ReadonlySet<string>): Row {
  const [own] = items;
  if (own === undefined) return { id: "" };
  const parentId = parentOf(rows, own, merged);
  const more = {
    outcomeIds: union(...items.map(({ outcomeIds }) => outcomeIds)),
    acceptanceCriteria: union(...items.map(({ acceptanceCriteria }) => acceptanceCriteria)),
    skills: union(...items.map(({ skills }) => skills)),
    labels: union(...items.map(({ labels }) => labels)),
    sources: union(...items.map(({ sources }) => sources)),
    estimates: estimatesOf(items),
  };
  const { parentId: _old, ...rest } = own;
  const given = Object.entries({ ...more, parentId }).filter(([, value]) => value !== undefined);
  return { ...rest, ...Object.fromEntries(given) };
}

/** What says the same of the same items: kept once. */
const sameness: { readonly [table in TableName]?: (row: Row) => string } = {
  dependencies: (row) => {
    const { predecessorId, successorId, type } = row as Dependency;
    return JSON.stringify([predecessorId, successorId, type]);
  },
  assignments: (row) => {
    const { itemId, personId, teamId, resourceId, role } = row as Assignment;
    return JSON.stringify([itemId, personId, teamId, resourceId, role]);
  },
};
const isOfItself = (table: TableName, row: Row): boolean => {
  const { predecessorId, successorId, fromId, toId } = row as Partial<Dependency> & { fromId?: string; toId?: string };
  if (table === "dependencies") return predecessorId === successorId;
  return table === "relations" && fromId === toId;
};

/** An assignment with the effort of another that says the same. */
function withEffort(kept: Row, other: Row): Row {
  const fields = ["effortMinutes", "remainingEffortMinutes", "actualEffortMinutes", "overtimeEffortMinutes"] as const;
  const [a, b] = [kept as Assignment, other as Assignment];
  const sums = fields.flatMap((field) =>
    a[field] === undefined && b[field] === undefined ? [] : [[field, (a[field] ?? 0) + (b[field] ?? 0)]],
  );
  return { ...kept, ...Object.fromEntries(sums) };
}

/** Merges items into one of them; see the command. */
export function merging(rows: Rows, ids: readonly string[], into: string): Patch[] {
  const merged = new Set(ids.filter((id) => id !== into));
  const items = [into, ...merged].flatMap((id) => rows.row("items", id) ?? []) as WorkItem[];
  const own = rows.row("items", into);
  // Removing what is not there is refused by name.
  if (own === undefined || items.length !== merged.size + 1)
    return [into, ...merged].flatMap((id): Patch[] =>
      rows.row("items", id) === undefined ? [{ op: "remove", table: "items", id }] : [],
    );
  const touched = new Map<string, { readonly table: TableName; readonly before: Row; after: Row }>();
  for (const id of [...merged, into])
    for (const { table, row } of rows.naming("items", id)) {
      if (table === "items" && (merged.has(row.id) || row.id === into)) continue;
      const after = renamed(table, row, (to, named) => (to.includes("items") && merged.has(named) ? into : named));
      if (after !== undefined) touched.set(`${table}/${row.id}`, { table, before: row, after });
    }
  const kept = new Map<string, { table: TableName; before: Row; after: Row }>();
  const removed: Patch[] = [];
  for (const entry of [...touched.values()].sort((a, b) => (a.before.id < b.before.id ? -1 : 1))) {
    const key = sameness[entry.table]?.(entry.after);
    const first = key === undefined ? undefined : kept.get(`${entry.table} ${key}`);
    if (isOfItself(entry.table, entry.after) || first !== undefined) {
      removed.push({ op: "remove", table: entry.table, id: entry.before.id });
      if (first !== undefined && entry.table === "assignments") first.after = withEffort(first.after, entry.after);
    } else kept.set(key === undefined ? `${entry.table}/${entry.before.id}` : `${entry.table} ${key}`, entry);
  }
  return [
    ...between("items", own, survivorOf(rows, items, merged)),
    ...[...kept.values()].flatMap(({ table, before, after }) => between(table, before, after)),
    ...removed,
    ...[...merged].map((id): Patch => ({ op: "remove", table: "items", id })),
  ];
}

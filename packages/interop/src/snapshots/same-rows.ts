import { type Row, tableNames, type WorkHistory, type WorkPlan } from "@evenkeel/core";
import { compareText } from "@evenkeel/kernel";
import { type IdMap, mapHistoryIds, mapPlanIds } from "../map-ids.js";
import { isPlaced, lastingKeys, titleOf } from "../source-key.js";

interface Known {
  readonly id: string;
  readonly keys: readonly string[];
}

/** What two exports know the rows of a table by, in order of their ids. */
function keyed(table: string, rows: readonly Row[]): Known[] {
  const titles = new Map<string, number>();
  const keysOf = (row: Row): string[] => {
    if (!isPlaced(row)) return lastingKeys(row);
    const title = titleOf(row) ?? "";
    const count = titles.get(title) ?? 0;
    titles.set(title, count + 1);
    return [`title ${count} ${title}`];
  };
  return rows
    .map((row) => ({ id: row.id, keys: keysOf(row).map((key) => `${table} ${key}`) }))
    .sort((a, b) => compareText(a.id, b.id));
}

/** Keys that two rows of one export state: they do not say which row it is. */
function sharedKeys(exports: readonly (readonly Known[])[]): ReadonlySet<string> {
  const shared = new Set<string>();
  for (const rows of exports) {
    const seen = new Set<string>();
    for (const key of rows.flatMap(({ keys }) => keys)) {
      if (seen.has(key)) shared.add(key);
      seen.add(key);
    }
  }
  return shared;
}

/** Documents of one source in order of time, each row under one id throughout: that of the last in which it stands. */
export function withSameIds<D extends { readonly plan: WorkPlan; readonly history: WorkHistory }>(
  inOrder: readonly D[],
): D[] {
  const renamed = inOrder.map(() => new Map<string, string>());
  for (const table of tableNames) {
    const exports = inOrder.map(({ plan }) => keyed(table, (plan[table] ?? []) as readonly Row[]));
    const shared = sharedKeys(exports);
    const [known, taken] = [new Map<string, string[]>(), new Set<string>()];
    for (let at = exports.length - 1; at >= 0; at--) {
      const rows = (exports[at] ?? []).map(({ id, keys }) => {
        const lasting = keys.filter((key) => !shared.has(key));
        return { own: id, keys: lasting.length === 0 ? [`${table} id ${id}`] : lasting };
      });
      const knownTo = (keys: readonly string[]): string[] => keys.flatMap((key) => known.get(key) ?? []);
      // Two rows that later became one: the one whose id it has is it, the other stays itself.
      const claimed = new Set(rows.flatMap(({ own, keys }) => (knownTo(keys).includes(own) ? [own] : [])));
      for (const { own, keys } of rows) {
        const free = knownTo(keys).find((id) => !claimed.has(id));
        const id = knownTo(keys).includes(own) ? own : (free ?? (taken.has(own) ? `${own} (${keys[0]})` : own));
        claimed.add(id);
        taken.add(id);
        for (const key of keys) {
          const ids = known.get(key) ?? [];
          if (!ids.includes(id)) known.set(key, [...ids, id]);
        }
        if (id !== own) renamed[at]?.set(`${table} ${own}`, id);
      }
    }
  }
  return inOrder.map((documents, index) => {
    const ids = renamed[index];
    if (ids === undefined || ids.size === 0) return documents;
    const map: IdMap = (id, tables) =>
      tables.map((table) => ids.get(`${table} ${id}`)).find((each) => each !== undefined) ?? id;
    return { ...documents, plan: mapPlanIds(documents.plan, map), history: mapHistoryIds(documents.history, map) };
  });
}

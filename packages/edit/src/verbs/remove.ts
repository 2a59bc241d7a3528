import type { TableName } from "@evenkeel/core";
import { between } from "../patches.js";
import { renamed } from "../references.js";
import type { Rows } from "../rows.js";
import type { Patch } from "../types.js";
import { type Clearing, clearStates } from "./stranded-states.js";

/**
 * Removes a row: `clear` takes its id out of all that names it; what cannot be without it goes too, and so on;
 * states of a workflow that goes, go with it.
 *
 * Rows that name several removed rows are cleared of all of them at once.
 */
export function removal(rows: Rows, table: TableName, id: string, references: "refuse" | "clear"): Patch[] {
  const gone = new Map<TableName, Set<string>>([[table, new Set([id])]]);
  const order: { readonly table: TableName; readonly id: string }[] = [{ table, id }];
  const cleared = new Map<string, Clearing>();
  const isGone = (to: readonly TableName[], named: string): boolean =>
    to.some((target) => gone.get(target)?.has(named));
  for (let at = 0; references === "clear" && at < order.length; at++) {
    const target = order[at] ?? { table, id };
    for (const { table: owner, row } of rows.naming(target.table, target.id)) {
      if (isGone([owner], row.id)) continue;
      const after = renamed(owner, row, (to, named) => (isGone(to, named) ? null : named));
      const key = `${owner}/${row.id}`;
      if (after !== undefined) cleared.set(key, { table: owner, before: row, after });
      else {
        cleared.delete(key);
        gone.set(owner, (gone.get(owner) ?? new Set<string>()).add(row.id));
        order.push({ table: owner, id: row.id });
      }
    }
  }
  if (table === "workflows" && references === "clear") clearStates(rows, new Set([id]), cleared);
  return [
    ...[...cleared.values()].flatMap((row) => between(row.table, row.before, row.after)),
    ...order.reverse().map((target): Patch => ({ op: "remove", ...target })),
  ];
}

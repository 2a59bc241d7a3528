import { type Row, type TableName, tableNames } from "@evenkeel/core";
import { adding } from "../patches.js";
import { renamed } from "../references.js";
import type { Command, Patch } from "../types.js";

type Template = Extract<Command, { readonly type: "template" }>;

/** Makes the rows of a template; see the command. A row without a new id keeps its own, and is refused where that is taken. */
export function templating({ template, ids, set }: Template): Patch[] {
  const newId = (table: TableName, id: string): string => {
    const map = Object.hasOwn(ids, table) ? ids[table] : undefined;
    return map !== undefined && Object.hasOwn(map, id) ? (map[id] ?? id) : id;
  };
  const made = new Map(
    tableNames.map((table): [TableName, ReadonlySet<string>] => [
      table,
      new Set((Object.hasOwn(template, table) ? (template[table] ?? []) : []).map(({ id }) => id)),
    ]),
  );
  return tableNames.flatMap((table) =>
    (Object.hasOwn(template, table) ? (template[table] ?? []) : []).flatMap((row: Row) => {
      const own = { ...row, ...(table === "items" ? set : {}), id: newId(table, row.id) };
      const named = renamed(table, own, (to, id) => {
        const target = to.find((each) => made.get(each)?.has(id));
        return target === undefined ? id : newId(target, id);
      });
      return named === undefined ? [] : adding(table, named);
    }),
  );
}

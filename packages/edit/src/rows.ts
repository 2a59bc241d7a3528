import type { Row, TableName, WorkPlan } from "@evenkeel/core";
import { compareText } from "@evenkeel/kernel";
import { namesIn } from "./references.js";

/** A row with its table. */
export interface Placed {
  readonly table: TableName;
  readonly row: Row;
}

/** What commands read of a plan, however it is held. */
export interface Rows {
  readonly row: (table: TableName, id: string) => Row | undefined;
  readonly list: (table: TableName) => Iterable<Row>;
  /** Rows that name a row in a reference, each once, by table and id. */
  readonly naming: (table: TableName, id: string) => Iterable<Placed>;
}

/** The rows of a table; empty when the plan has none. */
export const rowsOf = (plan: WorkPlan, table: TableName): readonly Row[] =>
  (Object.hasOwn(plan, table) ? (plan[table] as readonly Row[] | undefined) : undefined) ?? [];

/** Order of rows by id. */
export const byId = (a: Row, b: Row): number => compareText(a.id, b.id);

/** Reads a plan as it is: each table is indexed when first asked, references are found by going through all rows. */
export function rowsOfPlan(plan: WorkPlan): Rows {
  const indexed = new Map<TableName, Map<string, Row>>();
  return {
    row: (table, id) => {
      const ids = indexed.get(table) ?? new Map(rowsOf(plan, table).map((row) => [row.id, row]));
      indexed.set(table, ids);
      return ids.get(id);
    },
    list: (table) => rowsOf(plan, table),
    naming: (table, id) =>
      namesIn(table).flatMap((owner) =>
        rowsOf(plan, owner.table)
          .filter((row) => owner.names(row, id))
          .sort(byId)
          .map((row) => ({ table: owner.table, row })),
      ),
  };
}

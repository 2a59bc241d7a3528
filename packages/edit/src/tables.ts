import type { Row, TableName, WorkPlan } from "@evenkeel/core";

/** A plan seen as tables of rows. */
export type Tables = Partial<Record<TableName, readonly Row[]>>;

/** The rows of a table; empty when the plan has none. */
export const rowsOf = (plan: WorkPlan, table: TableName): readonly Row[] => (plan as Tables)[table] ?? [];

/** A lookup of rows by id that scans each table at most once. */
export function lookup(plan: WorkPlan): (table: TableName, id: string) => Row | undefined {
  const indexed = new Map<TableName, Map<string, Row>>();
  return (table, id) => {
    let ids = indexed.get(table);
    if (ids === undefined) {
      ids = new Map(rowsOf(plan, table).map((row) => [row.id, row]));
      indexed.set(table, ids);
    }
    return ids.get(id);
  };
}

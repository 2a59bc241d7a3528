import { type Row, type TableName, tableNames, type WorkPlan } from "@evenkeel/core";

/** The plan with every row changed. */
export const withRows = (plan: WorkPlan, change: (row: Row, table: TableName) => Row): WorkPlan => ({
  ...plan,
  ...Object.fromEntries(
    tableNames.flatMap((table) => {
      const rows = plan[table] as readonly Row[] | undefined;
      return rows === undefined ? [] : [[table, rows.map((row) => change(row, table))]];
    }),
  ),
});

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

/** The plan with its rows the other way round. */
export const reversedRows = (plan: WorkPlan): WorkPlan => ({
  ...plan,
  ...Object.fromEntries(
    tableNames.flatMap((table) => (plan[table] === undefined ? [] : [[table, [...plan[table]].reverse()]])),
  ),
});

import { type Row, type TableName, tableNames, type WorkPlan } from "@evenkeel/core";
import { canonicalJson, compareText, type Json } from "@evenkeel/kernel";

/** A row, or the document around the tables, as fields by name. */
export type Fields = Readonly<Record<string, Json>>;

/** Whether two values are the same JSON. */
export const isSame = (a: unknown, b: unknown): boolean =>
  a === b || (typeof a === "object" && typeof b === "object" && canonicalJson(a) === canonicalJson(b));

/** A field of a row; undefined where it has none. */
export const fieldOf = (row: Fields | undefined, field: string): Json | undefined =>
  row !== undefined && Object.hasOwn(row, field) ? row[field] : undefined;

/** The names of fields that any of some rows has, in order. */
export const fieldNames = (...rows: readonly (Fields | undefined)[]): string[] =>
  [...new Set(rows.flatMap((row) => Object.keys(row ?? {})))].sort(compareText);

/** Rows of a table by id. */
export const rowsById = (plan: WorkPlan, table: TableName): Map<string, Row> =>
  new Map(((plan[table] ?? []) as readonly Row[]).map((row) => [row.id, row]));

/** What a plan holds beside its tables. */
export const headOf = (plan: WorkPlan): Fields =>
  Object.fromEntries(
    Object.entries(plan).filter(([key]) => !(tableNames as readonly string[]).includes(key)),
  ) as unknown as Fields;

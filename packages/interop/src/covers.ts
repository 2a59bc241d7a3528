import type { Coverage } from "@evenkeel/core";

/** States which fields of a table an export of a tool can carry. */
export type Covers = (table: Coverage["table"], ...fields: readonly string[]) => Coverage;

/** What an export of a tool covers, table by table. */
export const coversOf =
  (tool: string): Covers =>
  (table, ...fields) => ({ tool, table, fields });

import type { EventType, Subject, TableName } from "@evenkeel/core";
import type { Json } from "@evenkeel/kernel";

/** What happened to a row, before it has an id. */
export interface Happening {
  readonly subject: Subject;
  readonly type: EventType;
  readonly facts: Readonly<Record<string, Json | undefined>>;
}

/** Something that happened to a row. */
export const about = (
  table: TableName,
  id: string,
  type: EventType,
  facts: Readonly<Record<string, Json | undefined>> = {},
): Happening => ({ subject: { table, id }, type, facts });

import { type ItemReplay, onTimeLine, type WorkEvent, type WorkItem } from "@evenkeel/core";
import { defined, millisOf } from "./from-plan-times.js";
import type { Ledger, LedgerPromise } from "./ledger-types.js";

type RowOf<Rows> = Rows extends readonly (infer Row)[] ? Row : never;
type Loose<Row> = Row extends unknown ? { [Field in keyof Row]?: Row[Field] | undefined } : never;

/** A ledger in the making. */
export type LedgerTables = { [Table in keyof Ledger]-?: RowOf<Ledger[Table]>[] };

/** An event of a type. */
export type EventOf<Type extends WorkEvent["type"]> = Extract<WorkEvent, { type: Type }>;

/** No end. */
export const later: number = Number.POSITIVE_INFINITY;

/** When it happened; what has no time never did. */
export function momentOf(event: WorkEvent): number {
  return onTimeLine(event.at) ?? later;
}

/** Events of one type, in their order. */
export function ofType<Type extends WorkEvent["type"]>(events: readonly WorkEvent[], type: Type): EventOf<Type>[] {
  return events.filter((event): event is EventOf<Type> => event.type === type);
}

/** Adds a promise without its undefined fields. */
export function addPromise(tables: LedgerTables, promise: Loose<LedgerPromise>): void {
  tables.promises.push(defined(promise as { [Field in keyof LedgerPromise]: LedgerPromise[Field] }) as LedgerPromise);
}

/** A change of an item to done, to dropped, or back to neither. */
export interface Turn {
  readonly at: number;
  readonly to: "done" | "dropped" | "back";
}

/** When an item was done and came back, in order; what the row says stands in where no state change is known. */
export function turnsOf(item: WorkItem, replay: ItemReplay | undefined, until: number): Turn[] {
  const changes = replay?.changes ?? [];
  if (changes.length === 0) {
    const at = millisOf(item.finishedAt ?? item.schedule?.actualFinish, true, until);
    return at === undefined ? [] : [{ at, to: "done" }];
  }
  const stages = changes.map(({ at, category }) => ({
    at,
    to: category === "done" || category === "dropped" ? category : ("back" as const),
  }));
  return stages.filter(({ to }, at) => to !== (stages[at - 1]?.to ?? "back"));
}

import { dayOf, millisPerDay } from "./flow-rows.js";
import type { FlowItem } from "./flow-types.js";
import type { Ledger } from "./ledger-types.js";
import type { ServiceLevelExpectation } from "./sle-types.js";

/**
 * A service level expectation as promises: for every item started, that it is finished within so many days.
 *
 * The day of the start counts, so a promise of 1 day ends with that day. Dropped items are promises withdrawn.
 *
 * @param items - in any order, times in integer milliseconds; those never started promise nothing; not changed
 * @param expectation - days, whole and at least 1, and the chance stated with them
 * @returns a date promise an item, its id after `expectation/`, its basis `expectation`
 *
 * Issues: none; `measureLedger` names rows that cannot be used.
 * Time O(n), space O(n).
 * Source: own; Kanban Guide (2020).
 *
 * @example
 * const ledger = ledgerFromExpectation([{ id: "A", startedAt: 0, finishedAt: 90000000 }], { days: 2, probability: 0.85 });
 * orThrow(measureLedger(ledger, 200000000)).kept; // => 1
 */
export function ledgerFromExpectation(
  items: readonly FlowItem[],
  expectation: Pick<ServiceLevelExpectation, "days" | "probability">,
): Ledger {
  const started = items.filter(({ startedAt }) => startedAt !== undefined);
  const idOf = ({ id }: FlowItem): string => `expectation/${id}`;
  return {
    promises: started.map((item) => ({
      id: idOf(item),
      kind: "date",
      madeAt: item.startedAt as number,
      value: (dayOf(item.startedAt as number) + expectation.days) * millisPerDay - 1,
      confidence: expectation.probability,
      subject: item.id,
      basis: "expectation",
    })),
    outcomes: started.flatMap((item) =>
      item.finishedAt === undefined ? [] : [{ promise: idOf(item), at: item.finishedAt, value: item.finishedAt }],
    ),
    withdrawals: started.flatMap((item) =>
      item.finishedAt !== undefined || item.droppedAt === undefined
        ? []
        : [{ promise: idOf(item), at: item.droppedAt }],
    ),
  };
}

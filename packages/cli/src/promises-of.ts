import { ok, type Result } from "@evenkeel/kernel";
import { type Ledger, type LedgerMeasure, type LedgerPromise, measureLedger } from "@evenkeel/predictability";

/** The record of some promises: of a basis, or of a team; without a team: of the plan. */
export interface PromiseGroup {
  readonly key?: string;
  readonly record: LedgerMeasure;
}

/** The record of a ledger, whole and in parts. */
export interface PromiseRecords {
  readonly all: LedgerMeasure;
  readonly byBasis: readonly PromiseGroup[];
  /** Teams, never persons; a person's promise counts for the plan. */
  readonly byTeam: readonly PromiseGroup[];
}

/** The rows about some promises. */
export function ledgerPart(ledger: Ledger, isIn: (promise: LedgerPromise) => boolean): Ledger {
  const promises = ledger.promises.filter(isIn);
  const ids = new Set(promises.map(({ id }) => id));
  const about = <Row extends { readonly promise: string }>(rows: readonly Row[] = []): Row[] =>
    rows.filter(({ promise }) => ids.has(promise));
  return {
    ...ledger,
    promises,
    revisions: about(ledger.revisions),
    outcomes: about(ledger.outcomes),
    reopenings: about(ledger.reopenings),
    withdrawals: about(ledger.withdrawals),
    forecasts: about(ledger.forecasts),
  };
}

/**
 * The record of a ledger: of all promises, by what they rest on, by team.
 *
 * @param ledger - from `ledgerFromPlan`; not changed
 * @param now - integer milliseconds
 * @returns records; rows that cannot be used are named by issues
 *
 * Issues: those of `measureLedger`.
 * Time O(groups rows + n log n), space O(rows).
 * Source: own.
 *
 * @example
 * const ledger = { promises: [{ id: "P", kind: "date" as const, value: 5, basis: "due date" }], outcomes: [{ promise: "P", at: 4, value: 4 }] };
 * orThrow(promiseRecords(ledger, 9)).byBasis.map(({ key, record }) => [key, record.kept]); // => [["due date", 1]]
 */
export function promiseRecords(ledger: Ledger, now: number): Result<PromiseRecords> {
  const all = measureLedger(ledger, now);
  if (!all.ok) return all;
  const groups = (keyOf: (promise: LedgerPromise) => string | undefined): PromiseGroup[] =>
    [...new Set(ledger.promises.map(keyOf))].flatMap((key) => {
      const record = measureLedger(
        ledgerPart(ledger, (promise) => keyOf(promise) === key),
        now,
      );
      return record.ok ? [{ ...(key === undefined ? {} : { key }), record: record.value }] : [];
    });
  return ok({ all: all.value, byBasis: groups(({ basis }) => basis), byTeam: groups(({ by }) => by) }, all.issues);
}

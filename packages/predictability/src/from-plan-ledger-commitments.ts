import { type Commitment, onTimeLine, type WorkEvent } from "@evenkeel/core";
import { addPromise, type LedgerTables, later, momentOf, ofType } from "./from-plan-ledger-tables.js";
import { millisOf } from "./from-plan-times.js";

const recordedAt = (event: WorkEvent): number =>
  Math.max(momentOf(event), onTimeLine(event.recordedAt ?? event.at) ?? 0);

/** Adds a commitment of the plan with what its history says; a person's promise counts for the plan. */
export function addCommitment(
  tables: LedgerTables,
  row: Commitment,
  all: readonly WorkEvent[],
  teams: ReadonlySet<string>,
  until: number,
): void {
  const id = `commitments/${row.id}`;
  const events = all.filter((event) => momentOf(event) <= until);
  const [made] = ofType(all, "commitmentMade");
  if (made !== undefined && momentOf(made) > until) return;
  const value = millisOf(made?.due ?? row.due, true, later);
  if (value === undefined) return;
  addPromise(tables, {
    id,
    kind: "date",
    value,
    madeAt: made === undefined ? millisOf(row.madeAt, false, later) : momentOf(made),
    by: row.byId !== undefined && teams.has(row.byId) ? row.byId : undefined,
    subject: row.subject === undefined ? undefined : `${row.subject.table}/${row.subject.id}`,
    confidence: made?.probability ?? row.probability,
    basis: "commitment",
  });
  const before = tables.outcomes.length + tables.withdrawals.length;
  for (const event of events) {
    const at = recordedAt(event);
    if (event.type === "commitmentMet") tables.outcomes.push({ promise: id, at, value: momentOf(event) });
    if (event.type === "commitmentWithdrawn") tables.withdrawals.push({ promise: id, at });
    if (event.type === "commitmentMissed") {
      tables.reopenings.push({ promise: id, at });
      tables.outcomes.push({ promise: id, at });
    }
    const due = event.type === "commitmentRenegotiated" ? millisOf(event.due, true, later) : undefined;
    if (due !== undefined) tables.revisions.push({ promise: id, at, value: due });
  }
  const at = millisOf(row.resolvedAt, false, until);
  if (before < tables.outcomes.length + tables.withdrawals.length || at === undefined) return;
  if (row.state === "met") tables.outcomes.push({ promise: id, at, value: at });
  if (row.state === "missed") tables.outcomes.push({ promise: id, at });
  if (row.state === "withdrawn") tables.withdrawals.push({ promise: id, at });
}

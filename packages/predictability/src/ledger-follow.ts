import { fulfilmentOf, leavesOf } from "./ledger-fulfilment.js";
import { groupBy } from "./ledger-group.js";
import { type CheckedLedger, checkLedger, dueOf } from "./ledger-rows.js";
import type {
  Ledger,
  LedgerForecast,
  LedgerPromise,
  LedgerRevision,
  LedgerSelection,
  PromiseStanding,
} from "./ledger-types.js";

/** A promise with all that is known of it at an instant. */
export interface FollowedPromise {
  readonly promise: LedgerPromise;
  readonly due: number | undefined;
  /** Since when it and all its parts are fulfilled without a break; a promise withdrawn before never is. */
  readonly fulfilledAt: number | undefined;
  readonly failedAt: number | undefined;
  /** Since when it would be fulfilled had nothing been reopened or split. */
  readonly onceAt: number | undefined;
  /** Only where it was withdrawn before it was fulfilled. */
  readonly withdrawnAt: number | undefined;
  readonly amount: number | undefined;
  readonly claimedInTime: boolean;
  /** By time. */
  readonly revisions: readonly LedgerRevision[];
  /** By time. */
  readonly forecasts: readonly LedgerForecast[];
}

interface Dated {
  readonly promise: string;
  readonly at: number;
}

function byPromise<T extends Dated>(rows: readonly T[], now: number): (id: string) => T[] {
  const seen = rows.filter(({ at }) => at <= now);
  const found = groupBy(seen, ({ promise }) => promise);
  const none: T[] = [];
  return (id) => found.get(id) ?? none;
}

function compareForecasts(a: LedgerForecast, b: LedgerForecast): number {
  if (a.at !== b.at) return a.at - b.at;
  for (const field of ["chance", "low", "high", "p85", "left"] as const) {
    const gap = (a[field] ?? -1e300) - (b[field] ?? -1e300);
    if (gap !== 0) return gap;
  }
  return 0;
}

function compareRevisions(a: LedgerRevision, b: LedgerRevision): number {
  if (a.at !== b.at) return a.at - b.at;
  return String(a.value) < String(b.value) ? -1 : 1;
}

function chosen(promise: LedgerPromise, { kind, by, basis }: LedgerSelection): boolean {
  return (
    (kind === undefined || promise.kind === kind) &&
    (by === undefined || promise.by === by) &&
    (basis === undefined || promise.basis === basis)
  );
}

/** The parts of each whole, wholes after their parts. */
function partsFirst(promises: readonly LedgerPromise[]): {
  order: LedgerPromise[];
  parts: Map<string | undefined, LedgerPromise[]>;
} {
  const ids = new Set(promises.map(({ id }) => id));
  const whole = ({ partOf }: LedgerPromise): string | undefined => (ids.has(partOf ?? "") ? partOf : undefined);
  const parts = groupBy(promises, whole);
  const order = [...(parts.get(undefined) ?? [])];
  for (const { id } of order) for (const part of parts.get(id) ?? []) order.push(part);
  return { order: order.reverse(), parts };
}

const uncut = (item: string): ReadonlySet<string> => new Set([item]);

function latestOf(own: number | undefined, others: readonly (number | undefined)[]): number | undefined {
  return others.reduce((a, b) => (a === undefined || b === undefined ? undefined : Math.max(a, b)), own);
}

/** Follows each chosen promise to `now`; later records are not seen, and parts are judged through their whole. */
export function followLedger(
  ledger: Ledger,
  now: number,
  selection: LedgerSelection,
): { followed: FollowedPromise[]; issues: CheckedLedger["issues"] } {
  const { ledger: good, issues } = checkLedger(ledger);
  const [outcomes, reopenings] = [byPromise(good.outcomes, now), byPromise(good.reopenings, now)];
  const [withdrawals, revisions] = [byPromise(good.withdrawals, now), byPromise(good.revisions, now)];
  const forecasts = byPromise(good.forecasts, now);
  const leaves = leavesOf(good.splits.filter(({ at }) => at <= now));
  const { order, parts } = partsFirst(good.promises.filter(({ madeAt }) => (madeAt ?? now) <= now));
  const found = new Map<string, FollowedPromise>();
  for (const promise of order) {
    const { id } = promise;
    const due = dueOf(promise);
    const [recorded, reopened] = [outcomes(id), reopenings(id)];
    const own = fulfilmentOf(promise, recorded, reopened, leaves, now);
    const plain = reopened.length === 0 && (promise.kind !== "scope" || good.splits.length === 0);
    const pieces = (parts.get(id) ?? []).map((part) => found.get(part.id)?.fulfilledAt);
    const since = latestOf(own.since, pieces);
    const taken = withdrawals(id).reduce((first, { at }) => Math.min(first, at), Number.POSITIVE_INFINITY);
    const withdrawn = taken < (since ?? Number.POSITIVE_INFINITY);
    const late = promise.kind === "date" && since !== undefined && since > promise.value;
    found.set(id, {
      promise,
      due,
      fulfilledAt: withdrawn ? undefined : since,
      failedAt: own.failedAt,
      onceAt: plain ? own.since : fulfilmentOf(promise, recorded, [], uncut, now).since,
      withdrawnAt: withdrawn ? taken : undefined,
      amount: own.amount,
      claimedInTime:
        late && recorded.some(({ at, value }) => at === since && typeof value === "number" && value <= promise.value),
      revisions: revisions(id).sort(compareRevisions),
      forecasts: forecasts(id).sort(compareForecasts),
    });
  }
  const followed = [...found.values()].filter(
    ({ promise }) => promise.partOf === undefined && chosen(promise, selection),
  );
  return { followed, issues };
}

/** What became of a promise, as seen at `now`, against its first value. */
export function standingOf(
  followed: Pick<FollowedPromise, "due" | "fulfilledAt" | "failedAt" | "withdrawnAt">,
  now: number,
): PromiseStanding {
  const { due = Number.POSITIVE_INFINITY, fulfilledAt, failedAt, withdrawnAt } = followed;
  if (fulfilledAt !== undefined) return fulfilledAt <= due ? "kept" : "late";
  if (withdrawnAt !== undefined && withdrawnAt <= due) return "withdrawn";
  return failedAt !== undefined || due < now ? "missed" : "open";
}

/** Whether an outcome must not count for the stated chance: it was withdrawn, or fulfilled in time once and then not any more. */
export function isContested(
  { due = Number.POSITIVE_INFINITY, onceAt = Number.POSITIVE_INFINITY }: Pick<FollowedPromise, "due" | "onceAt">,
  standing: PromiseStanding,
): boolean {
  return standing === "withdrawn" || (standing !== "kept" && onceAt <= due && onceAt < Number.POSITIVE_INFINITY);
}

import { groupBy } from "./ledger-group.js";
import type { LedgerOutcome, LedgerPromise, LedgerReopening, LedgerSplit } from "./ledger-types.js";

/** What outcomes and reopenings come to for one promise. */
export interface Fulfilment {
  /** Since when it is fulfilled without a break; undefined = it is not. */
  readonly since: number | undefined;
  /** When it was said, or seen, that it will not be kept. */
  readonly failedAt: number | undefined;
  /** count: held from the date on; scope: committed items done by the date; effort: minutes so far. undefined = nothing recorded. */
  readonly amount: number | undefined;
}

const latest = (times: readonly number[]): number => times.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
const earliest = (times: readonly number[]): number | undefined =>
  times.length === 0 ? undefined : times.reduce((a, b) => Math.min(a, b));

function told(since: number | undefined, amount?: number, failedAt?: number): Fulfilment {
  return { since, failedAt, amount };
}

/** Never before it is recorded, so that dating an outcome back gains nothing. */
function ofDate(outcomes: readonly LedgerOutcome[], reopened: number, now: number): Fulfilment {
  const done = outcomes.flatMap(({ at, value }) =>
    typeof value === "number" && at > reopened ? Math.max(at, value) : [],
  );
  return told(earliest(done.filter((at) => at <= now)));
}

/** Less than any amount, so that even a promise of 0 is not kept by what was reopened. */
const nothing = -1;

/** Amounts in order of time, reopenings among them as nothing; of amounts recorded at once the smallest. */
function amounts(outcomes: readonly LedgerOutcome[], reopenings: readonly LedgerReopening[]): [number, number][] {
  const byTime = new Map<number, number>();
  const put = (at: number, amount: number): void => {
    byTime.set(at, Math.min(byTime.get(at) ?? amount, amount));
  };
  for (const { at, value } of outcomes) if (typeof value === "number") put(at, value);
  for (const { at } of reopenings) put(at, nothing);
  return [...byTime].sort((a, b) => a[0] - b[0]);
}

function ofCount(
  promised: number,
  due: number,
  outcomes: readonly LedgerOutcome[],
  reopenings: readonly LedgerReopening[],
): Fulfilment {
  if (!outcomes.some(({ value }) => value !== undefined)) return told(undefined);
  const path = amounts(outcomes, reopenings);
  const start = path[path.findLastIndex(([, amount]) => amount < promised) + 1]?.[0];
  const atDue = path.findLast(([at]) => at <= due)?.[1] ?? nothing;
  const held = path.reduce((least, [at, amount]) => (at > due ? Math.min(least, amount) : least), atDue);
  return told(start, Math.max(0, held));
}

/** Items whose parts, and theirs, come to an end; the others were cut in a circle. */
function resolved(into: ReadonlyMap<string, ReadonlySet<string>>): Set<string> {
  const cut = (item: string): string[] => [...(into.get(item) ?? [])].filter((part) => part !== item && into.has(part));
  const wholes = groupBy(
    [...into.keys()].flatMap((item) => cut(item).map((part) => ({ item, part }))),
    ({ part }) => part,
  );
  const left = new Map([...into.keys()].map((item) => [item, cut(item).length]));
  const found = new Set([...left].filter(([, count]) => count === 0).map(([item]) => item));
  for (const done of found)
    for (const { item } of wholes.get(done) ?? []) {
      const count = (left.get(item) ?? 0) - 1;
      left.set(item, count);
      if (count === 0) found.add(item);
    }
  return found;
}

/** What has to be done for an item: its last parts; an item that lives on as a part, or was cut in a circle, is one itself. */
export function leavesOf(splits: readonly LedgerSplit[]): (item: string) => ReadonlySet<string> {
  const into = new Map(
    [...groupBy(splits, ({ item }) => item)].map(([item, cuts]) => [item, new Set(cuts.flatMap((cut) => cut.into))]),
  );
  const ends = resolved(into);
  return (item) => {
    const seen = new Set([item]);
    for (const each of seen) for (const part of into.get(each) ?? []) seen.add(part);
    return new Set([...seen].filter((each) => !ends.has(each) || into.get(each)?.has(each)));
  };
}

function ofScope(
  items: readonly string[],
  due: number,
  outcomes: readonly LedgerOutcome[],
  reopenings: readonly LedgerReopening[],
  leaves: (item: string) => ReadonlySet<string>,
): Fulfilment {
  const reopenedAll = latest(reopenings.filter((each) => each.items === undefined).map(({ at }) => at));
  const reopened = new Map<string, number>();
  for (const { at, items: back } of reopenings)
    for (const item of back ?? []) reopened.set(item, Math.max(at, reopened.get(item) ?? at));
  const doneAt = new Map<string, number>();
  for (const { at, value } of outcomes) {
    if (value === undefined || typeof value === "number") continue;
    for (const item of value) {
      if (at <= Math.max(reopenedAll, reopened.get(item) ?? Number.NEGATIVE_INFINITY)) continue;
      doneAt.set(item, Math.min(at, doneAt.get(item) ?? at));
    }
  }
  const finished = [...new Set(items)].map((item) => {
    const own = doneAt.get(item) ?? Number.NEGATIVE_INFINITY;
    return Math.max(own, latest([...leaves(item)].map((part) => doneAt.get(part) ?? Number.POSITIVE_INFINITY)));
  });
  const all = latest(finished);
  return told(all < Infinity ? all : undefined, finished.filter((at) => at <= due).length);
}

function ofEffort(promised: number, outcomes: readonly LedgerOutcome[], reopened: number): Fulfilment {
  const spent = outcomes.filter((each) => typeof each.value === "number");
  const amount = spent.reduce((most, { value }) => Math.max(most, value as number), 0);
  if (spent.length === 0) return told(undefined);
  if (amount > promised) return told(undefined, amount, latest(spent.map(({ at }) => at)));
  return told(earliest(spent.flatMap(({ at }) => (at > reopened ? at : []))), amount);
}

/** Reads the records about one promise, all of them up to `now`. */
export function fulfilmentOf(
  promise: LedgerPromise,
  outcomes: readonly LedgerOutcome[],
  reopenings: readonly LedgerReopening[],
  leaves: (item: string) => ReadonlySet<string>,
  now: number,
): Fulfilment {
  const reopened = latest(reopenings.map(({ at }) => at));
  const found =
    promise.kind === "date"
      ? ofDate(outcomes, reopened, now)
      : promise.kind === "count"
        ? ofCount(promise.value, promise.due, outcomes, reopenings)
        : promise.kind === "scope"
          ? ofScope(promise.value, promise.due, outcomes, reopenings, leaves)
          : ofEffort(promise.value, outcomes, reopened);
  const given = earliest(outcomes.filter(({ value }) => value === undefined).map(({ at }) => at));
  return given === undefined || found.since !== undefined ? found : told(undefined, found.amount, given);
}

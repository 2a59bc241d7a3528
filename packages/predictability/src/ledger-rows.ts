import type { Issue } from "@evenkeel/kernel";
import { fault } from "./issue.js";
import type { Ledger, LedgerForecast, LedgerPromise } from "./ledger-types.js";

/** Tables whose rows speak about a promise. */
type Following = "revisions" | "outcomes" | "reopenings" | "withdrawals" | "forecasts";

/** The rows of a ledger that can be used, and an issue for each that cannot. */
export interface CheckedLedger {
  readonly ledger: Required<Ledger>;
  readonly issues: readonly Issue[];
}

/** The instant a promise is to be kept by; effort has none. */
export function dueOf(promise: LedgerPromise): number | undefined {
  if (promise.kind === "effort") return undefined;
  return promise.kind === "date" ? promise.value : promise.due;
}

function fits(kind: LedgerPromise["kind"], value: unknown, least: number): boolean {
  if (kind === "scope") return Array.isArray(value) && value.every((id) => typeof id === "string");
  if (kind === "date") return Number.isSafeInteger(value);
  return Number.isFinite(value) && (value as number) >= least;
}

function promiseIssues(promise: LedgerPromise, at: number, all: ReadonlyMap<string, number>): Issue[] {
  const { id, kind, value, madeAt, confidence, partOf } = promise;
  const path = ["promises", at];
  const parts = (field: string, facts: Record<string, string | number>) => ({
    path: [...path, field],
    subject: [id],
    facts,
  });
  const issues: Issue[] = [];
  if (madeAt !== undefined && !Number.isSafeInteger(madeAt))
    issues.push(fault("predictability/not-a-time", parts("madeAt", { found: String(madeAt) })));
  if ((kind === "count" || kind === "scope") && !Number.isSafeInteger(promise.due))
    issues.push(fault("predictability/not-a-time", parts("due", { found: String(promise.due) })));
  const nothing = (kind === "scope" && value.length === 0) || (kind === "effort" && !(value > 0));
  if (!fits(kind, value, 0) || nothing)
    issues.push(fault("predictability/wrong-value", parts("value", { kind, found: String(value) })));
  if (confidence !== undefined && !(confidence >= 0 && confidence <= 1))
    issues.push(
      fault("predictability/out-of-range", parts("confidence", { found: String(confidence), low: 0, high: 1 })),
    );
  const count = all.get(id) ?? 1;
  if (count > 1) issues.push(fault("predictability/duplicate-id", parts("id", { count })));
  if (partOf !== undefined && !all.has(partOf))
    issues.push(fault("predictability/unknown-promise", parts("partOf", { found: partOf })));
  const due = dueOf(promise);
  if (issues.length === 0 && madeAt !== undefined && due !== undefined && madeAt > due)
    issues.push(fault("predictability/promised-after-date", parts("madeAt", { millis: madeAt - due })));
  return issues;
}

/** Promises that are, through others, parts of themselves. */
function circular(promises: ReadonlyMap<string, LedgerPromise>): Set<string> {
  const state = new Map<string, "open" | "good" | "bad">();
  for (const id of promises.keys()) {
    const chain: string[] = [];
    let next: string | undefined = id;
    while (next !== undefined && !state.has(next)) {
      state.set(next, "open");
      chain.push(next);
      next = promises.get(next)?.partOf;
    }
    const end = next === undefined ? "good" : state.get(next);
    for (const each of chain) state.set(each, end === "good" ? "good" : "bad");
  }
  return new Set([...state].filter(([, each]) => each === "bad").map(([id]) => id));
}

function forecastIssues(row: LedgerForecast, path: Issue["path"]): Issue[] {
  const { chance, low, high, p85, left } = row;
  const issues: Issue[] = [];
  const within = (field: string, value: number | undefined, least: number, most: number): void => {
    if (value === undefined || (Number.isFinite(value) && value >= least && value <= most)) return;
    const facts = { found: String(value), low: least, high: most };
    issues.push(fault("predictability/out-of-range", { path: [...path, field], subject: [row.promise], facts }));
  };
  const largest = Number.MAX_SAFE_INTEGER;
  within("chance", chance, 0, 1);
  within("left", left, 0, largest);
  within("low", low, -largest, Math.min(p85 ?? high ?? Number.NaN, largest));
  within("p85", p85, -largest, Math.min(high ?? largest, largest));
  within("high", high, low ?? Number.NaN, largest);
  return issues;
}

interface Row {
  readonly promise: string;
  readonly at: number;
  readonly value?: unknown;
}

function rowIssues(row: Row, path: Issue["path"], promise: LedgerPromise): Issue[] {
  const parts = (field: string, facts: Record<string, string | number>) => ({
    path: [...path, field],
    subject: [row.promise],
    facts,
  });
  if (!Number.isSafeInteger(row.at))
    return [fault("predictability/not-a-time", parts("at", { found: String(row.at) }))];
  if (promise.madeAt !== undefined && row.at < promise.madeAt)
    return [fault("predictability/before-promise", parts("at", { millis: promise.madeAt - row.at }))];
  if (row.value === undefined || fits(promise.kind, row.value, 0)) return [];
  return [fault("predictability/wrong-value", parts("value", { kind: promise.kind, found: String(row.value) }))];
}

/** Leaves out rows that cannot be used, and names each; what speaks of a promise left out goes with it. */
export function checkLedger(ledger: Ledger): CheckedLedger {
  const counts = new Map<string, number>();
  for (const { id } of ledger.promises) counts.set(id, (counts.get(id) ?? 0) + 1);
  const issues: Issue[] = [];
  const good = new Map<string, LedgerPromise>();
  ledger.promises.forEach((promise, at) => {
    const found = promiseIssues(promise, at, counts);
    issues.push(...found);
    if (found.length === 0) good.set(promise.id, promise);
  });
  const loops = circular(good);
  ledger.promises.forEach(({ id }, at) => {
    if (!loops.has(id)) return;
    good.delete(id);
    issues.push(fault("predictability/part-of-itself", { path: ["promises", at, "partOf"], subject: [id], facts: {} }));
  });
  const about = <T extends Row>(table: Following, rows: readonly T[] = []): T[] =>
    rows.filter((row, at) => {
      const path = [table, at];
      const promise = good.get(row.promise);
      if (promise === undefined) {
        const facts = { found: row.promise };
        if (!counts.has(row.promise))
          issues.push(
            fault("predictability/unknown-promise", { path: [...path, "promise"], subject: [row.promise], facts }),
          );
        return false;
      }
      const found = rowIssues(row, path, promise);
      if (table === "forecasts") found.push(...forecastIssues(row as unknown as LedgerForecast, path));
      issues.push(...found);
      return found.length === 0;
    });
  const splits = (ledger.splits ?? []).filter(({ at, item, into }, index) => {
    const parts = (field: string, facts: Record<string, string>) => ({
      path: ["splits", index, field],
      subject: [item],
      facts,
    });
    const found: Issue[] = [];
    if (!Number.isSafeInteger(at)) found.push(fault("predictability/not-a-time", parts("at", { found: String(at) })));
    if (into.length === 0)
      found.push(fault("predictability/wrong-value", parts("into", { kind: "scope", found: "no part" })));
    issues.push(...found);
    return found.length === 0;
  });
  return {
    ledger: {
      promises: [...good.values()],
      revisions: about("revisions", ledger.revisions),
      outcomes: about("outcomes", ledger.outcomes),
      reopenings: about("reopenings", ledger.reopenings),
      withdrawals: about("withdrawals", ledger.withdrawals),
      splits,
      forecasts: about("forecasts", ledger.forecasts),
    },
    issues,
  };
}

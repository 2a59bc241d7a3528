import { type Issue, ok, type Result } from "@evenkeel/kernel";
import { brierScore, kaplanMeier, type Lifetime, wilsonInterval } from "@evenkeel/stats";
import type { CalibrationGroup, CommitmentMeasure, PromiseRow, ShareOf } from "./commitment-types.js";
import { instantIssues, millisPerDay } from "./flow-rows.js";
import { fault, refusal } from "./issue.js";

type Outcome = "kept" | "missed" | "open" | "withdrawn";

function rowIssues(row: PromiseRow, at: number, count: number): Issue[] {
  const path = ["rows", at];
  const issues: Issue[] = [];
  const time = (value: number | undefined, field: (string | number)[]): void => {
    if (value === undefined || Number.isSafeInteger(value)) return;
    const parts = { path: [...path, ...field], subject: [row.id], facts: { found: String(value) } };
    issues.push(fault("predictability/not-a-time", parts));
  };
  time(row.madeAt, ["madeAt"]);
  time(row.due, ["due"]);
  time(row.resolvedAt, ["resolvedAt"]);
  row.revisions?.forEach((revision, index) => {
    time(revision.at, ["revisions", index, "at"]);
  });
  if (row.probability !== undefined && !(row.probability >= 0 && row.probability <= 1)) {
    const facts = { found: String(row.probability), low: 0, high: 1 };
    issues.push(fault("predictability/out-of-range", { path: [...path, "probability"], subject: [row.id], facts }));
  }
  if (row.state !== "open" && row.state !== "missed" && row.resolvedAt === undefined)
    issues.push(
      fault("predictability/resolved-without-date", { path, subject: [row.id], facts: { state: row.state } }),
    );
  if (count > 1)
    issues.push(fault("predictability/duplicate-id", { path: [...path, "id"], subject: [row.id], facts: { count } }));
  return issues;
}

/** What became of a promise, as seen at `now`, against its first date. */
function outcomeOf(row: PromiseRow, now: number): Outcome {
  const resolved = row.resolvedAt !== undefined && row.resolvedAt <= now;
  if (resolved && row.state === "met") return row.resolvedAt <= row.due ? "kept" : "missed";
  if (resolved && row.state === "withdrawn") return row.resolvedAt <= row.due ? "withdrawn" : "missed";
  if (row.state === "missed" && (resolved || row.resolvedAt === undefined)) return "missed";
  return row.due < now ? "missed" : "open";
}

function shareOf(hits: number, n: number): ShareOf | undefined {
  const interval = wilsonInterval(hits, n);
  return interval.ok ? { hits, n, share: hits / n, ...interval.value } : undefined;
}

function calibrationOf(judged: readonly { row: PromiseRow; kept: boolean }[]): CalibrationGroup[] {
  const groups = new Map<number, boolean[]>();
  for (const { row, kept } of judged) {
    if (row.probability === undefined) continue;
    const group = groups.get(row.probability);
    if (group === undefined) groups.set(row.probability, [kept]);
    else group.push(kept);
  }
  return [...groups]
    .sort((a, b) => a[0] - b[0])
    .flatMap(([probability, all]) => {
      const share = shareOf(all.filter((kept) => kept).length, all.length);
      return share === undefined ? [] : [{ probability, ...share }];
    });
}

/** Days after the first date; what is still owed is censored at `now`, what was withdrawn late when it was. */
function slipOf(rows: readonly PromiseRow[], now: number): CommitmentMeasure["slipDays"] {
  const lifetimes = rows.flatMap((row): Lifetime[] => {
    const resolved = row.resolvedAt !== undefined && row.resolvedAt <= now;
    const done = resolved && row.state === "met";
    const until = resolved && row.state !== "missed" ? (row.resolvedAt as number) : now;
    return done || row.due < until ? [{ duration: (until - row.due) / millisPerDay, ended: done }] : [];
  });
  const curve = kaplanMeier(lifetimes);
  const at = (p: number): number | undefined =>
    curve.ok ? curve.value.find(({ survival }) => 1 - survival >= p - 1e-12)?.duration : undefined;
  const [p50, p85, p95] = [at(0.5), at(0.85), at(0.95)];
  return {
    ...(p50 === undefined ? {} : { p50 }),
    ...(p85 === undefined ? {} : { p85 }),
    ...(p95 === undefined ? {} : { p95 }),
  };
}

/**
 * The record of promises: kept, missed, open, withdrawn, and how honest the stated chances were.
 *
 * Scored against the first date: moving a date, withdrawing a promise or leaving it open past its date improves nothing.
 * What happened after `now` is not seen. Never a measure of one person.
 *
 * @param rows - in any order; times in integer milliseconds; not changed
 * @param now - integer milliseconds
 * @returns counts, shares with 95 % intervals, calibration by stated chance, quantiles of slip in days; rows left out are named by issues
 *
 * Issues: predictability/not-a-time, predictability/out-of-range, predictability/resolved-without-date, predictability/duplicate-id.
 * Time O(n log n), space O(n).
 * Source: own; Brier (1950); Wilson (1927); Kaplan and Meier (1958).
 *
 * @example
 * const record = orThrow(measureCommitments([{ id: "P", due: 5, state: "met", resolvedAt: 4 }, { id: "Q", due: 5, state: "open" }], 10));
 * [record.kept, record.missed, record.keptShare?.share]; // => [1, 1, 0.5]
 */
export function measureCommitments(rows: readonly PromiseRow[], now: number): Result<CommitmentMeasure> {
  const refused = refusal(instantIssues(now, "now"));
  if (refused) return refused;
  const counts = new Map<string, number>();
  for (const { id } of rows) counts.set(id, (counts.get(id) ?? 0) + 1);
  const issues: Issue[] = [];
  const used = rows.filter((row, at) => {
    const found = rowIssues(row, at, counts.get(row.id) ?? 1);
    issues.push(...found);
    return found.length === 0 && (row.madeAt ?? now) <= now;
  });
  const outcomes = used.map((row) => ({ row, outcome: outcomeOf(row, now) }));
  const count = (wanted: Outcome): number => outcomes.filter(({ outcome }) => outcome === wanted).length;
  const [kept, missed, withdrawn] = [count("kept"), count("missed"), count("withdrawn")];
  const keptShare = shareOf(kept, kept + missed + withdrawn);
  const judged = outcomes
    .filter(({ outcome }) => outcome !== "open")
    .map(({ row, outcome }) => ({ row, kept: outcome === "kept" }));
  const stated = judged.filter(({ row }) => row.probability !== undefined);
  const brier = brierScore(
    stated.map(({ row }) => row.probability as number),
    stated.map((each) => each.kept),
  );
  return ok(
    {
      now,
      kept,
      missed,
      open: count("open"),
      withdrawn,
      renegotiated: used.filter((row) => row.revisions?.some(({ at }) => at <= now)).length,
      ...(keptShare === undefined ? {} : { keptShare }),
      calibration: calibrationOf(judged),
      ...(brier.ok ? { brier: brier.value } : {}),
      slipDays: slipOf(used, now),
    },
    issues,
  );
}

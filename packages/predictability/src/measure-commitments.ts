import { type Issue, ok, type Result } from "@evenkeel/kernel";
import type { CommitmentMeasure, PromiseRow } from "./commitment-types.js";
import { instantIssues } from "./flow-rows.js";
import { fault, refusal } from "./issue.js";
import { calibrationOf, shareOf } from "./ledger-calibration.js";
import { type FollowedPromise, standingOf } from "./ledger-follow.js";
import { slipDaysOf } from "./ledger-slip.js";
import type { PromiseStanding } from "./ledger-types.js";

type Followed = Pick<FollowedPromise, "due" | "fulfilledAt" | "failedAt" | "withdrawnAt">;

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

/** A row as the ledger follows a promise: against its first date, nothing later than `now` seen. */
function followed(row: PromiseRow, now: number): Followed {
  const resolvedAt = (row.resolvedAt ?? now) <= now ? (row.resolvedAt ?? now) : undefined;
  return {
    due: row.due,
    fulfilledAt: row.state === "met" ? resolvedAt : undefined,
    failedAt: row.state === "missed" ? resolvedAt : undefined,
    withdrawnAt: row.state === "withdrawn" ? resolvedAt : undefined,
  };
}

/**
 * The record of promises: kept, missed, open, withdrawn, and how honest the stated chances were.
 *
 * Scored against the first date: moving a date, withdrawing a promise or leaving it open past its date improves nothing. The view
 * of `measureLedger` for promises with a date; a whole ledger has more kinds, and keeps forecasts beside them.
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
  const promises = used.map((row) => followed(row, now));
  const standings = promises.map((each) => standingOf(each, now));
  const count = (...wanted: string[]): number => standings.filter((each) => wanted.includes(each)).length;
  const [kept, missed, withdrawn] = [count("kept"), count("late", "missed"), count("withdrawn")];
  const keptShare = shareOf(kept, kept + missed + withdrawn);
  const calibration = calibrationOf(
    used.flatMap(({ probability }, at) => {
      const standing = standings[at] as PromiseStanding;
      if (probability === undefined || standing === "open") return [];
      return [{ confidence: probability, kept: standing === "kept", contested: standing === "withdrawn" }];
    }),
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
      calibration: (calibration?.groups ?? []).map(({ confidence, ...share }) => ({
        probability: confidence,
        ...share,
      })),
      ...(calibration === undefined ? {} : { brier: calibration.brier }),
      slipDays: slipDaysOf(promises, now),
    },
    issues,
  );
}

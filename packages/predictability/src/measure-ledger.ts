import { ok, type Result } from "@evenkeel/kernel";
import { instantIssues, millisPerDay } from "./flow-rows.js";
import { refusal } from "./issue.js";
import { calibrationOf, type StatedOutcome, shareOf } from "./ledger-calibration.js";
import { followLedger, isContested, standingOf } from "./ledger-follow.js";
import { intervalRecordOf, lateNoticeOf, promisedDatesOf, stabilityOf } from "./ledger-forecasts.js";
import { sayDoOf } from "./ledger-say-do.js";
import { slipDaysOf, slipRatioOf } from "./ledger-slip.js";
import type { JudgedPromise, Ledger, LedgerMeasure, LedgerSelection, PromiseStanding } from "./ledger-types.js";

const kinds = ["date", "count", "scope", "effort"] as const;

/**
 * What became of each promise of a ledger, judged against its first value.
 *
 * @param ledger - rows of each table in any order; not changed
 * @param now - integer milliseconds; later records are not seen
 * @param selection - kind, team or plan, basis; absent = all
 * @returns one row a promise, in the order of their ids; parts are judged through their whole
 *
 * Issues: predictability/not-a-time, predictability/wrong-value, predictability/out-of-range, predictability/duplicate-id,
 * predictability/unknown-promise, predictability/part-of-itself, predictability/promised-after-date, predictability/before-promise.
 * Time O(n log n), space O(n) for n records.
 * Source: own.
 *
 * @example
 * const ledger = { promises: [{ id: "P", kind: "count" as const, value: 8, due: 5 }], outcomes: [{ promise: "P", at: 4, value: 9 }] };
 * orThrow(judgePromises(ledger, 10))[0]?.standing; // => "kept"
 */
export function judgePromises(ledger: Ledger, now: number, selection: LedgerSelection = {}): Result<JudgedPromise[]> {
  const refused = refusal(instantIssues(now, "now"));
  if (refused) return refused;
  const { followed, issues } = followLedger(ledger, now, selection);
  const rows = followed.map((each): JudgedPromise => {
    const { promise, due, fulfilledAt, revisions } = each;
    return {
      id: promise.id,
      kind: promise.kind,
      standing: standingOf(each, now),
      ...(fulfilledAt === undefined ? {} : { fulfilledAt }),
      ...(fulfilledAt === undefined || due === undefined ? {} : { slipDays: (fulfilledAt - due) / millisPerDay }),
      revised: revisions.map(({ value }) => value),
    };
  });
  return ok(
    rows.sort((a, b) => (a.id < b.id ? -1 : 1)),
    issues,
  );
}

/**
 * The record of a team or plan: promises kept, late, missed, taken back and moved, and how honest its chances and forecasts were.
 *
 * One ledger for sprints (count or scope), due dates and milestones (date), expectations (a date for each started item) and
 * estimates (effort). Everything is judged against the first value and by the time it was recorded: padding, moving a target,
 * closing and reopening, splitting, withdrawing and dating back improve no score. A ledger cannot know what was deleted from it:
 * `extendLedger` can. Units are not mixed, so look at one kind or basis at a time. Never a measure of one person.
 *
 * @param ledger - rows of each table in any order; not changed
 * @param now - integer milliseconds; later records are not seen
 * @param selection - kind, team or plan, basis; absent = all
 * @returns counts, shares with 95 % intervals, calibration with its parts, quantiles of slip, record of forecasts
 *
 * Issues: predictability/not-a-time, predictability/wrong-value, predictability/out-of-range, predictability/duplicate-id,
 * predictability/unknown-promise, predictability/part-of-itself, predictability/promised-after-date, predictability/before-promise.
 * Time O(n log n), space O(n) for n records.
 * Source: own; Brier (1950); Murphy (1973); Wilson (1927); Kaplan and Meier (1958); Gneiting and Raftery (2007).
 *
 * @example
 * const promises = [{ id: "P", kind: "scope" as const, value: ["A", "B"], due: 5 }];
 * const record = orThrow(measureLedger({ promises, outcomes: [{ promise: "P", at: 4, value: ["A"] }] }, 10));
 * [record.kept, record.missed, record.sayDo[0]?.share]; // => [0, 1, 0.5]
 */
export function measureLedger(ledger: Ledger, now: number, selection: LedgerSelection = {}): Result<LedgerMeasure> {
  const refused = refusal(instantIssues(now, "now"));
  if (refused) return refused;
  const { followed, issues } = followLedger(ledger, now, selection);
  const counts: Record<PromiseStanding, number> = { kept: 0, late: 0, missed: 0, withdrawn: 0, open: 0 };
  const stated: StatedOutcome[] = [];
  for (const each of followed) {
    const standing = standingOf(each, now);
    counts[standing]++;
    const { confidence } = each.promise;
    if (standing === "open" || confidence === undefined) continue;
    stated.push({ confidence, kept: standing === "kept", contested: isContested(each, standing) });
  }
  const keptShare = shareOf(counts.kept, counts.kept + counts.late + counts.missed + counts.withdrawn);
  const promisedDates = promisedDatesOf(followed, now);
  const calibration = calibrationOf(stated);
  const lateNotice = lateNoticeOf(followed, now);
  const stability = stabilityOf(followed);
  return ok(
    {
      now,
      promises: followed.length,
      ...counts,
      renegotiated: followed.filter(({ revisions }) => revisions.length > 0).length,
      claimedInTime: followed.filter(({ claimedInTime }) => claimedInTime).length,
      ...(keptShare === undefined ? {} : { keptShare }),
      ...(promisedDates === undefined ? {} : { promisedDates }),
      sayDo: [...sayDoOf("count", followed, now), ...sayDoOf("scope", followed, now)],
      ...(calibration === undefined ? {} : { calibration }),
      slipDays: slipDaysOf(followed, now),
      slipRatio: slipRatioOf(followed, now),
      ...(lateNotice === undefined ? {} : { lateNotice }),
      intervals: kinds.flatMap((kind) => intervalRecordOf(kind, followed, now)),
      ...(stability === undefined ? {} : { stability }),
    },
    issues,
  );
}

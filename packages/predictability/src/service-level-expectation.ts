import { ok, type Result } from "@evenkeel/kernel";
import { kaplanMeier, type Lifetime } from "@evenkeel/stats";
import { checkFlow, dayOf, endOf, instantIssues } from "./flow-rows.js";
import { chanceIssues, fault, refusal, tooSmall } from "./issue.js";
import type { FlowItem, OpenShare, ServiceLevelExpectation, SleMethod } from "./types.js";

/** What to expect of. */
export interface SleOptions {
  /** Integer milliseconds; only days before this one are seen. */
  readonly now: number;
  /** Between 0 and 1; default 0.85. */
  readonly probability?: number;
  /** Days of history, integer, at least 1; default 90. */
  readonly windowDays?: number;
  /** Default kaplan-meier. */
  readonly method?: SleMethod;
}

const enough = 15;

/** Lifetimes of items started in [from, today): ended before today, or censored. */
function startedLifetimes(items: readonly FlowItem[], from: number, today: number): Lifetime[] {
  return items.flatMap((item) => {
    const start = item.startedAt === undefined ? Infinity : dayOf(item.startedAt);
    if (start < from || start >= today) return [];
    const end = endOf(item);
    const gone = end === undefined ? Infinity : dayOf(end);
    if (gone >= today) return [{ duration: today - start, ended: false }];
    return [{ duration: gone - start + 1, ended: item.finishedAt !== undefined }];
  });
}

function completedLifetimes(items: readonly FlowItem[], from: number, today: number): Lifetime[] {
  return startedLifetimes(
    items.filter(
      ({ finishedAt }) => finishedAt !== undefined && dayOf(finishedAt) >= from && dayOf(finishedAt) < today,
    ),
    -Infinity,
    today,
  );
}

function curveOf(lifetimes: readonly Lifetime[]): OpenShare[] {
  const estimated = kaplanMeier(lifetimes);
  return estimated.ok ? estimated.value.map(({ duration, survival }) => ({ days: duration, share: survival })) : [];
}

/**
 * The number of days within which an item, once started, is finished with a given chance.
 *
 * `kaplan-meier` counts open items as not yet finished (right-censored), so that slow work still open is not forgotten;
 * `completed` looks at finished items only, as most tools do, and is too hopeful. Dropped items are censored when dropped.
 * With fewer than 15 items in the window all history is used, and the result says so (`windowDays` 0).
 *
 * @param items - in any order, times in integer milliseconds; not changed
 * @param options - now, probability, days of history, method
 * @returns days, same day = 1, with the curve behind them; rows left out are named by issues
 *
 * Issues: predictability/sample-too-small, predictability/out-of-range, predictability/not-a-time, predictability/finished-before-started, predictability/duplicate-id.
 * Time O(n log n), space O(n).
 * Source: Kanban Guide (2020); Kaplan and Meier (1958), "Nonparametric estimation from incomplete observations".
 *
 * @example
 * const items = [1, 2, 3, 4].map((days) => ({ id: `I${days}`, startedAt: 0, finishedAt: (days - 1) * 86400000 }));
 * orThrow(serviceLevelExpectation(items, { now: 864000000, probability: 0.75 })).days; // => 3
 */
export function serviceLevelExpectation(
  items: readonly FlowItem[],
  options: SleOptions,
): Result<ServiceLevelExpectation> {
  const { now, probability = 0.85, windowDays = 90, method = "kaplan-meier" } = options;
  const faults = [...instantIssues(now, "now"), ...chanceIssues(probability, "probability")];
  if (!(Number.isSafeInteger(windowDays) && windowDays >= 1)) {
    const facts = { found: String(windowDays), low: 1, high: 100_000 };
    faults.push(fault("predictability/out-of-range", { path: ["windowDays"], facts }));
  }
  const refused = refusal(faults);
  if (refused) return refused;
  const checked = checkFlow(items);
  const today = dayOf(now);
  const select = method === "completed" ? completedLifetimes : startedLifetimes;
  const recent = select(checked.items, today - windowDays, today);
  const used = recent.length < enough ? select(checked.items, -Infinity, today) : recent;
  if (used.length === 0) return tooSmall(1, 0, ["items"], checked.issues);
  const curve = curveOf(used);
  const met = (steps: readonly OpenShare[]): number | undefined =>
    steps.find(({ share }) => 1 - share >= probability - 1e-12)?.days;
  const days = met(curve);
  const longest = used.reduce((most, { duration }) => Math.max(most, duration), 1);
  const all = met(curveOf(select(checked.items, -Infinity, today))) ?? longest;
  return ok(
    {
      days: days ?? Math.max(longest, all),
      probability,
      method,
      windowDays: used === recent ? windowDays : 0,
      sample: used.length,
      open: used.filter(({ ended }) => !ended).length,
      reached: days !== undefined,
      curve,
    },
    checked.issues,
  );
}

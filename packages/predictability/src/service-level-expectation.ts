import { type Issue, ok, type Result } from "@evenkeel/kernel";
import { kaplanMeier, type Lifetime, pow } from "@evenkeel/stats";
import { checkFlow, dayOf, endOf, instantIssues } from "./flow-rows.js";
import type { FlowItem } from "./flow-types.js";
import { chanceIssues, fault, refusal, tooSmall } from "./issue.js";
import { defaultSlePrior, slePriorIssues } from "./sle-prior.js";
import { type CurveBook, calibratedCurve, curveBook } from "./sle-record.js";
import type { OpenShare, ServiceLevelExpectation, SleMethod, SlePrior } from "./sle-types.js";
import { compileStarted } from "./sle-work.js";

/** What to expect of. */
export interface SleOptions {
  /** Integer milliseconds; only days before this one are seen. */
  readonly now: number;
  /** Between 0 and 1; default 0.85. */
  readonly probability?: number;
  /** Days of history, integer, at least 1; default 90. Adaptive looks at all history and lets it fade by the prior's half-life. */
  readonly windowDays?: number;
  /** Default adaptive. */
  readonly method?: SleMethod;
  /** What adaptive takes from other teams; default `defaultSlePrior`. */
  readonly prior?: SlePrior;
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

/** First day by which at most this share is open still. */
function daysToShare(steps: readonly OpenShare[], open: number): number | undefined {
  return steps.find(({ share }) => share <= open + 1e-12)?.days;
}

/** Days by which so much of a calibrated curve has ended, with the guard against drift; undefined where it does not reach. */
export function adaptiveDays(steps: readonly OpenShare[], probability: number, guard: number): number | undefined {
  return daysToShare(steps, pow(1 - probability, guard));
}

/** The adaptive expectation of a day; undefined where nothing was started before it. */
export function adaptiveExpectation(
  book: CurveBook,
  today: number,
  probability: number,
): ServiceLevelExpectation | undefined {
  const { prior } = book;
  const { sample, ended, longest } = book.curveOn(today);
  if (sample === 0) return undefined;
  const { steps, record } = calibratedCurve(book, today);
  const days = adaptiveDays(steps, probability, prior.guard);
  return {
    days: days ?? longest,
    probability,
    method: "adaptive",
    windowDays: 0,
    sample,
    open: sample - ended,
    reached: days !== undefined,
    curve: steps,
    record,
    reference: prior.reference,
  };
}

/** The expectation of a day by one of the plain methods; undefined where nothing is known. */
export function plainExpectation(
  items: readonly FlowItem[],
  today: number,
  probability: number,
  method: "kaplan-meier" | "completed",
  windowDays: number,
): ServiceLevelExpectation | undefined {
  const select = method === "completed" ? completedLifetimes : startedLifetimes;
  const recent = select(items, today - windowDays, today);
  const all = select(items, -Infinity, today);
  const used = recent.length < enough ? all : recent;
  if (used.length === 0) return undefined;
  const curve = curveOf(used);
  const days = daysToShare(curve, 1 - probability);
  const longest = used.reduce((most, { duration }) => Math.max(most, duration), 1);
  return {
    days: days ?? Math.max(longest, daysToShare(curveOf(all), 1 - probability) ?? longest),
    probability,
    method,
    windowDays: used === recent ? windowDays : 0,
    sample: used.length,
    open: used.filter(({ ended }) => !ended).length,
    reached: days !== undefined,
    curve,
  };
}

/** Faults of what both an expectation and its back-test are asked for. */
export function sleIssues(probability: number, windowDays: number, prior: SlePrior): Issue[] {
  const faults = [...chanceIssues(probability, "probability"), ...slePriorIssues(prior)];
  if (!(Number.isSafeInteger(windowDays) && windowDays >= 1)) {
    const facts = { found: String(windowDays), low: 1, high: 100_000 };
    faults.push(fault("predictability/out-of-range", { path: ["windowDays"], facts }));
  }
  return faults;
}

/**
 * The number of days within which an item, once started, is finished with a given chance.
 *
 * `adaptive` estimates how long work stays open from recent starts, crowded fortnights counting little more than quiet ones, and
 * corrects that by the team's own record: what it would have expected in each of the last 52 fortnights, and what came of it.
 * `kaplan-meier` looks at a fixed window without a record; `completed` at finished items only, as most tools do, and is too hopeful.
 * The first two count open items as not yet finished (right-censored), so that slow work still open is not forgotten. Dropped items
 * are censored when dropped. With fewer than 15 items in the window the last two use all history and say so (`windowDays` 0).
 * Adaptive asks for a little more than the chance (`guard`), since work drifts: `chanceAtAge` at 0 is above it.
 *
 * @param items - in any order, times in integer milliseconds; not changed
 * @param options - now, probability, method, days of history, prior
 * @returns days, same day = 1, with the curve behind them; rows left out are named by issues
 *
 * Issues: predictability/sample-too-small, predictability/out-of-range, predictability/not-a-time, predictability/finished-before-started, predictability/duplicate-id.
 * Time O(n log n), adaptive O(n log n + 52 n); space O(n).
 * Source: Kanban Guide (2020); Kaplan and Meier (1958); Susarla and Van Ryzin (1976); the record as in conformal prediction under drift, Gibbs and Candes (2021); own.
 *
 * @example
 * const items = [1, 2, 3, 4].map((days) => ({ id: `I${days}`, startedAt: 0, finishedAt: (days - 1) * 86400000 }));
 * orThrow(serviceLevelExpectation(items, { now: 864000000, probability: 0.75, method: "kaplan-meier" })).days; // => 3
 */
export function serviceLevelExpectation(
  items: readonly FlowItem[],
  options: SleOptions,
): Result<ServiceLevelExpectation> {
  const { now, probability = 0.85, windowDays = 90, method = "adaptive", prior = defaultSlePrior } = options;
  const refused = refusal([...instantIssues(now, "now"), ...sleIssues(probability, windowDays, prior)]);
  if (refused) return refused;
  const checked = checkFlow(items);
  const today = dayOf(now);
  const expectation =
    method === "adaptive"
      ? adaptiveExpectation(curveBook(compileStarted(checked.items), prior), today, probability)
      : plainExpectation(checked.items, today, probability, method, windowDays);
  if (expectation === undefined) return tooSmall(1, 0, ["items"], checked.issues);
  return ok(expectation, checked.issues);
}

import { quantileHigher, sumExact } from "@evenkeel/stats";
import { millisPerDay } from "./flow-rows.js";
import { shareOf } from "./ledger-calibration.js";
import { type FollowedPromise, standingOf } from "./ledger-follow.js";
import type {
  ForecastStability,
  IntervalRecord,
  LateNotice,
  LedgerForecast,
  PromisedDates,
  PromiseKind,
} from "./ledger-types.js";

const later = Number.POSITIVE_INFINITY;
const median = (values: readonly number[]): number | undefined => {
  const found = quantileHigher(values, 0.5);
  return found.ok ? found.value : undefined;
};

/** A stated quantile: its level, and its value. */
type Level = readonly [level: number, value: number];

/** CRPS by the midpoint rule over stated quantiles: each stands for the levels nearer to it than to another. */
function quantileScore(levels: readonly Level[], outcome: number): number {
  return levels.reduce((sum, [level, value], at) => {
    const from = at === 0 ? 0 : (levels[at - 1]![0] + level) / 2;
    const to = at === levels.length - 1 ? 1 : (levels[at + 1]![0] + level) / 2;
    const gap = outcome - value;
    return sum + 2 * (to - from) * (gap >= 0 ? level * gap : (level - 1) * gap);
  }, 0);
}

/** The worst over an outcome that was never seen: the score is convex, so an end of the range where it may lie is the worst. */
function worst(levels: readonly Level[], outcomes: readonly number[]): number {
  return outcomes.reduce((most, outcome) => Math.max(most, quantileScore(levels, outcome)), 0);
}

/** Where the outcome lies, or may lie; empty while it is too early to say. Work reopened ended at either end. */
function outcomesOf(each: FollowedPromise, now: number): number[] {
  const { promise, fulfilledAt, failedAt, onceAt, withdrawnAt, amount, due = later } = each;
  if (promise.kind === "date") {
    const gone = withdrawnAt ?? failedAt;
    if (fulfilledAt === undefined && gone === undefined && due >= now) return [];
    return [fulfilledAt ?? now, ...[gone, onceAt].filter((at) => at !== undefined)];
  }
  const value = typeof promise.value === "number" ? promise.value : new Set(promise.value).size;
  if (withdrawnAt !== undefined) return [amount ?? 0, value];
  if (promise.kind === "effort") return amount === undefined ? [] : [amount];
  return due < now ? [amount ?? 0] : [];
}

function firstInterval({ forecasts, fulfilledAt = later, due = later }: FollowedPromise): LedgerForecast | undefined {
  return forecasts.find(
    ({ at, low, high }) => low !== undefined && high !== undefined && at <= due && at < fulfilledAt,
  );
}

/** The first interval forecast of each promise against what came; a later forecast changes nothing. */
export function intervalRecordOf(
  kind: PromiseKind,
  promises: readonly FollowedPromise[],
  now: number,
): IntervalRecord[] {
  const scale = kind === "date" ? millisPerDay : 1;
  const scored = promises.flatMap((each) => {
    if (each.promise.kind !== kind) return [];
    const forecast = firstInterval(each);
    const { low = Number.NaN, high = Number.NaN, p85 } = forecast ?? {};
    const values = outcomesOf(each, now);
    const never = each.withdrawnAt !== undefined || (kind === "date" && each.failedAt !== undefined);
    const outside = never || values.some((value) => value < low || value > high);
    const tooEarly = kind === "date" && each.fulfilledAt === undefined && !outside;
    if (forecast === undefined || values.length === 0 || tooEarly) return [];
    const levels: Level[] = [
      [0.05, low],
      ...(kind === "date" && p85 !== undefined ? [[0.85, p85] as const] : []),
      [0.95, high],
    ];
    return [{ outside, width: (high - low) / scale, score: worst(levels, values) / scale }];
  });
  const surprises = shareOf(scored.filter(({ outside }) => outside).length, scored.length);
  const width = median(scored.map((each) => each.width));
  if (surprises === undefined || width === undefined) return [];
  const unit = ({ date: "days", count: "amount", scope: "items", effort: "minutes" } as const)[kind];
  return [{ kind, unit, surprises, width, crps: sumExact(scored.map(({ score }) => score)) / scored.length }];
}

/** Dates promised with a chance, each as one quantile of a forecast. */
export function promisedDatesOf(promises: readonly FollowedPromise[], now: number): PromisedDates | undefined {
  const scored = promises.flatMap((each) => {
    const { promise, due = later } = each;
    const values = outcomesOf(each, now);
    if (promise.kind !== "date" || promise.confidence === undefined || values.length === 0) return [];
    const days = promise.madeAt === undefined ? [] : [(due - promise.madeAt) / millisPerDay];
    const score = worst([[promise.confidence, due]], values) / millisPerDay;
    return [{ kept: standingOf(each, now) === "kept", days, score }];
  });
  const kept = shareOf(scored.filter((each) => each.kept).length, scored.length);
  if (kept === undefined) return undefined;
  const width = median(scored.flatMap(({ days }) => days));
  const crps = sumExact(scored.map(({ score }) => score)) / scored.length;
  return { n: scored.length, kept, ...(width === undefined ? {} : { width }), crps };
}

/** Warning before promises were not kept. */
export function lateNoticeOf(promises: readonly FollowedPromise[], now: number): LateNotice | undefined {
  let falseAlarms = 0;
  const days: number[] = [];
  for (const each of promises) {
    const { due, forecasts, fulfilledAt = later } = each;
    if (due === undefined) continue;
    const issued = forecasts.filter(({ at, chance }) => chance !== undefined && at <= due && at < fulfilledAt);
    const standing = standingOf(each, now);
    if (issued.length === 0 || standing === "open") continue;
    const warning = issued.find(({ chance = 1 }) => chance < 0.5);
    const averted = standing === "kept" || standing === "withdrawn";
    if (averted && warning !== undefined) falseAlarms++;
    if (standing === "kept") continue;
    days.push(warning === undefined || averted ? 0 : (due - warning.at) / millisPerDay);
  }
  const n = days.length;
  if (n === 0) return undefined;
  const sorted = Float64Array.from(days).sort().reverse();
  const had = (share: number): number => sorted[Math.ceil(share * n - 1e-12) - 1]!;
  return { n, unwarned: days.filter((each) => each === 0).length, p50: had(0.5), p85: had(0.85), falseAlarms };
}

/** What is left of a change once the part that the items done explain is taken off; never more than the change. */
function unexplained(from: LedgerForecast, to: LedgerForecast): number {
  const [before, after] = [from.p85 as number, to.p85 as number];
  const change = after - before;
  if (from.left === undefined || to.left === undefined || from.left === 0) return Math.abs(change);
  const expected = to.at + ((before - from.at) * to.left) / from.left - before;
  const explained = Math.sign(expected) === Math.sign(change) ? Math.abs(expected) : 0;
  return Math.max(0, Math.abs(change) - explained);
}

/** How far the 85 % dates wandered. */
export function stabilityOf(promises: readonly FollowedPromise[]): ForecastStability | undefined {
  const totals: { weeks: number; change: number; rest: number }[] = [];
  for (const { promise, forecasts, fulfilledAt = later } of promises) {
    if (promise.kind !== "date") continue;
    const issued = forecasts.filter(({ at, p85 }) => p85 !== undefined && at < fulfilledAt);
    const [first, last] = [issued[0], issued.at(-1)];
    if (first === undefined || last === undefined || first.at === last.at) continue;
    let [change, rest] = [0, 0];
    issued.slice(1).forEach((to, at) => {
      const from = issued[at] as LedgerForecast;
      change += Math.abs((to.p85 as number) - (from.p85 as number)) / millisPerDay;
      rest += unexplained(from, to) / millisPerDay;
    });
    totals.push({ weeks: (last.at - first.at) / (7 * millisPerDay), change, rest });
  }
  if (totals.length === 0) return undefined;
  const sum = (field: "weeks" | "change" | "rest"): number => sumExact(totals.map((each) => each[field]));
  return {
    n: totals.length,
    changePerWeek: sum("change") / sum("weeks"),
    unexplainedPerWeek: sum("rest") / sum("weeks"),
  };
}

import { type Issue, ok, type Result } from "@evenkeel/kernel";
import { quantile, wilsonInterval } from "@evenkeel/stats";
import { amountIssues, fault, refusal } from "./issue.js";

/** An estimate and what it came to, both in one unit: hours, minutes, points. */
export interface EstimateRow {
  readonly id: string;
  /** At least 0; 0 = none was made. */
  readonly estimate: number;
  /** At least 0; 0 = nothing was booked. */
  readonly actual: number;
  /** Milliseconds; when the estimate was written, and when work began. */
  readonly estimatedAt?: number;
  readonly startedAt?: number;
}

/** A share with its 95 % interval. */
export interface EstimateShare {
  readonly hits: number;
  readonly n: number;
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/** How honest the estimates of a team were. */
export interface EstimateHonesty {
  /** Rows with estimate and actual above 0. */
  readonly n: number;
  /** Rows without one of them. */
  readonly leftOut: number;
  /** actual / estimate; type 7, for description: to promise, use a forecast. Never a mean. */
  readonly ratio: { readonly p50: number; readonly p85: number; readonly p95: number };
  /** actual <= estimate. */
  readonly within: EstimateShare;
  /** Ratio from 1/2 to 2. */
  readonly withinDouble: EstimateShare;
  /** actual = estimate: anchoring or back-filling, a sign about the data. */
  readonly exact: EstimateShare;
  readonly signals: {
    /** Of the actuals within 10 % of their estimate, those equal to it; measured work seldom hits so often. */
    readonly exactOfNear: EstimateShare;
    /** Of the actuals that are not whole numbers, those equal to their estimate; absent where all are whole. */
    readonly exactOfBroken?: EstimateShare;
    /** Estimates, and actuals, that are whole numbers. */
    readonly wholeEstimates: EstimateShare;
    readonly wholeActuals: EstimateShare;
    /** The estimate given most often. */
    readonly commonest: { readonly value: number; readonly share: number };
    /** Estimates written after work began; absent where no row has both times. */
    readonly afterStart?: EstimateShare;
  };
}

function shareOf(hits: number, n: number): EstimateShare | undefined {
  const interval = wilsonInterval(hits, n);
  return interval.ok ? { hits, n, share: hits / n, ...interval.value } : undefined;
}

function count(rows: readonly EstimateRow[], keep: (row: EstimateRow) => boolean): number {
  return rows.filter(keep).length;
}

function commonestOf(rows: readonly EstimateRow[]): { value: number; share: number } {
  const counts = new Map<number, number>();
  for (const { estimate } of rows) counts.set(estimate, (counts.get(estimate) ?? 0) + 1);
  const [value, most] = [...counts].reduce((a, b) => (b[1] > a[1] || (b[1] === a[1] && b[0] < a[0]) ? b : a));
  return { value, share: most / rows.length };
}

/**
 * How honest a team's estimates were: quantiles of actual over estimate, and signs of rounding, anchoring and back-filling.
 *
 * Many exact hits are no praise: where four in ten actuals equal their estimate, one of the two was probably copied. A sign is about
 * the data of a team, never about a person.
 *
 * @param rows - of one team, one unit; in any order; not changed
 * @returns shares with 95 % intervals and quantiles
 *
 * Issues: effectiveness/impossible-value, effectiveness/sample-too-small.
 * Time O(n log n), space O(n).
 * Source: own; quantiles: Hyndman and Fan (1996), definition 7; Wilson (1927).
 *
 * @example
 * const rows = [[4, 4], [2, 3], [8, 20]].map(([estimate = 0, actual = 0], at) => ({ id: `${at}`, estimate, actual }));
 * const { ratio, within, exact } = orThrow(measureEstimates(rows));
 * [ratio.p50, within.hits, exact.hits]; // => [1.5, 1, 1]
 */
export function measureEstimates(rows: readonly EstimateRow[]): Result<EstimateHonesty> {
  const issues: Issue[] = rows.flatMap(({ id, estimate, actual }, at) => [
    ...amountIssues(estimate, 0, [at, "estimate"], id),
    ...amountIssues(actual, 0, [at, "actual"], id),
  ]);
  const used = rows.filter(({ estimate, actual }) => estimate > 0 && actual > 0);
  const n = used.length;
  if (n === 0) issues.push(fault("effectiveness/sample-too-small", { path: ["rows"], facts: { needed: 1, found: 0 } }));
  const refused = refusal(issues);
  if (refused) return refused;
  const ratios = Float64Array.from(used, ({ actual, estimate }) => actual / estimate);
  const at = (p: number): number => {
    const found = quantile(ratios, p);
    return found.ok ? found.value : Number.NaN;
  };
  const share = (keep: (row: EstimateRow) => boolean, among = used): EstimateShare =>
    shareOf(count(among, keep), among.length) ?? { hits: 0, n: 0, share: 0, low: 0, high: 1 };
  const isExact = ({ actual, estimate }: EstimateRow): boolean => actual === estimate;
  const near = used.filter(({ actual, estimate }) => Math.abs(actual - estimate) <= 0.1 * estimate);
  const broken = used.filter(({ actual }) => !Number.isInteger(actual));
  const timed = used.filter(({ estimatedAt, startedAt }) => estimatedAt !== undefined && startedAt !== undefined);
  return ok({
    n,
    leftOut: rows.length - n,
    ratio: { p50: at(0.5), p85: at(0.85), p95: at(0.95) },
    within: share(({ actual, estimate }) => actual <= estimate),
    withinDouble: share(({ actual, estimate }) => actual <= 2 * estimate && estimate <= 2 * actual),
    exact: share(isExact),
    signals: {
      exactOfNear: share(isExact, near),
      ...(broken.length > 0 ? { exactOfBroken: share(isExact, broken) } : {}),
      wholeEstimates: share(({ estimate }) => Number.isInteger(estimate)),
      wholeActuals: share(({ actual }) => Number.isInteger(actual)),
      commonest: commonestOf(used),
      ...(timed.length > 0
        ? { afterStart: share(({ estimatedAt = 0, startedAt = 0 }) => estimatedAt > startedAt, timed) }
        : {}),
    },
  });
}

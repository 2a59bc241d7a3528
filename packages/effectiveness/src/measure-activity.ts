import { ok, type Result } from "@evenkeel/kernel";
import { sumExact } from "@evenkeel/stats";
import { amountIssues, fault, refusal } from "./issue.js";

/** A period of a team: what it did, and what came of it. */
export interface ActivityRow {
  /** Name of the period. */
  readonly id: string;
  /** Hours, changes, messages, meetings: at least 0. */
  readonly activity: number;
  /** Items finished, outcome attained in the period: at least 0. */
  readonly result: number;
}

/** Activity against result over periods. */
export interface ActivityAgainstResult {
  readonly n: number;
  readonly activity: number;
  readonly result: number;
  /** Rank correlation, -1..1; absent where activity or result is the same in all periods. */
  readonly rankCorrelation?: number;
  /** Of all activity, the share in periods without any result; absent without activity. */
  readonly fruitless?: number;
  /** Of activity, and of results, the share in the busiest quarter of the periods; absent without either. */
  readonly busiest?: { readonly activity: number; readonly result: number };
}

/** Twice the rank of each value, ties sharing their mean: whole numbers, so that sums are exact. */
function doubledRanks(values: readonly number[]): number[] {
  const order = values.map((_value, at) => at).sort((a, b) => values[a]! - values[b]!);
  const ranks = new Array<number>(values.length);
  for (let from = 0; from < order.length; ) {
    let to = from;
    while (to < order.length && values[order[to]!] === values[order[from]!]) to++;
    for (let at = from; at < to; at++) ranks[order[at]!] = from + to + 1;
    from = to;
  }
  return ranks;
}

function rankCorrelation(rows: readonly ActivityRow[]): number | undefined {
  const n = rows.length;
  const [x, y] = [doubledRanks(rows.map(({ activity }) => activity)), doubledRanks(rows.map(({ result }) => result))];
  const centred = (ranks: readonly number[]): number[] => ranks.map((rank) => rank - (n + 1));
  const [dx, dy] = [centred(x), centred(y)];
  const product = (a: readonly number[], b: readonly number[]): number =>
    sumExact(a.map((value, at) => value * b[at]!));
  const spread = product(dx, dx) * product(dy, dy);
  return spread > 0 ? product(dx, dy) / Math.sqrt(spread) : undefined;
}

/**
 * Activity against result: whether busy periods are those in which something comes of it.
 *
 * A rank correlation is no proof of a cause, and results often follow later: shift the rows first where that is known. For teams;
 * activity of one person is nobody's measure.
 *
 * @param rows - periods of one team, at least 4, in any order; not changed
 * @returns totals, rank correlation, share of activity without result
 *
 * Issues: effectiveness/sample-too-small, effectiveness/impossible-value.
 * Time O(n log n), space O(n).
 * Source: own; Spearman (1904).
 *
 * @example
 * const rows = [[9, 0], [5, 2], [4, 3], [2, 4]].map(([activity = 0, result = 0], at) => ({ id: `week ${at}`, activity, result }));
 * const found = orThrow(measureActivity(rows));
 * [found.rankCorrelation, found.fruitless]; // => [-1, 0.45]
 */
export function measureActivity(rows: readonly ActivityRow[]): Result<ActivityAgainstResult> {
  const n = rows.length;
  const refused = refusal([
    ...(n < 4 ? [fault("effectiveness/sample-too-small", { path: ["rows"], facts: { needed: 4, found: n } })] : []),
    ...rows.flatMap(({ id, activity, result }, at) => [
      ...amountIssues(activity, 0, [at, "activity"], id),
      ...amountIssues(result, 0, [at, "result"], id),
    ]),
  ]);
  if (refused) return refused;
  const total = (field: "activity" | "result", among = rows): number => sumExact(among.map((row) => row[field]));
  const [activity, result] = [total("activity"), total("result")];
  const correlation = rankCorrelation(rows);
  const byActivity = [...rows].sort((a, b) => b.activity - a.activity || a.result - b.result);
  const top = byActivity.slice(0, Math.ceil(n / 4));
  const idle = rows.filter((row) => row.result === 0);
  return ok({
    n,
    activity,
    result,
    ...(correlation === undefined ? {} : { rankCorrelation: correlation }),
    ...(activity > 0 ? { fruitless: total("activity", idle) / activity } : {}),
    ...(activity > 0 && result > 0
      ? { busiest: { activity: total("activity", top) / activity, result: total("result", top) / result } }
      : {}),
  });
}

import { sumExact } from "@evenkeel/stats";
import { byPerson } from "./gather-load.js";
import type { LoadSpan } from "./types.js";

/** A run of spans over capacity, and what came after it. */
export interface OverloadStreak {
  readonly personId: string;
  /** First day of the first span, day after the last span. */
  readonly from: number;
  readonly to: number;
  /** The overloaded spans, in time order. */
  readonly spans: readonly LoadSpan[];
  /** Minutes over capacity. */
  readonly excessMinutes: number;
  /** Days at or under capacity until the next streak, or until the end of what is known. */
  readonly recoveryDays: number;
  /** Minutes to spare in these days. */
  readonly slackMinutes: number;
  /** No streak follows in what is known; the recovery may go on. */
  readonly isOpen: boolean;
}

/** Internal: whether a span asks for more than its share of capacity; a millionth of a minute is rounding. */
export const isOver = ({ loadMinutes, capacityMinutes }: LoadSpan, mostUtilization: number): boolean =>
  loadMinutes > capacityMinutes * mostUtilization + 1e-6;

/**
 * Runs of consecutive spans over capacity, and the recovery after each of them.
 *
 * Spans follow one another when one ends on the day the next begins; a missing span counts as one without load.
 *
 * @param spans - weeks or days of load that do not overlap, in any order
 * @param mostUtilization - load over capacity that is still fine; default 1
 * @param until - day after the last that is known; default the end of the last span of all
 * @returns streaks by person and time
 *
 * Issues: none.
 * Time O(spans log spans), space O(spans).
 * Source: own; recovery after effort: Meijman & Mulder (1998), Sonnentag (2003).
 *
 * @example
 * const week = (from: number, loadMinutes: number) => ({ personId: "ana", from, to: from + 7, loadMinutes, capacityMinutes: 2400, items: [] });
 * overloadStreaks([week(4, 2700), week(11, 2500), week(18, 2000)]).map((streak) => [streak.spans.length, streak.excessMinutes, streak.recoveryDays]); // => [[2, 400, 7]]
 */
export function overloadStreaks(
  spans: readonly LoadSpan[],
  mostUtilization = 1,
  until: number = spans.reduce((last, { to }) => Math.max(last, to), Number.NEGATIVE_INFINITY),
): OverloadStreak[] {
  return byPerson(spans).flatMap(([personId, rows]) => {
    const runs: LoadSpan[][] = [];
    for (const row of rows) {
      if (!isOver(row, mostUtilization)) continue;
      const last = runs.at(-1);
      if (last !== undefined && last.at(-1)?.to === row.from) last.push(row);
      else runs.push([row]);
    }
    return runs.map((run, at): OverloadStreak => {
      const [from, to] = [run[0]?.from ?? 0, run.at(-1)?.to ?? 0];
      const next = runs[at + 1]?.[0]?.from;
      const end = next ?? Math.max(until, to);
      const after = rows.filter((row) => row.from >= to && row.to <= end);
      return {
        personId,
        from,
        to,
        spans: run,
        excessMinutes: sumExact(run.map(({ loadMinutes, capacityMinutes }) => loadMinutes - capacityMinutes)),
        recoveryDays: end - to,
        slackMinutes: sumExact(after.map(({ loadMinutes, capacityMinutes }) => capacityMinutes - loadMinutes)),
        isOpen: next === undefined,
      };
    });
  });
}

import { type Issue, issue, ok, type Result } from "@evenkeel/kernel";
import { sumExact } from "@evenkeel/stats";
import type { TypedEffort, WorkType } from "./types.js";

/** How effort divides over types of work. */
export interface WorkTypeShares {
  readonly plannedMinutes: number;
  readonly unplannedMinutes: number;
  readonly toilMinutes: number;
  /** Effort whose type is not known; in no share. */
  readonly unknownMinutes: number;
  /** Unplanned over all of known type, 0..1; 0 without any. */
  readonly interruptShare: number;
  /** Toil over all of known type. */
  readonly toilShare: number;
}

/**
 * How effort divides into planned work, interrupts and toil.
 *
 * @param efforts - of a team or a plan, in any order
 * @returns minutes and shares
 *
 * Issues: sustainability/impossible-effort, for rows left out.
 * Time O(n), space O(n).
 * Source: Beyer et al. (2016), Site Reliability Engineering, chapter 5 (toil).
 *
 * @example
 * const shares = workTypeShares([{ itemId: "A", minutes: 90, workType: "planned" }, { itemId: "B", minutes: 30, workType: "toil" }]);
 * shares.ok && shares.value.toilShare; // => 0.25
 */
export function workTypeShares(efforts: readonly TypedEffort[]): Result<WorkTypeShares> {
  const issues: Issue[] = [];
  const minutes: Record<WorkType | "unknown", number[]> = { planned: [], unplanned: [], toil: [], unknown: [] };
  efforts.forEach((row, index) => {
    if (row.minutes >= 0 && Number.isFinite(row.minutes)) minutes[row.workType ?? "unknown"].push(row.minutes);
    else {
      const facts = { item: row.itemId, effort: String(row.minutes) };
      issues.push(issue("sustainability/impossible-effort", { path: [index], subject: [row.itemId], facts }));
    }
  });
  const [planned, unplanned, toil] = [sumExact(minutes.planned), sumExact(minutes.unplanned), sumExact(minutes.toil)];
  const known = sumExact([planned, unplanned, toil]);
  return ok(
    {
      plannedMinutes: planned,
      unplannedMinutes: unplanned,
      toilMinutes: toil,
      unknownMinutes: sumExact(minutes.unknown),
      interruptShare: known === 0 ? 0 : unplanned / known,
      toilShare: known === 0 ? 0 : toil / known,
    },
    issues,
  );
}

import { ok, type Result } from "@evenkeel/kernel";
import { sumExact } from "@evenkeel/stats";
import { refusal } from "./issue.js";
import { effortIssues } from "./measure-serving.js";
import type { EffortRow } from "./types.js";

/** Effort on work that came back after it was done. */
export interface Rework {
  readonly items: number;
  readonly reworkedItems: number;
  /** Person-minutes. */
  readonly total: number;
  /** Person-minutes on items that came back, all of them: which part was done twice is seldom booked apart. */
  readonly rework: number;
  /** rework / total, 0..1; absent without effort. */
  readonly share?: number;
}

/**
 * Share of effort on items that were done and came back: an upper bound of what was done twice.
 *
 * @param rows - effort in person-minutes of a team or plan; rows of one item are one item
 * @returns totals and share
 *
 * Issues: effectiveness/impossible-effort.
 * Time O(n), space O(n).
 * Source: own.
 *
 * @example
 * orThrow(measureRework([{ itemId: "A", minutes: 90 }, { itemId: "B", minutes: 30, rework: true }])).share; // => 0.25
 */
export function measureRework(rows: readonly EffortRow[]): Result<Rework> {
  const refused = refusal(effortIssues(rows));
  if (refused) return refused;
  const again = rows.filter(({ rework }) => rework === true);
  const [total, rework] = [sumExact(rows.map((row) => row.minutes)), sumExact(again.map((row) => row.minutes))];
  return ok({
    items: new Set(rows.map(({ itemId }) => itemId)).size,
    reworkedItems: new Set(again.map(({ itemId }) => itemId)).size,
    total,
    rework,
    ...(total > 0 ? { share: rework / total } : {}),
  });
}

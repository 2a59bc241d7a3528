import { type Issue, ok, type Result } from "@evenkeel/kernel";
import { sumExact } from "@evenkeel/stats";
import { fault, refusal } from "./issue.js";
import type { EffortRow } from "./types.js";

/** How effort splits between outcomes, no outcome, and not known; person-minutes. */
export interface Serving {
  readonly total: number;
  readonly serving: number;
  readonly servingNone: number;
  readonly unknown: number;
  readonly rework: number;
  /** serving / (serving + servingNone), 0..1; absent when nothing is known. */
  readonly share?: number;
}

/** Faults of effort: minutes that are not finite or below 0. */
export function effortIssues(rows: readonly EffortRow[]): Issue[] {
  return rows.flatMap(({ itemId, minutes }, at) => {
    if (Number.isFinite(minutes) && minutes >= 0) return [];
    const facts = { item: itemId, found: String(minutes) };
    return [fault("effectiveness/impossible-effort", { path: [at, "minutes"], subject: [itemId], facts })];
  });
}

/**
 * Share of effort that serves an outcome.
 *
 * Effort whose outcome is not known counts in neither side of the share. Exact sums: the order of rows does not matter.
 *
 * @param rows - effort in person-minutes
 * @returns totals and share; serving + servingNone + unknown = total
 *
 * Issues: effectiveness/impossible-effort.
 * Time O(n), space O(n).
 * Source: own.
 *
 * @example
 * const served = measureServing([{ itemId: "A", minutes: 90, outcomeIds: ["o"] }, { itemId: "B", minutes: 30, outcomeIds: [] }]);
 * served.ok && served.value.share; // => 0.75
 */
export function measureServing(rows: readonly EffortRow[]): Result<Serving> {
  const refused = refusal(effortIssues(rows));
  if (refused) return refused;
  const of = (keep: (row: EffortRow) => boolean): number => sumExact(rows.filter(keep).map(({ minutes }) => minutes));
  const serving = of(({ outcomeIds }) => outcomeIds !== undefined && outcomeIds.length > 0);
  const servingNone = of(({ outcomeIds }) => outcomeIds?.length === 0);
  const known = serving + servingNone;
  return ok({
    total: of(() => true),
    serving,
    servingNone,
    unknown: of(({ outcomeIds }) => outcomeIds === undefined),
    rework: of(({ rework }) => rework === true),
    ...(known > 0 ? { share: serving / known } : {}),
  });
}

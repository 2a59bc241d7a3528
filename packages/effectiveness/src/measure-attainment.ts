import { sumExact } from "@evenkeel/stats";
import type { OutcomeReading } from "./types.js";

/** How far one outcome has come. */
export interface Attainment {
  readonly outcomeId: string;
  readonly title: string;
  /** (current - baseline) / (target - baseline); below 0 = worse than before, above 1 = beyond the target; to maintain: 1 or 0. Absent = not measurable. */
  readonly progress?: number;
  /** What is missing for a progress. */
  readonly missing: readonly string[];
}

/** How far all measurable outcomes have come. */
export interface AttainmentSummary {
  readonly outcomes: readonly Attainment[];
  /** Weighted mean of min(1, progress) over measurable outcomes; absent when there are none. */
  readonly attained?: number;
  readonly measurable: number;
}

/**
 * Attainment of outcomes: progress from baseline to target, and the weighted mean with progress beyond the target counted as reached.
 *
 * An outcome without baseline, target and reading, whose target is its baseline, or whose target contradicts its direction is not
 * measurable and never counted as 0. What is to be maintained has progress 1 between baseline and target, and 0 outside.
 *
 * @param outcomes - with readings, any unit each
 * @returns one row an outcome in the given order, and the summary
 *
 * Issues: none; what is missing is named in the row.
 * Time O(n), space O(n).
 * Source: own; after the practice of objectives and key results.
 *
 * @example
 * measureAttainment([{ outcomeId: "o", title: "Quiet rooms", baseline: 40, target: 30, current: 35 }]).attained; // => 0.5
 */
export function measureAttainment(outcomes: readonly OutcomeReading[]): AttainmentSummary {
  const rows = outcomes.map((outcome): Attainment & { readonly weight: number } => {
    const { outcomeId, title, baseline, target, current, direction, weight = 1 } = outcome;
    const missing = (["baseline", "target", "current"] as const).filter(
      (part) => outcome[part] === undefined || !Number.isFinite(outcome[part]),
    );
    if (missing.length > 0 || baseline === undefined || target === undefined || current === undefined)
      return { outcomeId, title, missing, weight };
    if (direction === "maintain") {
      const held = current >= Math.min(baseline, target) && current <= Math.max(baseline, target);
      return { outcomeId, title, progress: held ? 1 : 0, missing: [], weight };
    }
    if (target === baseline) return { outcomeId, title, missing: ["distance from baseline to target"], weight };
    if (direction !== undefined && (direction === "increase") !== target > baseline)
      return { outcomeId, title, missing: ["a target in the stated direction"], weight };
    return { outcomeId, title, progress: (current - baseline) / (target - baseline), missing: [], weight };
  });
  const measurable = rows.filter(({ progress }) => progress !== undefined);
  const weight = sumExact(measurable.map((row) => row.weight));
  const attained =
    weight > 0 ? sumExact(measurable.map((row) => row.weight * Math.min(1, row.progress ?? 0))) / weight : undefined;
  return {
    outcomes: rows.map(({ weight: _weight, ...row }) => row),
    measurable: measurable.length,
    ...(attained === undefined ? {} : { attained }),
  };
}

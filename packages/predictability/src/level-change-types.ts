/** A stretch of weeks whose level stayed the same as far as can be told. */
export interface LevelPeriod {
  /** Index of its first day in the series; `to` is the day after its last. */
  readonly from: number;
  readonly to: number;
  /** Mean count a day. */
  readonly perDay: number;
}

/** Where a series changed its level. */
export interface LevelChanges {
  /** Oldest first, without gaps, ending with the series; one = no change was found. */
  readonly periods: readonly LevelPeriod[];
  /** Whole weeks looked at. */
  readonly weeks: number;
  /** Variance over mean of weekly totals within a level, >= 1. */
  readonly dispersion: number;
}

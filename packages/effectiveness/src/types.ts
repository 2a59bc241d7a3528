/** Effort on an item, and what it served; person-minutes. */
export interface EffortRow {
  readonly itemId: string;
  /** At least 0. */
  readonly minutes: number;
  /** Outcomes it serves; `[]` = none; absent = not known. */
  readonly outcomeIds?: readonly string[];
  /** Done again after it was done. */
  readonly rework?: boolean;
}

/** An outcome with its readings. */
export interface OutcomeReading {
  readonly outcomeId: string;
  readonly title: string;
  readonly baseline?: number;
  readonly target?: number;
  readonly current?: number;
  /** At least 0; absent = 1. */
  readonly weight?: number;
  /** Milliseconds UTC. */
  readonly by?: number;
}

/** What effectiveness checks read. */
export interface EffectivenessInput {
  readonly effort?: readonly EffortRow[];
  readonly outcomes: readonly OutcomeReading[];
  /** Instant of the review, milliseconds UTC. */
  readonly now: number;
}

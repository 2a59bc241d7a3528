/** Effort of a team on an item, and what it served; person-minutes. Nobody is named: the smallest unit is a team. */
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
  /** Which way is better; absent = from baseline towards target. maintain: stay between baseline and target. */
  readonly direction?: "increase" | "decrease" | "maintain";
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

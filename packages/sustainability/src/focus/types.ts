import type { Span } from "../merge-intervals.js";

/** A day of one person, with the working time their calendar gives. */
export interface WorkingDay {
  readonly personId: string;
  /** Day number since 1970-01-01 where the person is. */
  readonly day: number;
  /** Its midnights, milliseconds UTC, half-open. */
  readonly from: number;
  readonly to: number;
  /** Working time within it; none on a day of rest. */
  readonly working: readonly Span[];
}

/** A span of one person out of a record: work, or a meeting; milliseconds UTC, half-open. */
export interface PersonSpan {
  readonly id: string;
  readonly personId: string;
  readonly from: number;
  readonly to: number;
}

/** Someone was reached: a message, a call, a mail. */
export interface ContactPoint {
  readonly id: string;
  readonly personId: string;
  /** Milliseconds UTC. */
  readonly at: number;
}

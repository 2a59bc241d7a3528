/** Days off someone has a right to, over a leave year. */
export interface LeaveEntitlement {
  readonly personId: string;
  /** Working days, at least 0. */
  readonly days: number;
  /** The leave year: day numbers since 1970-01-01, half-open. */
  readonly from: number;
  readonly to: number;
}

/** A working day off. */
export interface LeaveDay {
  /** Row of the records. */
  readonly id: string;
  readonly personId: string;
  /** Day number since 1970-01-01. */
  readonly day: number;
  /** Share of the day, above 0, up to 1. */
  readonly share: number;
}

/** A promise of a team or plan with a date, and what became of it. Times: integer milliseconds on one time line. */
export interface PromiseRow {
  readonly id: string;
  readonly madeAt?: number;
  /** First date promised; the promise is kept up to and including this instant. */
  readonly due: number;
  /** Later dates agreed; reported, never scored. */
  readonly revisions?: readonly { readonly at: number; readonly due: number }[];
  readonly state: "open" | "met" | "missed" | "withdrawn";
  /** When it was met, missed or withdrawn. */
  readonly resolvedAt?: number;
  /** Stated chance of keeping it, 0..1. */
  readonly probability?: number;
}

/** A share with its 95 % interval. */
export interface ShareOf {
  readonly hits: number;
  readonly n: number;
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/** Promises with one stated chance, and how often they were kept; a withdrawn one counts as the contrary of what its chance said. */
export interface CalibrationGroup extends ShareOf {
  readonly probability: number;
}

/** The record of promises, scored against the first date given. */
export interface CommitmentMeasure {
  readonly now: number;
  readonly kept: number;
  /** Done late, missed, or overdue. */
  readonly missed: number;
  /** Not due yet. */
  readonly open: number;
  readonly withdrawn: number;
  /** Promises whose date was moved, whatever became of them. */
  readonly renegotiated: number;
  /** Kept of kept, missed and withdrawn: taking a promise back does not raise it. Absent when there is none. */
  readonly keptShare?: ShareOf;
  /** By stated chance, ascending. */
  readonly calibration: readonly CalibrationGroup[];
  /** Mean squared distance of stated chance and outcome, 0..1; absent without stated chances. */
  readonly brier?: number;
  /** Days after (before: negative) the first date, open ones as censored, missed and withdrawn ones as never met; a quantile not reached is absent. */
  readonly slipDays: { readonly p50?: number; readonly p85?: number; readonly p95?: number };
}

/** Why a question about numbers has no answer. */
export type StatsCode =
  | "stats/sample-too-small"
  | "stats/not-finite"
  | "stats/not-a-count"
  | "stats/lengths-differ"
  | "stats/out-of-range"
  | "stats/probability-out-of-range";

/** A fault in the input, shaped like the kernel's issues, which this package does not import. */
export interface StatsIssue {
  readonly code: StatsCode;
  readonly severity: "error";
  /** Name of the argument, then the index within it. */
  readonly path: readonly (string | number)[];
  readonly subject: readonly string[];
  readonly remedy: StatsCode;
  readonly facts: Readonly<Record<string, string | number>>;
}

/** A value, or at least one issue; assignable to the kernel's `Result`. */
export type StatsResult<T> =
  | { readonly ok: true; readonly value: T; readonly issues: readonly StatsIssue[] }
  | { readonly ok: false; readonly issues: readonly [StatsIssue, ...StatsIssue[]] };

/** Numbers in any order: array or typed array. */
export type Sample = ArrayLike<number>;

/**
 * Probabilities of the counts 0, 1, 2 ..: dense, each >= 0, sum 1 within rounding, at least one entry.
 * What `pmfFromCounts`, `poissonPmf`, `negativeBinomialPmf`, `convolve` and `mixture` return; beyond its end it is 0.
 */
export type Pmf = Float64Array;

/** A step of an empirical distribution. */
export interface EcdfStep {
  readonly value: number;
  /** Share of the sample at or below the value, 0..1. */
  readonly share: number;
}

/** How long one thing was watched, and whether it ended then. */
export interface Lifetime {
  /** Any unit, finite. */
  readonly duration: number;
  /** false = still open when last seen (right-censored). */
  readonly ended: boolean;
}

/** How long things were watched, whether they ended then, and how much each counts: one entry a thing. */
export interface WeightedLifetimes {
  /** Any unit, finite. */
  readonly durations: ArrayLike<number>;
  /** 1 = ended, 0 = still open when last seen (right-censored). */
  readonly ended: ArrayLike<number>;
  /** Above 0, finite. */
  readonly weights: ArrayLike<number>;
}

/** A step of a Kaplan-Meier curve, at a duration where something ended. */
export interface SurvivalStep {
  readonly duration: number;
  /** Things still watched just before this duration; their weight where things are weighted. */
  readonly atRisk: number;
  readonly ended: number;
  /** Estimated P(duration > this), 0..1. */
  readonly survival: number;
}

/** Lower and upper end. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

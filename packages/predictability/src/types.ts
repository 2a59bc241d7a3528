/** Days [from, to), numbered from 1970-01-01 as `floor(millis / 86,400,000)`. */
export interface DayWindow {
  /** First day, integer. */
  readonly from: number;
  /** Day after the last, integer, above `from`. */
  readonly to: number;
}

/**
 * One unit of work as flow sees it. Times: integer milliseconds on one time line; UTC unless the caller shifted all of them
 * to a team's zone. Absent = it did not happen, or is unknown.
 */
export interface FlowItem {
  readonly id: string;
  readonly createdAt?: number;
  readonly startedAt?: number;
  readonly finishedAt?: number;
  /** Given up; counts only where `finishedAt` is absent. */
  readonly droppedAt?: number;
}

/** Work in progress of one day. */
export interface WipDay {
  readonly day: number;
  /** Items started on this day. */
  readonly arrivals: number;
  /** Started items finished or dropped on this day. */
  readonly departures: number;
  /** Items in progress at the day's last millisecond. */
  readonly wip: number;
}

/** Work in progress over a window. */
export interface WipMeasure {
  readonly window: DayWindow;
  readonly days: readonly WipDay[];
  /** Sum over items of milliseconds in progress within the window: the integral of WIP over time. */
  readonly itemMillis: number;
  /** `itemMillis` over the length of the window. */
  readonly averageWip: number;
}

/** Counts per day over a window. */
export interface DailyCounts {
  readonly window: DayWindow;
  /** One whole number a day, empty days 0. */
  readonly daily: readonly number[];
  readonly total: number;
}

/** How long one item took, or has been in progress. */
export interface ItemDuration {
  readonly id: string;
  readonly startedAt: number;
  /** When it finished, or the instant asked about. */
  readonly until: number;
  /** Milliseconds between. */
  readonly elapsedMillis: number;
  /** Days touched: same day = 1. */
  readonly days: number;
}

/** Cycle times of items finished in a window. */
export interface CycleTimeMeasure {
  readonly window: DayWindow;
  /** By (until, id). */
  readonly items: readonly ItemDuration[];
  /** Finished items without a start: not among `items`. */
  readonly withoutStart: number;
  /** Days that this share of the items did not exceed; observed values, never interpolated. */
  readonly p50: number;
  readonly p85: number;
  readonly p95: number;
}

/** How an expectation was estimated. */
export type SleMethod = "kaplan-meier" | "completed";

/** A step of the chance to be still open. */
export interface OpenShare {
  /** Days since the start, same day = 1. */
  readonly days: number;
  /** P(duration > days), 0..1. */
  readonly share: number;
}

/** Service level expectation: a number of days, and how often it is enough. */
export interface ServiceLevelExpectation {
  readonly days: number;
  /** The chance asked for, 0..1. */
  readonly probability: number;
  readonly method: SleMethod;
  /** Days of history looked at; 0 = all of it. */
  readonly windowDays: number;
  /** Items used, and how many of them were still open (censored). */
  readonly sample: number;
  readonly open: number;
  /** false: the data do not reach the probability; `days` is the longest seen and may be too short. */
  readonly reached: boolean;
  readonly curve: readonly OpenShare[];
}

/** A pattern that chance alone seldom makes. */
export interface ProcessSignal {
  readonly rule: "outside-limits" | "eight-on-one-side" | "three-of-four-near-limit";
  /** Indices of the points, inclusive. */
  readonly from: number;
  readonly to: number;
}

/** An XmR chart as numbers; all in the unit of the values. */
export interface ProcessBehaviour {
  readonly values: readonly number[];
  readonly movingRanges: readonly number[];
  readonly mean: number;
  readonly meanMovingRange: number;
  readonly upper: number;
  /** May lie below 0 for counts; clip only what is drawn. */
  readonly lower: number;
  readonly rangeLimit: number;
  /** Lag-1 autocorrelation of the values, -1..1. */
  readonly autocorrelation: number;
  /** Limits widened for the autocorrelation. */
  readonly adjustedUpper: number;
  readonly adjustedLower: number;
  /** In the order of their last point, then rule. */
  readonly signals: readonly ProcessSignal[];
}

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

/** Ways to forecast; results name theirs. */
export type ForecastModel = "nb-mix" | "iid-bootstrap";

/** What to forecast with. */
export interface ForecastOptions {
  /** Default nb-mix. */
  readonly model?: ForecastModel;
  /** Days of history that iid-bootstrap draws from, integer, at least 1; default 30. */
  readonly windowDays?: number;
  /** Day number of the first day that is forecast, so that answers can name days. */
  readonly firstDay?: number;
}

/** A forecast of completions from daily counts. Plain data; ask it with `howMany`, `whenDone`, `forecastDistribution`. */
export interface Forecast {
  readonly model: ForecastModel;
  readonly modelVersion: "1";
  /** Days of history used. */
  readonly windowDays: number;
  /** The counts used, oldest first. */
  readonly daily: readonly number[];
  readonly firstDay?: number;
  readonly horizons: readonly HorizonForecast[];
}

/** Completions in the next days: the counts reached with 95, 85, 50, 15 and 5 % chance. */
export interface HorizonForecast {
  readonly days: number;
  readonly mean: number;
  readonly p95: number;
  readonly p85: number;
  readonly p50: number;
  readonly p15: number;
  readonly p05: number;
}

/** Answer to "how many in so many days?". */
export interface HowMany {
  readonly days: number;
  readonly confidence: number;
  /** The largest count reached with at least this chance. */
  readonly count: number;
  readonly model: ForecastModel;
}

/** Answer to "when will so many be done?". */
export interface WhenDone {
  readonly count: number;
  readonly confidence: number;
  /** The fewest days that suffice with at least this chance. */
  readonly days: number;
  /** Day number on which the last of them is done, where the forecast knows its first day. */
  readonly day?: number;
  readonly model: ForecastModel;
}

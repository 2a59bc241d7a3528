export type { FlowItem } from "./flow-types.js";

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

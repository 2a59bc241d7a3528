import type { ForecastPrior } from "./forecast-prior.js";

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
  /** What nb-mix takes from other teams; default `openTeamsPrior`. */
  readonly prior?: ForecastPrior;
  /** With less than four weeks of history, lean on the prior alone instead of refusing; at least 7 days. Default false. */
  readonly allowPrior?: boolean;
}

/** What nb-mix knows of a series: levels of several half-lives, and how far they drift. One entry a half-life in each row. */
export interface MixtureState {
  /** Completions per day. */
  readonly rates: readonly number[];
  /** Short-run variance over mean, >= 1. */
  readonly dispersion: number;
  /** Days; a row of `drift` and `logWeight` each. */
  readonly horizons: readonly number[];
  /** Variance of a level over the horizon, relative to its square. */
  readonly drift: readonly (readonly number[])[];
  readonly logWeight: readonly (readonly number[])[];
}

/** How often forecasts like this one came true for this team: one a week, each from what was known then. */
export interface ForecastRecord {
  readonly days: number;
  /** The chance stated. */
  readonly confidence: number;
  readonly hits: number;
  /** Forecasts whose outcome is known; they overlap where `days` exceeds a week. */
  readonly n: number;
  /** Share kept, with its 95 % interval (Wilson). */
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/** Why a range is as wide as it is: shares of the variance four weeks ahead, which sum to 1. */
export interface WidthShares {
  /** Chance from week to week. */
  readonly noise: number;
  /** The level may drift; a nearer horizon narrows it. */
  readonly drift: number;
  /** Recent and older weeks tell different levels; a steadier pace narrows it. */
  readonly level: number;
}

/** A forecast of completions from daily counts. Plain data; ask it with `howMany`, `whenDone`, `forecastDistribution`. */
export interface Forecast {
  readonly model: ForecastModel;
  readonly modelVersion: "1" | "2";
  /** Days of history used. */
  readonly windowDays: number;
  /** The counts used, oldest first. */
  readonly daily: readonly number[];
  readonly firstDay?: number;
  readonly horizons: readonly HorizonForecast[];
  /** What nb-mix took from other teams, in words. */
  readonly prior?: { readonly name: string; readonly referenceClass: string; readonly teams: number };
  /** What nb-mix knows of the series. */
  readonly mixture?: MixtureState;
  /** How often its 85 % forecasts came true so far; a row a horizon that has any. */
  readonly record?: readonly ForecastRecord[];
  readonly width?: WidthShares;
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

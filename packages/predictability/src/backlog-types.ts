import type { Forecast, ForecastModel } from "./forecast-types.js";

/** What becomes of an item when it is looked at closely, each item on its own. */
export type BacklogSplit =
  /** With this chance it becomes low..high pieces, each number as likely; else it stays one. */
  | { readonly share: number; readonly low: number; readonly high: number }
  /** Chances of 0, 1, 2 .. pieces; 0 = it is dropped. */
  | { readonly pieces: readonly number[] };

/** An event that may add work, once. */
export interface BacklogRisk {
  readonly name: string;
  /** 0..1. */
  readonly probability: number;
  /** Items it adds, whole: one number, or low..high, each as likely. */
  readonly extra: number | { readonly low: number; readonly high: number };
}

/** What is left to be done, as far as it is known. Splits and risks are independent of each other and of the pace. */
export interface Backlog {
  /** Items listed, whole, 0..100,000. */
  readonly items: number;
  readonly split?: BacklogSplit;
  readonly risks?: readonly BacklogRisk[];
  /** What arrives while it is worked off: a forecast of daily arrivals, from `forecastThroughput`. Independent of the pace. */
  readonly growth?: Forecast;
}

/** The law of what is left. Plain data; ask it with `whenBacklogDone`, `chanceDoneBy`, `deliveryCurve`. */
export interface BacklogLaw {
  /** Chances of 0, 1, 2 .. items, sum 1; what arrives later is not among them. */
  readonly chances: readonly number[];
  readonly mean: number;
  /** Items not exceeded with 50, 85 and 95 % chance. */
  readonly p50: number;
  readonly p85: number;
  readonly p95: number;
  readonly growth?: Forecast;
}

/**
 * How far an answer rests on an assumed growth: `none` = there is none; `exact` = both are independent days, the first day with
 * nothing left; `bound` = the chance that nothing is left on the day itself, which is at most that of the first such day.
 */
export type GrowthAnswer = "none" | "exact" | "bound";

/** Answer to "when will the backlog be done?". */
export interface BacklogDone {
  readonly confidence: number;
  /** The fewest days that suffice with at least this chance. */
  readonly days: number;
  /** Day number on which nothing is left, where the forecast knows its first day. */
  readonly day?: number;
  readonly growth: GrowthAnswer;
  readonly model: ForecastModel;
}

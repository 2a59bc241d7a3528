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

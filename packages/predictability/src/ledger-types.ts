import type { ShareOf } from "./commitment-types.js";

/** Kinds of promises: done by an instant, so much by an instant, these items by an instant, with no more effort than this. */
export type PromiseKind = "date" | "count" | "scope" | "effort";

interface PromiseBase {
  readonly id: string;
  /** When it was given, milliseconds; absent = not known. */
  readonly madeAt?: number;
  /** A team or a plan. Never one person: a ledger judges nobody alone. */
  readonly by?: string;
  /** What it is about. */
  readonly subject?: string;
  /** Stated chance of keeping it, 0..1. */
  readonly confidence?: number;
  /** What it rests on: a due date, a sprint, a milestone, an expectation, a forecast. */
  readonly basis?: string;
  /** Promise it was split from: the whole is judged and waits for its parts, a part alone is not judged. */
  readonly partOf?: string;
}

/** A promise as it was first given; later values are revisions. */
export type LedgerPromise =
  | (PromiseBase & {
      readonly kind: "date";
      /** Kept up to and including this instant, milliseconds. */
      readonly value: number;
    })
  | (PromiseBase & {
      readonly kind: "count";
      /** At least so much, at least 0; items or points. */
      readonly value: number;
      /** By this instant, included, milliseconds. */
      readonly due: number;
    })
  | (PromiseBase & {
      readonly kind: "scope";
      /** Ids of the items committed. */
      readonly value: readonly string[];
      /** By this instant, included, milliseconds. */
      readonly due: number;
    })
  | (PromiseBase & {
      readonly kind: "effort";
      /** At most so many person-minutes, above 0. */
      readonly value: number;
    });

/** Another value agreed later: reported, never scored. */
export interface LedgerRevision {
  readonly promise: string;
  readonly at: number;
  readonly value: number | readonly string[];
  readonly reason?: string;
}

/** What was delivered. */
export interface LedgerOutcome {
  readonly promise: string;
  /** When it was recorded, milliseconds; this is what a promise is judged by. */
  readonly at: number;
  /**
   * date: when it is said to have been done; count: delivered in total so far; scope: items now done; effort: person-minutes in
   * total. Absent: it is said that the promise will not be kept.
   */
  readonly value?: number | readonly string[];
}

/** Work that had been called done is not: outcomes up to this instant no longer hold. */
export interface LedgerReopening {
  readonly promise: string;
  readonly at: number;
  /** scope: the items that came back; absent = all. */
  readonly items?: readonly string[];
}

/** A promise taken back. */
export interface LedgerWithdrawal {
  readonly promise: string;
  readonly at: number;
  readonly reason?: string;
}

/** A committed item that was cut in pieces: it is done when all its parts are. */
export interface LedgerSplit {
  readonly at: number;
  readonly item: string;
  /** May name the item itself, where it lives on as one of the parts. */
  readonly into: readonly string[];
}

/** A forecast of a promise, issued before its outcome. */
export interface LedgerForecast {
  readonly promise: string;
  readonly at: number;
  /** Chance of keeping the first value, 0..1. */
  readonly chance?: number;
  /** 5 % and 95 % quantiles of the outcome, in the unit of the promise (date: milliseconds; scope: committed items done). */
  readonly low?: number;
  readonly high?: number;
  /** date: the instant it will be done by with 85 % chance, milliseconds. */
  readonly p85?: number;
  /** date: items left when it was issued. */
  readonly left?: number;
}

/** Promises and what became of them. Records are only ever added; each table in any order. Times: integer milliseconds. */
export interface Ledger {
  readonly promises: readonly LedgerPromise[];
  readonly revisions?: readonly LedgerRevision[];
  readonly outcomes?: readonly LedgerOutcome[];
  readonly reopenings?: readonly LedgerReopening[];
  readonly withdrawals?: readonly LedgerWithdrawal[];
  readonly splits?: readonly LedgerSplit[];
  readonly forecasts?: readonly LedgerForecast[];
}

/**
 * What became of a promise: kept; late (fulfilled after its date); missed (its date passed, its effort was exceeded, or it was
 * called missed); withdrawn (taken back before it was fulfilled and not after its date); open.
 */
export type PromiseStanding = "kept" | "late" | "missed" | "withdrawn" | "open";

/** A promise judged against its first value. */
export interface JudgedPromise {
  readonly id: string;
  readonly kind: PromiseKind;
  readonly standing: PromiseStanding;
  /** Since when it is fulfilled without a break; absent = it is not. */
  readonly fulfilledAt?: number;
  /** Days after (before: negative) its date; absent for effort and while it is not fulfilled. */
  readonly slipDays?: number;
  /** What was agreed later, in order. */
  readonly revised: readonly LedgerRevision["value"][];
}

/** Which promises to measure; absent = all. */
export interface LedgerSelection {
  readonly kind?: PromiseKind;
  /** A team or a plan. */
  readonly by?: string;
  readonly basis?: string;
}

/** A quantile is absent where the sample does not reach it. */
export interface SlipQuantiles {
  readonly p50?: number;
  readonly p85?: number;
  readonly p95?: number;
}

/**
 * Promises with one stated chance. One that was withdrawn, or was fulfilled in time and then reopened or split, counts as the
 * contrary of what its chance said.
 */
export interface StatedChance extends ShareOf {
  readonly confidence: number;
}

/** How honest the stated chances were: brier = reliability - resolution + uncertainty. */
export interface LedgerCalibration {
  readonly n: number;
  /** By stated chance, ascending. */
  readonly groups: readonly StatedChance[];
  /** Mean squared distance of stated chance and outcome, 0..1; 0 is best. */
  readonly brier: number;
  /** Distance of stated chances from what they came to; 0 is best. */
  readonly reliability: number;
  /** How far the chances told promises apart; more is better. */
  readonly resolution: number;
  /** Of the outcomes themselves, whatever was stated. */
  readonly uncertainty: number;
}

/** Said and done by the date, of promises whose date has passed; what came later is kept apart. */
export interface SayDo {
  readonly kind: "count" | "scope";
  readonly promises: number;
  /** In the first value; count: its unit, scope: items. */
  readonly committed: number;
  /** Of the committed; what was done beyond it does not count. */
  readonly done: number;
  /** done / committed; absent where nothing was committed. */
  readonly share?: number;
  /** By revisions up to the date. */
  readonly added: number;
  readonly removed: number;
}

/** Warning of promises that were not kept: from the first forecast with a chance below one half to the date. */
export interface LateNotice {
  /** Promises with a date and a chance forecast, that were late, missed or withdrawn. */
  readonly n: number;
  /** Of them, those without warning: they count as 0 days, as do those withdrawn. */
  readonly unwarned: number;
  /** Days of warning that at least half and at least 85 % of them had. */
  readonly p50: number;
  readonly p85: number;
  /** Promises warned of and yet kept or withdrawn. */
  readonly falseAlarms: number;
}

/** How the first interval forecast of each promise fared; width and score stand beside the hits, so that wide intervals gain nothing. */
export interface IntervalRecord {
  readonly kind: PromiseKind;
  /** Of width and score. */
  readonly unit: "days" | "amount" | "items" | "minutes";
  /** Outcomes outside the stated 90 % interval; a promise withdrawn or given up is outside, one reopened has the worst of its ends. */
  readonly surprises: ShareOf;
  /** Median width of the interval. */
  readonly width: number;
  /** Mean continuous ranked probability score, by the midpoint rule over the quantiles stated; 0 is best. */
  readonly crps: number;
}

/** Dates promised with a chance, seen as quantile forecasts: a date far out is kept, and scores badly. */
export interface PromisedDates {
  readonly n: number;
  readonly kept: ShareOf;
  /** Median days from promise to date; absent where no promise says when it was made. */
  readonly width?: number;
  /** Mean continuous ranked probability score in days, by the midpoint rule over the one quantile stated; 0 is best. */
  readonly crps: number;
}

/** How far the promised 85 % dates wandered, days a week. */
export interface ForecastStability {
  /** Promises with at least two such forecasts. */
  readonly n: number;
  readonly changePerWeek: number;
  /** Net of what the items done between two forecasts explain, where both say how many were left. */
  readonly unexplainedPerWeek: number;
}

/** The record of a team or plan, against the first value of each promise. */
export interface LedgerMeasure {
  readonly now: number;
  readonly promises: number;
  readonly kept: number;
  readonly late: number;
  readonly missed: number;
  readonly withdrawn: number;
  readonly open: number;
  /** Promises with a revision, whatever became of them. */
  readonly renegotiated: number;
  /** Said to be done in time, recorded after the date: judged by the record. */
  readonly claimedInTime: number;
  /** Kept of kept, late, missed and withdrawn; absent when there is none. */
  readonly keptShare?: ShareOf;
  readonly promisedDates?: PromisedDates;
  readonly sayDo: readonly SayDo[];
  readonly calibration?: LedgerCalibration;
  /** Days after the date; open ones censored at `now`, those missed for good or withdrawn never fulfilled. */
  readonly slipDays: SlipQuantiles;
  /** (fulfilled - promised) / (promised - made). */
  readonly slipRatio: SlipQuantiles;
  readonly lateNotice?: LateNotice;
  /** One for each kind with interval forecasts. */
  readonly intervals: readonly IntervalRecord[];
  readonly stability?: ForecastStability;
}

import type { AnyTimeText, Row, Subject } from "./common.js";

/** How one sees that an outcome is attained. */
export interface OutcomeMeasure {
  readonly metric?: string;
  readonly unit?: string;
  readonly baseline?: number;
  readonly target?: number;
  /** Which way is better; absent = from baseline towards target. */
  readonly direction?: "increase" | "decrease" | "maintain";
  /** When the period of the measure begins. */
  readonly from?: AnyTimeText;
  readonly by?: AnyTimeText;
  /** Latest reading; the history keeps them all. */
  readonly current?: number;
}

/** The change wanted, and why. */
export interface Outcome extends Row {
  readonly title: string;
  readonly why?: string;
  /** Person or team id. */
  readonly ownerId?: string;
  readonly parentId?: string;
  readonly measure?: OutcomeMeasure;
  /** Weight against its siblings; absent = 1. */
  readonly weight?: number;
}

/** Who promised what to whom by when. */
export interface Commitment extends Row {
  /** Person or team id; absent in a one-person plan. */
  readonly byId?: string;
  readonly toId?: string;
  /** What the promise is about: an item, outcome, timebox or project. */
  readonly subject?: Subject;
  readonly what?: string;
  /** By when. */
  readonly due: AnyTimeText;
  readonly madeAt?: AnyTimeText;
  /** Stated chance, 0..1. */
  readonly probability?: number;
  readonly count?: number;
  /** Latest state; the history keeps them all. */
  readonly state?: "open" | "met" | "missed" | "withdrawn";
  /** When it was met, missed or withdrawn. */
  readonly resolvedAt?: AnyTimeText;
}

/** A question that waits for, or has, an answer. */
export interface Decision extends Row {
  readonly question: string;
  /** Person id. */
  readonly deciderId?: string;
  readonly by?: AnyTimeText;
  readonly options?: readonly string[];
  readonly result?: string;
  readonly decidedAt?: AnyTimeText;
  /** Items that wait for it. */
  readonly blocks?: readonly string[];
}

/** What may happen, and what it would do. */
export interface Risk extends Row {
  readonly title: string;
  /** 0..1 */
  readonly probability?: number;
  readonly effect?: {
    readonly delayMinutes?: number;
    readonly extraItems?: number;
    readonly text?: string;
  };
  readonly ownerId?: string;
  readonly itemIds?: readonly string[];
}

/** A word of the glossary. */
export interface Term extends Row {
  readonly term: string;
  readonly meaning: string;
  readonly synonyms?: readonly string[];
}

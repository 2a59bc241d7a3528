import type { Citation } from "@evenkeel/checks";

/** One question and the range of its answers. */
export interface SurveyItem {
  readonly id: string;
  readonly least: number;
  readonly most: number;
  /** Scored as `least + most - answer`. */
  readonly reversed?: true;
}

/** What every scale has. */
export interface ScaleBase {
  readonly id: string;
  readonly items: readonly string[];
  /** Set while the rule or the items have not been read in their source. */
  readonly unverified?: true;
}

/**
 * How the answers to items become a value. mean: of those answered, if one is and at least this share of them (default 1: all);
 * sum: all of them; ratio: mean of `items` over mean of `against`; weighted: sum of answer times weight over
 * `weightTotal`, which the weights add up to.
 */
export type Scale = ScaleBase &
  (
    | { readonly rule: "mean"; readonly answeredShare?: number }
    | { readonly rule: "sum" }
    | { readonly rule: "ratio"; readonly against: readonly string[] }
    | { readonly rule: "weighted"; readonly weights: readonly string[]; readonly weightTotal: number }
  );

/** A survey instrument: its items and how they are scored. Plain JSON: a new one needs no code. */
export interface Instrument {
  readonly formatVersion: 1;
  readonly id: string;
  readonly title: string;
  readonly version: string;
  readonly citation: readonly Citation[];
  readonly items: readonly SurveyItem[];
  readonly scales: readonly Scale[];
}

/** Answers by item id, of one respondent or means of a group; null or absent = not answered. */
export type SurveyAnswers = Readonly<Record<string, number | null>>;

/** The value of a scale. */
export interface ScaleScore {
  readonly scale: string;
  /** null when too few items are answered. */
  readonly value: number | null;
  /** Items answered, of those the scale reads. */
  readonly answered: number;
  readonly items: number;
  readonly unverified?: true;
}

/** Answers of one respondent, to be made part of a group and then forgotten. */
export interface SurveyResponse {
  readonly groupId: string;
  readonly personId: string;
  /** Day, week or month of the survey. */
  readonly period?: string;
  readonly answers: SurveyAnswers;
}

import type { CheckKind, Citation, FindingSeverity } from "@evenkeel/checks";
import type { MeasureValue } from "../working-time/measures/measure.js";

/** What a value of a measure must be; exactly one. */
export type RuleBound =
  | { readonly atLeast: number }
  | { readonly atMost: number }
  | { readonly below: number }
  | { readonly above: number };

/** A value of a rule while it is in force. */
export interface RuleVersion {
  /** First and last day in force; a window is judged by the version in force on its first day. */
  readonly since: string;
  readonly until?: string;
  /** In the unit of the measure. */
  readonly bound: RuleBound;
  /** Where this value stands, when it is not where the rule does. */
  readonly citation?: readonly Citation[];
}

/** One rule of a pack: a measure of working time and what it must be. */
export interface RuleSpec {
  /** `pack/kebab-noun`; begins with the id of its pack. */
  readonly id: string;
  readonly title: string;
  readonly kind: CheckKind;
  readonly citation: readonly Citation[];
  /** Name of a measure, and its values. */
  readonly measure: string;
  readonly with?: Readonly<Record<string, MeasureValue>>;
  /** Rising, without overlap. */
  readonly versions: readonly RuleVersion[];
  /** Set while its values have not been checked against their source; it is then off by default. */
  readonly unverified?: boolean;
  /** ISO 3166 codes of the law that holds for a person's work, instead of the pack's. */
  readonly jurisdictions?: readonly string[];
  /** A person may agree in writing to leave the rule aside. */
  readonly optOut?: boolean;
  /** Where states or agreements may depart from it, in words. */
  readonly derogation?: string;
  /** What the value rests on, for rules of thumb. */
  readonly evidence?: string;
  /** How a reading of the text was chosen where it leaves room. */
  readonly reading?: string;
  readonly severity?: FindingSeverity;
}

/** Rules of one law, standard or practice, as plain JSON. Information, not legal advice. */
export interface RulePack {
  readonly $schema?: string;
  readonly formatVersion: 1;
  /** Kebab noun. */
  readonly id: string;
  readonly title: string;
  readonly version: string;
  readonly notice: string;
  /** ISO 3166 codes of the law that holds for a person's work; absent = holds for everybody. */
  readonly jurisdictions?: readonly string[];
  /** Set for rules of a trade: they run only where the pack is chosen. */
  readonly optIn?: boolean;
  readonly rules: readonly RuleSpec[];
}

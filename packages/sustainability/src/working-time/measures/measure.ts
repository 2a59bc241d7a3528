import type { PersonWork } from "../person-work.js";
import type { Readings } from "../readings.js";

/** Unit of a measure's values. */
export type MeasureUnit = "minutes" | "days" | "months" | "periods" | "share" | "incidents";

/** A value that a rule gives its measure. */
export type MeasureValue = number | string | readonly number[] | readonly string[];

/** What a value of a measure may be; `default` stands in when a rule says nothing. */
export type ParamSpec =
  | { readonly kind: "amount"; readonly least: number; readonly most: number; readonly default?: number }
  | { readonly kind: "amounts"; readonly least: number; readonly most: number; readonly default?: readonly number[] }
  | { readonly kind: "clock"; readonly default?: string }
  | { readonly kind: "name"; readonly among: readonly string[]; readonly default?: string }
  | { readonly kind: "names"; readonly among: readonly string[]; readonly default?: readonly string[] };

/** The values of a rule by name, read and complete. */
export interface MeasureParams {
  readonly amount: (name: string) => number;
  readonly amounts: (name: string) => readonly number[];
  readonly minuteOfDay: (name: string) => number;
  readonly name: (name: string) => string;
  readonly names: (name: string) => readonly string[];
}

/** Reads one person's work into values by window. */
export type Reader = (work: PersonWork, out: Readings) => void;

/** A way to measure working time, as a rule names it. */
export interface Measure {
  readonly name: string;
  /** One sentence: what is measured, over which window. */
  readonly what: string;
  readonly unit: MeasureUnit;
  /** More of this is what a rule asks for (rest), or less (work). */
  readonly better: "more" | "less";
  readonly params: Readonly<Record<string, ParamSpec>>;
  readonly reader: (params: MeasureParams) => Reader;
  /** It reads shifts on call; absent: spans of work. */
  readonly onCall?: true;
  /** Fields beside those spans without which nothing can be said; absent: none. */
  readonly needs?: (params: MeasureParams) => readonly string[];
  /** Says something of planned work too, which has neither breaks nor times of the clock. */
  readonly forPlans?: true;
  /** Windows roll, so that failing windows which overlap are one failure. */
  readonly rolls?: true;
  /**
   * What more work does to a value: it adds its length, so that of spans that do not overlap the fewest and longest that
   * are too much are all needed; it may make it better, as work within a break does; absent: it never does.
   */
  readonly moreWork?: "adds" | "mayHelp";
  /** What comes after a window can change its value. */
  readonly looksBeyond?: true;
}

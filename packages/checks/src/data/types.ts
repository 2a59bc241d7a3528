import type { SettingsBySelector } from "../config/types.js";
import type { CheckKind, CheckParam, Citation, FindingSeverity, Reference } from "../types.js";

/** A single value of a row. */
export type Scalar = string | number | boolean;

/** A number or text that a rule compares with, or the name of one of its params. */
export type Bound = number | string | { readonly param: string };

/**
 * What one field must be; exactly one condition beside `field`.
 *
 * A field is there unless it is absent, null, blank text or an empty list. No condition holds for a field that is not
 * there unless it says so, nor for a value of another type: `"12"` is not at least 10.
 */
export interface Predicate {
  /** Own member of the row; dots lead into objects (`schedule.kind`). */
  readonly field: string;
  readonly present?: true;
  readonly absent?: true;
  readonly equals?: Scalar | { readonly param: string };
  readonly oneOf?: readonly Scalar[];
  /** Numbers by value, texts (such as days) by code units; the bound itself holds. */
  readonly atLeast?: Bound;
  /** The bound itself holds. */
  readonly atMost?: Bound;
  /** Characters of a text, the bound included. */
  readonly minLength?: number | { readonly param: string };
  /** Characters of a text, the bound included; a field that is not there is short enough. */
  readonly maxLength?: number | { readonly param: string };
  /** Entries of a list, both bounds included; a field that is not there has none. */
  readonly countBetween?: readonly [number, number];
  /** An entry of a list, or a part of a text. */
  readonly contains?: Scalar;
  /** Unit of the number, for the text. */
  readonly unit?: string;
}

/** A rule over the rows of one table, as data. */
export interface DataCheck {
  /** `pack/kebab-noun`; begins with the id of its pack. */
  readonly id: string;
  readonly version: string;
  readonly kind: CheckKind;
  /** At least one. */
  readonly citation: readonly Citation[];
  readonly table: string;
  /** The rows it is about: all of these hold; default: every row. */
  readonly when?: readonly Predicate[];
  /** What such a row owes: all of these. */
  readonly require: readonly Predicate[];
  /** Of a failure; default: by kind and margin. */
  readonly severity?: FindingSeverity;
  /** First and last day in force. */
  readonly since?: string;
  readonly until?: string;
  /** Set while the value has not been checked against its source. */
  readonly unverified?: boolean;
  /** Values that a config may tune. */
  readonly params?: Readonly<Record<string, CheckParam>>;
  /** Text of a failure; holes `{subject}`, `{field}`, `{found}`, `{expected}`. */
  readonly message: string;
  /** What to do about it; same holes. */
  readonly remedy?: string;
}

/** Rules as data, chosen by one name. Plain JSON. */
export interface DataPack {
  readonly formatVersion: 1;
  readonly id: string;
  readonly title: string;
  readonly version: string;
  readonly checks: readonly DataCheck[];
  readonly settings?: SettingsBySelector;
}

/**
 * How rules as data reach rows. Findings of such rules are plan facts: a port holds only tables that whoever sees the
 * plan may see.
 */
export interface RowPort<Input> {
  /** Tables there are; undefined = any. */
  readonly tables?: readonly string[];
  /** Ids of the rows of a table; each once. */
  readonly subjects: (input: Input, table: string) => Iterable<string>;
  /** The row, or undefined when there is none. */
  readonly row: (input: Input, table: string, id: string) => Readonly<Record<string, unknown>> | undefined;
  /** Ids in `table` that a changed row may concern; default: the changed row itself. For rows with derived fields. */
  readonly near?: (input: Input, table: string, changed: Reference) => Iterable<string>;
  /** Whether the source of this row can tell a field; default: yes. */
  readonly isKnown?: (input: Input, table: string, id: string, field: string) => boolean;
}

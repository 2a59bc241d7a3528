import type { Json } from "@evenkeel/kernel";

/** A calendar day, `YYYY-MM-DD`. */
export type DayText = string;
/** A day, a local time `YYYY-MM-DDTHH:mm`, or an instant `...Z`; the form tells which. */
export type AnyTimeText = string;
/** An instant, `YYYY-MM-DDTHH:mm:ssZ`. */
export type InstantText = string;

/** Where a row came from. */
export interface SourceReference {
  /** Name of the tool or format, such as `jira` or `mspdi`. */
  readonly tool: string;
  readonly instance?: string;
  readonly id: string;
  readonly key?: string;
  readonly url?: string;
}

/** What every row of every table may carry. */
export interface Row {
  readonly id: string;
  readonly sources?: readonly SourceReference[];
  /** Fields the source had and the model has no word for; kept verbatim. */
  readonly customFields?: { readonly [name: string]: Json };
  /** Fields of a newer or foreign document; kept, never read. */
  readonly extensions?: { readonly [name: string]: Json };
}

/** A row of any table, by its place. */
export interface Subject {
  readonly table: TableName;
  readonly id: string;
}

/** The tables of a plan. */
export type TableName =
  | "projects"
  | "containers"
  | "workflows"
  | "timeboxes"
  | "outcomes"
  | "items"
  | "dependencies"
  | "relations"
  | "people"
  | "teams"
  | "resources"
  | "assignments"
  | "commitments"
  | "decisions"
  | "risks"
  | "terms"
  | "calendars"
  | "schedules";

/** A text with the markup it was written in. */
export interface RichText {
  readonly text: string;
  readonly markup: "plain" | "markdown" | "html" | "wiki" | "adf";
}

/** A number with its unit. */
export interface Quantity {
  readonly value: number;
  readonly unit: string;
}

/** From when until when; half-open; an open end is absent. */
export interface Period {
  readonly from?: AnyTimeText;
  readonly to?: AnyTimeText;
}

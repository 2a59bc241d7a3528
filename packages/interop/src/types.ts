import type { ZoneRules } from "@evenkeel/calendar";
import type { Coverage, WorkHistory, WorkPlan, WorkRecords } from "@evenkeel/core";
import type { Issue } from "@evenkeel/kernel";
import type { SourceAnswers } from "./answers.js";

/** The formats with a reader. */
export type FormatName =
  | "azure-devops"
  | "evenkeel-json"
  | "git-log"
  | "github"
  | "jira-csv"
  | "jira-json"
  | "linear"
  | "mapped-csv"
  | "markdown"
  | "mspdi"
  | "pmxml"
  | "trello"
  | "xer"
  // Standards and texts.
  | "sticky-notes"
  | "planner"
  | "ganttproject"
  | "todo-txt"
  | "ical"
  | "ocel"
  | "xes"
  // Trackers that came later.
  | "asana"
  | "gitlab"
  | "monday"
  | "jira-xml"
  | "bugzilla"
  | "clickup"
  // Workbooks.
  | "monday-xlsx"
  | "xlsx";

/** What a reader gives: the documents, and what became of the input. */
export interface Import {
  readonly plan: WorkPlan;
  readonly history: WorkHistory;
  readonly records: WorkRecords;
  readonly report: ImportReport;
}

/** Something the input does not say and the reader had to take for granted, or a person answered. */
export interface Assumption {
  /** `interop/assumed-noun`; `interop/answered-noun` where a person said so. */
  readonly code: string;
  /** What was assumed, such as `zone`, `encoding`, `delimiter`, `dateOrder`, `started`, `done`. */
  readonly what: string;
  readonly value: string;
  /** Where it was taken from. */
  readonly evidence: string;
}

/** Fields of the input that had the same fate. */
export interface FieldFate {
  /** Where they stood: a JSON pointer with `*` for an index, a column's header, an element's path. */
  readonly source: string;
  readonly fate: "mapped" | "kept-raw" | "dropped";
  /** Table and field of the document they went to. */
  readonly to?: string;
  /** How many such fields there were, at least 1. */
  readonly count: number;
  /** Why they were dropped. */
  readonly why?: string;
}

/** What became of the input: nothing is lost silently. */
export interface ImportReport {
  readonly format: {
    readonly name: FormatName;
    readonly version?: string;
    /** 0..1; 1 when the caller named the format. */
    readonly confidence: number;
  };
  readonly assumptions: readonly Assumption[];
  /** mapped + kept-raw + dropped = all fields of the input. */
  readonly fields: readonly FieldFate[];
  readonly issues: readonly Issue[];
  /** imported + merged + rejected = read. */
  readonly counts: {
    readonly read: number;
    readonly imported: number;
    readonly merged: number;
    readonly rejected: number;
  };
  /** How many items have which quality of history. */
  readonly history: {
    readonly exact: number;
    readonly fromTimestamps: number;
    readonly unavailable: number;
    readonly truncated: number;
  };
  /** Which fields this input can carry, per table. */
  readonly coverage: readonly Coverage[];
}

/** Bounds on the input; beyond one the input is refused with a code. */
export interface Limits {
  /** Bytes (or UTF-16 units of a text). */
  readonly bytes: number;
  /** Records: rows, issues, tasks, lines, commits. */
  readonly rows: number;
  readonly columns: number;
  /** Nesting of JSON, XML or lists. */
  readonly depth: number;
  /** UTF-16 units of one cell or text. */
  readonly textLength: number;
}

/** What every reader takes. */
export interface ReadOptions {
  /** Label of the text encoding, for bytes; absent = by mark, declaration, UTF-8, then windows-1252. */
  readonly encoding?: string;
  /** Zone of times without one: an IANA name, `UTC` or an offset such as `+02:00`. */
  readonly zone?: string;
  /** Zone rules for IANA names; absent = those of the engine (Intl). */
  readonly zoneRules?: ZoneRules;
  readonly limits?: Partial<Limits>;
  /** Codes of warnings that refuse the whole input. */
  readonly strict?: readonly string[];
  /** Whether fields without a place in the model stay on the rows as `customFields`; absent = true. */
  readonly keepUnmapped?: boolean;
  /** Name of the instance the input comes from, kept in `sources`. */
  readonly instance?: string;
  /** What a person answered to assumptions about this source; an option of the same name goes before. */
  readonly answers?: SourceAnswers;
}

/** A reader: a pure function of text or bytes. */
export type Source = string | Uint8Array;

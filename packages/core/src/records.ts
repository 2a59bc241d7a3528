import type { AnyTimeText, DayText, InstantText, Row } from "./common.js";
import type { Coverage } from "./plan.js";

/** A span someone worked, or was to work. Instants; half-open. */
export interface WorkIntervalRow extends Row {
  readonly personId: string;
  readonly from: InstantText;
  readonly to: InstantText;
  readonly kind: "planned" | "actual" | "onCallActive" | "onCallStandby" | "travel";
  readonly itemId?: string;
}

/** Effort someone booked on an item. */
export interface LoggedEffort extends Row {
  readonly personId?: string;
  readonly itemId: string;
  readonly on: AnyTimeText;
  readonly minutes: number;
  readonly note?: string;
}

/** A span someone can be called. */
export interface OnCallShift extends Row {
  readonly personId: string;
  readonly from: InstantText;
  readonly to: InstantText;
}

/** A call during a shift. */
export interface Incident extends Row {
  readonly personId?: string;
  readonly at: InstantText;
  readonly minutes?: number;
}

/** Someone was reached outside a meeting: a message, a call. */
export interface ContactEvent extends Row {
  readonly personId: string;
  readonly at: InstantText;
  readonly kind: "message" | "call" | "mail";
}

/** Days off, with their kind. */
export interface LeaveRow extends Row {
  readonly personId: string;
  readonly from: DayText;
  /** Last day, included. */
  readonly to: DayText;
  readonly kind: "annual" | "sick" | "parental" | "public" | "unpaid" | "other";
}

/** A person agreed in writing to leave a limit aside. */
export interface OptOut extends Row {
  readonly personId: string;
  /** Id of the check or of the article. */
  readonly rule: string;
  readonly from: DayText;
  readonly to?: DayText;
}

/** A survey's result for a group; never of one person. */
export interface SurveyAggregate extends Row {
  readonly teamId?: string;
  readonly instrument: string;
  readonly scale: string;
  readonly on: DayText;
  readonly mean: number;
  readonly respondents: number;
}

/** The tables of records. */
export type RecordTable =
  | "workIntervals"
  | "loggedEffort"
  | "onCallShifts"
  | "incidents"
  | "contactEvents"
  | "leave"
  | "optOuts"
  | "surveys";

/** How long rows are kept after the last day they are about. */
export interface Retention {
  /** Absent = every table that has none of its own. */
  readonly table?: RecordTable;
  /** Whole days, 0 or more. */
  readonly keepDays: number;
}

/** Records about people, kept and granted apart from the plan. */
export interface WorkRecords {
  readonly formatVersion: 1;
  readonly coverage?: readonly Coverage[];
  /** Absent = the documents do not say how long. */
  readonly retention?: readonly Retention[];
  readonly workIntervals?: readonly WorkIntervalRow[];
  readonly loggedEffort?: readonly LoggedEffort[];
  readonly onCallShifts?: readonly OnCallShift[];
  readonly incidents?: readonly Incident[];
  readonly contactEvents?: readonly ContactEvent[];
  readonly leave?: readonly LeaveRow[];
  readonly optOuts?: readonly OptOut[];
  readonly surveys?: readonly SurveyAggregate[];
  readonly extensions?: Row["extensions"];
}

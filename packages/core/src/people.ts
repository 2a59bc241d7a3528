import type { AnyTimeText, DayText, Period, Row } from "./common.js";

/** A person or team is not there; why is in the records. */
export interface AwayPeriod {
  /** First day or instant. */
  readonly from: AnyTimeText;
  /** Last day (included) or instant (excluded). */
  readonly to: AnyTimeText;
  /** 0..1 of the working time; absent = all of it. */
  readonly share?: number;
}

/** Someone who works. */
export interface Person extends Row {
  readonly name: string;
  readonly email?: string;
  readonly zone?: string;
  readonly calendarId?: string;
  readonly contractMinutesPerWeek?: number;
  readonly skills?: readonly string[];
  /** ISO 3166 code of the law that holds for this person's work. */
  readonly jurisdiction?: string;
  readonly away?: readonly AwayPeriod[];
  readonly active?: boolean;
  /** Records never leave this person: not into results of groups, and no grant opens them. */
  readonly private?: boolean;
}

/** A member of a team over time. */
export interface TeamMember {
  readonly personId: string;
  readonly during?: Period;
  /** 0..1 of the person's time. */
  readonly share?: number;
}

/** People who work together. */
export interface Team extends Row {
  readonly name: string;
  readonly parentId?: string;
  readonly members?: readonly TeamMember[];
  readonly calendarId?: string;
}

/** What work needs besides people. */
export interface Resource extends Row {
  readonly name: string;
  readonly kind: "equipment" | "material" | "placeholder" | "cost";
  readonly calendarId?: string;
  /** Units there are at a time; 1 = one. */
  readonly capacity?: number;
  readonly unit?: string;
}

/** What someone is to an item. */
export type AssignmentRole =
  | "accountable"
  | "responsible"
  | "consulted"
  | "informed"
  | "driver"
  | "approver"
  | "recommender"
  | "agreer"
  | "decider";

/** How the work of an assignment spreads over its time; `contoured` = by hand, as the spans say. */
export type WorkContour =
  | "flat"
  | "backLoaded"
  | "frontLoaded"
  | "doublePeak"
  | "earlyPeak"
  | "latePeak"
  | "bell"
  | "turtle"
  | "contoured";

/** Work within a span of time. */
export interface WorkSpan {
  readonly from: AnyTimeText;
  readonly to: AnyTimeText;
  /** Person-minutes. */
  readonly minutes: number;
}

/** Who on what. Exactly one of person, team and resource. */
export interface Assignment extends Row {
  readonly itemId: string;
  readonly personId?: string;
  readonly teamId?: string;
  readonly resourceId?: string;
  readonly role: AssignmentRole;
  /** Person-minutes in all. */
  readonly effortMinutes?: number;
  readonly remainingEffortMinutes?: number;
  readonly actualEffortMinutes?: number;
  /** Part of the effort that takes no working time; in all, and of what remains. */
  readonly overtimeEffortMinutes?: number;
  readonly remainingOvertimeEffortMinutes?: number;
  /** 1 = full time. */
  readonly units?: number;
  readonly during?: Period;
  /** When work stopped, and when what remains begins. */
  readonly stop?: AnyTimeText;
  readonly resume?: AnyTimeText;
  /** Working minutes from the item's start to the assignment's. */
  readonly delayMinutes?: number;
  /** Elapsed minutes a leveller added. */
  readonly levelingDelayMinutes?: number;
  readonly contour?: WorkContour;
  /** Work still to do and work done, as laid out in time; rising, spans without work left out. */
  readonly remainingSpans?: readonly WorkSpan[];
  readonly actualSpans?: readonly WorkSpan[];
  readonly acceptedOn?: DayText;
}

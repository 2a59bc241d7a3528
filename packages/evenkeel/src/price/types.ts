import type { CommandDraft, WorkPlan } from "@evenkeel/core";
import type { Message, Result } from "@evenkeel/kernel";
import type { SchedulePlanOptions } from "../review/plan-parts.js";

/** Hours a week that nobody it speaks of goes over. */
export interface WorkLimit {
  /** Minutes of a full week, above 0; weeks with holidays or time away have less in proportion. */
  readonly minutesPerWeek: number;
  /** Whom it binds; with `teamId` too, both. Absent = everybody. */
  readonly personIds?: readonly string[];
  /** Its members. */
  readonly teamId?: string;
}

/** Dates of an item once limits are kept, beside those of the schedule it comes from. Local times of its project. */
export interface RescheduledItem {
  readonly itemId: string;
  readonly start: string;
  readonly finish: string;
  readonly plannedStart: string;
  readonly plannedFinish: string;
}

/** Effort laid out evenly over the working time its person has from one time to another. */
export interface LaidEffort {
  readonly assignmentId: string;
  readonly itemId: string;
  readonly personId: string;
  readonly from: string;
  readonly to: string;
  /** Person-minutes. */
  readonly minutes: number;
}

/** What a week asks of a person; a plan fact. */
export interface PersonWeek {
  /** Monday, `YYYY-MM-DD`. */
  readonly week: string;
  readonly personId: string;
  readonly minutes: number;
  /** Working time there is in it, as a share of a full week: holidays and time away take from it. 0..1 */
  readonly shareOfWeek: number;
}

/** Whose time is limited, and to how much of a full week. */
export interface PersonLimit {
  readonly personId: string;
  readonly minutesPerWeek: number;
  /** Of a full week by contract, else by calendar. */
  readonly contractMinutesPerWeek: number;
}

/** A schedule in which nobody works more than the limits say. */
export interface Rescheduled {
  readonly start: string;
  readonly finish: string;
  /** Finish of the schedule it comes from. */
  readonly plannedFinish: string;
  /** By item id. */
  readonly items: readonly RescheduledItem[];
  /** By assignment id, then time. */
  readonly effort: readonly LaidEffort[];
  /** By week, then person id; weeks that ask nothing are left out. */
  readonly weeks: readonly PersonWeek[];
  /** The limits it keeps, by person id: of everybody with effort to lay out. */
  readonly limits: readonly PersonLimit[];
  /** How it was made. */
  readonly method: string;
  /** What may be said of it: a proof, a bound, or no more than that it is feasible. */
  readonly quality: string;
  /** What it leaves out of account. */
  readonly ignores: readonly Message[];
}

/** Reschedules one plan under limits, again and again. */
export type Reschedule = (limits: readonly WorkLimit[]) => Result<Rescheduled>;

/** Makes a `Reschedule` of a plan: the place where another method, such as an optimiser, can be put. */
export type Rescheduler<Plan> = (plan: Plan, options: SchedulePlanOptions) => Result<Reschedule>;

/** What the price of a limit is asked for. */
export interface PriceOptions extends SchedulePlanOptions {
  /** Minutes of a full-time week that nobody goes over, part-time people in proportion; default: the contract in the middle, and everybody's own. */
  readonly minutesPerWeek?: number;
  /** Last day on which all is to be done, `YYYY-MM-DD`; default: the day the given schedule finishes. */
  readonly by?: string;
  /** Whose hours may grow; everybody else keeps to their contract. Default: everybody's. */
  readonly teamId?: string;
  /** Edits looked for; default 5, 0 = none. */
  readonly mostSuggestions?: number;
  /** Default: `rescheduler`. */
  readonly rescheduler?: Rescheduler<WorkPlan>;
}

/** A point of the price curve. */
export interface PricePoint {
  /** Of a full-time week. */
  readonly minutesPerWeek: number;
  /** Finish of the best schedule found with so many hours or fewer. */
  readonly finish: string;
  /** Finish of the schedule made with just so many; later than the other where more hours did not help. */
  readonly computedFinish: string;
}

/** A week that asks more of people than the limit, by team; people of no team count together. */
export interface WeekOverLimit {
  /** Monday, `YYYY-MM-DD`. */
  readonly week: string;
  readonly teamId?: string;
  /** How many are asked for too much. */
  readonly people: number;
  /** Person-minutes over the limit. */
  readonly minutesOver: number;
}

/** An edit that makes the plan lighter, with what it was computed to do. */
export interface PlanSuggestion {
  readonly kind: "delay" | "handOver" | "share" | "drop";
  /** To be carried out together, in this order. */
  readonly commands: readonly CommandDraft[];
  /** Finish under the limit once it is done. */
  readonly finish: string;
  /** Person-minutes over the limit that the given dates ask for less. */
  readonly minutesOverRemoved: number;
  /** What to do. */
  readonly text: Message;
  /** What it was computed to do. */
  readonly effect: Message;
}

/** What keeping a limit of weekly hours costs, and what breaking it would. */
export interface Price {
  /** The limit, of a full-time week. */
  readonly minutesPerWeek: number;
  readonly teamId?: string;
  /** The day to be met. */
  readonly by: string;
  /** Finish of the given schedule, which knows no limit. */
  readonly plannedFinish: string;
  /** Finish when the limit is kept. */
  readonly finish: string;
  readonly isMet: boolean;
  /** The fewest minutes of a full-time week found to meet the day; absent when none do. */
  readonly neededMinutesPerWeek?: number;
  /** Weeks over the limit in the schedule that meets the day. */
  readonly neededWeeks: readonly WeekOverLimit[];
  /** Weeks over the limit in the given schedule. */
  readonly plannedWeeks: readonly WeekOverLimit[];
  /** By rising minutes; never falling back. */
  readonly curve: readonly PricePoint[];
  /** The price in a sentence. */
  readonly text: Message;
  /** Where more hours did not help the schedules that were found. */
  readonly notes: readonly Message[];
  /** Earliest finish first, then most minutes removed. */
  readonly suggestions: readonly PlanSuggestion[];
  readonly method: string;
  readonly quality: string;
  readonly ignores: readonly Message[];
}

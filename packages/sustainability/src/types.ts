import type { CalendarSpec, ZoneRules } from "@evenkeel/calendar";
import type { ItemOwner, SkillInput } from "./concentration/types.js";
import type { HandoffRow, HeldItem, Touch, TypedEffort } from "./flow/types.js";
import type { ContactPoint, PersonSpan, WorkingDay } from "./focus/types.js";
import type { LeaveDay, LeaveEntitlement } from "./leave/types.js";
import type { Rota } from "./on-call/types.js";

/** Someone's capacity. */
export interface LoadPerson {
  readonly id: string;
  /** Row of `calendars`; absent = the default calendar. */
  readonly calendarId?: string;
  /** Minutes a week by contract; absent = the calendar's own. */
  readonly contractMinutesPerWeek?: number;
  /** Days away: day numbers since 1970-01-01, half-open; share 0..1 of the working time. */
  readonly away: readonly { readonly from: number; readonly to: number; readonly share: number }[];
}

/** Effort someone is to spend between two days. */
export interface LoadTask {
  readonly itemId: string;
  readonly personId: string;
  /** Person-minutes, at least 0. */
  readonly effortMinutes: number;
  /** First day, day number since 1970-01-01. */
  readonly from: number;
  /** Day after the last, greater than `from`. */
  readonly to: number;
}

/** What planned load is computed from. */
export interface LoadInput {
  readonly people: readonly LoadPerson[];
  readonly tasks: readonly LoadTask[];
  readonly calendars: readonly CalendarSpec[];
  readonly defaultCalendarId: string;
}

/** Planned load of one person in one week, Monday to Sunday. */
export interface LoadWeek {
  readonly personId: string;
  /** Monday, `YYYY-MM-DD`. */
  readonly week: string;
  /** Person-minutes planned. */
  readonly plannedMinutes: number;
  /** Working minutes there are, by contract and calendar, without time away. */
  readonly capacityMinutes: number;
  /** Items that load the week, most minutes first. */
  readonly items: readonly { readonly itemId: string; readonly minutes: number }[];
}

/** A span someone worked; instants in milliseconds UTC, half-open. */
export interface WorkInterval {
  /** For evidence; absent = the number of the row. */
  readonly id?: string;
  readonly personId: string;
  readonly from: number;
  readonly to: number;
}

/** Work intervals as columns, for millions of them; instants in milliseconds UTC, half-open. */
export interface WorkColumns {
  readonly personIds: readonly string[];
  /** By row, index into `personIds`. */
  readonly personOf: Int32Array;
  readonly from: Float64Array;
  readonly to: Float64Array;
  /** Id of a row, for evidence; default: its number. */
  readonly idOf?: (row: number) => string;
}

/** A touch of an item by a person: added it, or modified it. In time order. */
export interface OwnershipEvent {
  readonly itemId: string;
  readonly personId: string;
  readonly kind: "added" | "modified";
}

/** Someone whose working time rules judge; what is absent makes the rules that need it unknown. */
export interface WorkingPerson {
  readonly id: string;
  /** ISO 3166 code of the law that holds for this person's work. */
  readonly jurisdiction?: string;
  /** IANA zone of the person's civil days. */
  readonly zone?: string;
}

/** Leave of a person in days, with its kind: annual, sick, parental, public, unpaid or other. */
export interface LeaveSpan {
  readonly id?: string;
  readonly personId: string;
  /** Day number since 1970-01-01. */
  readonly from: number;
  /** Day after the last. */
  readonly to: number;
  readonly kind: string;
}

/** A person agreed in writing to leave a rule aside; day numbers, half-open. */
export interface RuleOptOut {
  readonly personId: string;
  /** Id of the rule, or the article it cites. */
  readonly rule: string;
  readonly from: number;
  readonly to?: number;
}

/** What sustainability checks read; each part that is absent makes its checks unknown. */
export interface SustainabilityInput {
  readonly load?: readonly LoadWeek[];
  /** Items in progress by person. */
  readonly workInProgress?: readonly { readonly personId: string; readonly itemIds: readonly string[] }[];
  /** Work as it was recorded. */
  readonly intervals?: readonly WorkInterval[] | WorkColumns;
  /** Work as a schedule lays it out, and the zone of it for people without one of their own. */
  readonly plannedIntervals?: readonly WorkInterval[];
  readonly plannedZone?: string;
  /** Everyone whose working time is judged. */
  readonly people?: readonly WorkingPerson[];
  readonly leave?: readonly LeaveSpan[];
  /** Days away by the plan, which does not say why: they count as annual leave of planned work. */
  readonly plannedLeave?: readonly LeaveSpan[];
  /** Spans in which someone can be called. */
  readonly onCallShifts?: readonly WorkInterval[];
  /** Calls; milliseconds UTC. */
  readonly incidents?: readonly { readonly personId: string; readonly at: number }[];
  readonly optOuts?: readonly RuleOptOut[];
  /** Default: the engine's own, through Intl. */
  readonly zoneRules?: ZoneRules;
  readonly ownership?: readonly OwnershipEvent[];
  /** Records are complete from..to, milliseconds UTC; rest is judged inside. */
  readonly recordsFrom?: number;
  readonly recordsTo?: number;
  /** Load and flow of people: items in progress by holder and project. */
  readonly heldItems?: readonly HeldItem[];
  /** Handoffs that are planned. */
  readonly handoffs?: readonly HandoffRow[];
  /** Effort of open items by type of work. */
  readonly efforts?: readonly TypedEffort[];
  /** Who can do what, and what open items ask for. */
  readonly skills?: SkillInput;
  /** Who answers for open items. */
  readonly owners?: readonly ItemOwner[];
  /** Who worked on what when, from history. */
  readonly touches?: readonly Touch[];
  /** Days that records cover, with the working time of each person's calendar. */
  readonly workingDays?: readonly WorkingDay[];
  readonly meetings?: readonly PersonSpan[];
  /** Time worked, as rows of the records. */
  readonly workSpans?: readonly PersonSpan[];
  readonly contacts?: readonly ContactPoint[];
  readonly rota?: Rota;
  /** Leave as it falls due and is taken. */
  readonly leaveStanding?: {
    readonly entitlements?: readonly LeaveEntitlement[];
    readonly days: readonly LeaveDay[];
    /** Day number since 1970-01-01. */
    readonly today: number;
  };
}

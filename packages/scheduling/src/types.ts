import type { CalendarSpec, CompiledCalendar } from "@evenkeel/calendar";
import type { ScheduleRules } from "./rules.js";

/** Which ends a link ties: finish or start of the predecessor to start or finish of the successor. */
export type LinkType = "FS" | "SS" | "FF" | "SF";

/** A date constraint; MSO and MFO are mandatory whatever the logic, SO and FO bound both passes. */
export interface DateConstraint {
  readonly kind: "ASAP" | "ALAP" | "SNET" | "SNLT" | "FNET" | "FNLT" | "SO" | "FO" | "MSO" | "MFO";
  /** Day, local time or instant; absent for ASAP and ALAP. */
  readonly at?: string;
}

/** How the work of an assignment spreads over its time, as MS Project's work contours have it. */
export type WorkContour =
  | "flat"
  | "backLoaded"
  | "frontLoaded"
  | "doublePeak"
  | "earlyPeak"
  | "latePeak"
  | "bell"
  | "turtle";

/** Work done, or still to do, within a span of time. */
export interface WorkSpan {
  readonly from: string;
  readonly to: string;
  readonly minutes: number;
}

/** The work of one resource on an activity: how long it takes follows from work and units on the resource's calendar. */
export interface AssignmentInput {
  /** The resource's; default: the activity's. */
  readonly calendarId?: string;
  /** Minutes of work in all, overtime included, >= 0. */
  readonly workMinutes: number;
  /** Part of the work that takes no working time. */
  readonly overtimeMinutes?: number;
  /** Minutes of work per minute, > 0; default 1. */
  readonly units?: number;
  /** Work still to do of a started activity. */
  readonly remainingWorkMinutes?: number;
  /** Part of it that takes no working time. */
  readonly remainingOvertimeMinutes?: number;
  /** Working minutes from the activity's start to the assignment's. */
  readonly delayMinutes?: number;
  readonly contour?: WorkContour;
  /** Work still to do as planned in time, rising; what is between two spans is a split. It moves with the activity. */
  readonly remainingSpans?: readonly WorkSpan[];
  /** When the remaining work of a started activity begins. */
  readonly resume?: string;
}

/** A schedulable unit. Texts of time are a day, a local time, or (in a project with a zone) an instant. */
export interface ActivityInput {
  readonly id: string;
  /**
   * Default: task. A summary rolls up its children and has no time of its own. A level of effort lasts as its links span it,
   * a hammock as the unfinished activities under the same parent; neither drives anything.
   */
  readonly kind?: "task" | "startMilestone" | "finishMilestone" | "summary" | "levelOfEffort" | "hammock";
  /** Working minutes (elapsed minutes where `elapsed`), in tenths, >= 0; 0 for milestones; needed for tasks. */
  readonly durationMinutes?: number;
  /** The duration runs around the clock. */
  readonly elapsed?: boolean;
  readonly calendarId?: string;
  readonly parentId?: string;
  readonly constraints?: readonly DateConstraint[];
  /** Hard latest finish: bounds late dates only. */
  readonly deadline?: string;
  readonly actualStart?: string;
  readonly actualFinish?: string;
  /** Resources whose work decides how long the activity takes; without any, its duration does. */
  readonly assignments?: readonly AssignmentInput[];
  /** Gaps in its work, rising; they move with the activity. */
  readonly splits?: readonly { readonly from: string; readonly to: string }[];
  /** Work is placed on the activity's calendar alone; default: on that of each resource, and on both where the activity states one. */
  readonly ignoreResourceCalendars?: boolean;
  /** Minutes of elapsed time a leveller put before the start. */
  readonly levelingDelayMinutes?: number;
  /** Minutes still to do of a started activity; default: duration less the work from actual start to data date. */
  readonly remainingMinutes?: number;
  /** When work on a started activity stopped, and when its remaining part may begin. */
  readonly suspend?: string;
  readonly resume?: string;
  /** Sets what remains, so that the activity ends then; one with a tie to its finish leaves it out of account. */
  readonly expectedFinish?: string;
  /** Bounds that links to other projects left behind. */
  readonly externalEarlyStart?: string;
  readonly externalLateFinish?: string;
  /** Dates a person set; the passes leave them alone. */
  readonly manual?: {
    readonly start: string;
    readonly finish?: string;
    /** Nobody has set them yet; they are a guess, and the activity is never critical. */
    readonly isPlaceholder?: boolean;
  };
  /** Takes no part: it follows its predecessors, and nothing follows it. */
  readonly inactive?: boolean;
  /** It belongs to another project: it ties and is tied by the dates it has there, and nothing else of it counts here. */
  readonly outside?: OutsideDates;
}

/** Dates of an activity in the project it belongs to. */
export interface OutsideDates {
  readonly start: string;
  readonly finish: string;
  /** Until when what goes before it may take; default: its start and finish. */
  readonly lateStart?: string;
  readonly lateFinish?: string;
}

/** Time between the tied ends; negative = lead. */
export interface LagInput {
  /** Minutes, in tenths. */
  readonly minutes?: number;
  /** Percent of the predecessor's duration, instead of minutes: 50 = half. */
  readonly percent?: number;
  /** Default: working. */
  readonly basis?: "working" | "elapsed";
  /** Whose calendar working lag runs on; default: the rules'. */
  readonly calendar?: ScheduleRules["lagCalendar"];
}

/** A precedence relation. */
export interface LinkInput {
  readonly id?: string;
  readonly predecessor: string;
  readonly successor: string;
  /** Default: FS. */
  readonly type?: LinkType;
  readonly lag?: LagInput;
}

/** All that scheduling needs; plain data. Rows are sets: their order changes nothing but the order of the answer's rows. */
export interface ScheduleInput {
  /** Earliest start of the project; default: the data date, else the earliest date stated anywhere. */
  readonly start?: string;
  /** As-of date: remaining work lies after it where the rules say so. */
  readonly dataDate?: string;
  readonly mustFinishBy?: string;
  /** IANA zone of local texts, used when zone rules are given. */
  readonly zone?: string;
  /** Default, also of an empty list: the standard calendar alone, Monday to Friday 08:00-12:00 and 13:00-17:00. */
  readonly calendars?: readonly CalendarSpec[];
  /** Default: the first calendar. */
  readonly defaultCalendarId?: string;
  readonly activities: readonly ActivityInput[];
  readonly links?: readonly LinkInput[];
  readonly options?: ScheduleOptions;
}

/** A preset, and rules that differ from it. */
export interface ScheduleOptions extends Partial<ScheduleRules> {
  /** Default: evenkeel. */
  readonly preset?: "evenkeel" | "msProject" | "primavera";
}

/** What fixed an early start. */
export interface Driver {
  readonly kind: "link" | "projectStart" | "dataDate" | "constraint" | "actual" | "manual";
  /** Of a link: its id where it has one, its predecessor, type, and lag in minutes as it was counted. */
  readonly linkId?: string;
  readonly predecessor?: string;
  readonly type?: LinkType;
  readonly lagMinutes?: number;
  /** Of a constraint. */
  readonly constraint?: DateConstraint["kind"];
}

/** Dates and floats of one activity. Texts are local times of the project; floats are working minutes of its own calendar. */
export interface ScheduledActivity {
  readonly id: string;
  readonly start: string;
  readonly finish: string;
  readonly earlyStart: string;
  readonly earlyFinish: string;
  readonly lateStart: string;
  readonly lateFinish: string;
  readonly totalFloatMinutes: number;
  readonly freeFloatMinutes: number;
  readonly startFloatMinutes: number;
  readonly finishFloatMinutes: number;
  readonly isCritical: boolean;
  readonly isSummary: boolean;
  /** Takes no part: nothing depends on it, and it is no part of the project's dates. */
  readonly isInactive?: true;
  /** Belongs to another project, whose dates these are; it has no floats here. */
  readonly isOutside?: true;
  /** Absent for a summary, and for what belongs to another project. */
  readonly driver?: Driver;
}

/** The answer: an activity that is not in it is named by an issue, or inactive. */
export interface Schedule {
  readonly start: string;
  readonly finish: string;
  /** In the order of the input. */
  readonly activities: readonly ScheduledActivity[];
  readonly preset: string;
  readonly zoneRulesVersion?: string;
}

/** A change of a plan; whole rows are put, so that its opposite is an edit again. */
export type ScheduleEdit =
  /** Adds the activity, or takes the place of the one with its id. */
  | { readonly kind: "putActivity"; readonly activity: ActivityInput }
  /** With its links. */
  | { readonly kind: "removeActivity"; readonly id: string }
  /** Adds the link, or takes the place of the one of its type between the same two. */
  | { readonly kind: "putLink"; readonly link: LinkInput }
  | {
      readonly kind: "removeLink";
      readonly predecessor: string;
      readonly successor: string;
      /** Default: FS. */
      readonly type?: LinkType;
    }
  | { readonly kind: "putCalendar"; readonly calendar: CalendarSpec }
  | { readonly kind: "removeCalendar"; readonly id: string }
  /** Takes the place of all that the plan states of the project; what is not stated is taken away. */
  | { readonly kind: "putProject"; readonly project: ProjectInput };

/** What a plan states of its project. */
export type ProjectInput = Omit<ScheduleInput, "calendars" | "activities" | "links">;

/** An activity whose dates or floats an edit changed; its driver says why it is where it is now. */
export interface MovedActivity {
  readonly before: Omit<ScheduledActivity, "driver">;
  readonly after: ScheduledActivity;
}

/** What an edit did to the dates. */
export interface ScheduleChange {
  /** Activities, by rising id; summaries are not among them. */
  readonly moved: readonly MovedActivity[];
  /** Ids that have dates now and had none, and the other way round. */
  readonly appeared: readonly string[];
  readonly vanished: readonly string[];
  readonly finish: { readonly before: string; readonly after: string };
}

/** A network as columns, for a million activities: what `compileNetwork` takes. Nothing in it is mutated. */
export interface NetworkColumns {
  /** Ticks (tenths of a minute), >= 0; of remaining work where `special` says so. */
  readonly duration: Int32Array;
  /** Per activity an index into `calendars`. */
  readonly calendarOf: Int32Array;
  readonly calendars: readonly CompiledCalendar[];
  /** Per link, predecessor and successor as indices of activities. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** Per link 0 FS, 1 SS, 2 FF, 3 SF; 4 from a leaf to its summary. */
  readonly type: Uint8Array;
  /** Per link, ticks; negative = lead. */
  readonly lag: Int32Array;
  /** Per link, an index into `calendars`. */
  readonly lagCalendar: Int32Array;
  /** Ticks: nothing that is not fixed starts earlier. */
  readonly start: number;
  /** Ticks: late dates count back from here; default the latest early finish. */
  readonly mustFinishBy?: number;
  readonly rules: ScheduleRules;
  /** Activities that need more than a duration. */
  readonly special?: ReadonlyMap<number, SpecialActivity>;
}

/** Work of one assignment in ticks. */
export interface PlacedWork {
  readonly calendar: CompiledCalendar;
  /** Working ticks from the activity's start (of a resumed one: from `resumeAt`) to the end of the assignment, splits included. */
  readonly length: number;
  /** The same without splits: what counts back from a late finish. */
  readonly solid: number;
  readonly resumeAt?: number;
}

/** What makes an activity more than a plain one; all dates in ticks. */
export interface SpecialActivity {
  /** `summary` rolls up its predecessors, tied by type 4; `fixed` keeps its dates, `resumed` its actual start; `past` is finished, yet a node without length at the data date. */
  readonly kind: "task" | "startMilestone" | "finishMilestone" | "zero" | "fixed" | "resumed" | "past" | "summary";
  readonly startFloor?: number;
  readonly finishFloor?: number;
  readonly startCap?: number;
  readonly finishCap?: number;
  /** Bounds late dates only. */
  readonly deadline?: number;
  readonly expectedFinish?: number;
  readonly pinStart?: number;
  readonly pinFinish?: number;
  /** Of `fixed` and `resumed`. */
  readonly fixedStart?: number;
  readonly fixedFinish?: number;
  readonly resumeAt?: number;
  /** Until when predecessors may take, where that is not when its remaining part begins. */
  readonly lateStartsAt?: number;
  /** Working ticks done until the data date. */
  readonly workDone?: number;
  /** What remains follows its predecessors. */
  readonly movesRemaining?: boolean;
  /** Instead of the start of the project: where a summary set by hand begins. */
  readonly floor?: number;
  /** Of assignments: what places the activity, instead of its duration on its calendar. */
  readonly work?: readonly PlacedWork[];
  /** Elapsed ticks put before the start. */
  readonly levelingDelay?: number;
  /** Nothing follows it. */
  readonly isInactive?: boolean;
  /** No part of the project's own dates: inactive, or of another project. */
  readonly isApart?: boolean;
  readonly isFinished?: boolean;
  /** Late dates of what is finished or belongs to another project. */
  readonly lateDates?: readonly [number, number];
  readonly isAlap?: boolean;
  /** Keeps the dates a person set. */
  readonly isManual?: boolean;
  readonly isStarted?: boolean;
}

/** Internal: a network in topological order, rows compressed both ways. */
export interface CompiledNetwork extends Omit<NetworkColumns, "from" | "to" | "special"> {
  /** Activities with dates; those on or behind a cycle have none. */
  readonly nodeCount: number;
  /** Per node, the index of the activity in the columns. */
  readonly activityOf: Int32Array;
  /** Per node, its slots among the rows of predecessors, by these and then by type; by slot: node, and the columns of the link. */
  readonly rowStart: Int32Array;
  readonly rowEnd: Int32Array;
  readonly predecessor: Int32Array;
  readonly linkOf: Int32Array;
  /** The same of the rows of successors: node, and the slot of the same link among the predecessors. */
  readonly successorRowStart: Int32Array;
  readonly successorRowEnd: Int32Array;
  readonly successor: Int32Array;
  readonly successorSlot: Int32Array;
  /** Per node, undefined for a plain one. */
  readonly special: readonly (SpecialActivity | undefined)[];
  /** No calendar matters: one pass of plain additions will do. */
  readonly isPlainContinuous: boolean;
  /** The ends of the links, to find cycles in; absent where there are none. */
  readonly cyclic?: Pick<NetworkColumns, "from" | "to">;
  /** Indices of the activities on or behind a cycle, rising. */
  readonly left: Int32Array;
}

/** Forward pass: per node ticks, and what fixed the start (slot of a link; -1 project start, -2 fixed dates, from -4 down a constraint). */
export interface EarlyDates {
  readonly earlyStart: Int32Array;
  readonly earlyFinish: Int32Array;
  readonly driver: Int32Array;
}

/** Backward pass: per node ticks. */
export interface LateDates {
  readonly lateStart: Int32Array;
  readonly lateFinish: Int32Array;
}

/** Per node, working ticks of its own calendar, signed. */
export interface Floats {
  readonly totalFloat: Int32Array;
  readonly freeFloat: Int32Array;
  readonly startFloat: Int32Array;
  readonly finishFloat: Int32Array;
}

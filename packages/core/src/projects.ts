import type { AnyTimeText, Period, Row } from "./common.js";

/** How a project is scheduled; the engine's presets give the rest. */
export interface SchedulingOptions {
  /** Vendor whose rules hold. */
  readonly preset?: "evenkeel" | "msProject" | "primavera";
  /** Schedule from the project's finish backwards. */
  readonly fromFinish?: boolean;
  /** Working minutes of total float at or under which an activity is critical. */
  readonly criticalFloatMinutes?: number;
  /** Whose calendar working lag runs on. */
  readonly lagCalendar?: "predecessor" | "successor" | "project" | "continuous";
  /** What unfinished predecessors mean for started work. */
  readonly progressMode?: "retainedLogic" | "progressOverride" | "actualDates";
  /** How total float is measured. */
  readonly floatType?: "start" | "finish" | "least";
  /** From where lag behind the start of a started activity counts. */
  readonly startLagFrom?: "earlyStart" | "actualStart";
  /** Expected finishes set what remains. */
  readonly usesExpectedFinish?: boolean;
  /** What makes an activity critical: little total float, or lying on the longest path. */
  readonly criticalBy?: "totalFloat" | "longestPath";
  /** Every open end has its own critical path. */
  readonly multipleCriticalPaths?: boolean;
  /** Links to and from other projects do not act on this one. */
  readonly ignoresOtherProjects?: boolean;
  /** Working minutes shown as one day, week, month. */
  readonly minutesPerDay?: number;
  readonly minutesPerWeek?: number;
  readonly daysPerMonth?: number;
}

/** A body of work with its own dates and calendar. */
export interface Project extends Row {
  readonly name: string;
  readonly parentId?: string;
  readonly rank?: number;
  readonly calendarId?: string;
  /** IANA zone of the project's local times; without one they float. */
  readonly zone?: string;
  readonly dataDate?: AnyTimeText;
  readonly start?: AnyTimeText;
  readonly mustFinishBy?: AnyTimeText;
  readonly scheduling?: SchedulingOptions;
}

/** Board, list, section, folder: where items are kept. */
export interface Container extends Row {
  readonly name: string;
  readonly kind: "board" | "list" | "section" | "folder";
  readonly parentId?: string;
  readonly projectId?: string;
  readonly workflowId?: string;
  readonly rank?: number;
  readonly archived?: boolean;
}

/** What a state means, whatever it is called. */
export type StateCategory = "proposed" | "waiting" | "active" | "done" | "dropped";

/** A state of a workflow. */
export interface WorkflowState {
  readonly id: string;
  readonly name: string;
  readonly category: StateCategory;
  readonly wipLimit?: number;
}

/** A predicate of readiness or doneness: a field of an item that must be there. */
export interface FieldPredicate {
  readonly field: string;
}

/** The states work passes through; their order is the usual way. */
export interface Workflow extends Row {
  readonly name: string;
  readonly states: readonly WorkflowState[];
  /** Allowed moves; absent = any. */
  readonly moves?: readonly { readonly from: string; readonly to: string }[];
  readonly ready?: readonly FieldPredicate[];
  readonly done?: readonly FieldPredicate[];
}

/** Sprint, release, phase: an interval with a goal. */
export interface Timebox extends Row {
  readonly name: string;
  readonly kind: "iteration" | "release" | "phase";
  readonly projectId?: string;
  readonly teamId?: string;
  readonly interval?: Period;
  readonly goal?: string;
  readonly itemIds?: readonly string[];
}

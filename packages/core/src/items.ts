import type { AnyTimeText, InstantText, Quantity, RichText, Row } from "./common.js";

/** What kind of thing an item is, whatever its tool calls it. */
export type ItemKind =
  | "task"
  | "epic"
  | "subtask"
  | "milestone"
  | "approval"
  | "checklistItem"
  | "defect"
  | "pullRequest"
  | "summary";

/** An item in a container, with its state there. */
export interface Membership {
  readonly containerId: string;
  readonly stateId?: string;
  readonly rank?: number;
}

/** A criterion someone can check. */
export interface AcceptanceCriterion {
  readonly text: string;
  /** How it can be seen: a state, a value, an artefact, an approval. */
  readonly observable?: "state" | "value" | "artefact" | "approval";
  readonly met?: boolean;
}

/** A person's input about size; never a forecast. */
export interface Estimate {
  readonly of: "duration" | "effort" | "points" | "size";
  readonly basis: "original" | "remaining";
  /** Minutes for duration and effort, else as the unit says. */
  readonly value:
    | { readonly kind: "single"; readonly amount: number }
    | {
        readonly kind: "threePoint";
        readonly optimistic: number;
        readonly mostLikely: number;
        readonly pessimistic: number;
      }
    | { readonly kind: "distribution"; readonly support: readonly number[]; readonly probability: readonly number[] }
    | { readonly kind: "label"; readonly label: string };
}

/** A date constraint on an activity. */
export interface DateConstraint {
  readonly kind:
    | "asSoonAsPossible"
    | "asLateAsPossible"
    | "startNoEarlierThan"
    | "startNoLaterThan"
    | "finishNoEarlierThan"
    | "finishNoLaterThan"
    | "mustStartOn"
    | "mustFinishOn"
    | "startOn"
    | "finishOn";
  /** Absent for the two without a date. */
  readonly at?: AnyTimeText;
}

/** A gap in the work of an activity. */
export interface Split {
  readonly from: AnyTimeText;
  readonly to: AnyTimeText;
}

/** What the scheduler needs to know of an item. */
export interface ItemSchedule {
  readonly kind: "task" | "startMilestone" | "finishMilestone" | "summary" | "levelOfEffort" | "hammock";
  readonly mode?: "auto" | "manual";
  /** Absent = active. */
  readonly active?: boolean;
  readonly durationType?: "fixedUnits" | "fixedDuration" | "fixedWork";
  readonly effortDriven?: boolean;
  /** Working minutes; elapsed minutes where `elapsed` is true. */
  readonly durationMinutes?: number;
  readonly elapsed?: boolean;
  /** The unit a person chose to see. */
  readonly shownUnit?: "minutes" | "hours" | "days" | "weeks" | "months";
  readonly estimated?: boolean;
  readonly remainingMinutes?: number;
  readonly actualMinutes?: number;
  /** 0..1 of the duration. */
  readonly percentComplete?: number;
  /** 0..1 as judged by eye. */
  readonly physicalPercentComplete?: number;
  /** What a person updates to say how far it is; absent = the duration. */
  readonly percentCompleteType?: "duration" | "physical" | "units";
  /** Manual mode: nobody set the dates yet, those shown are a guess. */
  readonly placeholder?: boolean;
  /** Dates a person set, for manual mode. */
  readonly start?: AnyTimeText;
  readonly finish?: AnyTimeText;
  readonly actualStart?: AnyTimeText;
  readonly actualFinish?: AnyTimeText;
  readonly stop?: AnyTimeText;
  readonly suspend?: AnyTimeText;
  readonly resume?: AnyTimeText;
  readonly expectedFinish?: AnyTimeText;
  readonly externalEarlyStart?: AnyTimeText;
  readonly externalLateFinish?: AnyTimeText;
  readonly splits?: readonly Split[];
  /** Elapsed minutes a leveller added. */
  readonly levelingDelayMinutes?: number;
  readonly ignoreResourceCalendars?: boolean;
  /** What decides how long it takes: its own duration, or the work of its assignments; absent = as its duration type says. */
  readonly drivenBy?: "duration" | "assignments";
}

/** How delay costs. */
export interface CostOfDelay {
  /** Per week, in the unit. */
  readonly rate: Quantity;
  readonly from?: AnyTimeText;
}

/** A unit of intended work. */
export interface WorkItem extends Row {
  readonly title: string;
  readonly kind: ItemKind;
  /** The type's name in the tool. */
  readonly sourceKind?: string;
  readonly body?: RichText;
  readonly parentId?: string;
  readonly projectId?: string;
  readonly memberships?: readonly Membership[];
  /** State where the item has no container; id of a workflow state. */
  readonly stateId?: string;
  readonly workflowId?: string;
  readonly rank?: number;
  readonly outcomeIds?: readonly string[];
  /** Why this is done. */
  readonly reason?: string;
  readonly acceptanceCriteria?: readonly AcceptanceCriterion[];
  readonly classOfService?: "standard" | "fixedDate" | "expedite" | "intangible";
  readonly priority?: number;
  readonly skills?: readonly string[];
  readonly labels?: readonly string[];
  readonly estimates?: readonly Estimate[];
  readonly schedule?: ItemSchedule;
  readonly constraints?: readonly DateConstraint[];
  /** Hard latest finish. */
  readonly deadline?: AnyTimeText;
  /** Soft; being later is tardiness. */
  readonly dueDate?: AnyTimeText;
  readonly costOfDelay?: CostOfDelay;
  readonly calendarId?: string;
  readonly workType?: "planned" | "unplanned" | "toil";
  /** Latest values of dated facts; the history keeps them all. */
  readonly createdAt?: AnyTimeText;
  readonly startedAt?: AnyTimeText;
  readonly finishedAt?: AnyTimeText;
  readonly updatedAt?: AnyTimeText;
  readonly blocked?: boolean;
  readonly blockedReason?: string;
  /** When what is expected was last made clear. */
  readonly clarifiedAt?: InstantText;
}

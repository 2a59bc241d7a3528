import type {
  Check,
  CheckSettings,
  FindingSeverity,
  Grant,
  GroupShare,
  PublishedShare,
  Reference,
  Viewer,
  VisibleFinding,
  Waiver,
  Withheld,
} from "@evenkeel/checks";
import type { Question } from "@evenkeel/clarity";
import type { Blocker, Duty, NextItem, StuckItem } from "@evenkeel/completion";
import type { Boundary, LogicPoint, TeamDependency } from "@evenkeel/coordination";
import type { WorkContext, WorkHistory, WorkPlan, WorkRecords } from "@evenkeel/core";
import type { AttainmentSummary, EstimateHonesty, Rework, Serving, Yield } from "@evenkeel/effectiveness";
import type { Chart, Issue, Message } from "@evenkeel/kernel";
import type {
  BlockedMeasure,
  FlowEfficiency,
  Forecast,
  LedgerMeasure,
  LittlesLaw,
  ReworkMeasure,
  ServiceLevelExpectation,
  TimeInProgress,
} from "@evenkeel/predictability";
import type { Schedule, ScheduledActivity } from "@evenkeel/scheduling";
import type { LoadWeek, RulePack } from "@evenkeel/sustainability";

/** What a review reads. */
export interface ReviewInput {
  readonly plan: WorkPlan;
  readonly history?: WorkHistory;
  readonly records?: WorkRecords;
  /** Instant of the review. */
  readonly now: string;
  /** Title; absent = the plan's. */
  readonly title?: string;
  readonly viewer?: Viewer;
  /** `publishedShares` of earlier reviews that the same readers saw: what would tell of few beside them is withheld. */
  readonly publishedShares?: readonly PublishedShare[];
  readonly waivers?: readonly Waiver[];
  /** Values, severities and checks switched off, by check and by row. */
  readonly settings?: CheckSettings;
  /** Run checks whose values are unverified too. */
  readonly includeUnverified?: boolean;
  /** Packs of rules of a trade to run beside those that hold for everybody. */
  readonly packs?: readonly string[];
  /** Packs of rules of your own, as `readRulePack` accepts them. */
  readonly rulePacks?: readonly RulePack[];
  /** Checks of your own over plan and history, such as house rules made from data. */
  readonly checks?: readonly Check<WorkContext>[];
  /** IANA zone of projects that state none. */
  readonly zone?: string;
  /** Scheduling rules instead of each project's own. */
  readonly preset?: "evenkeel" | "msProject" | "primavera";
}

/** What a commitment stands to lose: chance of being kept, or days after its date. */
export interface Consequence {
  readonly kind: "chance" | "days";
  /** Chance lost 0..1, or days late. */
  readonly value: number;
  readonly commitmentId: string;
  readonly what: string;
}

/** One of the few things to do first. */
export interface ReviewAction extends Message {
  readonly severity: FindingSeverity;
  /** Who should act, where the plan says. */
  readonly personId?: string;
  readonly person?: string;
  /** By when: the commitment's date, or the day of the review. */
  readonly due: string;
  readonly consequence?: Consequence;
  readonly evidence: readonly Reference[];
}

/** How a promise stands. */
export interface PromiseOutlook {
  readonly commitmentId: string;
  readonly what: string;
  readonly due: string;
  readonly by?: string;
  readonly to?: string;
  /** Chance stated when it was made. */
  readonly stated?: number;
  /** Finish by the network of dependencies and calendars. */
  readonly networkFinish?: string;
  /** Days after the due day; negative = before. */
  readonly networkDaysLate?: number;
  /** Chance by the team's own throughput, and how many items come first, itself included. */
  readonly flowChance?: number;
  readonly itemsFirst?: number;
  /** The day that could be promised with 85 % chance by the same pace. */
  readonly safeDay?: string;
  /** Set when the two disagree: what each says, and the likely cause. */
  readonly disagreement?: Message;
  readonly standing: "safe" | "at-risk" | "late" | "unknown";
}

/** A decision that waits. */
export interface DecisionWaiting {
  readonly decisionId: string;
  readonly question: string;
  readonly decider?: string;
  readonly by?: string;
  readonly blocks: readonly string[];
}

/** An item in progress, with its age. */
export interface AgeingItem {
  readonly itemId: string;
  readonly title: string;
  readonly days: number;
  /** Chance to finish within the expectation, given its age. */
  readonly chance?: number;
  readonly blocked: boolean;
}

/** How work flows; counts and days. What has no window of its own looks at the last 90 days. */
export interface FlowSummary {
  readonly wip?: number;
  /** Items finished in the last 28 days. */
  readonly throughput28?: number;
  /** Days, observed quantiles of items finished in the last 90 days. */
  readonly cycleTime?: { readonly p50: number; readonly p85: number; readonly items: number };
  readonly expectation?: ServiceLevelExpectation;
  /** Where the time in progress went. */
  readonly time?: TimeInProgress;
  /** Share of their time in which finished items were worked on; `items` counts those it rests on. */
  readonly efficiency?: Omit<FlowEfficiency, "items"> & { readonly items: number };
  readonly blocked?: Omit<BlockedMeasure, "days">;
  /** Moves between states; `items` counts those that moved back. */
  readonly rework?: Omit<ReworkMeasure, "items"> & { readonly items: number };
  readonly littlesLaw?: LittlesLaw;
}

/** What promises rest on, as the plan tells it. */
export type PromiseBasis = "commitment" | "due date" | "milestone" | "iteration";

/** What became of all promises of one basis, each judged against its first value. Of the plan, never of a person. */
export interface PromiseRecord {
  readonly basis: PromiseBasis;
  readonly record: LedgerMeasure;
}

/** Until when the open items will be done. */
export interface ForecastSummary {
  readonly forecast: Forecast;
  readonly openItems: number;
  /** Days by which all open items are done with this chance; absent = beyond the horizon. */
  readonly done: readonly { readonly confidence: number; readonly day?: string }[];
}

/** A project's computed dates. */
export interface ProjectSchedule {
  readonly projectId?: string;
  readonly name: string;
  readonly schedule: Schedule;
  readonly criticalPath: readonly string[];
  /** Activities of other projects that it is tied to, with the dates they have there. */
  readonly outside?: readonly ScheduledActivity[];
}

/** The pictures of a review. */
export type ChartName =
  | "throughput"
  | "cycleTime"
  | "ageing"
  | "ageingByState"
  | "cumulativeFlow"
  | "stateFlow"
  | "load"
  | "loadHeat"
  | "forecast"
  | "burnUp"
  | "calibration"
  | "slip";

/** One answer about the work: is it clear, when will it be done, will the promises hold, where is too much asked, and why. */
export interface Review {
  readonly formatVersion: 1;
  readonly title: string;
  readonly now: string;
  readonly counts: { readonly items: number; readonly open: number; readonly people: number; readonly events: number };
  /** At most five, by stated consequence. */
  readonly first: readonly ReviewAction[];
  readonly contributor: { readonly next: readonly NextItem[]; readonly duties: readonly Duty[] };
  readonly lead: {
    readonly flow: FlowSummary;
    readonly forecast?: ForecastSummary;
    readonly ageing: readonly AgeingItem[];
    /** Blocked, waiting and silent items, the longest first. */
    readonly stuck: readonly StuckItem[];
    /** In which order to remove what holds work up. */
    readonly unblock: readonly Blocker[];
    /** What passes between whom, and how long offers wait. */
    readonly boundaries: readonly Boundary[];
    /** Dependencies between teams. */
    readonly teams: readonly TeamDependency[];
    /** Points of the schedule's logic; empty without scheduled activities. */
    readonly logic: readonly LogicPoint[];
    readonly load: readonly LoadWeek[];
    /** For what share of each team a rule about records was not kept, the viewer and whose records they see left out. */
    readonly teamShares: readonly GroupShare[];
  };
  readonly executive: {
    readonly outcomes: AttainmentSummary;
    readonly serving?: Serving;
    /** Of the effort spent: on finished work, or logged. */
    readonly yield?: Yield;
    readonly rework?: Rework;
    /** Of all estimates of finished work; absent where they are one person's. */
    readonly estimates?: EstimateHonesty;
    readonly promises: readonly PromiseOutlook[];
    /** Of commitments. */
    readonly record?: LedgerMeasure;
    /** Of due dates, milestones and iterations, where the plan has any. */
    readonly otherRecords: readonly PromiseRecord[];
    readonly decisions: readonly DecisionWaiting[];
  };
  readonly schedules: readonly ProjectSchedule[];
  /** The fewest questions that make the work clear, to whom, and the commands their answers make. */
  readonly questions: readonly Question[];
  /** Failures and unknowns the viewer may see; passes are counted. */
  readonly findings: readonly VisibleFinding[];
  readonly passed: number;
  /** Ids of the checks that ran: what others would say is not known. */
  readonly ran: readonly string[];
  readonly withheld: readonly Withheld[];
  /** Whose records were opened, and by whom that was granted. */
  readonly grants: readonly Grant[];
  /** Shares of teams that are told here; to be given to the next review. */
  readonly publishedShares: readonly PublishedShare[];
  /** Measures that could not be taken, and why. */
  readonly unavailable: readonly Message[];
  /** Faults in the input. */
  readonly issues: readonly Issue[];
  readonly charts: Readonly<Partial<Record<ChartName, Chart>>>;
  /** Names shown for ids, of people and teams and of items and outcomes. */
  readonly names: {
    readonly people: Readonly<Record<string, string>>;
    readonly items: Readonly<Record<string, string>>;
  };
}

import type { Issue } from "@evenkeel/kernel";

/** Days [from, to), numbered from 1970-01-01 as `floor(millis / 86,400,000)`. */
export interface DayWindow {
  /** First day, integer. */
  readonly from: number;
  /** Day after the last, integer, above `from`. */
  readonly to: number;
}

/** What a state of a workflow means. */
export type FlowCategory = "proposed" | "waiting" | "active" | "done" | "dropped";

/** A span of time [from, to) in integer milliseconds; open while `to` is absent. */
export interface FlowSpan {
  readonly from: number;
  readonly to?: number;
}

/** A stay in one state of a workflow. */
export interface StateVisit extends FlowSpan {
  readonly state: string;
  readonly category: FlowCategory;
}

/**
 * One unit of work as flow sees it. Times: integer milliseconds on one time line; UTC unless the caller shifted all of them
 * to a team's zone. Absent = it did not happen, or is unknown. Two timestamps are enough; the rest makes more measures possible.
 *
 * Reopened work: the start is its first, the finish its last; the time between counts as in progress, and the return as rework.
 */
export interface FlowItem {
  readonly id: string;
  readonly createdAt?: number;
  readonly startedAt?: number;
  readonly finishedAt?: number;
  /** Given up; counts only where `finishedAt` is absent. */
  readonly droppedAt?: number;
  /** Stays in states, in the order of time, none overlapping the next; only the last may be open. */
  readonly visits?: readonly StateVisit[];
  /** Times nothing could be done, in the order of time, none overlapping the next; only the last may be open. */
  readonly blocked?: readonly FlowSpan[];
  /** Class of service, kind of work. */
  readonly class?: string;
  /** The team that does it. */
  readonly team?: string;
  /** What it rolls up to: a parent, a product, a programme. */
  readonly rollUp?: string;
}

/** A state of a workflow as the stays tell it, with its usual category. */
export interface ToldState {
  readonly state: string;
  readonly category: FlowCategory;
}

/** Items as columns, made by `flowTable`; one entry an item. Milliseconds; NaN where a time is absent. Not to be changed. */
export interface FlowTable {
  /** The rows that can be used, and an issue for each fault of those that cannot. */
  readonly items: readonly FlowItem[];
  readonly issues: readonly Issue[];
  readonly ids: readonly string[];
  readonly createdAt: Float64Array;
  readonly startedAt: Float64Array;
  readonly finishedAt: Float64Array;
  /** Finished, else dropped, else Infinity. */
  readonly endedAt: Float64Array;
  /** Stays of item i: firstVisit[i] .. firstVisit[i + 1] - 1; open ones end at Infinity. */
  readonly firstVisit: Int32Array;
  readonly visitFrom: Float64Array;
  readonly visitTo: Float64Array;
  /** Index into `states`. */
  readonly visitState: Int32Array;
  /** 0 proposed, 1 waiting, 2 active, 3 done, 4 dropped. */
  readonly visitCategory: Uint8Array;
  /** In the order items come to them. */
  readonly states: readonly ToldState[];
  /** When item i was blocked while in progress and not done or dropped: firstBlocked[i] .. firstBlocked[i + 1] - 1. */
  readonly firstBlocked: Int32Array;
  readonly blockedFrom: Float64Array;
  readonly blockedTo: Float64Array;
}

/** What a measure takes: items, or a table of them where many measures are taken. */
export type FlowRows = readonly FlowItem[] | FlowTable;

/** Items that share a key; the key is absent where the items have none. */
export interface FlowGroup {
  readonly key?: string;
  readonly items: readonly FlowItem[];
}

/** The stays of all items in one state, each as an item of its own: entering is its start, leaving its finish. */
export interface StateFlow {
  /** Absent: time in progress of which no state is told. */
  readonly state?: string;
  readonly category?: FlowCategory;
  /** Ids are those of the items with `@1`, `@2` .. for the first, second .. stay. */
  readonly items: readonly FlowItem[];
}

/** Work in progress of one day. */
export interface WipDay {
  readonly day: number;
  /** Items started on this day. */
  readonly arrivals: number;
  /** Started items finished or dropped on this day. */
  readonly departures: number;
  /** Items in progress at the day's last millisecond. */
  readonly wip: number;
}

/** Work in progress over a window. */
export interface WipMeasure {
  readonly window: DayWindow;
  readonly days: readonly WipDay[];
  /** Sum over items of milliseconds in progress within the window: the integral of WIP over time. */
  readonly itemMillis: number;
  /** `itemMillis` over the length of the window. */
  readonly averageWip: number;
}

/** Work in progress by age at the end of one day. */
export interface AgeDay {
  readonly day: number;
  /** Items in each band of ages. */
  readonly counts: readonly number[];
}

/** Work in progress by age. */
export interface WipByAge {
  readonly window: DayWindow;
  /** Highest age of each band in days touched (start day = 1); one more band holds what is older. */
  readonly bounds: readonly number[];
  readonly days: readonly AgeDay[];
}

/** Counts per day over a window. */
export interface DailyCounts {
  readonly window: DayWindow;
  /** One whole number a day, empty days 0. */
  readonly daily: readonly number[];
  readonly total: number;
}

/** How long one item took, or has been in progress. */
export interface ItemDuration {
  readonly id: string;
  readonly startedAt: number;
  /** When it finished, or the instant asked about. */
  readonly until: number;
  /** Milliseconds between. */
  readonly elapsedMillis: number;
  /** Days touched: same day = 1. */
  readonly days: number;
  /** The state it is in, where that is told; only for items in progress. */
  readonly state?: string;
}

/** Cycle times of items finished in a window. */
export interface CycleTimeMeasure {
  readonly window: DayWindow;
  /** By (until, id). */
  readonly items: readonly ItemDuration[];
  /** Finished items without a start: not among `items`. */
  readonly withoutStart: number;
  /** Days that this share of the items did not exceed; observed values, never interpolated. */
  readonly p50: number;
  readonly p85: number;
  readonly p95: number;
}

/** Where milliseconds in progress went; the six add up to the whole. */
export interface TimeShares {
  /** In an active state and not blocked. */
  readonly activeMillis: number;
  /** In a waiting state and not blocked. */
  readonly waitingMillis: number;
  /** Blocked, in whatever state but done or dropped. */
  readonly blockedMillis: number;
  /** Done or dropped before it came back. */
  readonly pausedMillis: number;
  /** Back in a proposed state and not blocked. */
  readonly proposedMillis: number;
  /** No state is told and it was not blocked. */
  readonly untoldMillis: number;
}

/** Where the time in progress of all items within a window went. */
export interface TimeInProgress extends TimeShares {
  readonly window: DayWindow;
  /** The sum of the six: the integral of WIP over time. */
  readonly itemMillis: number;
}

/** Where the time of one finished item went. */
export interface ItemTimeShares extends TimeShares {
  readonly id: string;
  readonly finishedAt: number;
  /** From start to finish: the sum of the six. */
  readonly elapsedMillis: number;
  /** Active over elapsed, 0..1. */
  readonly efficiency: number;
}

/** Flow efficiency of items finished in a window. */
export interface FlowEfficiency {
  readonly window: DayWindow;
  /** By (finishedAt, id). */
  readonly items: readonly ItemTimeShares[];
  /** Active over elapsed, summed over all items first: long items weigh more. */
  readonly efficiency: number;
  /** Half of the items do not exceed this; an observed value. */
  readonly p50: number;
  /** Finished items with a start, left out since some of their time is untold or they took none. */
  readonly untold: number;
}

/** Blocked items at the end of one day. */
export interface BlockedDay {
  readonly day: number;
  readonly blocked: number;
}

/** Blocked time of items in progress. */
export interface BlockedMeasure {
  readonly window: DayWindow;
  readonly days: readonly BlockedDay[];
  /** Milliseconds blocked, summed over items, within the window. */
  readonly blockedMillis: number;
  /** Of the milliseconds in progress, 0..1; 0 where nothing was in progress. */
  readonly share: number;
  /** Items blocked at some time in the window, and the spells of it. */
  readonly items: number;
  readonly spells: number;
  /** The longest spell within the window. */
  readonly longestMillis: number;
}

/** Moves of one item within a window. */
export interface ItemMoves {
  readonly id: string;
  readonly backward: number;
  readonly reopened: number;
  readonly repeats: number;
}

/** Moves between states within a window. */
export interface ReworkMeasure {
  readonly window: DayWindow;
  /** To a later state, or to done. */
  readonly forward: number;
  /** To an earlier state. */
  readonly backward: number;
  /** From done or dropped back to work. */
  readonly reopened: number;
  /** Into a state the item had been in before. */
  readonly repeats: number;
  /** Backward and reopened over forward; absent without a move forward. */
  readonly ratio?: number;
  /** Items that moved backward, were reopened or repeated a state; by id. */
  readonly items: readonly ItemMoves[];
  /** The order of states that tells forward from backward. */
  readonly order: readonly string[];
}

/** Cumulative flow of one day. */
export interface CumulativeDay {
  readonly day: number;
  /** For each state: items that had ever reached it or a later one, or had left. Never falls, from day to day or state to state. */
  readonly reached: readonly number[];
  /** For each state: items in it at the day's last millisecond. */
  readonly inState: readonly number[];
  /** Items finished, and dropped, so far. */
  readonly finished: number;
  readonly dropped: number;
}

/** Cumulative flow by state. */
export interface CumulativeFlow {
  readonly window: DayWindow;
  /** States in the order of the workflow, done and dropped aside. */
  readonly states: readonly string[];
  readonly days: readonly CumulativeDay[];
  /** Items of which no stay is told: not counted. */
  readonly withoutStates: number;
}

/** Little's law over a window, exact with its edge terms, and the conditions under which it holds without them. */
export interface LittlesLaw {
  readonly window: DayWindow;
  /** Items started, and items finished or dropped, in the window. */
  readonly arrivals: number;
  readonly departures: number;
  readonly wipBefore: number;
  readonly wipAfter: number;
  /** Sum over items of milliseconds in progress within the window = departedMillis - beforeMillis + openMillis, exactly. */
  readonly itemMillis: number;
  /** Whole time in progress of the items that left in the window. */
  readonly departedMillis: number;
  /** What of it, and of the time of items still open, lies before the window. */
  readonly beforeMillis: number;
  /** Whole time in progress, up to the end of the window, of the items still open there. */
  readonly openMillis: number;
  /** L: average work in progress. */
  readonly averageWip: number;
  /** Lambda: departures a day. */
  readonly ratePerDay: number;
  /** W: average days in progress of what left; absent where nothing left. */
  readonly averageDays?: number;
  /** L / lambda: the days that the average work in progress lets expect; absent where nothing left. */
  readonly impliedDays?: number;
  /** impliedDays - averageDays: above 0, what left was younger than the work in progress: debt that old items will pay. */
  readonly flowDebtDays?: number;
  /** Nothing was in progress at either end: L = lambda W holds exactly. */
  readonly closed: boolean;
  /** Conditions that do not hold, each with what was found. */
  readonly broken: readonly BrokenCondition[];
}

/** A condition of Little's law that does not hold. */
export interface BrokenCondition {
  readonly code:
    | "predictability/arrivals-unlike-departures"
    | "predictability/started-not-finished"
    | "predictability/wip-changes"
    | "predictability/age-changes";
  readonly facts: { readonly [name: string]: number };
}

/** A pattern that chance alone seldom makes. */
export interface ProcessSignal {
  readonly rule: "outside-limits" | "eight-on-one-side" | "three-of-four-near-limit";
  /** Indices of the points, inclusive. */
  readonly from: number;
  readonly to: number;
}

/** An XmR chart as numbers; all in the unit of the values. */
export interface ProcessBehaviour {
  readonly values: readonly number[];
  readonly movingRanges: readonly number[];
  readonly mean: number;
  readonly meanMovingRange: number;
  readonly upper: number;
  /** May lie below 0 for counts; clip only what is drawn. */
  readonly lower: number;
  readonly rangeLimit: number;
  /** Lag-1 autocorrelation of the values, -1..1. */
  readonly autocorrelation: number;
  /** Limits widened for the autocorrelation. */
  readonly adjustedUpper: number;
  readonly adjustedLower: number;
  /** In the order of their last point, then rule. */
  readonly signals: readonly ProcessSignal[];
  /** Moving ranges above the range limit: indices of the later of the two values. */
  readonly rangeSignals?: readonly number[];
}

/** A chart of counts with exact limits. */
export interface CountBehaviour {
  readonly values: readonly number[];
  /** The law the limits come from: Poisson, or negative binomial where the counts vary more than it allows. */
  readonly law: "poisson" | "negative-binomial";
  readonly mean: number;
  readonly variance: number;
  /** Counts from `lower` to `upper` are usual: quantiles at .00135 and .99865 of the law. */
  readonly lower: number;
  readonly median: number;
  readonly upper: number;
  readonly signals: readonly ProcessSignal[];
}

/** A chart of the time between rare events. */
export interface BetweenEvents {
  /** Milliseconds between each event and the one before. */
  readonly gaps: readonly number[];
  readonly meanMillis: number;
  /** Half of the gaps are shorter, if chance alone rules. */
  readonly medianMillis: number;
  /** Quantiles at .00135 and .99865 of the exponential law. */
  readonly lowerMillis: number;
  readonly upperMillis: number;
  readonly signals: readonly ProcessSignal[];
}

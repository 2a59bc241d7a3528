import type { FlowItem } from "./flow-types.js";

/** How an expectation was estimated. */
export type SleMethod = "adaptive" | "kaplan-meier" | "completed";

/** A step of the chance to be still open. */
export interface OpenShare {
  /** Days since the start, same day = 1. */
  readonly days: number;
  /** P(duration > days), 0..1. */
  readonly share: number;
}

/** Service level expectation: a number of days, and how often it is enough. */
export interface ServiceLevelExpectation {
  readonly days: number;
  /** The chance asked for, 0..1. */
  readonly probability: number;
  readonly method: SleMethod;
  /** Days of history looked at; 0 = all of it. */
  readonly windowDays: number;
  /** Items used, and how many of them were still open (censored). */
  readonly sample: number;
  readonly open: number;
  /** false: the data do not reach the probability; `days` is the longest seen and may be too short. */
  readonly reached: boolean;
  readonly curve: readonly OpenShare[];
  /** adaptive: own past expectations that taught, in items; 0 = the prior alone. */
  readonly record?: number;
  /** adaptive: what its prior was learned on. */
  readonly reference?: string;
}

/** What the adaptive method takes from other teams; replaceable. Numbers from 0.001 to 100,000. `learnSlePrior` learns the guard. */
export interface SlePrior {
  /** The teams it was learned on, in words. */
  readonly reference: string;
  /** Evidence this many days older counts half. */
  readonly halfLifeDays: number;
  /** Where the latest so many items reach further back than that, their span: a slow team remembers longer. */
  readonly halfLifeItems: number;
  /** Items after which a fortnight counts half as much as it could ever count. */
  readonly fortnightItems: number;
  /** Weight, in items, of work that outlasts all seen. */
  readonly outlasting: number;
  /** Weight, in items, of the belief that the own curve is right, against the own record. */
  readonly trust: number;
  /** How many times faster than it did work must end for the chance to be met: against drift; 1 = none. */
  readonly guard: number;
}

/** A team and its work. */
export interface SleTeam {
  readonly id: string;
  readonly items: readonly FlowItem[];
}

/** How to test expectations on the past. All days are whole and above 0. */
export interface SleProtocol {
  /** Between 0 and 1; default 0.85. */
  readonly probability?: number;
  /** Default adaptive. */
  readonly method?: SleMethod;
  /** As for `serviceLevelExpectation`. */
  readonly windowDays?: number;
  /** As for `serviceLevelExpectation`. */
  readonly prior?: SlePrior;
  /** Days from the first start to the first origin; default 90. */
  readonly warmUpDays?: number;
  /** Days from the last origin to the last finish, at least; default 60. */
  readonly settleDays?: number;
  /** Days between origins, and days after an origin in which the items it is judged on start; default 14. */
  readonly stepDays?: number;
  /** Items finished in the 90 days before an origin, at least; default 15. */
  readonly minimumFinished?: number;
  /** Origins a team needs to be counted; default 4. */
  readonly minimumOrigins?: number;
  /** A team with fewer started items than this is judged from creation; default 150. */
  readonly minimumStarted?: number;
}

/** One instant of the past: what was expected, and what became of the items started next. */
export interface SleOrigin {
  /** Day number; only days before it were seen. */
  readonly day: number;
  readonly expectedDays: number;
  readonly reached: boolean;
  /** Items started in the next days. */
  readonly items: number;
  /** Of these, finished within the expectation; never finished = not. */
  readonly hits: number;
}

/** Share of expectations kept: finished or overdue items only; open items beyond their expectation are not kept. */
export interface SleKept {
  readonly items: number;
  readonly kept: number;
  readonly share: number;
  /** 95 % Wilson interval. */
  readonly low: number;
  readonly high: number;
}

/** How well the chance at an age foretold the end, over items in progress at the origins, not yet overdue. */
export interface AgeScore {
  /** Items in progress at an origin, over all origins. */
  readonly items: number;
  /** Mean square of chance less outcome. */
  readonly brier: number;
  /** 1 - brier over that of the team's own running share of expectations kept, as known at the origin. */
  readonly skill: number;
  /** 1 - brier over that of the share of these items that was kept in the end: known only in hindsight. 0 where all ended alike. */
  readonly hindsightSkill: number;
}

/** One team's test. */
export interface SleTeamBacktest {
  readonly id: string;
  readonly origins: readonly SleOrigin[];
  /** Mean over origins of the share of items that hit, 0..1. */
  readonly hit: number;
  /** Absent where no item was due. */
  readonly kept?: SleKept;
  /** Absent where nothing was in progress. */
  readonly age?: AgeScore;
}

/** Chances given in a band, and how often they came true; every team has the same weight. */
export interface ChanceBand {
  /** Lower end; bands are a tenth wide. */
  readonly from: number;
  /** Share of all chances, 0..1. */
  readonly weight: number;
  readonly meanChance: number;
  readonly cameTrue: number;
}

/** A test of expectations on the past of many teams. */
export interface SleBacktest {
  readonly method: SleMethod;
  readonly probability: number;
  /** In the order given. */
  readonly teams: readonly SleTeamBacktest[];
  /** Teams with too few origins. */
  readonly leftOut: readonly string[];
  /** Mean over teams of their hits. */
  readonly hit: number;
  /** Mean over teams of |hit - probability|. */
  readonly deviation: number;
  /** Mean over teams with 20 items or more in progress; absent without any. */
  readonly age?: {
    readonly teams: number;
    readonly skill: number;
    readonly hindsightSkill: number;
    /** Mean |chance - came true| over bands, by weight. */
    readonly reliabilityError: number;
    readonly bands: readonly ChanceBand[];
  };
}

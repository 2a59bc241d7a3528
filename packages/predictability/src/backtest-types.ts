import type { ForecastPrior } from "./forecast-prior.js";
import type { ForecastModel } from "./forecast-types.js";

/** One team's past. */
export interface BacktestSeries {
  readonly name: string;
  /** Where it comes from; sources weigh alike in the balanced mean. Default: the name. */
  readonly source?: string;
  /** Completions a day, oldest first, whole numbers. */
  readonly daily: readonly number[];
}

/** A way to forecast that takes part. */
export interface BacktestModel {
  readonly name: string;
  readonly model: ForecastModel;
  /** Days that iid-bootstrap draws from; default 30. */
  readonly windowDays?: number;
  /** What nb-mix takes from other teams; default `openTeamsPrior`. */
  readonly prior?: ForecastPrior;
  /** Learn the prior anew for each team, from the others alone. Default false. */
  readonly leaveOneOut?: boolean;
}

/** Which forecasts are made and scored. Days are integers. */
export interface BacktestProtocol {
  /** Default 7, 14, 28, 56. */
  readonly horizons?: readonly number[];
  /** Each forecast sees only so many days before it, at least 28, as if the team had just begun; absent = all. */
  readonly historyDays?: number;
  /** Forecasts a team and horizon needs; default 4. */
  readonly fewestOrigins?: number;
  /** Shorter records are left out; default 112. */
  readonly fewestDays?: number;
  /** Score every k-th weekly forecast so that about so many are scored; absent = all. */
  readonly cap?: number;
  /** Default: the bootstrap of the last 30 days, which most tools use, then nb-mix. The first is the anchor. */
  readonly models?: readonly BacktestModel[];
  /** Seed of the interval over teams, whole; default 1. */
  readonly seed?: number;
}

/** Scores of one team, horizon and model; means over its forecasts. */
export interface BacktestCell {
  readonly series: string;
  readonly source: string;
  readonly days: number;
  readonly model: string;
  /** Forecasts scored. */
  readonly n: number;
  /** Share of forecasts whose stated count was reached, for counts stated with 50, 85 and 95 % chance. */
  readonly hit50: number;
  readonly hit85: number;
  readonly hit95: number;
  /** `hit85` without what whole numbers add to it: each outcome is spread evenly over its jump. 0.85 is right even for small counts. */
  readonly hit85Even: number;
  /** 95 % interval of `hit85` (Wilson), as if forecasts did not overlap. */
  readonly hit85Low: number;
  readonly hit85High: number;
  /** Share of outcomes within the 5 to 95 % range. */
  readonly coverage90: number;
  /** Continuous ranked probability score, items. */
  readonly crps: number;
  /** Over the anchor's. */
  readonly crpsRatio: number;
  /** Over the mean outcome, at least 0.5. */
  readonly crpsScaled: number;
  /** Pinball loss at 15 %, items. */
  readonly pinball15: number;
  /** Width of the 5 to 95 % range, items. */
  readonly width: number;
  /** Over the anchor's. */
  readonly widthRatio: number;
  /** Shares of probability integral transforms in ten equal bins, each outcome spread evenly over its jump. */
  readonly pit: readonly number[];
}

/** One model at one horizon over all teams; teams weigh alike. */
export interface BacktestSummary {
  readonly model: string;
  /** Absent: all horizons, each cell weighing alike. */
  readonly days?: number;
  readonly cells: number;
  readonly forecasts: number;
  readonly hit50: number;
  readonly hit85: number;
  /** 95 % interval of `hit85` from drawing teams anew. */
  readonly hit85Low: number;
  readonly hit85High: number;
  /** `hit85` without what whole numbers add to it. */
  readonly hit85Even: number;
  /** Mean of `hit85` in which sources weigh alike. */
  readonly hit85Balanced: number;
  readonly hit95: number;
  readonly coverage90: number;
  /** Geometric mean and median over cells. */
  readonly crpsRatio: number;
  readonly crpsRatioMedian: number;
  readonly widthRatioMedian: number;
  /** Share of cells whose `hit85` is below 0.70. */
  readonly leftBehind: number;
  /** Mean distance of the transform's distribution from the even one, at .1, .2, ... .9. */
  readonly pitError: number;
}

/** A back-test. */
export interface Backtest {
  /** By team, horizon, model, in the order given. */
  readonly cells: readonly BacktestCell[];
  /** By model, then horizon, then all. */
  readonly summaries: readonly BacktestSummary[];
}

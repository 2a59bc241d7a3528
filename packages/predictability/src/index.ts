export type { Issue, Result } from "@evenkeel/kernel";
export { backtestSle } from "./backtest-sle.js";
export { chanceAtAge } from "./chance-at-age.js";
export type { CalibrationGroup, CommitmentMeasure, PromiseRow, ShareOf } from "./commitment-types.js";
export { en } from "./en.js";
export { forecastDistribution } from "./forecast-distribution.js";
export { forecastThroughput } from "./forecast-throughput.js";
export { howMany } from "./how-many.js";
export type { PredictabilityCode } from "./issue.js";
export { learnSlePrior } from "./learn-sle-prior.js";
export { measureArrivals } from "./measure-arrivals.js";
export { measureCommitments } from "./measure-commitments.js";
export { measureCycleTime } from "./measure-cycle-time.js";
export { measureThroughput } from "./measure-throughput.js";
export { measureWip } from "./measure-wip.js";
export { measureWipAt } from "./measure-wip-at.js";
export { measureWorkItemAge } from "./measure-work-item-age.js";
export { processBehaviour } from "./process-behaviour.js";
export { type SleOptions, serviceLevelExpectation } from "./service-level-expectation.js";
export { defaultSlePrior } from "./sle-prior.js";
export type {
  AgeScore,
  ChanceBand,
  OpenShare,
  ServiceLevelExpectation,
  SleBacktest,
  SleKept,
  SleMethod,
  SleOrigin,
  SlePrior,
  SleProtocol,
  SleTeam,
  SleTeamBacktest,
} from "./sle-types.js";
export type {
  CycleTimeMeasure,
  DailyCounts,
  DayWindow,
  FlowItem,
  Forecast,
  ForecastModel,
  ForecastOptions,
  HorizonForecast,
  HowMany,
  ItemDuration,
  ProcessBehaviour,
  ProcessSignal,
  WhenDone,
  WipDay,
  WipMeasure,
} from "./types.js";
export { whenDone } from "./when-done.js";

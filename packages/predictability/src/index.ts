export type { Issue, Result } from "@evenkeel/kernel";
export { chanceDoneBy, deliveryCurve, whenBacklogDone } from "./backlog-done.js";
export { backlogLaw } from "./backlog-law.js";
export type { Backlog, BacklogDone, BacklogLaw, BacklogRisk, BacklogSplit, GrowthAnswer } from "./backlog-types.js";
export { backtestForecast } from "./backtest-forecast.js";
export { backtestSle } from "./backtest-sle.js";
export type {
  Backtest,
  BacktestCell,
  BacktestModel,
  BacktestProtocol,
  BacktestSeries,
  BacktestSummary,
} from "./backtest-types.js";
export { bootstrapTotal, bootstrapWhen } from "./bootstrap.js";
export { chanceAtAge } from "./chance-at-age.js";
export { chooseModel, type ModelChoice, type ModelScore, type RivalModel } from "./choose-model.js";
export type { CalibrationGroup, CommitmentMeasure, PromiseRow, ShareOf } from "./commitment-types.js";
export { type DailySeries, dailySeries } from "./daily-series.js";
export { deliverInOrder } from "./deliver-in-order.js";
export { en } from "./en.js";
export { findLevelChanges } from "./find-level-changes.js";
export { flowByState } from "./flow-by-state.js";
export { groupFlow } from "./flow-groups.js";
export { flowTable } from "./flow-table.js";
export type {
  AgeDay,
  BetweenEvents,
  BlockedDay,
  BlockedMeasure,
  BrokenCondition,
  CountBehaviour,
  CumulativeDay,
  CumulativeFlow,
  CycleTimeMeasure,
  DailyCounts,
  DayWindow,
  FlowCategory,
  FlowEfficiency,
  FlowGroup,
  FlowItem,
  FlowRows,
  FlowSpan,
  FlowTable,
  ItemDuration,
  ItemMoves,
  ItemTimeShares,
  LittlesLaw,
  ProcessBehaviour,
  ProcessSignal,
  ReworkMeasure,
  StateFlow,
  StateVisit,
  TimeInProgress,
  TimeShares,
  ToldState,
  WipByAge,
  WipDay,
  WipMeasure,
} from "./flow-types.js";
export { forecastDistribution } from "./forecast-distribution.js";
export { type ForecastPrior, openTeamsPrior } from "./forecast-prior.js";
export { forecastThroughput } from "./forecast-throughput.js";
export type {
  Forecast,
  ForecastModel,
  ForecastOptions,
  ForecastRecord,
  HorizonForecast,
  HowMany,
  MixtureState,
  WhenDone,
  WidthShares,
} from "./forecast-types.js";
export { howMany } from "./how-many.js";
export type { PredictabilityCode } from "./issue.js";
export { type JointDay, type JointDelivery, type JointFeature, jointDelivery } from "./joint-delivery.js";
export { learnForecastPrior, type PriorOptions } from "./learn-forecast-prior.js";
export { learnSlePrior } from "./learn-sle-prior.js";
export { extendLedger } from "./ledger-extend.js";
export { ledgerFromExpectation } from "./ledger-from-expectation.js";
export type {
  ForecastStability,
  IntervalRecord,
  JudgedPromise,
  LateNotice,
  Ledger,
  LedgerCalibration,
  LedgerForecast,
  LedgerMeasure,
  LedgerOutcome,
  LedgerPromise,
  LedgerReopening,
  LedgerRevision,
  LedgerSelection,
  LedgerSplit,
  LedgerWithdrawal,
  PromisedDates,
  PromiseKind,
  PromiseStanding,
  SayDo,
  SlipQuantiles,
  StatedChance,
} from "./ledger-types.js";
export type { LevelChanges, LevelPeriod } from "./level-change-types.js";
export { measureArrivals } from "./measure-arrivals.js";
export { measureBlocked } from "./measure-blocked.js";
export { measureCommitments } from "./measure-commitments.js";
export { measureCumulativeFlow } from "./measure-cumulative-flow.js";
export { measureCycleTime } from "./measure-cycle-time.js";
export { measureFlowEfficiency } from "./measure-flow-efficiency.js";
export { judgePromises, measureLedger } from "./measure-ledger.js";
export { measureLittlesLaw } from "./measure-littles-law.js";
export { measureRework } from "./measure-rework.js";
export { measureThroughput } from "./measure-throughput.js";
export { measureTimeInProgress } from "./measure-time-in-progress.js";
export { measureWip } from "./measure-wip.js";
export { measureWipAt } from "./measure-wip-at.js";
export { measureWipByAge } from "./measure-wip-by-age.js";
export { measureWorkItemAge } from "./measure-work-item-age.js";
export { processBehaviour } from "./process-behaviour.js";
export { betweenEvents } from "./process-between-events.js";
export { countBehaviour } from "./process-counts.js";
export { type ChanceByDate, type PromiseQuestion, type SafePromise, safeToPromise } from "./safe-to-promise.js";
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
export { type TeamsDistribution, teamsDistribution } from "./teams-distribution.js";
export { whenDone } from "./when-done.js";
export { type WhenTeamsDone, whenTeamsDone } from "./when-teams-done.js";

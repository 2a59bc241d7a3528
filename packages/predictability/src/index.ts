export type { Issue, Result } from "@evenkeel/kernel";
export { chanceAtAge } from "./chance-at-age.js";
export type { CalibrationGroup, CommitmentMeasure, PromiseRow, ShareOf } from "./commitment-types.js";
export { en } from "./en.js";
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
export { forecastThroughput } from "./forecast-throughput.js";
export { howMany } from "./how-many.js";
export type { PredictabilityCode } from "./issue.js";
export { measureArrivals } from "./measure-arrivals.js";
export { measureBlocked } from "./measure-blocked.js";
export { measureCommitments } from "./measure-commitments.js";
export { measureCumulativeFlow } from "./measure-cumulative-flow.js";
export { measureCycleTime } from "./measure-cycle-time.js";
export { measureFlowEfficiency } from "./measure-flow-efficiency.js";
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
export { type SleOptions, serviceLevelExpectation } from "./service-level-expectation.js";
export type {
  Forecast,
  ForecastModel,
  ForecastOptions,
  HorizonForecast,
  HowMany,
  OpenShare,
  ServiceLevelExpectation,
  SleMethod,
  WhenDone,
} from "./types.js";
export { whenDone } from "./when-done.js";

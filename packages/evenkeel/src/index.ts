export type { Check, CheckConfig, CheckPack, Finding, Viewer, Waiver } from "@evenkeel/checks";
export {
  type Baseline,
  baselineOf,
  compareSeverity,
  compareWithBaseline,
  compileDataChecks,
  parseBaseline,
  presets,
  resolveConfig,
  toSarif,
} from "@evenkeel/checks";
export { answer, clarityChecks, interview, type Question, textSmells } from "@evenkeel/clarity";
export {
  type Blocker,
  completionChecks,
  type Duty,
  dutiesToICalendar,
  type NextItem,
  nextItems,
  openDuties,
  type PullPolicy,
  partyOf,
  pullPolicies,
  type StuckItem,
  stuckItems,
  unblockOrder,
} from "@evenkeel/completion";
export { type Boundary, coordinationChecks, type LogicPoint, type TeamDependency } from "@evenkeel/coordination";
export {
  onTimeLine,
  type WorkContext,
  type WorkHistory,
  type WorkPlan,
  type WorkRecords,
  workContext,
} from "@evenkeel/core";
export { effectivenessChecks } from "@evenkeel/effectiveness";
export { type Catalog, type Chart, type Issue, type Message, orThrow, type Result, WorkError } from "@evenkeel/kernel";
export { type Forecast, howMany, whenDone } from "@evenkeel/predictability";
export { criticalPath, explain, type Schedule } from "@evenkeel/scheduling";
export { ganttLayout } from "@evenkeel/scheduling/charts";
export {
  type MeasureValue,
  type RulePack,
  type RuleSpec,
  type RuleVersion,
  readRulePack,
  ruleChecks,
  ruleTexts,
  sustainabilityChecks,
} from "@evenkeel/sustainability";
export { measureOf, rulePacks, tryRulePack } from "@evenkeel/sustainability/packs";
export { type DurationText, parseDuration } from "./duration-text.js";
export { describe, en } from "./en.js";
export { type EasyForecast, forecast } from "./forecast.js";
export { checkPacks, knownChecks } from "./known-checks.js";
export { priceChart } from "./price/price-chart.js";
export { priceOfRule } from "./price/price-of-rule.js";
export { reschedule, rescheduler } from "./price/reschedule.js";
export type {
  LaidEffort,
  PersonLimit,
  PersonWeek,
  PlanSuggestion,
  Price,
  PriceOptions,
  PricePoint,
  Reschedule,
  Rescheduled,
  RescheduledItem,
  Rescheduler,
  WeekOverLimit,
  WorkLimit,
} from "./price/types.js";
export type { SchedulePlanOptions } from "./review/plan-parts.js";
export { type PlanSchedules, schedulePlan } from "./review/schedule-projects.js";
export type {
  AgeingItem,
  ChartName,
  Consequence,
  DecisionWaiting,
  FlowSummary,
  ForecastSummary,
  ProjectSchedule,
  PromiseBasis,
  PromiseOutlook,
  PromiseRecord,
  Review,
  ReviewAction,
  ReviewInput,
} from "./review/types.js";
export { reviewWork } from "./review-work.js";
export { type After, type EasyActivity, type EasySchedule, schedule } from "./schedule.js";

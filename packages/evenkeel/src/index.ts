export type { Finding, Viewer, Waiver } from "@evenkeel/checks";
export { compareSeverity, toSarif } from "@evenkeel/checks";
export { clarityChecks } from "@evenkeel/clarity";
export { completionChecks } from "@evenkeel/completion";
export { coordinationChecks } from "@evenkeel/coordination";
export type { WorkHistory, WorkPlan, WorkRecords } from "@evenkeel/core";
export { effectivenessChecks } from "@evenkeel/effectiveness";
export { type Catalog, type Chart, type Issue, type Message, orThrow, type Result, WorkError } from "@evenkeel/kernel";
export { type Forecast, howMany, whenDone } from "@evenkeel/predictability";
export { criticalPath, explain, type Schedule } from "@evenkeel/scheduling";
export { ganttLayout } from "@evenkeel/scheduling/charts";
export { sustainabilityChecks } from "@evenkeel/sustainability";
export { type DurationText, parseDuration } from "./duration-text.js";
export { describe, en } from "./en.js";
export { type EasyForecast, forecast } from "./forecast.js";
export { type PlanSchedules, type SchedulePlanOptions, schedulePlan } from "./review/schedule-projects.js";
export type {
  AgeingItem,
  Consequence,
  DecisionWaiting,
  FlowSummary,
  ForecastSummary,
  ProjectSchedule,
  PromiseOutlook,
  Review,
  ReviewAction,
  ReviewInput,
  Waiting,
} from "./review/types.js";
export { reviewWork } from "./review-work.js";
export { type After, type EasyActivity, type EasySchedule, schedule } from "./schedule.js";

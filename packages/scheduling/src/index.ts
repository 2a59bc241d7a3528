export type { CalendarSpec, CompiledCalendar, CompiledCalendars, ZoneRules } from "@evenkeel/calendar";
export type { Issue, Message, Result } from "@evenkeel/kernel";
export { backwardPass } from "./backward-pass.js";
export { balanceWork, type WorkBalance, type WorkChange, type WorkRules } from "./balance-work.js";
export {
  type BaselineReport,
  type BaselineRow,
  type BaselineVariance,
  baselineVariance,
} from "./baseline-variance.js";
export { type Certificate, certify, type DateProof, type Reason } from "./certificates.js";
export type { Clock } from "./clock.js";
export {
  type ActivityChange,
  compareSchedules,
  type ScheduleComparison,
  traceSlippage,
} from "./compare-schedules.js";
export { compileNetwork } from "./compile-network.js";
export { type CompiledSchedule, compileSchedule } from "./compile-schedule.js";
export { criticalPath } from "./critical-path.js";
export { type EarnedSchedule, type EarnedScheduleInput, earnedSchedule } from "./earned-schedule.js";
export {
  type EarnedTime,
  type EarnedValueActivity,
  type EarnedValueInput,
  type EarnedValueReport,
  type EarnedValueRow,
  earnedValue,
} from "./earned-value.js";
export {
  type ByAssumption,
  type EarnedValueFigures,
  type EarnedValueMeasures,
  measureEarnedValue,
} from "./earned-value-measures.js";
export { en } from "./en.js";
export { explain } from "./explain.js";
export { explainChange } from "./explain-change.js";
export { explainConflict } from "./explain-conflict.js";
export { type Conflict, type Conflicts, type Demand, findConflicts } from "./find-conflicts.js";
export { type FloatPath, floatPaths } from "./float-paths.js";
export { forwardPass } from "./forward-pass.js";
export { type LinkFloat, linkFloats } from "./link-floats.js";
export { type LongestPath, longestPath } from "./longest-path.js";
export { measureFloats } from "./measure-floats.js";
export { type FloatBand, nearCritical } from "./near-critical.js";
export { type OpenSchedule, openSchedule } from "./open-schedule.js";
export type { Outline } from "./outline.js";
export type { PlanVersion } from "./plan-version.js";
export { presets, type ScheduleRules } from "./rules.js";
export { schedule } from "./schedule.js";
export type { Cause, CauseKind, Movement } from "./slippage.js";
export type {
  ActivityInput,
  AssignmentInput,
  CompiledNetwork,
  DateConstraint,
  Driver,
  EarlyDates,
  Floats,
  LagInput,
  LateDates,
  LinkInput,
  LinkType,
  MovedActivity,
  NetworkColumns,
  OutsideDates,
  PlacedWork,
  ProjectInput,
  Schedule,
  ScheduleChange,
  ScheduledActivity,
  ScheduleEdit,
  ScheduleInput,
  ScheduleOptions,
  SpecialActivity,
  WorkContour,
  WorkSpan,
} from "./types.js";

export type { CalendarSpec, CompiledCalendar, CompiledCalendars, ZoneRules } from "@evenkeel/calendar";
export type { Issue, Message, Result } from "@evenkeel/kernel";
export { backwardPass } from "./backward-pass.js";
export type { Clock } from "./clock.js";
export { compileNetwork } from "./compile-network.js";
export { type CompiledSchedule, compileSchedule } from "./compile-schedule.js";
export { criticalPath } from "./critical-path.js";
export { en } from "./en.js";
export { explain } from "./explain.js";
export { explainConflict } from "./explain-conflict.js";
export { type Conflict, type Conflicts, type Demand, findConflicts } from "./find-conflicts.js";
export { forwardPass } from "./forward-pass.js";
export { measureFloats } from "./measure-floats.js";
export type { Outline } from "./outline.js";
export { presets, type ScheduleRules } from "./rules.js";
export { schedule } from "./schedule.js";
export type {
  ActivityInput,
  CompiledNetwork,
  DateConstraint,
  Driver,
  EarlyDates,
  Floats,
  LagInput,
  LateDates,
  LinkInput,
  LinkType,
  NetworkColumns,
  Schedule,
  ScheduledActivity,
  ScheduleInput,
  ScheduleOptions,
  SpecialActivity,
} from "./types.js";

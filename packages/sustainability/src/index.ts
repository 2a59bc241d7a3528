export type { CalendarSpec } from "@evenkeel/calendar";
export type { Check, Finding } from "@evenkeel/checks";
export type { Issue, Result } from "@evenkeel/kernel";
export { type AverageWork, type AverageWorkInput, averageWork } from "./average-work.js";
export { concentration } from "./concentration.js";
export { en } from "./en.js";
export { measureLoad } from "./measure-load.js";
export {
  type DailyRest,
  measureDailyRest,
  measureRestBetween,
  measureWeeklyRest,
  type RestBetween,
  type WeeklyRest,
} from "./measure-rest.js";
export { mergeIntervals, type Span } from "./merge-intervals.js";
export { overload } from "./overload.js";
export {
  article36Caps,
  type OvertimeBreach,
  type OvertimeCaps,
  type OvertimeMonth,
  overtimeBreaches,
} from "./overtime-caps.js";
export { restByClock } from "./rest-by-clock.js";
export { ruleChecks } from "./rules/compile-rule.js";
export { measureTexts } from "./rules/measure-texts.js";
export { readRulePack } from "./rules/read-rule-pack.js";
export { ruleTexts } from "./rules/rule-texts.js";
export type { RuleBound, RulePack, RuleSpec, RuleVersion } from "./rules/types.js";
export { sustainabilityChecks } from "./sustainability-checks.js";
export { tooMuchInProgress } from "./too-much-in-progress.js";
export { type Authors, authorsOf, degreeOfAuthorship, type TruckFactor, truckFactor } from "./truck-factor.js";
export type {
  LeaveSpan,
  LoadInput,
  LoadPerson,
  LoadTask,
  LoadWeek,
  OwnershipEvent,
  RuleOptOut,
  SustainabilityInput,
  WorkColumns,
  WorkInterval,
  WorkingPerson,
} from "./types.js";
export { type CivilDays, civilDays } from "./working-time/civil-days.js";
export type { MeasureUnit, MeasureValue } from "./working-time/measures/measure.js";
export { openWorkingTime, type WorkEdited, type WorkingTimeSession } from "./working-time/open-working-time.js";
export { type Timesheet, timesheet } from "./working-time/timesheet.js";
export { Clocks, type Judged, type WorkingTime, type WorkSource, workingTime } from "./working-time/working-time.js";

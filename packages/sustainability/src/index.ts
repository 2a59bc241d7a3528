export type { CalendarSpec } from "@evenkeel/calendar";
export type { Check, Finding } from "@evenkeel/checks";
export type { Issue, Result } from "@evenkeel/kernel";
export { type AverageWork, type AverageWorkInput, averageWork } from "./average-work.js";
export { ownershipConcentration, skillConcentration } from "./checks/concentration-checks.js";
export { handoffsPerWeek, operationalWork, switchesPerDay, tooManyProjects } from "./checks/flow-checks.js";
export { overloadStreak, recoveryAfterPeaks, slack } from "./checks/load-checks.js";
export { rotaSize } from "./checks/on-call-checks.js";
export { afterHoursContact, afterHoursWork, focusTime, leaveTaken } from "./checks/time-checks.js";
export { type GreedyLoss, greedyLoss } from "./concentration/greedy-loss.js";
export { ownersByProject } from "./concentration/owners.js";
export { type SkillDemand, skillDemands, skillHolders } from "./concentration/skills.js";
export { type SmallestLoss, smallestLoss } from "./concentration/smallest-loss.js";
export type { ItemOwner, SkillInput } from "./concentration/types.js";
export { concentration } from "./concentration.js";
export { en } from "./en.js";
export { contextSwitches, type SwitchDay } from "./flow/context-switches.js";
export { type HandoffWeek, handoffLoad } from "./flow/handoff-load.js";
export type { HandoffRow, HeldItem, Touch, TypedEffort, WorkType } from "./flow/types.js";
export { measureWip, type WipSpan } from "./flow/wip.js";
export { type WorkTypeShares, workTypeShares } from "./flow/work-type-shares.js";
export { type AfterHoursDay, type AfterHoursShares, afterHoursShares, measureAfterHours } from "./focus/after-hours.js";
export { type FocusDay, measureFocus } from "./focus/measure-focus.js";
export type { ContactPoint, PersonSpan, WorkingDay } from "./focus/types.js";
export { type CalendarPerson, type RecordedInstant, type WorkingDayInput, workingDays } from "./focus/working-days.js";
export { type LeaveStanding, measureLeave } from "./leave/measure-leave.js";
export type { LeaveDay, LeaveEntitlement } from "./leave/types.js";
export { loadByWeek, rollingLoad, utilizationOf } from "./load/gather-load.js";
export { type OverloadStreak, overloadStreaks } from "./load/overload-streaks.js";
export { plannedDays } from "./load/planned-days.js";
export type { ActualLoadInput, LoadSpan, WorkedTime } from "./load/types.js";
export { workedDays } from "./load/worked-days.js";
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
export {
  type OnCallShare,
  onCallShares,
  type RotaSize,
  rotaSizes,
  type ShiftIncidents,
  shiftIncidents,
} from "./on-call/measure-on-call.js";
export type { Rota, RotaIncident, RotaShift } from "./on-call/types.js";
export { overload } from "./overload.js";
export {
  article36Caps,
  type OvertimeBreach,
  type OvertimeCaps,
  type OvertimeMonth,
  overtimeBreaches,
} from "./overtime-caps.js";
export {
  allenCunneenWait,
  delayByUtilization,
  type UtilizationDelay,
  type VariedServers,
} from "./queueing/delay-by-utilization.js";
export { type KingmanInput, kingmanWait } from "./queueing/kingman-wait.js";
export { erlangB, type ManyServers, type QueueWait, queueWait, queueWaitQuantile } from "./queueing/many-servers.js";
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
export type { WorkSource } from "./working-time/work-source.js";
export { type Judged, type WorkingTime, workingTime } from "./working-time/working-time.js";

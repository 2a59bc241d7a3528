export type { CalendarSpec } from "@evenkeel/calendar";
export type { Check, Finding } from "@evenkeel/checks";
export type { Issue, Result } from "@evenkeel/kernel";
export { ownershipConcentration, skillConcentration } from "./checks/concentration-checks.js";
export { handoffsPerWeek, operationalWork, switchesPerDay, tooManyProjects } from "./checks/flow-checks.js";
export { overloadStreak, recoveryAfterPeaks, slack } from "./checks/load-checks.js";
export { incidentsPerShift, onCallShare, rotaSize } from "./checks/on-call-checks.js";
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
export { type DailyRest, measureDailyRest, measureWeeklyRest, type WeeklyRest } from "./measure-rest.js";
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
  allenCunneenWait,
  delayByUtilization,
  type UtilizationDelay,
  type VariedServers,
} from "./queueing/delay-by-utilization.js";
export { type KingmanInput, kingmanWait } from "./queueing/kingman-wait.js";
export { erlangB, type ManyServers, type QueueWait, queueWait, queueWaitQuantile } from "./queueing/many-servers.js";
export { dailyRest, weeklyRest } from "./rest-checks.js";
export { euStates, euWorkingTime, type LegalValue } from "./rules/eu-working-time.js";
export { sustainabilityChecks } from "./sustainability-checks.js";
export { tooMuchInProgress } from "./too-much-in-progress.js";
export { type Authors, authorsOf, degreeOfAuthorship, type TruckFactor, truckFactor } from "./truck-factor.js";
export type {
  LoadInput,
  LoadPerson,
  LoadTask,
  LoadWeek,
  OwnershipEvent,
  SustainabilityInput,
  WorkInterval,
} from "./types.js";

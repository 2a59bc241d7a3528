export type { CalendarSpec } from "@evenkeel/calendar";
export type { Check, Finding } from "@evenkeel/checks";
export type { Issue, Result } from "@evenkeel/kernel";
export { type GreedyLoss, greedyLoss } from "./concentration/greedy-loss.js";
export { type SmallestLoss, smallestLoss } from "./concentration/smallest-loss.js";
export { concentration } from "./concentration.js";
export { en } from "./en.js";
export { measureLoad } from "./measure-load.js";
export { type DailyRest, measureDailyRest, measureWeeklyRest, type WeeklyRest } from "./measure-rest.js";
export { mergeIntervals, type Span } from "./merge-intervals.js";
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

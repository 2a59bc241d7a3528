import { breakTime, shiftSpan, unbrokenWork } from "./breaks.js";
import { consecutiveDays, freeDaysInYear, leaveInYear, workAtTimes, workedDays } from "./days.js";
import { averageWeeklyWork, workInWindow, workPerBlock, workPerDay, workPerShift } from "./hours.js";
import type { Measure } from "./measure.js";
import { averageNightWork, nightShiftWork } from "./night.js";
import { incidentsPerShift, onCallShare } from "./on-call.js";
import { monthsOverOvertime, overtimePerMonth, overtimePerYear } from "./overtime.js";
import { dailyRest, restBetween, restOwed, restPeriods, weeklyRest } from "./rest.js";

/** Every measure that a rule may name, by name. */
export const measures: ReadonlyMap<string, Measure> = /* @__PURE__ */ (() =>
  new Map(
    [
      averageNightWork,
      averageWeeklyWork,
      breakTime,
      consecutiveDays,
      dailyRest,
      freeDaysInYear,
      incidentsPerShift,
      leaveInYear,
      monthsOverOvertime,
      nightShiftWork,
      onCallShare,
      overtimePerMonth,
      overtimePerYear,
      restBetween,
      restOwed,
      restPeriods,
      shiftSpan,
      unbrokenWork,
      weeklyRest,
      workAtTimes,
      workedDays,
      workInWindow,
      workPerBlock,
      workPerDay,
      workPerShift,
    ].map((measure) => [measure.name, measure]),
  ))();

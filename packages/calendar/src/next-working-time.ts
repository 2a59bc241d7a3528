import type { CompiledCalendar } from "./types.js";
import { endOfTime, extend, intervalAfter, ticksPerDay } from "./work-table.js";

/**
 * The tick itself when work can begin there, else the start of the next working interval. 17:00 becomes 08:00 of the next day.
 *
 * @param calendar - compiled by `compileCalendars`
 * @param at - ticks (tenths of a minute) on the calendar's time line, Int32
 * @returns ticks; 2^31-1 when no working time follows
 *
 * Issues: none.
 * Time O(1) amortised, space O(days between) on first use.
 * Source: own.
 *
 * @example
 * const { calendars } = orThrow(compileCalendars([standardCalendar]));
 * nextWorkingTime(calendars[0], 10200); // => 19200
 */
export function nextWorkingTime(calendar: CompiledCalendar, at: number): number {
  if (calendar.isContinuous) return at;
  const { table } = calendar;
  const interval = intervalAfter(table, at);
  if (interval === 0 || interval === table.start.length - 1) {
    const day = interval === 0 ? Math.floor(at / ticksPerDay) : table.firstDay + table.dayCount;
    return extend(table, day) ? nextWorkingTime(calendar, at) : endOfTime;
  }
  return Math.max(table.start[interval]!, at);
}

import type { CompiledCalendar } from "./types.js";
import { beginOfTime, extend, intervalAfter, ticksPerDay } from "./work-table.js";

/**
 * The tick itself when work can end there, else the end of the working interval before. 08:00 becomes 17:00 of the day before.
 *
 * @param calendar - compiled by `compileCalendars`
 * @param at - ticks (tenths of a minute) on the calendar's time line, Int32
 * @returns ticks; -2^31 when no working time precedes
 *
 * Issues: none.
 * Time O(1) amortised, space O(days between) on first use.
 * Source: own.
 *
 * @example
 * const { calendars } = orThrow(compileCalendars([standardCalendar]));
 * previousWorkingTime(calendars[0], 19200); // => 10200
 */
export function previousWorkingTime(calendar: CompiledCalendar, at: number): number {
  if (calendar.isContinuous) return at;
  const { table } = calendar;
  const interval = intervalAfter(table, at - 1);
  if (interval > 0 && table.start[interval]! < at) return at;
  if (interval <= 1) {
    const day = interval === 0 ? Math.floor((at - 1) / ticksPerDay) : table.firstDay - 1;
    return extend(table, day) ? previousWorkingTime(calendar, at) : beginOfTime;
  }
  return table.end[interval - 1]!;
}

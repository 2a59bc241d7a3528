import { backwardBy, forwardBy } from "./move-by.js";
import type { CompiledCalendar } from "./types.js";

/**
 * The earliest tick with so much working time after another: 480 minutes after Monday 08:00 is Monday 17:00, not Tuesday 08:00.
 *
 * Lands on the end of an interval. Zero work leaves the tick as it is, even outside working time. Negative work is `subtractWork`.
 *
 * @param calendar - compiled by `compileCalendars`
 * @param at - ticks (tenths of a minute) on the calendar's time line, Int32
 * @param work - working ticks, Int32
 * @returns ticks; 2^31-1 when the calendar has not so much working time before the end of time (year 2378)
 *
 * Issues: none.
 * Time O(1) amortised, space O(days between) on first use.
 * Source: own; landing side as MS Project and Primavera P6 store it.
 *
 * @example
 * const { calendars } = orThrow(compileCalendars([standardCalendar]));
 * addWork(calendars[0], 4800, 4800); // => 10200
 */
export function addWork(calendar: CompiledCalendar, at: number, work: number): number {
  return work > 0 ? forwardBy(calendar, at, work) : work < 0 ? backwardBy(calendar, at, -work) : at;
}

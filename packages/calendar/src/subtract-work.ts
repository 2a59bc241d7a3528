import { backwardBy, forwardBy } from "./move-by.js";
import type { CompiledCalendar } from "./types.js";

/**
 * The latest tick with so much working time before another: 480 minutes before Monday 17:00 is Monday 08:00, not Friday 17:00.
 *
 * Lands on the start of an interval. Zero work leaves the tick as it is, even outside working time. Negative work is `addWork`.
 *
 * @param calendar - compiled by `compileCalendars`
 * @param at - ticks (tenths of a minute) on the calendar's time line, Int32
 * @param work - working ticks, Int32
 * @returns ticks; -2^31 when the calendar has not so much working time after the beginning of time (year 1561)
 *
 * Issues: none.
 * Time O(1) amortised, space O(days between) on first use.
 * Source: own; landing side as MS Project and Primavera P6 store it.
 *
 * @example
 * const { calendars } = orThrow(compileCalendars([standardCalendar]));
 * subtractWork(calendars[0], 10200, 4800); // => 4800
 */
export function subtractWork(calendar: CompiledCalendar, at: number, work: number): number {
  return work > 0 ? backwardBy(calendar, at, work) : work < 0 ? forwardBy(calendar, at, -work) : at;
}

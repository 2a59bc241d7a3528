import { nextWorkingTime } from "./next-working-time.js";
import { previousWorkingTime } from "./previous-working-time.js";
import type { CompiledCalendar } from "./types.js";

/**
 * Whether a tick belongs to working time, both ends of each interval included: 08:00 and 17:00 do.
 *
 * @param calendar - compiled by `compileCalendars`
 * @param at - ticks (tenths of a minute) on the calendar's time line, Int32
 * @returns true where work can begin or end
 *
 * Issues: none.
 * Time O(1) amortised, space O(days between) on first use.
 * Source: own.
 *
 * @example
 * const { calendars } = orThrow(compileCalendars([standardCalendar]));
 * [4799, 4800, 10200, 10201].map((at) => isWorkingTime(calendars[0], at)); // => [false, true, true, false]
 */
export function isWorkingTime(calendar: CompiledCalendar, at: number): boolean {
  return nextWorkingTime(calendar, at) === at || previousWorkingTime(calendar, at) === at;
}

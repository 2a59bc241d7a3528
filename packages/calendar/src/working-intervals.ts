import { nextWorkingTime } from "./next-working-time.js";
import type { CompiledCalendar, TickSpan } from "./types.js";
import { endOfTime, extend, intervalAfter, ticksPerDay } from "./work-table.js";

/**
 * The working intervals in a range, for charts, certificates and timesheets.
 *
 * @param calendar - compiled by `compileCalendars`
 * @param from - ticks (tenths of a minute) on the calendar's time line, Int32
 * @param to - ticks, Int32; excluded
 * @returns half-open spans, rising, never touching, cut to the range; none when `to` does not come after `from`
 *
 * Issues: none.
 * Time O(intervals in the range), space the same.
 * Source: own.
 *
 * @example
 * const { calendars } = orThrow(compileCalendars([standardCalendar]));
 * workingIntervals(calendars[0], 6000, 19200); // => [{ from: 6000, to: 7200 }, { from: 7800, to: 10200 }]
 */
export function workingIntervals(calendar: CompiledCalendar, from: number, to: number): TickSpan[] {
  if (!(from < to)) return [];
  if (calendar.isContinuous) return [{ from, to }];
  const { table } = calendar;
  for (const tick of [from, to]) if (intervalAfter(table, tick) === 0) extend(table, Math.floor(tick / ticksPerDay));
  const found: TickSpan[] = [];
  let at = nextWorkingTime(calendar, from);
  // Both ends are in the window now, so no interval is cut at the window's edge.
  for (let k = intervalAfter(table, at); at < to && at < endOfTime; k++) {
    found.push({ from: at, to: Math.min(to, table.end[k]!) });
    at = table.start[k + 1]!;
  }
  return found;
}

import { addWork } from "./add-work.js";
import type { CompiledCalendar } from "./types.js";
import { beginOfTime, extend, intervalAfter, intervalAtWork, ticksPerDay } from "./work-table.js";

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
  if (work <= 0) return work === 0 ? at : addWork(calendar, at, -work);
  if (calendar.isContinuous) return Math.max(beginOfTime, at - work);
  const { table } = calendar;
  const interval = intervalAfter(table, at);
  if (interval === 0)
    return extend(table, Math.floor(at / ticksPerDay)) ? subtractWork(calendar, at, work) : beginOfTime;
  const { start, before } = table;
  const done = start[interval]! < at ? at - start[interval]! : 0;
  if (done >= work) return at - work;
  const target = before[interval]! + done - work;
  const first = intervalAtWork(table, target);
  if (first > 0) return start[first]! + (target - before[first]!);
  return extend(table, table.firstDay - 1) ? subtractWork(calendar, at, work) : beginOfTime;
}

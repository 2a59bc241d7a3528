import type { CompiledCalendar } from "./types.js";
import { extend, intervalAfter, ticksPerDay } from "./work-table.js";

/**
 * Working time from one tick to another, negative when the second comes first.
 *
 * @param calendar - compiled by `compileCalendars`
 * @param from - ticks (tenths of a minute) on the calendar's time line, Int32
 * @param to - ticks, Int32
 * @returns working ticks, signed; with a zone, real elapsed time across changes of the clock
 *
 * Issues: none.
 * Time O(1) amortised, space O(days between) on first use.
 * Source: own.
 *
 * @example
 * const { calendars } = orThrow(compileCalendars([standardCalendar]));
 * workBetween(calendars[0], 10200, 0); // => -4800
 */
export function workBetween(calendar: CompiledCalendar, from: number, to: number): number {
  if (calendar.isContinuous) return to - from;
  const { table } = calendar;
  const first = intervalAfter(table, from);
  const last = intervalAfter(table, to);
  if (first === 0 || last === 0) {
    const isGrown = extend(table, Math.floor((first === 0 ? from : to) / ticksPerDay));
    return isGrown ? workBetween(calendar, from, to) : 0;
  }
  const { start, before } = table;
  const begun = start[first]! < from ? from - start[first]! : 0;
  const ended = start[last]! < to ? to - start[last]! : 0;
  return before[last]! + ended - (before[first]! + begun);
}

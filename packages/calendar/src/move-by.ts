import type { CompiledCalendar } from "./types.js";
import { beginOfTime, endOfTime, extend, intervalAfter, intervalAtWork, ticksPerDay } from "./work-table.js";

/** The earliest tick with `work` > 0 ticks of work after `at`. */
export function forwardBy(calendar: CompiledCalendar, at: number, work: number): number {
  if (calendar.isContinuous) return Math.min(endOfTime, at + work);
  const { table } = calendar;
  const interval = intervalAfter(table, at);
  if (interval === 0) return extend(table, Math.floor(at / ticksPerDay)) ? forwardBy(calendar, at, work) : endOfTime;
  const { start, before } = table;
  const from = Math.max(start[interval]!, at);
  const target = before[interval]! + (from - start[interval]!) + work;
  const last = intervalAtWork(table, target - 1);
  if (last > 0) return start[last]! + (target - before[last]!);
  return extend(table, table.firstDay + table.dayCount) ? forwardBy(calendar, at, work) : endOfTime;
}

/** The latest tick with `work` > 0 ticks of work before `at`. */
export function backwardBy(calendar: CompiledCalendar, at: number, work: number): number {
  if (calendar.isContinuous) return Math.max(beginOfTime, at - work);
  const { table } = calendar;
  const interval = intervalAfter(table, at);
  if (interval === 0) return extend(table, Math.floor(at / ticksPerDay)) ? backwardBy(calendar, at, work) : beginOfTime;
  const { start, before } = table;
  const done = start[interval]! < at ? at - start[interval]! : 0;
  const target = before[interval]! + done - work;
  const first = intervalAtWork(table, target);
  if (first > 0) return start[first]! + (target - before[first]!);
  return extend(table, table.firstDay - 1) ? backwardBy(calendar, at, work) : beginOfTime;
}

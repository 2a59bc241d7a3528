import type { SpanSource, WorkTable } from "./types.js";

/** Ticks of a day. */
export const ticksPerDay = 14_400;
/** The first and the last tick there is; results beyond them are these. */
export const beginOfTime = -2_147_483_648;
/** See `beginOfTime`. */
export const endOfTime = 2_147_483_647;

// Whole days inside Int32 ticks.
const firstDayEver = -149_130;
const lastDayEver = 149_129;
/** Days looked at first when any working time is sought: two weeks. */
const firstLook = 14;
/** 2^11 ticks, some seven to a day: from the interval looked up, the one sought is mostly no step away. */
const tickShift = 11;
/** The same for work: at least four to an interval of mean length. */
const workShare = 2;

/** An empty table; it fills on first use. */
export function emptyTable(spans: SpanSource): WorkTable {
  const none = new Int32Array(0);
  return {
    spans,
    firstDay: 0,
    dayCount: 0,
    from: 0,
    length: 0,
    intervalAtTick: none,
    start: none,
    end: none,
    before: none,
    workFrom: 0,
    workLength: 0,
    intervalAtWork: none,
    shift: 0,
  };
}

function build(table: WorkTable, first: number, last: number): void {
  const spans = table.spans(first, last);
  const count = spans.length / 2;
  const start = new Int32Array(count + 2);
  const end = new Int32Array(count + 2);
  const before = new Int32Array(count + 2);
  let total = 0;
  for (let k = 0; k < count; k++) total += spans[2 * k + 1]! - spans[2 * k]!;
  // Zero in the middle: the sum of 800 years of work fits Int32 on both sides.
  let sum = -Math.floor(total / 2);
  start[0] = end[0] = beginOfTime;
  before[0] = sum;
  for (let k = 0; k < count; k++) {
    start[k + 1] = spans[2 * k]!;
    end[k + 1] = spans[2 * k + 1]!;
    before[k + 1] = sum;
    sum += spans[2 * k + 1]! - spans[2 * k]!;
  }
  start[count + 1] = end[count + 1] = endOfTime;
  before[count + 1] = sum;

  const from = first * ticksPerDay;
  const length = (last + 1 - first) * ticksPerDay;
  const intervalAtTick = new Int32Array(Math.ceil(length / 2 ** tickShift));
  for (let bucket = 0, k = 1; bucket < intervalAtTick.length; bucket++) {
    while (end[k]! <= from + bucket * 2 ** tickShift) k++;
    intervalAtTick[bucket] = k;
  }
  const shift = Math.max(0, 31 - Math.clz32(total / Math.max(1, count)) - workShare);
  const intervalAtWork = new Int32Array(Math.floor(total / 2 ** shift) + 1);
  for (let bucket = 0, k = 1; bucket < intervalAtWork.length; bucket++) {
    while (k <= count && before[k + 1]! - before[0]! <= bucket * 2 ** shift) k++;
    intervalAtWork[bucket] = k;
  }
  Object.assign(table, { firstDay: first, dayCount: last - first + 1, from, length });
  Object.assign(table, { intervalAtTick, start, end, before, intervalAtWork, shift });
  Object.assign(table, { workFrom: before[0]!, workLength: total });
}

/** Whether there is any working time from the beginning to the end of time; looks around a day first. */
export function hasWorkingTime(spans: SpanSource, near = 0): boolean {
  let first = Math.min(Math.max(near, firstDayEver), lastDayEver - firstLook);
  let last = first + firstLook;
  if (spans(first, last).length > 0) return true;
  while (first > firstDayEver || last < lastDayEver) {
    const width = last - first;
    const [earlier, later] = [Math.max(firstDayEver, first - width), Math.min(lastDayEver, last + width)];
    if (spans(last, later).length > 0 || spans(earlier, first).length > 0) return true;
    [first, last] = [earlier, later];
  }
  return false;
}

/** Makes the window hold a day, and at least doubles it; false when the window cannot grow that way. */
export function extend(table: WorkTable, day: number): boolean {
  const { firstDay, dayCount } = table;
  const isNew = dayCount === 0;
  const lastDay = firstDay + dayCount - 1;
  const first = isNew ? day - 64 : day < firstDay ? Math.min(day - 400, firstDay - dayCount) : firstDay;
  const last = isNew ? day + 447 : day > lastDay ? Math.max(day + 400, lastDay + dayCount) : lastDay;
  const [from, to] = [Math.max(firstDayEver, first), Math.min(lastDayEver, last)];
  if (from > to || (!isNew && from >= firstDay && to <= lastDay)) return false;
  build(table, from, to);
  return true;
}

/** The first interval that ends after a tick; 0 when the tick lies outside the window. */
export function intervalAfter(table: WorkTable, at: number): number {
  // At most 2^32 ticks of time: unsigned shifting is exact.
  const since = at - table.from;
  if (!(since >= 0 && since < table.length)) return 0;
  let interval = table.intervalAtTick[since >>> tickShift]!;
  while (table.end[interval]! <= at) interval++;
  return interval;
}

/** The interval in which the working ticks since the table's zero come to more than `work`; 0 when outside the window. */
export function intervalAtWork(table: WorkTable, work: number): number {
  // At most 2^32 - 1 ticks of work: unsigned shifting is exact.
  const since = work - table.workFrom;
  if (!(since >= 0 && since < table.workLength)) return 0;
  const { before } = table;
  let interval = table.intervalAtWork[since >>> table.shift]!;
  while (before[interval + 1]! <= work) interval++;
  return interval;
}

import { visitOccurrences, weekdayIndex } from "./occurrences.js";
import type { DayTicks, Layer, WorkTable } from "./types.js";
import { offsetSpans } from "./zone-spans.js";

/** Ticks of a day. */
export const ticksPerDay = 14_400;
/** The first and the last tick there is; results beyond them are these. */
export const beginOfTime = -2_147_483_648;
/** See `beginOfTime`. */
export const endOfTime = 2_147_483_647;

// Whole days inside Int32 ticks.
const firstDayEver = -149_130;
const lastDayEver = 149_129;

/** An empty table; it fills on first use. */
export function emptyTable(
  layers: readonly Layer[],
  zone: WorkTable["zone"],
  zoneRules: WorkTable["zoneRules"],
): WorkTable {
  const none = new Int32Array(0);
  return {
    layers,
    zone,
    zoneRules,
    firstDay: 0,
    dayCount: 0,
    intervalAtDay: none,
    start: none,
    end: none,
    before: none,
    intervalAtWork: none,
    shift: 0,
  };
}

function paint(layers: readonly Layer[], first: number, last: number): DayTicks[] {
  const days: DayTicks[] = Array(last - first + 1).fill([]);
  for (const layer of layers) {
    const { week, intervals } = layer;
    if (week === undefined) {
      visitOccurrences(layer, first, last, (day) => {
        days[day - first] = intervals!;
      });
    } else {
      for (let day = Math.max(first, layer.from); day <= Math.min(last, layer.to); day++) {
        days[day - first] = week[weekdayIndex(day)] ?? days[day - first]!;
      }
    }
  }
  return days;
}

/** Working spans of the days first..last as flat pairs of ticks: clipped, sorted, touching ones joined. */
function spansOf(table: WorkTable, first: number, last: number): number[] {
  const toTick = offsetSpans(table.zone, table.zoneRules, (first - 3) * ticksPerDay, (last + 3) * ticksPerDay);
  const [lowest, highest] = [first * ticksPerDay, (last + 1) * ticksPerDay];
  const spans: number[] = [];
  // Spans run past midnight by at most a day, and a zone is never more than a day off.
  paint(table.layers, first - 3, last + 2).forEach((day, at) => {
    const midnight = (first - 3 + at) * ticksPerDay;
    for (let k = 0; k < day.length; k += 2) {
      let from = Math.max(lowest, toTick(midnight + day[k]!));
      const to = Math.min(highest, toTick(midnight + day[k + 1]!));
      // A night shift may reach over the beginning of the next day's time: that time counts once.
      while (spans.length > 0 && from <= spans[spans.length - 1]! && from < to) {
        const end = spans.pop()!;
        from = Math.min(from, spans.pop()!);
        if (end >= to) {
          spans.push(from, end);
          from = to;
          break;
        }
      }
      if (from < to) spans.push(from, to);
    }
  });
  return spans;
}

/** What two lists of spans have in common. */
function common(a: readonly number[], b: readonly number[]): number[] {
  const spans: number[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const from = Math.max(a[i]!, b[j]!);
    const to = Math.min(a[i + 1]!, b[j + 1]!);
    if (from < to) spans.push(from, to);
    if (a[i + 1]! < b[j + 1]!) i += 2;
    else j += 2;
  }
  return spans;
}

function allSpans(table: WorkTable, first: number, last: number): number[] {
  const { shared } = table;
  return shared === undefined
    ? spansOf(table, first, last)
    : shared.map((each) => allSpans(each, first, last)).reduce(common);
}

function build(table: WorkTable, first: number, last: number): void {
  const spans = allSpans(table, first, last);
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

  const intervalAtDay = new Int32Array(last - first + 1);
  for (let day = 0, k = 1; day < intervalAtDay.length; day++) {
    while (end[k]! <= (first + day) * ticksPerDay) k++;
    intervalAtDay[day] = k;
  }
  const shift = Math.max(0, 31 - Math.clz32(total / Math.max(1, count)));
  const intervalAtWork = new Int32Array(Math.floor(total / 2 ** shift) + 1);
  for (let bucket = 0, k = 1; bucket < intervalAtWork.length; bucket++) {
    while (k <= count && before[k + 1]! - before[0]! <= bucket * 2 ** shift) k++;
    intervalAtWork[bucket] = k;
  }
  Object.assign(table, { firstDay: first, dayCount: last - first + 1, intervalAtDay, start, end, before });
  Object.assign(table, { intervalAtWork, shift });
}

/** Makes the window hold a day, and at least doubles it; false when the window cannot grow that way. */
export function extend(table: WorkTable, day: number): boolean {
  const { firstDay, dayCount } = table;
  const isNew = dayCount === 0;
  const lastDay = firstDay + dayCount - 1;
  const first = isNew ? day - 400 : day < firstDay ? Math.min(day - 400, firstDay - dayCount) : firstDay;
  const last = isNew ? day + 1600 : day > lastDay ? Math.max(day + 400, lastDay + dayCount) : lastDay;
  const [from, to] = [Math.max(firstDayEver, first), Math.min(lastDayEver, last)];
  if (from > to || (!isNew && from >= firstDay && to <= lastDay)) return false;
  build(table, from, to);
  return true;
}

/** The first interval that ends after a tick; 0 when the tick lies outside the window. */
export function intervalAfter(table: WorkTable, at: number): number {
  const day = Math.floor(at / ticksPerDay) - table.firstDay;
  if (!(day >= 0 && day < table.dayCount)) return 0;
  let interval = table.intervalAtDay[day]!;
  while (table.end[interval]! <= at) interval++;
  return interval;
}

/** The interval in which the working ticks since the table's zero come to more than `work`; 0 when outside the window. */
export function intervalAtWork(table: WorkTable, work: number): number {
  const { before } = table;
  const last = before.length - 1;
  if (!(last > 0 && work >= before[0]! && work < before[last]!)) return 0;
  // At most 2^32 - 1 ticks of work: unsigned shifting is exact.
  let interval = table.intervalAtWork[(work - before[0]!) >>> table.shift]!;
  while (before[interval + 1]! <= work) interval++;
  return interval;
}

import type { CivilDays } from "./civil-days.js";
import type { Timesheet } from "./timesheet.js";

/** Days of leave: day numbers since 1970-01-01, half-open. */
export interface LeaveDays {
  readonly id?: string;
  readonly from: number;
  readonly to: number;
  readonly kind: string;
}

/** One person's work, as the measures of working time read it. */
export interface PersonWork {
  readonly sheet: Pick<Timesheet, "start" | "from" | "to">;
  /** Index into the people of the sheet. */
  readonly person: number;
  /** The records are complete from here to there, milliseconds UTC. */
  readonly from: number;
  readonly to: number;
  /** Where blocks of days are counted from, when windows beyond the records are looked at; default `from`. */
  readonly anchor?: number | undefined;
  /** Civil days of the person's zone; they hold `from` and `to`. Absent when the zone is not known. */
  readonly clock?: CivilDays | undefined;
  readonly leave: readonly LeaveDays[];
  /** Instants of incidents, rising. */
  readonly incidents: Float64Array;
}

/** Spans of work that end after `from`, by binary search: index of the first. */
export function firstSpanAfter({ sheet, person }: PersonWork, from: number): number {
  let low = sheet.start[person] ?? 0;
  let high = sheet.start[person + 1] ?? 0;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sheet.to[middle] ?? 0) <= from) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Days of a clock: the first and after the last that lie wholly within the records, and the first to count blocks from. */
export interface WholeDays {
  readonly first: number;
  readonly end: number;
  readonly anchor: number;
}

/** The days that lie wholly within the records. */
export function wholeDays({ clock, from, to, anchor = from }: PersonWork): WholeDays {
  if (clock === undefined) return { first: 0, end: 0, anchor: 0 };
  const midnight = clock.at(0);
  const first = firstAtLeast(midnight, clock.days, from);
  const after = firstAtLeast(midnight, clock.days + 1, to);
  const end = Math.max(first, midnight[after] === to ? after : after - 1);
  return { first, end, anchor: anchor === from ? first : firstAtLeast(midnight, clock.days, anchor) };
}

/** Index of the first of some rising numbers that is at least a value; their count when there is none. */
function firstAtLeast(rising: Float64Array, count: number, value: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rising[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Gives zeros in an array that is used again: what it gave before is overwritten. */
export type ZerosAgain = (length: number) => Float64Array;

/** Arrays that a measure fills anew for each person. */
export function zerosAgain(): ZerosAgain {
  let array = new Float64Array(0);
  return (length) => {
    if (array.length === length) array.fill(0);
    else array = new Float64Array(length);
    return array;
  };
}

/** Milliseconds of work by civil day, of the days of the clock. */
export function workByDay(work: PersonWork, zeros: ZerosAgain): Float64Array {
  const { sheet, person, clock } = work;
  const worked = zeros(clock?.days ?? 0);
  if (clock === undefined) return worked;
  const { from: begins, to: ends } = sheet;
  const midnight = clock.at(0);
  const stop = sheet.start[person + 1] ?? 0;
  let day = 0;
  for (let at = sheet.start[person] ?? 0; at < stop; at++) {
    let from = begins[at] ?? 0;
    const to = ends[at] ?? 0;
    while (day < clock.days && (midnight[day + 1] ?? 0) <= from) day++;
    for (; day < clock.days && from < to; day++) {
      const end = Math.min(to, midnight[day + 1] ?? 0);
      const begin = Math.max(from, midnight[day] ?? 0);
      if (end > begin) worked[day] = (worked[day] ?? 0) + (end - begin);
      if (to <= (midnight[day + 1] ?? 0)) break;
      from = end;
    }
  }
  return worked;
}

/** Sums of all days before each day; the difference of two is the sum between them. */
export function runningSum(values: Float64Array, zeros: ZerosAgain): Float64Array {
  const sums = zeros(values.length + 1);
  for (let at = 0; at < values.length; at++) sums[at + 1] = (sums[at] ?? 0) + (values[at] ?? 0);
  return sums;
}

/** 1 on each day of leave of the given kinds, else 0; by day of the clock. */
export function leaveByDay({ clock, leave }: PersonWork, kinds: readonly string[], zeros: ZerosAgain): Float64Array {
  const days = zeros(clock?.days ?? 0);
  const first = clock?.firstDay ?? 0;
  for (const { from, to, kind } of leave) {
    if (!kinds.includes(kind)) continue;
    days.fill(1, Math.max(0, from - first), Math.max(0, Math.min(days.length, to - first)));
  }
  return days;
}

/** Milliseconds of work of the spans from the first to before the end. */
export function workWithin({ from, to }: PersonWork["sheet"], first: number, end: number): number {
  let worked = 0;
  for (let at = first; at < end; at++) worked += (to[at] ?? 0) - (from[at] ?? 0);
  return worked;
}

/** A stretch of spans between which all gaps are shorter than a limit: indices of the first and after the last. */
export function forEachStretch(
  { sheet, person }: PersonWork,
  leastGap: number,
  visit: (first: number, end: number) => void,
): void {
  const { from, to } = sheet;
  const end = sheet.start[person + 1] ?? 0;
  let first = sheet.start[person] ?? 0;
  for (let at = first + 1; at <= end; at++) {
    if (at < end && (from[at] ?? 0) - (to[at - 1] ?? 0) < leastGap) continue;
    visit(first, at);
    first = at;
  }
}

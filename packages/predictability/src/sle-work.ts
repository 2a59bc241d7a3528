import { dayOf, endOf } from "./flow-rows.js";
import type { FlowItem } from "./flow-types.js";

/** Days of a fortnight, the step in which a team's past is read. */
export const fortnight = 14;

/** Started items in days, by (start, end, finished): equal items are interchangeable, so order does not matter. */
export interface StartedWork {
  /** First day of each item, ascending. */
  readonly start: Float64Array;
  /** Day of its finish or drop; Infinity = open. */
  readonly end: Float64Array;
  /** 1 = finished, 0 = dropped or open. */
  readonly finished: Uint8Array;
  /** Indices of the items that ended, by days taken. */
  readonly byDuration: Int32Array;
}

/** Compiles items; those never started are left out. */
export function compileStarted(items: readonly FlowItem[]): StartedWork {
  const rows = items.flatMap((item) => {
    if (item.startedAt === undefined) return [];
    const end = endOf(item);
    return [
      {
        start: dayOf(item.startedAt),
        end: end === undefined ? Infinity : dayOf(end),
        finished: item.finishedAt === undefined ? 0 : 1,
      },
    ];
  });
  rows.sort((a, b) => a.start - b.start || (a.end === b.end ? a.finished - b.finished : a.end - b.end));
  const start = Float64Array.from(rows, (row) => row.start);
  const end = Float64Array.from(rows, (row) => row.end);
  const ended = rows.flatMap((row, at) => (row.end === Infinity ? [] : [at]));
  const byDuration = Int32Array.from(ended).sort((a, b) => end[a]! - start[a]! - (end[b]! - start[b]!) || a - b);
  return { start, end, finished: Uint8Array.from(rows, (row) => row.finished), byDuration };
}

/** How many items started before a day. */
export function startedBefore({ start }: StartedWork, day: number): number {
  let [low, high] = [0, start.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (start[middle]! < day) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Days an item took, or has taken so far, as seen before a day: same day = 1. */
export function daysSeen({ start, end }: StartedWork, item: number, today: number): number {
  return end[item]! < today ? end[item]! - start[item]! + 1 : today - start[item]!;
}

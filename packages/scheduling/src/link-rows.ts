import type { NetworkColumns } from "./types.js";

/** Integers of a link's record: 8 times the activity it enters and its type, its lag, the lag's calendar, its index. */
export const recordLength = 4;

/** Where the row of links that leave, and that enter, each activity begins; a last entry ends the last row. */
export interface LinkEnds {
  readonly leaving: Int32Array;
  readonly entering: Int32Array;
  /** Every link leads to a higher index: the activities stand in topological order as they are. */
  readonly isRising: boolean;
}

/** Running sums in place: counts to where rows end. */
export function summedUp(counts: Int32Array): Int32Array {
  for (let at = 1; at < counts.length; at++) counts[at]! += counts[at - 1]!;
  return counts;
}

/** Counts both ends of links; returns whether every link leads to a higher index. */
function count(
  from: NetworkColumns["from"],
  to: NetworkColumns["to"],
  leaving: Int32Array,
  entering: Int32Array,
): boolean {
  let isRising = true;
  for (let link = 0; link < from.length; link++) {
    const before = from[link]!;
    const after = to[link]!;
    if (before >= after) isRising = false;
    leaving[before + 1]!++;
    entering[after + 1]!++;
  }
  return isRising;
}

/** Counts the links of every activity. */
export function countEnds({ from, to, duration: { length } }: NetworkColumns): LinkEnds {
  const leaving = new Int32Array(length + 1);
  const entering = new Int32Array(length + 1);
  const isRising = count(from, to, leaving, entering);
  return { leaving: summedUp(leaving), entering: summedUp(entering), isRising };
}

/**
 * Links as records in rows of the activity they leave, in their own order or in one given: scattered all at once, what
 * belongs to a link is fetched from afar once, not once a column.
 */
export function linkRecords(columns: NetworkColumns, rowStart: Int32Array, order?: Int32Array): Int32Array {
  const { from, to, type, lag, lagCalendar } = columns;
  const records = new Int32Array(recordLength * from.length);
  const next = rowStart.slice();
  for (let k = 0; k < from.length; k++) {
    const link = order ? order[k]! : k;
    const at = recordLength * next[from[link]!]!++;
    records[at] = 8 * to[link]! + type[link]!;
    records[at + 1] = lag[link]!;
    records[at + 2] = lagCalendar[link]!;
    records[at + 3] = link;
  }
  return records;
}

/**
 * Sorts rows by the activity entered, then by type, equal ones as they were, by insertion; false, half done, once that takes too
 * many steps.
 */
export function sortRows(records: Int32Array, rowStart: Int32Array): boolean {
  let left = 8 * records.length;
  for (let node = 0; node + 1 < rowStart.length; node++) {
    const first = recordLength * rowStart[node]!;
    const end = recordLength * rowStart[node + 1]!;
    for (let taken = first + recordLength; taken < end; taken += recordLength) {
      const key = records[taken]!;
      if (records[taken - recordLength]! <= key) continue;
      const lag = records[taken + 1]!;
      const calendar = records[taken + 2]!;
      const link = records[taken + 3]!;
      let at = taken;
      for (; at > first && records[at - recordLength]! > key; at -= recordLength) {
        const before = at - recordLength;
        records[at] = records[before]!;
        records[at + 1] = records[before + 1]!;
        records[at + 2] = records[before + 2]!;
        records[at + 3] = records[before + 3]!;
      }
      records[at] = key;
      records[at + 1] = lag;
      records[at + 2] = calendar;
      records[at + 3] = link;
      left -= taken - at;
      if (left < 0) return false;
    }
  }
  return true;
}

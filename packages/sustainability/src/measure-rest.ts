import { mergeIntervals, type Span } from "./merge-intervals.js";

const minute = 60_000;
const day = 1440 * minute;
const week = 7 * day;

/** Longest rest within 24 hours of a start of work. */
export interface DailyRest {
  /** Start of work, milliseconds UTC. */
  readonly start: number;
  readonly restMinutes: number;
}

/** Longest rest within a block of seven days. */
export interface WeeklyRest {
  /** Start of the block, milliseconds UTC. */
  readonly start: number;
  readonly restMinutes: number;
  readonly workMinutes: number;
}

/** Longest stretch without work in [from, to), in milliseconds; `work` is merged. */
function longestRest(work: readonly Span[], from: number, to: number, first: number): number {
  let longest = 0;
  let free = from;
  for (let at = first; at < work.length; at++) {
    const span = work[at];
    if (span === undefined || span.from >= to) break;
    longest = Math.max(longest, Math.min(span.from, to) - free);
    free = Math.max(free, Math.min(span.to, to));
  }
  return Math.max(longest, to - free);
}

/**
 * Daily rest: for every start of work, the longest rest within the 24 hours that begin with it.
 *
 * Anchored at starts of work (also after a lunch break), by instants, so daylight saving counts as it is. A window that
 * ends after the records do is not judged.
 *
 * @param spans - work of one person, milliseconds UTC, in any order
 * @param until - end of the records, milliseconds UTC
 * @returns one row a merged start, rising
 *
 * Issues: none.
 * Time O(n log n + n k) for k spans a day, space O(n).
 * Source: Directive 2003/88/EC article 3 (11 consecutive hours per 24-hour period).
 *
 * @example
 * measureDailyRest([{ from: 0, to: 50_400_000 }], 86_400_000); // => [{ start: 0, restMinutes: 600 }]
 */
export function measureDailyRest(spans: readonly Span[], until: number): DailyRest[] {
  const work = mergeIntervals(spans);
  return work
    .map(({ from }, at) => ({ start: from, at }))
    .filter(({ start }) => start + day <= until)
    .map(({ start, at }) => ({ start, restMinutes: longestRest(work, start, start + day, at) / minute }));
}

/**
 * Weekly rest: the longest rest within each whole block of seven days; a rest across a border is cut there.
 *
 * @param spans - work of one person, milliseconds UTC, in any order
 * @param from - start of the first block, milliseconds UTC
 * @param until - end of the records; only whole blocks are judged
 * @returns one row a block, rising
 *
 * Issues: none.
 * Time O(n log n + blocks), space O(n).
 * Source: Directive 2003/88/EC article 5 (24 hours and the 11 hours of article 3 per seven-day period).
 *
 * @example
 * measureWeeklyRest([{ from: 0, to: 3_600_000 }], 0, 604_800_000); // => [{ start: 0, restMinutes: 10020, workMinutes: 60 }]
 */
export function measureWeeklyRest(spans: readonly Span[], from: number, until: number): WeeklyRest[] {
  const work = mergeIntervals(spans);
  const rows: WeeklyRest[] = [];
  let first = 0;
  for (let start = from; start + week <= until; start += week) {
    while (first < work.length && (work[first]?.to ?? 0) <= start) first++;
    let worked = 0;
    for (let at = first; at < work.length; at++) {
      const span = work[at];
      if (span === undefined || span.from >= start + week) break;
      worked += Math.min(span.to, start + week) - Math.max(span.from, start);
    }
    rows.push({
      start,
      restMinutes: longestRest(work, start, start + week, first) / minute,
      workMinutes: worked / minute,
    });
  }
  return rows;
}

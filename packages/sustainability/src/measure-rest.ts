import { mergeIntervals, type Span } from "./merge-intervals.js";
import { longestRest } from "./working-time/measures/rest.js";
import { firstSpanAfter, type PersonWork } from "./working-time/person-work.js";

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

/** Time between the end of work and its next start. */
export interface RestBetween {
  /** End of work, milliseconds UTC. */
  readonly end: number;
  readonly restMinutes: number;
}

/** Spans of one person as measures read them. */
function workOf(spans: readonly Span[], to: number): PersonWork {
  const merged = mergeIntervals(spans);
  return {
    sheet: {
      start: Int32Array.of(0, merged.length),
      from: Float64Array.from(merged, (span) => span.from),
      to: Float64Array.from(merged, (span) => span.to),
    },
    person: 0,
    from: Number.NEGATIVE_INFINITY,
    to,
    leave: [],
    incidents: new Float64Array(),
  };
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
  const work = workOf(spans, until);
  const rows: DailyRest[] = [];
  for (const [at, start] of work.sheet.from.entries())
    if (start + day <= until) rows.push({ start, restMinutes: longestRest(work, start, start + day, at) / minute });
  return rows;
}

/**
 * Rest by the weaker rule: the time between the end of work and its next start. It says less than `measureDailyRest`,
 * since a gap across many hours of the day can be long although no 24 hours hold a rest.
 *
 * @param spans - work of one person, milliseconds UTC, in any order
 * @returns one row a gap, rising; lunch breaks are gaps too
 *
 * Issues: none.
 * Time O(n log n), space O(n).
 * Source: usual reading of rest rules in rostering software.
 *
 * @example
 * measureRestBetween([{ from: 0, to: 3_600_000 }, { from: 36_000_000, to: 39_600_000 }]); // => [{ end: 3600000, restMinutes: 540 }]
 */
export function measureRestBetween(spans: readonly Span[]): RestBetween[] {
  return mergeIntervals(spans).flatMap(({ to: end }, at, merged) => {
    const next = merged[at + 1];
    return next === undefined ? [] : [{ end, restMinutes: (next.from - end) / minute }];
  });
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
 * Time O(n log n + blocks log n), space O(n).
 * Source: Directive 2003/88/EC article 5 (24 hours and the 11 hours of article 3 per seven-day period).
 *
 * @example
 * measureWeeklyRest([{ from: 0, to: 3_600_000 }], 0, 604_800_000); // => [{ start: 0, restMinutes: 10020, workMinutes: 60 }]
 */
export function measureWeeklyRest(spans: readonly Span[], from: number, until: number): WeeklyRest[] {
  const work = workOf(spans, until);
  const { sheet } = work;
  const rows: WeeklyRest[] = [];
  for (let start = from; start + week <= until; start += week) {
    const first = firstSpanAfter(work, start);
    let worked = 0;
    for (let at = first; at < sheet.from.length && (sheet.from[at] ?? 0) < start + week; at++)
      worked += Math.min(sheet.to[at] ?? 0, start + week) - Math.max(sheet.from[at] ?? 0, start);
    const rest = longestRest(work, start, start + week, first);
    rows.push({ start, restMinutes: rest / minute, workMinutes: worked / minute });
  }
  return rows;
}

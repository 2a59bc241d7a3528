import { type Issue, ok, type Result } from "@evenkeel/kernel";
import { byPerson } from "../load/gather-load.js";
import { mergeIntervals } from "../merge-intervals.js";
import { fairDays, fairSpans, minutesOf, within, without } from "./day-spans.js";
import type { PersonSpan, WorkingDay } from "./types.js";

/** What meetings leave of a day's working time. */
export interface FocusDay {
  readonly personId: string;
  readonly day: number;
  readonly workingMinutes: number;
  /** Meetings within working time, overlapping ones counted once. */
  readonly meetingMinutes: number;
  /** Working time in uninterrupted blocks that are long enough. */
  readonly focusMinutes: number;
  /** Number of such blocks. */
  readonly blocks: number;
}

/**
 * Uninterrupted blocks of working time between meetings, day by day.
 *
 * A break of the calendar ends a block as a meeting does.
 *
 * @param days - days with working time, in any order
 * @param meetings - calendar entries, in any order; overlapping ones are joined
 * @param leastMinutes - shortest block that counts; default 120
 * @returns one row a day with working time, by person and day
 *
 * Issues: sustainability/impossible-row, for rows left out.
 * Time O(n log n), space O(n).
 * Source: own; blocks of two hours as in workplace analytics.
 *
 * @example
 * const hour = 3_600_000;
 * const day = { personId: "ana", day: 0, from: 0, to: 24 * hour, working: [{ from: 9 * hour, to: 17 * hour }] };
 * const rows = measureFocus([day], [{ id: "m", personId: "ana", from: 10 * hour, to: 12 * hour }]);
 * rows.ok && rows.value[0]?.focusMinutes; // => 300
 */
export function measureFocus(
  days: readonly WorkingDay[],
  meetings: readonly PersonSpan[],
  leastMinutes = 120,
): Result<FocusDay[]> {
  const issues: Issue[] = [];
  const ofPerson = new Map(byPerson(fairSpans(meetings, "meetings", issues)));
  const rows = fairDays(days, issues).flatMap(([personId, own]) => {
    const merged = mergeIntervals(ofPerson.get(personId) ?? []);
    const first = { at: 0 };
    return own.flatMap(({ day, from, to, working }): FocusDay[] => {
      const spans = mergeIntervals(working);
      if (spans.length === 0) return [];
      const free = without(spans, within(merged, from, to, first));
      const blocks = free.filter((block) => block.to - block.from >= leastMinutes * 60_000);
      const workingMinutes = minutesOf(spans);
      return [
        {
          personId,
          day,
          workingMinutes,
          meetingMinutes: workingMinutes - minutesOf(free),
          focusMinutes: minutesOf(blocks),
          blocks: blocks.length,
        },
      ];
    });
  });
  return ok(rows, issues);
}

import { compareText } from "@evenkeel/kernel";
import type { Schedule, ScheduledActivity } from "./types.js";

/**
 * The chain of activities that makes the project as long as it is: back from the last to finish, along driving links.
 *
 * Of several that finish together it ends in the one that drives none of them, then the smallest id. A constraint, an actual or a manual date cuts the chain,
 * since nothing before it drives. Late starts and floats play no part: it is the longest path, on any calendars.
 *
 * @param schedule - of `schedule`
 * @returns ids from the first of the chain to the last; empty for an empty schedule
 *
 * Issues: none.
 * Time O(n), space O(n).
 * Source: AACE International (2010), recommended practice 49R-06, "Identifying the critical path" (longest path).
 *
 * @example
 * const activities = [{ id: "a", durationMinutes: 480 }, { id: "b", durationMinutes: 480 }, { id: "c", durationMinutes: 60 }];
 * criticalPath(orThrow(schedule({ start: "2026-12-01", activities, links: [{ predecessor: "a", successor: "b" }] }))); // => ["a", "b"]
 */
export function criticalPath(schedule: Schedule): string[] {
  const rows = new Map(schedule.activities.map((row) => [row.id, row]));
  const last = lastToFinish(schedule);
  const chain: string[] = [];
  for (let at = last; at !== undefined; ) {
    chain.push(at.id);
    const before = at.driver?.predecessor;
    at = before === undefined ? undefined : rows.get(before);
    // A summary drives through the leaf that begins or ends it; which one is in its own dates.
    if (at?.isSummary === true) {
      chain.push(at.id);
      at = undefined;
    }
  }
  return chain.reverse();
}

/** The activity that finishes last; where several finish together the one that drives none of them, then the smallest id. */
function lastToFinish({ activities }: Schedule): ScheduledActivity | undefined {
  const leaves = activities.filter((row) => !row.isSummary && row.isInactive !== true && row.isOutside !== true);
  const finish = leaves
    .map((row) => row.earlyFinish)
    .sort(compareText)
    .at(-1);
  const together = leaves.filter((row) => row.earlyFinish === finish);
  const driving = new Set(together.map((row) => row.driver?.predecessor));
  const ends = together.filter((row) => !driving.has(row.id));
  return (ends.length > 0 ? ends : together).sort((a, b) => compareText(a.id, b.id))[0];
}

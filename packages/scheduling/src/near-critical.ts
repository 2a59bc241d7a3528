import { issue, ok, type Result, refuse } from "@evenkeel/kernel";
import type { Schedule } from "./types.js";

/** Activities whose total float lies above one limit and at or under the next. */
export interface FloatBand {
  /** Working minutes; absent for the first band, which has no lower end. */
  readonly aboveMinutes?: number;
  /** Working minutes; absent for the last band, which has no upper end. */
  readonly upToMinutes?: number;
  /** Ids by rising total float, then in the order of the schedule. */
  readonly activities: readonly string[];
  /** Of all activities in any band, 0 to 1. */
  readonly share: number;
}

/**
 * Sorts activities into bands of total float: what is critical, and what is about to be.
 *
 * Summaries are left out, and so is what is finished: not critical, yet without float.
 *
 * @param schedule - of `schedule`
 * @param limits - working minutes, rising; 0, a day and a week by default (480-minute days)
 * @returns one band more than there are limits
 *
 * Issues: scheduling/limits-not-rising.
 * Time O(n log n), space O(n).
 * Source: AACE International (2010), recommended practice 49R-06, "Identifying the critical path" (near-critical).
 *
 * @example
 * const activities = [{ id: "a", durationMinutes: 960 }, { id: "b", durationMinutes: 480 }];
 * const s = orThrow(schedule({ start: "2026-12-01", activities }));
 * orThrow(nearCritical(s, [0, 480])).map((band) => band.activities); // => [ [ "a" ], [ "b" ], [] ]
 */
export function nearCritical(
  schedule: Pick<Schedule, "activities">,
  limits: readonly number[] = [0, 480, 2400],
): Result<readonly FloatBand[]> {
  const wrong = limits.findIndex((limit, at) => !Number.isFinite(limit) || (at > 0 && limit <= limits[at - 1]!));
  if (wrong !== -1)
    return refuse([
      issue("scheduling/limits-not-rising", { path: ["limits", wrong], facts: { found: String(limits[wrong]) } }),
    ]);
  const bands: string[][] = Array.from({ length: limits.length + 1 }, () => []);
  const rows = schedule.activities.filter(
    ({ isSummary, isCritical, totalFloatMinutes }) => !isSummary && (isCritical || totalFloatMinutes > 0),
  );
  for (const row of [...rows].sort((a, b) => a.totalFloatMinutes - b.totalFloatMinutes)) {
    const band = limits.findIndex((limit) => row.totalFloatMinutes <= limit);
    bands[band === -1 ? limits.length : band]!.push(row.id);
  }
  return ok(
    bands.map((activities, at) => ({
      ...(at === 0 ? {} : { aboveMinutes: limits[at - 1]! }),
      ...(at === limits.length ? {} : { upToMinutes: limits[at]! }),
      activities,
      share: rows.length === 0 ? 0 : activities.length / rows.length,
    })),
  );
}

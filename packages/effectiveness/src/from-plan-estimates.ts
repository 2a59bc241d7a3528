import {
  onTimeLine,
  orderEvents,
  replayItems,
  type WorkHistory,
  type WorkPlan,
  type WorkRecords,
} from "@evenkeel/core";
import type { EstimateRow } from "./measure-estimates.js";

function sums<Row>(
  rows: readonly Row[],
  idOf: (row: Row) => string,
  minutesOf: (row: Row) => number,
): Map<string, number> {
  const found = new Map<string, number>();
  for (const row of rows) found.set(idOf(row), (found.get(idOf(row)) ?? 0) + minutesOf(row));
  return found;
}

/**
 * Effort estimates of finished items with the effort they took: logged effort where there is some, else what assignments report.
 *
 * @param plan - items with original estimates of effort, assignments
 * @param history - for when estimates were written and work began; may be empty
 * @param records - for logged effort
 * @returns one row a finished item with an estimate, in the order of the plan; 0 where no effort is known
 *
 * Issues: none.
 * Time O(n log n), space O(n).
 * Source: own.
 *
 * @example
 * estimatesFromPlan({ formatVersion: 1 }, { formatVersion: 1, events: [] }); // => []
 */
export function estimatesFromPlan(plan: WorkPlan, history: WorkHistory, records?: WorkRecords): EstimateRow[] {
  const logged = sums(
    records?.loggedEffort ?? [],
    ({ itemId }) => itemId,
    ({ minutes }) => minutes,
  );
  const reported = sums(
    plan.assignments ?? [],
    ({ itemId }) => itemId,
    (row) => row.actualEffortMinutes ?? 0,
  );
  const written = new Map<string, number>();
  for (const event of orderEvents(history)) {
    const at = onTimeLine(event.at);
    if (event.type === "estimated" && event.of === "effort" && at !== undefined) written.set(event.subject.id, at);
  }
  const replays = new Map(replayItems(plan, history).map((replay) => [replay.id, replay]));
  return (plan.items ?? []).flatMap((item): EstimateRow[] => {
    const replay = replays.get(item.id);
    const value = item.estimates?.find(({ of, basis }) => of === "effort" && basis === "original")?.value;
    if (value?.kind !== "single" || (replay?.finishedAt === undefined && item.finishedAt === undefined)) return [];
    const estimatedAt = written.get(item.id);
    const startedAt = replay?.startedAt ?? (item.startedAt === undefined ? undefined : onTimeLine(item.startedAt));
    return [
      {
        id: item.id,
        estimate: value.amount,
        actual: logged.get(item.id) ?? reported.get(item.id) ?? 0,
        ...(estimatedAt === undefined ? {} : { estimatedAt }),
        ...(startedAt === undefined ? {} : { startedAt }),
      },
    ];
  });
}

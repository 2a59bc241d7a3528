import {
  indexPlan,
  isKnown,
  onTimeLine,
  outcomesServed,
  replayItems,
  type WorkHistory,
  type WorkPlan,
  type WorkRecords,
} from "@evenkeel/core";
import type { EffectivenessInput, EffortRow } from "./types.js";

export { type DelayedJobs, type DelayedJobsOptions, delayedJobsFromPlan } from "./from-plan-delayed-jobs.js";
export { estimatesFromPlan } from "./from-plan-estimates.js";

function effortOf(plan: WorkPlan, records: WorkRecords | undefined): Map<string, number> {
  const minutes = new Map<string, number>();
  const add = (itemId: string, more: number): void => {
    minutes.set(itemId, (minutes.get(itemId) ?? 0) + more);
  };
  const logged = records?.loggedEffort ?? [];
  for (const row of logged) add(row.itemId, row.minutes);
  const recorded = new Set(logged.map(({ itemId }) => itemId));
  for (const { itemId, effortMinutes, personId, teamId } of plan.assignments ?? []) {
    if (!recorded.has(itemId) && effortMinutes !== undefined && (personId ?? teamId) !== undefined)
      add(itemId, effortMinutes);
  }
  return minutes;
}

/**
 * The port of the effectiveness checks from the documents: logged effort where there is some, else planned effort; outcomes with readings.
 *
 * An item serves its own outcomes or those of its nearest ancestor; where its source cannot carry outcomes it is not known.
 *
 * @param plan - items, outcomes, assignments
 * @param now - milliseconds UTC
 * @param history - for reopened work
 * @param records - for logged effort
 * @returns input of `effectivenessChecks`
 *
 * Issues: none.
 * Time O(rows), space O(items).
 * Source: own.
 *
 * @example
 * effectivenessInputFromPlan({ formatVersion: 1 }, 0); // => { effort: [], outcomes: [], now: 0 }
 */
export function effectivenessInputFromPlan(
  plan: WorkPlan,
  now: number,
  history?: WorkHistory,
  records?: WorkRecords,
): EffectivenessInput {
  const index = indexPlan(plan);
  const minutes = effortOf(plan, records);
  const reopened = new Set(
    history === undefined
      ? []
      : replayItems(plan, history, now).flatMap((replay) => (replay.reopened > 0 ? [replay.id] : [])),
  );
  const effort = (plan.items ?? []).flatMap((item): EffortRow[] => {
    const spent = minutes.get(item.id);
    if (spent === undefined) return [];
    const node = index.items.get(item.id);
    const served = node === undefined ? [] : outcomesServed(index, node).map(({ row }) => row.id);
    const known = served.length > 0 || isKnown(plan.coverage, "items", item, "outcomeIds");
    return [
      {
        itemId: item.id,
        minutes: spent,
        ...(known ? { outcomeIds: served } : {}),
        ...(reopened.has(item.id) ? { rework: true } : {}),
      },
    ];
  });
  const outcomes = (plan.outcomes ?? []).map(({ id, title, measure, weight }) => {
    const by = measure?.by === undefined ? undefined : onTimeLine(measure.by, true);
    return {
      outcomeId: id,
      title,
      ...(measure?.baseline === undefined ? {} : { baseline: measure.baseline }),
      ...(measure?.target === undefined ? {} : { target: measure.target }),
      ...(measure?.current === undefined ? {} : { current: measure.current }),
      ...(measure?.direction === undefined ? {} : { direction: measure.direction }),
      ...(weight === undefined ? {} : { weight }),
      ...(by === undefined ? {} : { by }),
    };
  });
  return { effort, outcomes, now };
}

import {
  itemCategories,
  replayItems,
  type StateCategory,
  type WorkHistory,
  type WorkItem,
  type WorkPlan,
} from "@evenkeel/core";
import type { FlowItem } from "./flow-types.js";
import { defined, type FromPlanOptions, millisOf } from "./from-plan-times.js";
import { stateNames, teamsOf, visitsOf } from "./from-plan-visits.js";

export { commitmentsFromPlan } from "./from-plan-commitments.js";
export { type LedgerFromPlanOptions, ledgerFromPlan } from "./from-plan-ledger.js";
export type { FromPlanOptions } from "./from-plan-times.js";

/**
 * The items of a plan as flow sees them: leaves only, each with its start, finish and drop, its stays in states, when it was
 * blocked, its class of service, its team (where one alone is assigned) and what it rolls up to (parent, else project).
 *
 * What the history says comes first; the latest dates on the item fill in where it is silent. Parents and summaries are left
 * out, so that no work counts twice. States speak through their category: active starts, done finishes, dropped drops.
 * Reopened work: the first start and the last finish count; an item reopened and not done again is in progress.
 * An item that is done or dropped at a time nobody knows is left out: its end would have to be guessed. Where older events were cut
 * away, the first start that is left is no start: only one stated on the item counts.
 *
 * @param plan - any valid plan; not changed
 * @param history - its history, which may be empty; not changed
 * @param options - until: what is dated later is not seen
 * @returns one row an item, in the order of the plan; times in milliseconds on the plan's one time line
 *
 * Issues: none; `validatePlan` and `validateHistory` name texts that are no times.
 * Time O(n log n), space O(n) for n items and events.
 * Source: own; start and finish points after the Kanban Guide (2020).
 *
 * @example
 * flowItemsFromHistory({ formatVersion: 1, items: [{ id: "A", title: "Paint", kind: "task", startedAt: "1970-01-01", finishedAt: "1970-01-02T00:00:00Z" }] }, { formatVersion: 1, events: [] }); // => [{ id: "A", startedAt: 0, finishedAt: 86400000 }]
 */
export function flowItemsFromHistory(plan: WorkPlan, history: WorkHistory, options: FromPlanOptions = {}): FlowItem[] {
  const { until = Number.POSITIVE_INFINITY } = options;
  const parents = new Set((plan.items ?? []).map(({ parentId }) => parentId));
  const categories = itemCategories(plan);
  const teams = teamsOf(plan);
  const nameOf = stateNames(plan);
  const rows = new Map<string, WorkItem>((plan.items ?? []).map((item) => [item.id, item]));
  return replayItems(plan, history, until).flatMap((replay) => {
    const item = rows.get(replay.id);
    if (item === undefined || parents.has(item.id) || item.kind === "summary" || item.schedule?.kind === "summary")
      return [];
    const told = replay.changes.length > 0;
    if (!told && endUnknown(item, categories.get(item.id))) return [];
    const stated = millisOf(item.startedAt ?? item.schedule?.actualStart, false, until);
    const finish = millisOf(item.finishedAt ?? item.schedule?.actualFinish, true, until);
    return [
      defined<FlowItem>({
        id: item.id,
        createdAt: replay.createdAt ?? millisOf(item.createdAt, false, until),
        startedAt: (replay.truncated ? undefined : replay.startedAt) ?? stated,
        finishedAt: told ? replay.finishedAt : finish,
        droppedAt: replay.droppedAt,
        visits: told ? visitsOf(replay, (stateId) => nameOf(item, stateId)) : undefined,
        blocked: replay.blocked.length > 0 ? replay.blocked : undefined,
        class: item.classOfService,
        team: teams.get(item.id),
        rollUp: item.parentId ?? item.projectId,
      } as { [K in keyof FlowItem]: FlowItem[K] | undefined }),
    ];
  });
}

function endUnknown(item: WorkItem, category: StateCategory | undefined): boolean {
  if (category === "done") return (item.finishedAt ?? item.schedule?.actualFinish) === undefined;
  return category === "dropped";
}

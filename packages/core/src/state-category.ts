import type { WorkItem } from "./items.js";
import type { WorkPlan } from "./plan.js";
import type { StateCategory } from "./projects.js";

/** What each state of a plan means: by workflow and state, and by state alone where that is unambiguous. */
export type StateMeanings = (stateId: string, workflowId: string | undefined) => StateCategory | undefined;

/**
 * A lookup from state to category over all workflows of a plan.
 *
 * Without a workflow id a state is found when every workflow that has it agrees on its category.
 *
 * @param plan - any valid plan
 * @returns function (stateId, workflowId?) to category, or undefined
 *
 * Issues: none.
 * Time O(states) to build, O(1) a lookup; space O(states).
 * Source: own.
 *
 * @example
 * stateMeanings({ formatVersion: 1, workflows: [{ id: "w", name: "Board", states: [{ id: "s", name: "Doing", category: "active" }] }] })("s", undefined); // => "active"
 */
export function stateMeanings(plan: WorkPlan): StateMeanings {
  const byFlow = new Map<string, Map<string, StateCategory>>();
  const alone = new Map<string, StateCategory | undefined>();
  for (const flow of plan.workflows ?? []) {
    byFlow.set(flow.id, new Map(flow.states.map((state) => [state.id, state.category])));
    for (const { id, category } of flow.states) {
      alone.set(id, alone.has(id) && alone.get(id) !== category ? undefined : category);
    }
  }
  return (stateId, workflowId) =>
    (workflowId === undefined ? undefined : byFlow.get(workflowId)?.get(stateId)) ?? alone.get(stateId);
}

/**
 * The category each item is in now, by its own state, else by its memberships, else by its dates.
 *
 * Several memberships: the furthest in the order dropped, done, active, waiting, proposed.
 * Items of which nothing tells are absent.
 *
 * @param plan - any valid plan
 * @returns category by item id
 *
 * Issues: none.
 * Time O(items + states + containers), space O(items).
 * Source: own.
 *
 * @example
 * itemCategories({ formatVersion: 1, items: [{ id: "A", title: "Paint", kind: "task", finishedAt: "2026-05-01" }] }).get("A"); // => "done"
 */
export function itemCategories(plan: WorkPlan): Map<string, StateCategory> {
  const meanings = stateMeanings(plan);
  const boards = new Map((plan.containers ?? []).map((row) => [row.id, row.workflowId]));
  return new Map(
    (plan.items ?? []).flatMap((item): [string, StateCategory][] => {
      const category = categoryOf(item, (id) => boards.get(id), meanings);
      return category === undefined ? [] : [[item.id, category]];
    }),
  );
}

/** The category of one item: by its own state, else by its memberships, else by its dates. */
export function categoryOf(
  item: WorkItem,
  workflowOf: (containerId: string) => string | undefined,
  meanings: StateMeanings,
): StateCategory | undefined {
  return ofStates(item, workflowOf, meanings) ?? ofDates(item);
}

const furthestFirst = ["dropped", "done", "active", "waiting", "proposed"] as const;

function ofStates(
  item: WorkItem,
  workflowOf: (containerId: string) => string | undefined,
  meanings: StateMeanings,
): StateCategory | undefined {
  const own = item.stateId === undefined ? undefined : meanings(item.stateId, item.workflowId);
  if (own !== undefined || item.memberships === undefined) return own;
  const held = new Set(
    item.memberships.map(({ containerId, stateId }) =>
      stateId === undefined ? undefined : meanings(stateId, workflowOf(containerId) ?? item.workflowId),
    ),
  );
  return furthestFirst.find((category) => held.has(category));
}

function ofDates(item: WorkItem): StateCategory | undefined {
  if (item.finishedAt !== undefined || item.schedule?.actualFinish !== undefined) return "done";
  if (item.startedAt !== undefined || item.schedule?.actualStart !== undefined) return "active";
  return item.createdAt === undefined && item.schedule === undefined ? undefined : "proposed";
}

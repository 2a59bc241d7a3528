import type { CategoryChange, ItemReplay, WorkItem, WorkPlan } from "@evenkeel/core";
import type { StateVisit } from "./flow-types.js";

type StateNames = (item: WorkItem, stateId: string) => string;

/** Name of a state in an item's workflow, else in any, else its id. */
export function stateNames(plan: WorkPlan): StateNames {
  const boards = new Map((plan.containers ?? []).map(({ id, workflowId }) => [id, workflowId]));
  const flows = new Map(
    (plan.workflows ?? []).map((flow) => [flow.id, new Map(flow.states.map((state) => [state.id, state.name]))]),
  );
  const anywhere = new Map([...flows.values()].flatMap((states) => [...states]));
  return ({ workflowId, memberships }, stateId) => {
    const flow = workflowId ?? boards.get(memberships?.[0]?.containerId ?? "");
    return flows.get(flow ?? "")?.get(stateId) ?? anywhere.get(stateId) ?? stateId;
  };
}

/** Stays in states, from one change to the next; a change to where the item is already is none. */
export function visitsOf({ changes }: ItemReplay, nameOf: (stateId: string) => string): StateVisit[] {
  const stays: CategoryChange[] = [];
  for (const change of changes) {
    const last = stays.at(-1);
    if (last === undefined || last.stateId !== change.stateId || last.category !== change.category) stays.push(change);
  }
  return stays.map(({ at, category, stateId }, index) => {
    const next = stays[index + 1]?.at;
    const state = stateId === undefined ? category : nameOf(stateId);
    return { state, category, from: at, ...(next === undefined ? {} : { to: next }) };
  });
}

/** The team of each item that is assigned to exactly one. */
export function teamsOf(plan: WorkPlan): Map<string, string> {
  const teams = new Map<string, Set<string>>();
  for (const { itemId, teamId } of plan.assignments ?? []) {
    if (teamId === undefined) continue;
    const known = teams.get(itemId);
    if (known === undefined) teams.set(itemId, new Set([teamId]));
    else known.add(teamId);
  }
  return new Map([...teams].flatMap(([id, all]) => (all.size === 1 ? [[id, [...all][0] as string]] : [])));
}

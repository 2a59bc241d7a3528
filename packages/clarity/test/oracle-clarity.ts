import type { WorkPlan } from "@evenkeel/core";

/** What is unclear in a plan of tasks, by reading the sentences of the checks one by one. */
export function readAloud(plan: WorkPlan): string[] {
  const said: string[] = [];
  for (const item of plan.items ?? []) {
    if (item.stateId === "done" || item.stateId === "no") continue;
    if (plan.items?.some(({ parentId }) => parentId === item.id)) continue;
    let serves = false;
    for (let at: typeof item | undefined = item, steps = 0; at !== undefined && steps < 50; steps++) {
      if ((at.outcomeIds ?? []).length > 0) serves = true;
      const up: string | undefined = at.parentId;
      at = up === undefined ? undefined : plan.items?.find(({ id }) => id === up);
    }
    if (!serves) said.push(`clarity/outcome-missing ${item.id}`);
    if (!serves && item.reason === undefined) said.push(`clarity/reason-missing ${item.id}`);
    if (item.acceptanceCriteria === undefined) said.push(`clarity/acceptance-missing ${item.id}`);
    if (!plan.assignments?.some(({ itemId }) => itemId === item.id)) said.push(`clarity/owner-missing ${item.id}`);
  }
  for (const { id } of plan.outcomes ?? []) said.push(`clarity/measure-incomplete ${id}`);
  return said.sort();
}

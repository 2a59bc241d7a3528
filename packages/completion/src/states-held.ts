import { type ItemNode, isOpenItem, type WorkContext } from "@evenkeel/core";

/** A place where work stands: a state of a workflow. */
export const placeOf = (workflowId: string, stateId: string): string => JSON.stringify([workflowId, stateId]);

/** Every place an item stands in: its own state, and that of each membership; a workflow or a state that is not said is empty. */
export function placesOf({ plan }: WorkContext, { row }: ItemNode): Set<string> {
  const isSilent = row.stateId === undefined && row.memberships === undefined;
  const own = row.stateId !== undefined || isSilent ? [placeOf(row.workflowId ?? "", row.stateId ?? "")] : [];
  const held = (row.memberships ?? []).flatMap(({ containerId, stateId }) =>
    stateId === undefined
      ? []
      : [placeOf(plan.row("containers", containerId)?.workflowId ?? row.workflowId ?? "", stateId)],
  );
  return new Set([...own, ...held]);
}

/** Open items by the places they stand in. */
export function statesHeld(context: WorkContext): Map<string, string[]> {
  const held = new Map<string, string[]>();
  for (const item of context.plan.items.values()) {
    if (!isOpenItem(item)) continue;
    for (const place of placesOf(context, item)) {
      const ids = held.get(place);
      if (ids === undefined) held.set(place, [item.row.id]);
      else ids.push(item.row.id);
    }
  }
  return held;
}

import { compareText } from "@evenkeel/kernel";
import type { PlanIndex } from "./plan-index.js";

/** An item met on the way along dependencies. */
export interface Neighbour {
  readonly itemId: string;
  /** Dependencies between it and the item asked for; negative = before it, positive = after it. */
  readonly distance: number;
}

/**
 * Items that an item waits for, and that wait for it, up to a number of dependencies away.
 *
 * An item met both ways (a cycle) is given once each way.
 *
 * @param index - of the plan
 * @param itemId - the item in the middle; not in the result
 * @param reach - how many dependencies to follow, before and after; default all
 * @returns by distance, then item id
 *
 * Issues: none.
 * Time O(items and dependencies met), space O(items met).
 * Source: own; breadth-first search.
 *
 * @example
 * const items = ["A", "B", "C"].map((id) => ({ id, title: id, kind: "task" as const }));
 * const link = (id: string, predecessorId: string, successorId: string) => ({ id, predecessorId, successorId, type: "FS" as const });
 * dependencyNeighbourhood(indexPlan({ formatVersion: 1, items, dependencies: [link("1", "A", "B"), link("2", "B", "C")] }), "B"); // => [{ itemId: "A", distance: -1 }, { itemId: "C", distance: 1 }]
 */
export function dependencyNeighbourhood(
  index: PlanIndex,
  itemId: string,
  reach: { readonly before?: number; readonly after?: number } = {},
): Neighbour[] {
  const found: Neighbour[] = [];
  const walk = (most: number, sign: 1 | -1): void => {
    const seen = new Set([itemId]);
    let front: readonly string[] = [itemId];
    for (let distance = 1; distance <= most && front.length > 0; distance++) {
      const next = new Set<string>();
      for (const id of front) {
        const node = index.items.get(id);
        const others =
          sign > 0
            ? node?.outgoing.map(({ successorId }) => successorId)
            : node?.incoming.map(({ predecessorId }) => predecessorId);
        for (const other of others ?? []) if (!seen.has(other) && index.items.has(other)) next.add(other);
      }
      for (const id of next) {
        seen.add(id);
        found.push({ itemId: id, distance: sign * distance });
      }
      front = [...next];
    }
  };
  walk(reach.before ?? Number.POSITIVE_INFINITY, -1);
  walk(reach.after ?? Number.POSITIVE_INFINITY, 1);
  return found.sort((a, b) => a.distance - b.distance || compareText(a.itemId, b.itemId));
}

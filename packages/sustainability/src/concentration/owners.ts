import { compareText } from "@evenkeel/kernel";
import type { ItemOwner } from "./types.js";

/**
 * The owners of items as units that people hold, project by project, for `greedyLoss` and `smallestLoss`.
 *
 * @param owners - one row an item and owner, in any order
 * @returns owners by item, by project; projects by id, "" for items without one
 *
 * Issues: none.
 * Time O(n log n), space O(n).
 * Source: own.
 *
 * @example
 * [...ownersByProject([{ itemId: "A", personId: "ana", projectId: "bridge" }])].map(([project, items]) => [project, [...items]]); // => [["bridge", [["A", ["ana"]]]]]
 */
export function ownersByProject(owners: readonly ItemOwner[]): Map<string, Map<string, readonly string[]>> {
  const projects = new Map<string, Map<string, Set<string>>>();
  for (const { itemId, personId, projectId = "" } of owners) {
    const items = projects.get(projectId) ?? new Map<string, Set<string>>();
    projects.set(projectId, items);
    items.set(itemId, (items.get(itemId) ?? new Set()).add(personId));
  }
  const sorted = [...projects].sort(([a], [b]) => compareText(a, b));
  return new Map(
    sorted.map(([project, items]) => [
      project,
      new Map([...items].map(([itemId, people]) => [itemId, [...people].sort(compareText)])),
    ]),
  );
}

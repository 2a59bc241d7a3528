import { compareText, ok, type Result } from "@evenkeel/kernel";
import { checkFlow } from "./flow-rows.js";
import type { FlowGroup, FlowItem, FlowRows } from "./flow-types.js";

/**
 * Items split by a key, so that every measure can be taken for each team, class or roll-up.
 *
 * Each usable item is in exactly one group: counts, days and milliseconds of the groups add up to those of the whole.
 *
 * @param items - in any order, or a table of them; times in integer milliseconds; not changed
 * @param keyOf - the key of an item: pure; undefined where it has none
 * @returns groups by key, items without a key last; rows left out are named by issues
 *
 * Issues: predictability/not-a-time, predictability/finished-before-started, predictability/duplicate-id,
 * predictability/out-of-order, predictability/overlapping, predictability/unknown-category.
 * Time O(n + k log k) for k keys, space O(n).
 * Source: own.
 *
 * @example
 * const groups = orThrow(groupFlow([{ id: "A", team: "Red" }, { id: "B" }, { id: "C", team: "Red" }], (item) => item.team));
 * groups.map(({ key, items }) => [key, items.length]); // => [["Red", 2], [undefined, 1]]
 */
export function groupFlow(items: FlowRows, keyOf: (item: FlowItem) => string | undefined): Result<FlowGroup[]> {
  const checked = "endedAt" in items ? items : checkFlow(items);
  const groups = new Map<string, FlowItem[]>();
  const rest: FlowItem[] = [];
  for (const item of checked.items) {
    const key = keyOf(item);
    const group = key === undefined ? rest : groups.get(key);
    if (group === undefined) groups.set(key as string, [item]);
    else group.push(item);
  }
  const keyed = [...groups].sort(([a], [b]) => compareText(a, b)).map(([key, members]) => ({ key, items: members }));
  return ok(rest.length > 0 ? [...keyed, { items: rest }] : keyed, checked.issues);
}

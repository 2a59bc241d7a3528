import { compareText, ok, type Result } from "@evenkeel/kernel";
import { instantIssues } from "./flow-rows.js";
import { tableOf } from "./flow-table.js";
import type { FlowRows, FlowTable, ItemDuration } from "./flow-types.js";
import { refusal } from "./issue.js";
import { itemDuration } from "./item-duration.js";

function stateAt(table: FlowTable, item: number, now: number): string | undefined {
  for (let visit = table.firstVisit[item]!; visit < table.firstVisit[item + 1]!; visit++)
    if (table.visitFrom[visit]! <= now && table.visitTo[visit]! > now)
      return table.states[table.visitState[visit]!]?.state;
  return undefined;
}

/**
 * How long each item in progress has been so.
 *
 * @param items - in any order, or a table of them; times in integer milliseconds; not changed
 * @param now - integer milliseconds; what happens later is not seen
 * @returns items in progress, oldest first, then by id, with their state where it is told; rows left out are named by issues
 *
 * Issues: predictability/not-a-time, predictability/finished-before-started, predictability/duplicate-id,
 * predictability/out-of-order, predictability/overlapping, predictability/unknown-category.
 * Time O(n log n), space O(n).
 * Source: Kanban Guide (2020).
 *
 * @example
 * orThrow(measureWorkItemAge([{ id: "A", startedAt: 0 }], 172800000)).map((item) => item.days); // => [3]
 */
export function measureWorkItemAge(items: FlowRows, now: number): Result<ItemDuration[]> {
  const refused = refusal(instantIssues(now, "now"));
  if (refused) return refused;
  const table = tableOf(items);
  const open: ItemDuration[] = [];
  for (let item = 0; item < table.items.length; item++) {
    if (!(table.startedAt[item]! <= now && table.endedAt[item]! > now)) continue;
    const duration = itemDuration(table.ids[item]!, table.startedAt[item]!, now);
    const state = stateAt(table, item, now);
    open.push(state === undefined ? duration : { ...duration, state });
  }
  open.sort((a, b) => a.startedAt - b.startedAt || compareText(a.id, b.id));
  return ok(open, table.issues);
}

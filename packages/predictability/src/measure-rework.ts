import { compareText, ok, type Result } from "@evenkeel/kernel";
import { categoryCode, millisOf, windowIssues } from "./flow-rows.js";
import { orderStates } from "./flow-states.js";
import { firstEnd, tableOf } from "./flow-table.js";
import type { DayWindow, FlowRows, ItemMoves, ReworkMeasure } from "./flow-types.js";
import { refusal } from "./issue.js";

type Move = "forward" | "backward" | "reopened" | "none";

const done = categoryCode.done;

function moveOf(before: number, after: number, steps: number): Move {
  if (before >= firstEnd) return after >= firstEnd ? "none" : "reopened";
  if (after >= firstEnd) return after === done ? "forward" : "none";
  return steps > 0 ? "forward" : steps < 0 ? "backward" : "none";
}

/**
 * Rework: moves to an earlier state, out of done, and into states an item had been in before.
 *
 * A finish that was taken back is no throughput, since an item counts at its last finish; here it shows as reopened.
 *
 * @param items - in any order, or a table of them; times in integer milliseconds, with visits; not changed
 * @param window - day numbers [from, to) of the moves, at most 100,000 days
 * @param order - states of the workflow, first to last; those left out follow in the order items come to them
 * @returns moves, and the items that moved back; rows left out are named by issues
 *
 * Issues: predictability/invalid-window, predictability/not-a-time, predictability/finished-before-started, predictability/duplicate-id,
 * predictability/out-of-order, predictability/overlapping, predictability/unknown-category.
 * Time O(visits + n log n), space O(items + states).
 * Source: own; loops after van der Aalst (2016), "Process mining".
 *
 * @example
 * const visits = [["Doing", 0], ["Review", 10], ["Doing", 20], ["Review", 30]].map(([state, from], at) => ({ state, category: "active", from, to: 10 * at + 10 }));
 * const rework = orThrow(measureRework([{ id: "A", startedAt: 0, visits }], { from: 0, to: 1 }, ["Doing", "Review"]));
 * [rework.forward, rework.backward, rework.repeats, rework.ratio]; // => [2, 1, 2, 0.5]
 */
export function measureRework(items: FlowRows, window: DayWindow, order?: readonly string[]): Result<ReworkMeasure> {
  const refused = refusal(windowIssues(window));
  if (refused) return refused;
  const table = tableOf(items);
  const { firstVisit, visitFrom, visitState, visitCategory } = table;
  const { names, place } = orderStates(table.states, order);
  const [begin, end] = millisOf(window);
  const totals = { forward: 0, backward: 0, reopened: 0, none: 0 };
  let repeats = 0;
  const rows: ItemMoves[] = [];
  const lastItem = new Int32Array(table.states.length).fill(-1);
  for (let item = 0; item < table.items.length; item++) {
    const own = { backward: 0, reopened: 0, repeats: 0 };
    const first = firstVisit[item]!;
    for (let visit = first; visit < firstVisit[item + 1]!; visit++) {
      const here = visitState[visit]!;
      if (visit > first && visitFrom[visit]! >= begin && visitFrom[visit]! < end) {
        const there = visitState[visit - 1]!;
        const move = moveOf(visitCategory[visit - 1]!, visitCategory[visit]!, place[here]! - place[there]!);
        totals[move]++;
        if (move === "backward" || move === "reopened") own[move]++;
        if (there !== here && lastItem[here] === item) own.repeats++;
      }
      lastItem[here] = item;
    }
    repeats += own.repeats;
    if (own.backward + own.reopened + own.repeats > 0) rows.push({ id: table.ids[item]!, ...own });
  }
  const { forward, backward, reopened } = totals;
  return ok(
    {
      window: { ...window },
      forward,
      backward,
      reopened,
      repeats,
      ...(forward > 0 ? { ratio: (backward + reopened) / forward } : {}),
      items: rows.sort((a, b) => compareText(a.id, b.id)),
      order: names,
    },
    table.issues,
  );
}

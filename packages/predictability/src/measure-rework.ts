import { compareText, ok, type Result } from "@evenkeel/kernel";
import { categoryRank, checkFlow, millisOf, windowIssues } from "./flow-rows.js";
import { orderStates, toldStates } from "./flow-state-order.js";
import type { DayWindow, FlowItem, ItemMoves, ReworkMeasure, StateVisit } from "./flow-types.js";
import { refusal } from "./issue.js";

type Move = "forward" | "backward" | "reopened" | "none";

function moveOf(before: StateVisit, after: StateVisit, place: ReadonlyMap<string, number>): Move {
  const [wasEnded, isEnded] = [categoryRank[before.category] === 2, categoryRank[after.category] === 2];
  if (wasEnded) return isEnded ? "none" : "reopened";
  if (isEnded) return after.category === "done" ? "forward" : "none";
  const steps = (place.get(after.state) as number) - (place.get(before.state) as number);
  return steps > 0 ? "forward" : steps < 0 ? "backward" : "none";
}

/**
 * Rework: moves to an earlier state, out of done, and into states an item had been in before.
 *
 * A finish that was taken back is no throughput, since an item counts at its last finish; here it shows as reopened.
 *
 * @param items - in any order, times in integer milliseconds, with visits; not changed
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
export function measureRework(
  items: readonly FlowItem[],
  window: DayWindow,
  order?: readonly string[],
): Result<ReworkMeasure> {
  const refused = refusal(windowIssues(window));
  if (refused) return refused;
  const checked = checkFlow(items);
  const states = orderStates(toldStates(checked.items), order);
  const place = new Map(states.map((state, at) => [state, at]));
  const [begin, end] = millisOf(window);
  const totals = { forward: 0, backward: 0, reopened: 0, none: 0 };
  let repeats = 0;
  const rows: ItemMoves[] = [];
  for (const { id, visits = [] } of checked.items) {
    const own = { backward: 0, reopened: 0, repeats: 0 };
    const been = new Set<string>();
    visits.forEach((visit, at) => {
      const before = visits[at - 1];
      if (before !== undefined && visit.from >= begin && visit.from < end) {
        const move = moveOf(before, visit, place);
        totals[move]++;
        if (move === "backward" || move === "reopened") own[move]++;
        if (before.state !== visit.state && been.has(visit.state)) own.repeats++;
      }
      been.add(visit.state);
    });
    repeats += own.repeats;
    if (own.backward + own.reopened + own.repeats > 0) rows.push({ id, ...own });
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
      order: states,
    },
    checked.issues,
  );
}

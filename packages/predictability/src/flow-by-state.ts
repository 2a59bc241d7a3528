import { ok, type Result } from "@evenkeel/kernel";
import { endOf } from "./flow-rows.js";
import { pauses } from "./flow-spans.js";
import { tableOf } from "./flow-table.js";
import type { FlowItem, FlowRows, StateFlow, StateVisit } from "./flow-types.js";

/** Calls back with each stay of an item while it was in progress, and each time in progress of which no state is told. */
function eachStay(
  item: FlowItem,
  startedAt: number,
  stay: (visit: StateVisit | undefined, from: number, to: number) => void,
): void {
  const end = endOf(item) ?? Infinity;
  const ended = new Set(pauses(item));
  let told = startedAt;
  for (const visit of item.visits ?? []) {
    const to = visit.to ?? Infinity;
    const empty = visit.from === to;
    const inside = empty
      ? visit.from >= startedAt && to <= end && !ended.has(visit)
      : visit.from < end && to > startedAt;
    if (!inside) continue;
    const begin = Math.max(visit.from, startedAt);
    if (begin > told) stay(undefined, told, begin);
    told = Math.min(to, end);
    stay(visit, begin, told);
  }
  if (told < end) stay(undefined, told, end);
}

/**
 * Flow split by the states of the workflow: each stay of an item in progress becomes an item of its own, so that every measure
 * can be taken for each state: WIP, arrivals, departures, time in the state, age in the state.
 *
 * Milliseconds in progress and the WIP of each day, summed over all states, are those of the whole.
 *
 * @param items - in any order, or a table of them; times in integer milliseconds; not changed
 * @returns states in the order items come to them, time of which no state is told last; rows left out are named by issues
 *
 * Issues: predictability/not-a-time, predictability/finished-before-started, predictability/duplicate-id,
 * predictability/out-of-order, predictability/overlapping, predictability/unknown-category.
 * Time O(items + visits + s log s) for s states, space O(items + visits).
 * Source: own.
 *
 * @example
 * const visits = [{ state: "Doing", category: "active", from: 0, to: 2000 }, { state: "Review", category: "waiting", from: 2000 }] as const;
 * orThrow(flowByState([{ id: "A", startedAt: 0, visits }])).map((each) => each.items); // => [[{ id: "A@1", startedAt: 0, finishedAt: 2000 }], [{ id: "A@1", startedAt: 2000 }]]
 */
export function flowByState(items: FlowRows): Result<StateFlow[]> {
  const table = tableOf(items);
  const states = new Map<string | undefined, FlowItem[]>();
  for (const { state } of table.states) states.set(state, []);
  const untold: FlowItem[] = [];
  for (const item of table.items) {
    if (item.startedAt === undefined) continue;
    const nth = new Map<string | undefined, number>();
    eachStay(item, item.startedAt, (visit, from, to) => {
      const count = (nth.get(visit?.state) ?? 0) + 1;
      nth.set(visit?.state, count);
      const dropped = to === item.droppedAt && item.finishedAt === undefined;
      const row: FlowItem = {
        id: `${item.id}@${count}`,
        startedAt: from,
        ...(to === Infinity ? {} : dropped ? { droppedAt: to } : { finishedAt: to }),
      };
      (visit === undefined ? untold : states.get(visit.state))?.push(row);
    });
  }
  const flows: StateFlow[] = table.states.map((told) => ({
    ...told,
    items: states.get(told.state) ?? [],
  }));
  if (untold.length > 0) flows.push({ items: untold });
  return ok(
    flows.filter((flow) => flow.items.length > 0),
    table.issues,
  );
}

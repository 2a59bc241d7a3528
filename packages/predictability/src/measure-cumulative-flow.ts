import { ok, type Result } from "@evenkeel/kernel";
import { categoryRank, checkFlow, dayIndex, endOf, windowIssues } from "./flow-rows.js";
import { orderStates, toldStates } from "./flow-state-order.js";
import type { CumulativeFlow, DayWindow, FlowItem } from "./flow-types.js";
import { fault, refusal } from "./issue.js";

const mostCells = 10_000_000;

/** Changes by day and state; a last row takes what lies beyond the window. */
class Changes {
  readonly reached: Int32Array;
  readonly inState: Int32Array;
  readonly finished: Int32Array;
  readonly dropped: Int32Array;

  constructor(
    private readonly window: DayWindow,
    private readonly place: ReadonlyMap<string, number>,
  ) {
    const rows = window.to - window.from + 1;
    this.reached = new Int32Array(rows * place.size);
    this.inState = new Int32Array(rows * place.size);
    this.finished = new Int32Array(rows);
    this.dropped = new Int32Array(rows);
  }

  add(item: FlowItem): void {
    const { window, place } = this;
    const width = place.size;
    const end = endOf(item) ?? Infinity;
    let furthest = -1;
    const reach = (state: number, at: number): void => {
      const row = dayIndex(at, window) * width;
      while (furthest < state) this.reached[row + ++furthest]! += 1;
    };
    for (const { state, category, from, to = Infinity } of item.visits ?? []) {
      const here = place.get(state);
      if (from >= end || here === undefined || categoryRank[category] === 2) continue;
      reach(here, from);
      this.inState[dayIndex(from, window) * width + here]! += 1;
      this.inState[dayIndex(Math.min(to, end), window) * width + here]! -= 1;
    }
    if (end === Infinity) return;
    reach(width - 1, end);
    (item.finishedAt === undefined ? this.dropped : this.finished)[dayIndex(end, window)]! += 1;
  }
}

/**
 * Cumulative flow by state: how many items had come to each state, and how many were in it, at the end of each day.
 *
 * The lines never fall and never cross. Where no item moves back, the gap between two lines is the number of items in the state;
 * an item that moved back counts in the line of the furthest state it has been in, and in `inState` of the one it is in.
 *
 * @param items - in any order, times in integer milliseconds, with visits; those without are counted apart; not changed
 * @param window - day numbers [from, to), at most 100,000 days, and 10,000,000 over the number of states
 * @param order - states of the workflow, first to last; those left out follow in the order items come to them
 * @returns one row a day in order, counted from the first item ever; rows left out are named by issues
 *
 * Issues: predictability/invalid-window, predictability/out-of-range, predictability/not-a-time, predictability/finished-before-started,
 * predictability/duplicate-id, predictability/out-of-order, predictability/overlapping, predictability/unknown-category.
 * Time O(visits + items states + days states), space O(days states).
 * Source: Vacanti (2015), "Actionable agile metrics for predictability"; cumulative flow after Reinertsen (2009).
 *
 * @example
 * const visits = [{ state: "Ready", category: "proposed", from: 0, to: 86400000 }, { state: "Doing", category: "active", from: 86400000 }] as const;
 * const flow = orThrow(measureCumulativeFlow([{ id: "A", startedAt: 86400000, visits }], { from: 0, to: 2 }));
 * flow.days.map((day) => [day.reached, day.inState]); // => [[[1, 0], [1, 0]], [[1, 1], [0, 1]]]
 */
export function measureCumulativeFlow(
  items: readonly FlowItem[],
  window: DayWindow,
  order?: readonly string[],
): Result<CumulativeFlow> {
  const refused = refusal(windowIssues(window));
  if (refused) return refused;
  const checked = checkFlow(items);
  const told = toldStates(checked.items).filter(({ category }) => categoryRank[category] < 2);
  const states = orderStates(told, order);
  const length = window.to - window.from;
  if (length * states.length > mostCells) {
    const facts = { found: String(length * states.length), low: 1, high: mostCells };
    const tooMany = fault("predictability/out-of-range", { path: ["window"], facts });
    return refusal([tooMany, ...checked.issues]) as Result<never>;
  }
  const changes = new Changes(window, new Map(states.map((state, at) => [state, at])));
  let withoutStates = 0;
  for (const item of checked.items) {
    if (item.visits === undefined || item.visits.length === 0) withoutStates++;
    else changes.add(item);
  }
  const width = states.length;
  const reached = new Array<number>(width).fill(0);
  const inState = new Array<number>(width).fill(0);
  let [finished, dropped] = [0, 0];
  const days = Array.from({ length }, (_none, at) => {
    for (let state = 0; state < width; state++) {
      reached[state]! += changes.reached[at * width + state]!;
      inState[state]! += changes.inState[at * width + state]!;
    }
    finished += changes.finished[at]!;
    dropped += changes.dropped[at]!;
    return { day: window.from + at, reached: [...reached], inState: [...inState], finished, dropped };
  });
  return ok({ window: { ...window }, states, days, withoutStates }, checked.issues);
}

import { ok, type Result, refuse } from "@evenkeel/kernel";
import { dayIndex, windowIssues } from "./flow-rows.js";
import { orderStates } from "./flow-states.js";
import { firstEnd, tableOf } from "./flow-table.js";
import type { CumulativeFlow, DayWindow, FlowRows, FlowTable } from "./flow-types.js";
import { fault, refusal } from "./issue.js";

const mostCells = 10_000_000;

/** Changes by day and state; a last row takes what lies beyond the window. */
class Changes {
  readonly reached: Int32Array;
  readonly inState: Int32Array;
  readonly finished: Int32Array;
  readonly dropped: Int32Array;

  constructor(
    private readonly table: FlowTable,
    private readonly window: DayWindow,
    private readonly place: Int32Array,
    private readonly width: number,
  ) {
    const rows = window.to - window.from + 1;
    this.reached = new Int32Array(rows * width);
    this.inState = new Int32Array(rows * width);
    this.finished = new Int32Array(rows);
    this.dropped = new Int32Array(rows);
  }

  add(item: number): void {
    const { window, width, place, table, reached, inState } = this;
    const { firstVisit, visitFrom, visitTo, visitState, visitCategory } = table;
    const end = table.endedAt[item]!;
    let furthest = -1;
    for (let visit = firstVisit[item]!; visit < firstVisit[item + 1]!; visit++) {
      const from = visitFrom[visit]!;
      if (from >= end || visitCategory[visit]! >= firstEnd) continue;
      const row = dayIndex(from, window) * width;
      const here = place[visitState[visit]!]!;
      while (furthest < here) reached[row + ++furthest]! += 1;
      inState[row + here]! += 1;
      inState[dayIndex(Math.min(visitTo[visit]!, end), window) * width + here]! -= 1;
    }
    if (end === Infinity) return;
    const last = dayIndex(end, window);
    while (furthest < width - 1) reached[last * width + ++furthest]! += 1;
    (Number.isNaN(table.finishedAt[item]!) ? this.dropped : this.finished)[last]! += 1;
  }
}

/**
 * Cumulative flow by state: how many items had come to each state, and how many were in it, at the end of each day.
 *
 * The lines never fall and never cross. Where no item moves back, the gap between two lines is the number of items in the state;
 * an item that moved back counts in the line of the furthest state it has been in, and in `inState` of the one it is in.
 *
 * @param items - in any order, or a table of them; times in integer milliseconds, with visits; those without are counted apart; not changed
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
  items: FlowRows,
  window: DayWindow,
  order?: readonly string[],
): Result<CumulativeFlow> {
  const refused = refusal(windowIssues(window));
  if (refused) return refused;
  const table = tableOf(items);
  const inner = table.states.filter(({ category }) => category !== "done" && category !== "dropped");
  const states = orderStates(inner, order).names;
  const { place } = orderStates(table.states, states);
  const length = window.to - window.from;
  if (length * states.length > mostCells) {
    const facts = { found: String(length * states.length), low: 1, high: mostCells };
    return refuse([fault("predictability/out-of-range", { path: ["window"], facts }), ...table.issues]);
  }
  const changes = new Changes(table, window, place, states.length);
  let withoutStates = 0;
  for (let item = 0; item < table.items.length; item++) {
    if (table.firstVisit[item] === table.firstVisit[item + 1]) withoutStates++;
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
  return ok({ window: { ...window }, states, days, withoutStates }, table.issues);
}

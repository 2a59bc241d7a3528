import { type Chart, formatDay } from "@evenkeel/kernel";
import type { CumulativeFlow } from "../flow-types.js";
import { dayAxis, daysOf, shades, specOf } from "./spec.js";

const left = "left";

/**
 * Cumulative flow by state: a band a state, the first of the workflow on top, what has left at the bottom.
 *
 * @param flow - from `measureCumulativeFlow`
 * @returns one row a day and state {day, state, place, items, inState} in order; the last place is what has left, and `items` is
 *   the width of the band: items whose furthest state it is
 *
 * Issues: none.
 * Time O(days states), space the same.
 * Source: Vacanti (2015), "Actionable agile metrics for predictability".
 *
 * @example
 * const visits = [{ state: "Doing", category: "active", from: 0 }] as const;
 * stateFlowChart(orThrow(measureCumulativeFlow([{ id: "A", visits }], { from: 0, to: 1 }))).rows; // => [{ day: "1970-01-01", state: "Doing", place: 0, items: 1, inState: 1 }, { day: "1970-01-01", state: "left", place: 1, items: 0, inState: 0 }]
 */
export function stateFlowChart(flow: CumulativeFlow): Chart {
  const { states, days, window } = flow;
  const rows = days.flatMap(({ day, reached, inState, finished, dropped }) => {
    const gone = finished + dropped;
    return [...states, left].map((state, place) => ({
      day: formatDay(day),
      state,
      place,
      items: place === states.length ? gone : reached[place]! - (reached[place + 1] ?? gone),
      inState: place === states.length ? gone : inState[place]!,
    }));
  });
  const last = days.at(-1);
  const finished = last?.finished ?? 0;
  const dropped = last?.dropped ?? 0;
  const n = last?.reached[0] ?? finished + dropped;
  return {
    rows,
    spec: specOf(
      {
        mark: { type: "area", interpolate: "step-after", stroke: "white", strokeWidth: 0.5 },
        encoding: {
          x: dayAxis("day", "Day"),
          y: { field: "items", type: "quantitative", title: "Items, counted up", stack: "zero" },
          color: shades("state", "State", [...states, left]),
          order: { field: "place", type: "quantitative", sort: "descending" },
        },
      },
      { start: "entered the state", finish: "finished or dropped", window, n },
    ),
    text: {
      code: "predictability/chart-state-flow",
      facts: { count: n, finished, dropped, open: n - finished - dropped, states: states.length, ...daysOf(window) },
    },
  };
}

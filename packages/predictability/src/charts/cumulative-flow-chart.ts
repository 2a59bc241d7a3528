import { type Chart, formatDay } from "@evenkeel/kernel";
import type { WipMeasure } from "../flow-types.js";
import { countAxis, dayAxis, daysOf, specOf } from "./spec.js";

/**
 * Cumulative flow: arrivals and departures counted up; the gap between them is the work in progress.
 *
 * @param measure - from `measureWip`
 * @returns rows {day, arrived, departed, wip} in order, a Vega-Lite specification and a message
 *
 * Issues: none.
 * Time O(days), space O(days).
 * Source: Vacanti (2015), "Actionable agile metrics for predictability".
 *
 * @example
 * cumulativeFlowChart(orThrow(measureWip([{ id: "A", startedAt: 0, finishedAt: 90000000 }], { from: 0, to: 2 }))).rows[1]; // => { day: "1970-01-02", arrived: 1, departed: 1, wip: 0 }
 */
export function cumulativeFlowChart(measure: WipMeasure): Chart {
  const first = measure.days[0];
  let arrived = first === undefined ? 0 : first.wip - first.arrivals + first.departures;
  let departed = 0;
  const begun = arrived;
  const rows = measure.days.map(({ day, arrivals, departures, wip }) => {
    arrived += arrivals;
    departed += departures;
    return { day: formatDay(day), arrived, departed, wip };
  });
  return {
    rows,
    spec: specOf(
      {
        transform: [{ fold: ["arrived", "departed"], as: ["line", "items"] }],
        mark: { type: "line", interpolate: "step-after" },
        encoding: {
          x: dayAxis("day", "Day"),
          y: countAxis("items", "Items, counted up"),
          strokeDash: { field: "line", type: "nominal", title: "Line" },
        },
      },
      { start: "started", finish: "finished or dropped", window: measure.window, n: arrived },
    ),
    text: {
      code: "predictability/chart-cumulative-flow",
      facts: {
        arrived: arrived - begun,
        departed,
        days: rows.length,
        wip: arrived - departed,
        ...daysOf(measure.window),
      },
    },
  };
}

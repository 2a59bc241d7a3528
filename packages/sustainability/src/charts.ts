import type { Chart } from "@evenkeel/kernel";
import type { LoadWeek } from "./types.js";

export { loadHeatMap } from "./load/heat-map.js";
export { delayChart } from "./queueing/delay-chart.js";

/**
 * Planned load against capacity by week, one small chart a person.
 *
 * @param load - from `measureLoad`
 * @param names - shown instead of ids
 * @returns rows {person, week, hours, capacity}, a Vega-Lite spec, and a sentence
 *
 * Issues: none.
 * Time O(rows), space the same.
 * Source: own.
 *
 * @example
 * loadChart([], new Map()).text.facts; // => { weeks: 0, over: 0 }
 */
export function loadChart(load: readonly LoadWeek[], names: ReadonlyMap<string, string>): Chart {
  const rows = load.map(({ personId, week, plannedMinutes, capacityMinutes }) => ({
    person: names.get(personId) ?? personId,
    week,
    hours: Math.round(plannedMinutes / 6) / 10,
    capacity: Math.round(capacityMinutes / 6) / 10,
    over: plannedMinutes > capacityMinutes + 1e-6,
  }));
  const week = { field: "week", type: "ordinal", title: "Week of" };
  return {
    rows,
    spec: {
      $schema: "https://vega.github.io/schema/vega-lite/v6.json",
      data: { name: "rows" },
      facet: {
        row: {
          field: "person",
          type: "nominal",
          title: null,
          header: { labelAngle: 0, labelOrient: "top", labelAnchor: "start" },
        },
      },
      spec: {
        width: 560,
        height: 56,
        layer: [
          {
            mark: "bar",
            encoding: {
              x: week,
              y: { field: "hours", type: "quantitative", title: "Hours" },
              color: { field: "over", type: "nominal", legend: null },
            },
          },
          {
            mark: { type: "tick", thickness: 2 },
            encoding: { x: week, y: { field: "capacity", type: "quantitative" } },
          },
        ],
      },
    },
    text: {
      code: "sustainability/load-chart",
      facts: { weeks: rows.length, over: rows.filter(({ over }) => over).length },
    },
  };
}

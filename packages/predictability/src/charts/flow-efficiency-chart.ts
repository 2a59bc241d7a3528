import type { Chart } from "@evenkeel/kernel";
import { millisPerDay } from "../flow-rows.js";
import type { FlowEfficiency } from "../flow-types.js";
import { daysOf, numberAxis, ruleAt, specOf } from "./spec.js";

/**
 * Scatter of flow efficiency: how long each item took, and the share of it in which it was worked on.
 *
 * @param measure - from `measureFlowEfficiency`
 * @returns rows {id, elapsed, efficiency} by finish, elapsed days with fractions, a Vega-Lite specification and a message
 *
 * Issues: none.
 * Time O(n), space O(n).
 * Source: Modig and Ahlstrom (2012), "This is lean".
 *
 * @example
 * const visits = [{ state: "Doing", category: "active", from: 0, to: 21600000 }, { state: "Review", category: "waiting", from: 21600000 }] as const;
 * flowEfficiencyChart(orThrow(measureFlowEfficiency([{ id: "A", startedAt: 0, finishedAt: 43200000, visits }], { from: 0, to: 1 }))).rows; // => [{ id: "A", elapsed: 0.5, efficiency: 0.5 }]
 */
export function flowEfficiencyChart(measure: FlowEfficiency): Chart {
  const { items, efficiency, p50, untold, window } = measure;
  return {
    rows: items.map((item) => ({
      id: item.id,
      elapsed: item.elapsedMillis / millisPerDay,
      efficiency: item.efficiency,
    })),
    spec: specOf(
      {
        layer: [
          {
            mark: { type: "point", filled: true, opacity: 0.7 },
            encoding: {
              x: numberAxis("elapsed", "Days, start to finish"),
              y: {
                field: "efficiency",
                type: "quantitative",
                title: "Flow efficiency",
                scale: { domain: [0, 1] },
                axis: { format: "%" },
              },
            },
          },
          ...ruleAt(efficiency, { dash: [6, 3], name: "overall" }),
        ],
      },
      {
        start: "started",
        finish: "finished",
        window,
        method: "active and not blocked over elapsed, summed over items",
        n: items.length,
      },
    ),
    text: {
      code: "predictability/chart-flow-efficiency",
      facts: { count: items.length, efficiency, p50, untold, ...daysOf(window) },
    },
  };
}

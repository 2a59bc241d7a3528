import type { Chart } from "@evenkeel/kernel";
import type { UtilizationDelay } from "./delay-by-utilization.js";

/**
 * The curve of what utilisation costs: how many times its own length new work waits.
 *
 * @param delays - from `delayByUtilization`, at least one
 * @returns rows {utilization, wait} in rising utilisation, wait in service times; a Vega-Lite spec, and a sentence
 *
 * Issues: none.
 * Time O(n log n), space O(n).
 * Source: own; the curve is Kingman's (1961).
 *
 * @example
 * delayChart([{ utilization: 0.9, wait: 18, waitPerService: 9 }]).text.facts; // => { rows: 1, utilization: 0.9, wait: 9 }
 */
export function delayChart(delays: readonly UtilizationDelay[]): Chart {
  const rows = [...delays]
    .sort((a, b) => a.utilization - b.utilization)
    .map(({ utilization, waitPerService }) => ({ utilization, wait: waitPerService }));
  const last = rows.at(-1);
  return {
    rows,
    spec: {
      $schema: "https://vega.github.io/schema/vega-lite/v6.json",
      data: { name: "rows" },
      mark: { type: "line", point: true },
      encoding: {
        x: { field: "utilization", type: "quantitative", title: "Utilization", axis: { format: "%" } },
        y: { field: "wait", type: "quantitative", title: "Wait, in lengths of the work" },
      },
    },
    text: {
      code: "sustainability/delay-chart",
      facts: { rows: rows.length, utilization: last?.utilization ?? 0, wait: last?.wait ?? 0 },
    },
  };
}

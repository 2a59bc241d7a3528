import type { Chart } from "@evenkeel/kernel";
import type { ProcessBehaviour } from "../flow-types.js";
import { numberAxis, ruleAt, specOf } from "./spec.js";

/**
 * Process behaviour chart: the values, the mean, the natural limits and, thinner, those widened for autocorrelation.
 *
 * @param behaviour - from `processBehaviour`
 * @returns rows {index, value, signal} in order, a Vega-Lite specification and a message
 *
 * Issues: none.
 * Time O(n), space O(n).
 * Source: Wheeler (1993), "Understanding variation".
 *
 * @example
 * processBehaviourChart(orThrow(processBehaviour([10, 50, 40, 30]))).rows[1]; // => { index: 1, value: 50, signal: false }
 */
export function processBehaviourChart(behaviour: ProcessBehaviour): Chart {
  const { values, mean, upper, lower, adjustedUpper, adjustedLower, autocorrelation, signals } = behaviour;
  const marked = new Set(
    signals.flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_none, at) => from + at)),
  );
  const x = numberAxis("index", "In the order of time");
  const y = numberAxis("value", "Value");
  return {
    rows: values.map((value, index) => ({ index, value, signal: marked.has(index) })),
    spec: specOf({
      layer: [
        { mark: "line", encoding: { x, y } },
        {
          mark: { type: "point", filled: true, size: 60 },
          encoding: { x, y, shape: { field: "signal", type: "nominal", title: "Signal" } },
        },
        ruleAt(mean),
        ...[upper, lower].map((limit) => ruleAt(limit, [6, 3])),
        ...[adjustedUpper, adjustedLower].map((limit) => ruleAt(limit, [1, 3])),
      ],
    }),
    text: {
      code: "predictability/chart-process-behaviour",
      facts: { mean, lower, upper, signals: signals.length, correlation: autocorrelation },
    },
  };
}

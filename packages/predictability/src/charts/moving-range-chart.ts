import type { Chart } from "@evenkeel/kernel";
import type { ProcessBehaviour } from "../flow-types.js";
import { seriesOf } from "./process-behaviour-chart.js";
import { countAxis, numberAxis, ruleAt, specOf } from "./spec.js";

/**
 * The lower half of an XmR chart: how far each value lies from the one before, the mean of that and its limit.
 *
 * @param behaviour - from `processBehaviour`
 * @returns rows {index, range, signal} from the second value on, a Vega-Lite specification and a message
 *
 * Issues: none.
 * Time O(n), space O(n).
 * Source: Wheeler (1993), "Understanding variation".
 *
 * @example
 * movingRangeChart(orThrow(processBehaviour([10, 50, 40, 30]))).rows[0]; // => { index: 1, range: 40, signal: false }
 */
export function movingRangeChart(behaviour: ProcessBehaviour): Chart {
  const { movingRanges, meanMovingRange, rangeLimit } = behaviour;
  const rows = movingRanges.map((range, at) => ({ index: at + 1, range, signal: range > rangeLimit }));
  return {
    rows,
    spec: specOf(
      {
        layer: [
          ...seriesOf(countAxis("index", "In the order of time"), numberAxis("range", "Moving range")),
          ...ruleAt(meanMovingRange, { name: "mean" }),
          ...ruleAt(rangeLimit, { dash: [6, 3], name: "limit" }),
        ],
      },
      { method: "XmR: 3.268 mean moving ranges", n: rows.length },
    ),
    text: {
      code: "predictability/chart-moving-range",
      facts: {
        mean: meanMovingRange,
        limit: rangeLimit,
        signals: rows.filter(({ signal }) => signal).length,
        count: rows.length,
      },
    },
  };
}

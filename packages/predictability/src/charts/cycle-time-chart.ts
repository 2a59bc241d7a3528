import { type Chart, formatDay } from "@evenkeel/kernel";
import { dayOf } from "../flow-rows.js";
import type { CycleTimeMeasure } from "../flow-types.js";
import { countAxis, dayAxis, daysOf, ruleAt, specOf } from "./spec.js";

/**
 * Scatter of cycle times: one point an item, with the days half and 85 % of the items did not exceed.
 *
 * @param measure - from `measureCycleTime`
 * @returns rows {id, finished, days} by finish, a Vega-Lite specification and a message
 *
 * Issues: none.
 * Time O(n), space O(n).
 * Source: Vacanti (2015), "Actionable agile metrics for predictability".
 *
 * @example
 * cycleTimeChart(orThrow(measureCycleTime([{ id: "A", startedAt: 0, finishedAt: 90000000 }], { from: 0, to: 7 }))).rows; // => [{ id: "A", finished: "1970-01-02", days: 2 }]
 */
export function cycleTimeChart(measure: CycleTimeMeasure): Chart {
  const { items, p50, p85, window } = measure;
  const stated = { start: "started", finish: "finished", window, method: "observed value, none interpolated" } as const;
  return {
    rows: items.map(({ id, until, days }) => ({ id, finished: formatDay(dayOf(until)), days })),
    spec: specOf(
      {
        layer: [
          {
            mark: { type: "point", filled: true, opacity: 0.7 },
            encoding: { x: dayAxis("finished", "Finished"), y: countAxis("days", "Days, start to finish") },
          },
          ...ruleAt(p50, { dash: [2, 4], name: "50 %" }),
          ...ruleAt(p85, { dash: [6, 3], name: "85 %" }),
        ],
      },
      { ...stated, n: items.length },
    ),
    text: { code: "predictability/chart-cycle-time", facts: { count: items.length, p50, p85, ...daysOf(window) } },
  };
}

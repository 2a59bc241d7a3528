import { type Chart, formatDay } from "@evenkeel/kernel";
import type { DailyCounts } from "../flow-types.js";
import { countAxis, dayAxis, daysOf, specOf } from "./spec.js";

/**
 * Run chart of throughput: a bar a day.
 *
 * @param counts - from `measureThroughput`
 * @returns rows {day, done} in order, a Vega-Lite specification and a message
 *
 * Issues: none.
 * Time O(days), space O(days).
 * Source: Vacanti (2015), "Actionable agile metrics for predictability".
 *
 * @example
 * throughputChart(orThrow(measureThroughput([{ id: "A", finishedAt: 90000000 }], { from: 0, to: 2 }))).rows[1]; // => { day: "1970-01-02", done: 1 }
 */
export function throughputChart(counts: DailyCounts): Chart {
  return {
    rows: counts.daily.map((done, at) => ({ day: formatDay(counts.window.from + at), done })),
    spec: specOf(
      { mark: "bar", encoding: { x: dayAxis("day", "Day"), y: countAxis("done", "Items done") } },
      { finish: "finished", window: counts.window, n: counts.total },
    ),
    text: {
      code: "predictability/chart-throughput",
      facts: { total: counts.total, days: counts.daily.length, ...daysOf(counts.window) },
    },
  };
}

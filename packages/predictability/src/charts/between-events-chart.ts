import type { Chart } from "@evenkeel/kernel";
import { millisPerDay } from "../flow-rows.js";
import type { BetweenEvents } from "../flow-types.js";
import { markedBy, seriesOf } from "./process-behaviour-chart.js";
import { countAxis, numberAxis, ruleAt, specOf } from "./spec.js";

/**
 * Chart of the time between rare events: higher is rarer.
 *
 * @param behaviour - from `betweenEvents`
 * @returns rows {index, days, signal} in order, days with fractions, a Vega-Lite specification and a message
 *
 * Issues: none.
 * Time O(n), space O(n).
 * Source: t chart, after Nelson (1994).
 *
 * @example
 * betweenEventsChart(orThrow(betweenEvents([0, 86400000, 259200000, 345600000]))).rows[1]; // => { index: 1, days: 2, signal: false }
 */
export function betweenEventsChart(behaviour: BetweenEvents): Chart {
  const { gaps, signals } = behaviour;
  const marked = markedBy(signals);
  const [median, lower, upper] = [behaviour.medianMillis, behaviour.lowerMillis, behaviour.upperMillis].map(
    (millis) => millis / millisPerDay,
  ) as [number, number, number];
  return {
    rows: gaps.map((gap, index) => ({ index, days: gap / millisPerDay, signal: marked.has(index) })),
    spec: specOf(
      {
        layer: [
          ...seriesOf(countAxis("index", "In the order of time"), numberAxis("days", "Days since the event before")),
          ...ruleAt(median, { name: "median" }),
          ...[lower, upper].flatMap((limit) => ruleAt(limit, { dash: [6, 3], name: "limit" })),
        ],
      },
      { method: "exact quantiles at .00135 and .99865 of the exponential law", n: gaps.length },
    ),
    text: {
      code: "predictability/chart-between-events",
      facts: { median, lower, upper, signals: signals.length, count: gaps.length },
    },
  };
}

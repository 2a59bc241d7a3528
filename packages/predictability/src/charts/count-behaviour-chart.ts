import { type Chart, formatDay } from "@evenkeel/kernel";
import type { CountBehaviour } from "../flow-types.js";
import { markedBy, seriesOf } from "./process-behaviour-chart.js";
import { countAxis, dayAxis, ruleAt, specOf } from "./spec.js";

/**
 * Chart of small counts with exact limits of the law they follow.
 *
 * @param behaviour - from `countBehaviour`
 * @param firstDay - day number of the first count where the counts are those of successive days
 * @returns rows {index, count, signal} in order, with {day} where `firstDay` is given, a Vega-Lite specification and a message
 *
 * Issues: none.
 * Time O(n), space O(n).
 * Source: Montgomery (2009), "Introduction to statistical quality control", on probability limits.
 *
 * @example
 * countBehaviourChart(orThrow(countBehaviour([1, 0, 2, 1]))).rows[2]; // => { index: 2, count: 2, signal: false }
 */
export function countBehaviourChart(behaviour: CountBehaviour, firstDay?: number): Chart {
  const { values, law, mean, lower, upper, signals } = behaviour;
  const marked = markedBy(signals);
  const x = firstDay === undefined ? countAxis("index", "In the order of time") : dayAxis("day", "Day");
  return {
    rows: values.map((count, index) => ({
      index,
      count,
      signal: marked.has(index),
      ...(firstDay === undefined ? {} : { day: formatDay(firstDay + index) }),
    })),
    spec: specOf(
      {
        layer: [
          ...seriesOf(x, countAxis("count", "Count")),
          ...ruleAt(mean, { name: "mean" }),
          ...(lower > 0 ? ruleAt(lower, { dash: [6, 3], name: "limit" }) : []),
          ...ruleAt(upper, { dash: [6, 3], name: "limit" }),
        ],
      },
      { method: `exact quantiles at .00135 and .99865 of the ${law} law`, n: values.length },
    ),
    text: {
      code: "predictability/chart-count-behaviour",
      facts: { mean, lower, upper, signals: signals.length, law, count: values.length },
    },
  };
}

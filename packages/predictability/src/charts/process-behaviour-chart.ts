import { type Chart, formatDay, type Json } from "@evenkeel/kernel";
import type { ProcessBehaviour, ProcessSignal } from "../flow-types.js";
import { countAxis, dayAxis, numberAxis, ruleAt, specOf } from "./spec.js";

/** Indices of the points that signals cover. */
export function markedBy(signals: readonly ProcessSignal[]): Set<number> {
  return new Set(signals.flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_none, at) => from + at)));
}

/** A line of values in the order of time; points of a signal are larger and of another shape. */
export function seriesOf(x: Json, y: Json): Json[] {
  return [
    { mark: "line", encoding: { x, y } },
    {
      mark: { type: "point", filled: true, opacity: 1 },
      encoding: {
        x,
        y,
        shape: {
          field: "signal",
          type: "nominal",
          legend: null,
          scale: { domain: [false, true], range: ["circle", "diamond"] },
        },
        size: { condition: { test: "datum.signal", value: 130 }, value: 22 },
      },
    },
  ];
}

/**
 * Process behaviour chart: the values, the mean, the natural limits and, thinner, those widened for autocorrelation.
 *
 * @param behaviour - from `processBehaviour`
 * @param firstDay - day number of the first value where the values are those of successive days
 * @returns rows {index, value, signal} in order, with {day} where `firstDay` is given, a Vega-Lite specification and a message
 *
 * Issues: none.
 * Time O(n), space O(n).
 * Source: Wheeler (1993), "Understanding variation".
 *
 * @example
 * processBehaviourChart(orThrow(processBehaviour([10, 50, 40, 30]))).rows[1]; // => { index: 1, value: 50, signal: false }
 */
export function processBehaviourChart(behaviour: ProcessBehaviour, firstDay?: number): Chart {
  const { values, mean, upper, lower, adjustedUpper, adjustedLower, autocorrelation, signals } = behaviour;
  const marked = markedBy(signals);
  const x = firstDay === undefined ? countAxis("index", "In the order of time") : dayAxis("day", "Day");
  const adjusted = adjustedUpper === upper ? [] : [adjustedUpper, adjustedLower];
  return {
    rows: values.map((value, index) => ({
      index,
      value,
      signal: marked.has(index),
      ...(firstDay === undefined ? {} : { day: formatDay(firstDay + index) }),
    })),
    spec: specOf(
      {
        layer: [
          ...seriesOf(x, numberAxis("value", "Value")),
          ...ruleAt(mean, { name: "mean" }),
          ...[upper, lower].flatMap((limit) => ruleAt(limit, { dash: [6, 3], name: "limit" })),
          ...adjusted.flatMap((limit) => ruleAt(limit, { dash: [1, 3], name: "adjusted", at: "left" })),
        ],
      },
      { method: "XmR: mean and 2.66 mean moving ranges; adjusted for lag-1 correlation", n: values.length },
    ),
    text: {
      code: "predictability/chart-process-behaviour",
      facts: { mean, lower, upper, signals: signals.length, correlation: autocorrelation, count: values.length },
    },
  };
}

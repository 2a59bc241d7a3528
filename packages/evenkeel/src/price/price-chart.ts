import type { Chart, Json } from "@evenkeel/kernel";
import { dayOf } from "./price-curve.js";
import type { Price } from "./types.js";

/**
 * The price curve: when all is done, against hours of a full-time week; with the limit and the wanted day as lines.
 *
 * @param price - from `priceOfRule`
 * @returns rows {weekHours, finish, by}, a Vega-Lite specification and a message
 *
 * Issues: none.
 * Time O(points), space the same.
 * Source: own.
 *
 * @example
 * const plan = {
 *   formatVersion: 1,
 *   projects: [{ id: "p", name: "Fair", start: "2026-05-04" }],
 *   people: [{ id: "ana", name: "Ana" }],
 *   items: [{ id: "a", title: "Stand", kind: "task", projectId: "p", schedule: { kind: "task", durationMinutes: 2400 } }],
 *   assignments: [{ id: "x", itemId: "a", personId: "ana", role: "responsible", effortMinutes: 2400 }],
 * };
 * priceChart(orThrow(priceOfRule(plan))).rows[0]; // => { weekHours: 20, finish: "2026-05-15", by: "2026-05-08" }
 */
export function priceChart(price: Price): Chart {
  const rows = price.curve.map(({ minutesPerWeek, finish }) => ({
    weekHours: Math.round(minutesPerWeek / 6) / 10,
    finish: dayOf(finish),
    by: price.by,
  }));
  const hours = { field: "weekHours", type: "quantitative", title: "Hours a week", scale: { zero: false } };
  // Room below: the day to be met is often the earliest, and would lie on the axis.
  const day = (field: string): Json => ({
    ...{ field, type: "temporal", title: "Done on", scale: { type: "utc", padding: 12 } },
  });
  const [first, last] = [price.curve[0], price.curve.at(-1)];
  return {
    rows,
    spec: {
      $schema: "https://vega.github.io/schema/vega-lite/v6.json",
      data: { name: "rows" },
      width: 640,
      height: 240,
      layer: [
        {
          mark: { type: "line", interpolate: "step-after", point: true },
          encoding: { x: hours, y: day("finish") },
        },
        { mark: { type: "line", strokeDash: [6, 3], strokeWidth: 1 }, encoding: { x: hours, y: day("by") } },
        { data: { values: [0] }, mark: "rule", encoding: { x: { datum: price.minutesPerWeek / 60 } } },
      ],
    },
    text: {
      code: "evenkeel/price-chart",
      facts: {
        least: (first?.minutesPerWeek ?? 0) / 60,
        most: (last?.minutesPerWeek ?? 0) / 60,
        latest: dayOf(first?.finish ?? ""),
        earliest: dayOf(last?.finish ?? ""),
      },
    },
  };
}

import type { Chart } from "@evenkeel/kernel";
import type { Forecast } from "../forecast-types.js";
import { countAxis, numberAxis, specOf } from "./spec.js";

/**
 * Forecast fan: completions by horizon, with the ranges that hold in 70 and 90 % of the cases.
 *
 * @param forecast - from `forecastThroughput`
 * @returns one row a horizon, ascending, a Vega-Lite specification and a message about the last
 *
 * Issues: none.
 * Time O(horizons), space O(horizons).
 * Source: own; fan charts after the Bank of England (1996).
 *
 * @example
 * forecastChart(orThrow(forecastThroughput([1, 0, 1, 0, 1, 0, 1, 0], { model: "iid-bootstrap" }))).rows[0]; // => { days: 7, p95: 1, p85: 2, p50: 3, p15: 5, p05: 6 }
 */
export function forecastChart(forecast: Forecast): Chart {
  const last = forecast.horizons[forecast.horizons.length - 1];
  const band = (low: string, high: string, opacity: number) => ({
    mark: { type: "area", opacity },
    encoding: { x: numberAxis("days", "Days from now"), y: countAxis(low, "Items done"), y2: { field: high } },
  });
  return {
    rows: forecast.horizons.map(({ days, p95, p85, p50, p15, p05 }) => ({ days, p95, p85, p50, p15, p05 })),
    spec: specOf(
      {
        layer: [
          band("p95", "p05", 0.25),
          band("p85", "p15", 0.35),
          { mark: "line", encoding: { x: numberAxis("days", "Days from now"), y: countAxis("p50", "Items done") } },
        ],
      },
      { finish: "finished", method: `exact quantiles of ${forecast.model}`, n: forecast.daily.length },
    ),
    text: {
      code: "predictability/chart-forecast",
      facts: {
        days: last?.days ?? 0,
        p85: last?.p85 ?? 0,
        p50: last?.p50 ?? 0,
        model: forecast.model,
        sample: forecast.daily.length,
      },
    },
  };
}

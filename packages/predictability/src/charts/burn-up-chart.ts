import { type Chart, type ChartRow, formatDay } from "@evenkeel/kernel";
import type { DailyCounts } from "../flow-types.js";
import type { Forecast } from "../forecast-types.js";
import { countAxis, dayAxis, daysOf, specOf } from "./spec.js";

/** Scope from a day on. */
export interface ScopePoint {
  readonly day: number;
  /** Items in all, done ones included. */
  readonly items: number;
}

/**
 * Burn-up with a cone: what is done so far counted up, what will be by the forecast, and the scope it runs towards.
 *
 * @param done - from `measureThroughput`, up to the day before the forecast begins
 * @param forecast - from `forecastThroughput`
 * @param scope - in the order of time, at least one point; each holds until the next, the last for good
 * @param before - items done before the window of `done`, whole; default 0
 * @returns rows {line: "done" | "scope", day, items} and {line: "forecast", day, items, p95, p85, p15, p05}, where items is the
 *   middle of the forecast; a Vega-Lite specification and a message about the last horizon
 *
 * Issues: none.
 * Time O(days + horizons), space the same.
 * Source: own; cone after Boehm (1981), "Software engineering economics".
 *
 * @example
 * const done = orThrow(measureThroughput([1, 2, 3, 4, 5, 6, 7].map((day) => ({ id: `I${day}`, finishedAt: day * 86400000 })), { from: 0, to: 8 }));
 * const chart = burnUpChart(done, orThrow(forecastThroughput(done.daily, { allowPrior: true })), [{ day: 0, items: 20 }]);
 * chart.rows.at(7); // => { line: "done", day: "1970-01-08", items: 7 }
 */
export function burnUpChart(done: DailyCounts, forecast: Forecast, scope: readonly ScopePoint[], before = 0): Chart {
  const { window } = done;
  const today = window.to - 1;
  let sum = before;
  const past = done.daily.map((count, at) => {
    sum += count;
    return { line: "done", day: formatDay(window.from + at), items: sum };
  });
  const now = { line: "forecast", day: formatDay(today), items: sum, p95: sum, p85: sum, p15: sum, p05: sum };
  const cone = forecast.horizons.map(({ days, p95, p85, p50, p15, p05 }) => ({
    line: "forecast",
    day: formatDay(today + days),
    items: sum + p50,
    p95: sum + p95,
    p85: sum + p85,
    p15: sum + p15,
    p05: sum + p05,
  }));
  const last = forecast.horizons.at(-1);
  const whole = scope.at(-1)?.items ?? 0;
  const held = scope.map(({ day, items }) => ({ line: "scope", day: formatDay(day), items }));
  const end = { line: "scope", day: formatDay(today + (last?.days ?? 0)), items: whole };
  const rows: ChartRow[] = [...past, now, ...cone, ...held, ...(scope.length > 0 ? [end] : [])];
  const only = (line: string) => [{ filter: `datum.line === '${line}'` }];
  const x = dayAxis("day", "Day");
  const band = (low: string, high: string, opacity: number) => ({
    transform: only("forecast"),
    mark: { type: "area", opacity },
    encoding: { x, y: countAxis(low, "Items done"), y2: { field: high } },
  });
  const line = (name: string, dash: readonly number[], interpolate: string) => ({
    transform: only(name),
    mark: { type: "line", strokeDash: dash, interpolate },
    encoding: { x, y: countAxis("items", "Items done") },
  });
  return {
    rows,
    spec: specOf(
      {
        layer: [
          band("p95", "p05", 0.25),
          band("p85", "p15", 0.35),
          line("forecast", [4, 2], "linear"),
          line("done", [], "step-after"),
          line("scope", [8, 3], "step-after"),
        ],
      },
      { finish: "finished", window, method: `exact quantiles of ${forecast.model}`, n: done.total },
    ),
    text: {
      code: "predictability/chart-burn-up",
      facts: {
        done: sum,
        scope: whole,
        days: last?.days ?? 0,
        p85: sum + (last?.p85 ?? 0),
        p50: sum + (last?.p50 ?? 0),
        model: forecast.model,
        ...daysOf(window),
      },
    },
  };
}

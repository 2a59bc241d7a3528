import { type Chart, formatDay } from "@evenkeel/kernel";
import type { WipByAge } from "../flow-types.js";
import { dayAxis, daysOf, shades, specOf } from "./spec.js";

/**
 * Work in progress by age, day by day: the darker, the older.
 *
 * @param measure - from `measureWipByAge`
 * @returns one row a day and band {day, band, place, items} in order; the oldest band is the last place
 *
 * Issues: none.
 * Time O(days bands), space the same.
 * Source: own.
 *
 * @example
 * wipByAgeChart(orThrow(measureWipByAge([{ id: "A", startedAt: 0 }], { from: 0, to: 1 }, [7]))).rows; // => [{ day: "1970-01-01", band: "1-7", place: 0, items: 1 }, { day: "1970-01-01", band: "8+", place: 1, items: 0 }]
 */
export function wipByAgeChart(measure: WipByAge): Chart {
  const { bounds, days, window } = measure;
  const first = [1, ...bounds.map((bound) => bound + 1)];
  const bands = first.map((from, at) => {
    const to = bounds[at];
    return to === undefined ? `${from}+` : to === from ? `${from}` : `${from}-${to}`;
  });
  const last = days.at(-1)?.counts ?? [];
  const wip = last.reduce((sum, count) => sum + count, 0);
  return {
    rows: days.flatMap(({ day, counts }) =>
      counts.map((items, place) => ({ day: formatDay(day), band: bands[place]!, place, items })),
    ),
    spec: specOf(
      {
        mark: { type: "area", interpolate: "step-after", stroke: "white", strokeWidth: 0.5 },
        encoding: {
          x: dayAxis("day", "Day"),
          y: { field: "items", type: "quantitative", title: "Items in progress", stack: "zero" },
          color: shades("band", "Age in days", bands),
          order: { field: "place", type: "quantitative", sort: "descending" },
        },
      },
      { start: "started", finish: "finished or dropped", window, n: wip },
    ),
    text: {
      code: "predictability/chart-wip-by-age",
      facts: { wip, old: last.at(-1) ?? 0, over: bounds.at(-1) ?? 0, ...daysOf(window) },
    },
  };
}

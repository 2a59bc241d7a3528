import type { Chart } from "@evenkeel/kernel";
import type { CycleTimeMeasure } from "../flow-types.js";
import { countAxis, daysOf, ruleAt, specOf } from "./spec.js";

const mostBars = 40;

/** Width of a bar: 1, 2, 5, 10 .. days, so that the longest fits. */
function widthFor(longest: number): number {
  for (let unit = 1; ; unit *= 10)
    for (const times of [1, 2, 5]) if (Math.ceil(longest / (unit * times)) <= mostBars) return unit * times;
}

/**
 * Histogram of cycle times: items by the days they took, with the days half and 85 % of them did not exceed.
 *
 * @param measure - from `measureCycleTime`
 * @returns one row a bar {from, to, items, share}: days from..to both included, share of the items up to there; ascending, empty bars too
 *
 * Issues: none.
 * Time O(n), space O(n).
 * Source: Vacanti (2015), "Actionable agile metrics for predictability".
 *
 * @example
 * cycleTimeHistogram(orThrow(measureCycleTime([{ id: "A", startedAt: 0, finishedAt: 90000000 }], { from: 0, to: 7 }))).rows; // => [{ from: 1, to: 1, items: 0, share: 0 }, { from: 2, to: 2, items: 1, share: 1 }]
 */
export function cycleTimeHistogram(measure: CycleTimeMeasure): Chart {
  const { items, p50, p85, window } = measure;
  const longest = items.reduce((most, { days }) => Math.max(most, days), 1);
  const width = widthFor(longest);
  const counts = new Array<number>(Math.ceil(longest / width)).fill(0);
  for (const { days } of items) counts[Math.ceil(days / width) - 1]! += 1;
  let below = 0;
  const rows = counts.map((count, at) => {
    below += count;
    return { from: at * width + 1, to: (at + 1) * width, items: count, share: below / items.length };
  });
  const stated = { start: "started", finish: "finished", window, method: "observed value, none interpolated" } as const;
  return {
    rows,
    spec: specOf(
      {
        transform: [{ calculate: "datum.from - 1", as: "over" }],
        layer: [
          {
            mark: { type: "bar", stroke: "white", strokeWidth: 0.5 },
            encoding: {
              x: { field: "over", type: "quantitative", title: "Days, start to finish", bin: "binned" },
              x2: { field: "to" },
              y: countAxis("items", "Items"),
            },
          },
          ...ruleAt(p50, { dash: [2, 4], name: "50 %", at: "above" }),
          ...ruleAt(p85, { dash: [6, 3], name: "85 %", at: "above" }),
        ],
      },
      { ...stated, n: items.length },
    ),
    text: { code: "predictability/chart-cycle-time", facts: { count: items.length, p50, p85, ...daysOf(window) } },
  };
}

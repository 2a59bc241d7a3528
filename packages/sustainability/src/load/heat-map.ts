import { type Chart, compareText } from "@evenkeel/kernel";
import { sumExact } from "@evenkeel/stats";
import type { LoadWeek } from "../types.js";

/**
 * Planned load as a heat map of people, or teams, by week: how much of the capacity the plan asks for.
 *
 * @param load - from `measureLoad`: a plan fact
 * @param names - shown instead of ids
 * @param teamOf - team by person; people of one team are one row, those without a team stay on their own
 * @returns rows {who, week, hours, capacity, utilization}, by name and week; a Vega-Lite spec, and a sentence
 *
 * Issues: none.
 * Time O(rows log rows), space O(rows).
 * Source: own.
 *
 * @example
 * const week = { personId: "ana", week: "2026-05-04", plannedMinutes: 3000, capacityMinutes: 2400, items: [] };
 * loadHeatMap([week], new Map([["ana", "Ana"]])).rows; // => [{ who: "Ana", week: "2026-05-04", hours: 50, capacity: 40, utilization: 1.25 }]
 */
export function loadHeatMap(
  load: readonly LoadWeek[],
  names: ReadonlyMap<string, string>,
  teamOf: ReadonlyMap<string, string> = new Map(),
): Chart {
  const cells = new Map<string, { id: string; week: string; planned: number[]; capacity: number[] }>();
  for (const { personId, week, plannedMinutes, capacityMinutes } of load) {
    const id = teamOf.get(personId) ?? personId;
    const key = `${week}\n${id}`;
    const cell = cells.get(key) ?? { id, week, planned: [], capacity: [] };
    cells.set(key, cell);
    cell.planned.push(plannedMinutes);
    cell.capacity.push(capacityMinutes);
  }
  const sorted = [...cells.values()].sort(
    (a, b) =>
      compareText(names.get(a.id) ?? a.id, names.get(b.id) ?? b.id) ||
      compareText(a.id, b.id) ||
      compareText(a.week, b.week),
  );
  const rows = sorted.map(({ id, week, planned, capacity }) => {
    const [minutes, there] = [sumExact(planned), sumExact(capacity)];
    return {
      who: names.get(id) ?? id,
      week,
      hours: Math.round(minutes / 6) / 10,
      capacity: Math.round(there / 6) / 10,
      // No time at all is shown as twice too much, the end of the scale.
      utilization: there > 0 ? Math.round((100 * minutes) / there) / 100 : minutes > 0 ? 2 : 0,
    };
  });
  const over = sorted.filter(({ planned, capacity }) => sumExact(planned) > sumExact(capacity) + 1e-6).length;
  return {
    rows,
    spec: {
      $schema: "https://vega.github.io/schema/vega-lite/v6.json",
      data: { name: "rows" },
      width: { step: 46 },
      height: { step: 26 },
      encoding: {
        x: { field: "week", type: "ordinal", title: "Week of" },
        y: { field: "who", type: "nominal", title: null },
      },
      layer: [
        {
          mark: { type: "rect", stroke: "white" },
          encoding: {
            color: {
              field: "utilization",
              type: "quantitative",
              title: "Load / capacity",
              legend: null,
              scale: { domain: [0, 1, 1.001, 2], range: ["#f4f7fb", "#9fc0e2", "#f2a38f", "#b3261e"], clamp: true },
            },
          },
        },
        {
          mark: { type: "text", fontSize: 11 },
          encoding: {
            text: { field: "utilization", type: "quantitative", format: ".0%" },
            color: { condition: { test: "datum.utilization > 1.5", value: "white" }, value: "black" },
          },
        },
      ],
    },
    text: { code: "sustainability/load-heat-map", facts: { cells: rows.length, over } },
  };
}

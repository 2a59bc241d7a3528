import type { Chart } from "@evenkeel/kernel";
import { measureCycleTime, measureWip, measureWorkItemAge } from "@evenkeel/predictability";
import {
  ageingChart,
  cumulativeFlowChart,
  cycleTimeChart,
  forecastChart,
  throughputChart,
} from "@evenkeel/predictability/charts";
import type { LoadWeek } from "@evenkeel/sustainability";
import { loadChart } from "@evenkeel/sustainability/charts";
import type { FlowView } from "./measure-flow.js";
import type { Names } from "./names.js";
import type { Review } from "./types.js";

const millisPerDay = 86_400_000;
/** Days a chart looks back. */
const shownDays = 90;

const titled = (chart: Chart, names: Names): Chart => ({
  ...chart,
  rows: chart.rows.map((row) =>
    typeof row["id"] === "string" ? { ...row, id: names.items.get(row["id"]) ?? row["id"] } : row,
  ),
});

/** The charts of a review; a chart without data is left out. */
export function chartsOf(flow: FlowView, load: readonly LoadWeek[], names: Names, now: number): Review["charts"] {
  const today = Math.floor(now / millisPerDay);
  const window = { from: Math.max(today - shownDays, flow.daily?.window.from ?? today - shownDays), to: today + 1 };
  const cycle = measureCycleTime(flow.items, window);
  const wip = measureWip(flow.items, window);
  const ages = measureWorkItemAge(flow.items, now);
  const { expectation } = flow.flow;
  const daily = flow.daily === undefined ? undefined : { ...flow.daily, daily: flow.daily.daily.slice(-shownDays) };
  const recent =
    daily === undefined
      ? undefined
      : {
          ...daily,
          window: { from: daily.window.to - daily.daily.length, to: daily.window.to },
          total: daily.daily.reduce((sum, each) => sum + each, 0),
        };
  return {
    ...(recent === undefined ? {} : { throughput: throughputChart(recent) }),
    ...(cycle.ok && cycle.value.items.length > 0 ? { cycleTime: titled(cycleTimeChart(cycle.value), names) } : {}),
    ...(ages.ok && ages.value.length > 0 && expectation !== undefined
      ? { ageing: titled(ageingChart(ages.value, expectation), names) }
      : {}),
    ...(wip.ok && wip.value.days.some((day) => day.wip > 0) ? { cumulativeFlow: cumulativeFlowChart(wip.value) } : {}),
    ...(load.length > 0 ? { load: loadChart(load, names.people) } : {}),
    ...(flow.forecast === undefined ? {} : { forecast: forecastChart(flow.forecast.forecast) }),
  };
}

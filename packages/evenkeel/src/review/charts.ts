import type { WorkPlan } from "@evenkeel/core";
import type { Chart, ChartRow, Json } from "@evenkeel/kernel";
import {
  type CycleTimeMeasure,
  type DailyCounts,
  type ItemDuration,
  measureCumulativeFlow,
  measureCycleTime,
  measureWip,
  measureWorkItemAge,
  type ServiceLevelExpectation,
} from "@evenkeel/predictability";
import {
  ageingByStateChart,
  ageingChart,
  calibrationChart,
  cumulativeFlowChart,
  cycleTimeChart,
  forecastChart,
  stateFlowChart,
  throughputChart,
} from "@evenkeel/predictability/charts";
import type { LoadWeek } from "@evenkeel/sustainability";
import { loadChart, loadHeatMap } from "@evenkeel/sustainability/charts";
import { burnUpOf } from "./burn-up.js";
import { type FlowView, shownDays } from "./measure-flow.js";
import type { Names } from "./names.js";
import { slipChart } from "./slip-chart.js";
import type { PromiseRecord, Review } from "./types.js";

const millisPerDay = 86_400_000;
/** Promises with a stated chance that a diagram of honesty needs, at least. */
const fewestStated = 10;

/** What charts are made from. */
export interface ChartInput {
  readonly plan: WorkPlan;
  readonly flow: FlowView;
  readonly load: readonly LoadWeek[];
  readonly records: readonly PromiseRecord[];
  readonly names: Names;
  readonly now: number;
}

type Charts = { readonly [Name in keyof Review["charts"]]: Review["charts"][Name] | undefined };

const titled = (chart: Chart, names: Names): Chart => ({
  ...chart,
  rows: chart.rows.map(
    (row): ChartRow => (typeof row["id"] === "string" ? { ...row, id: names.items.get(row["id"]) ?? row["id"] } : row),
  ),
});

/** The last days of a record. */
function recentOf({ daily, window }: DailyCounts): DailyCounts {
  const last = daily.slice(-shownDays);
  return {
    daily: last,
    window: { from: window.to - last.length, to: window.to },
    total: last.reduce((sum, each) => sum + each, 0),
  };
}

/** The scatter of cycle times with what is expected of an item as a line of its own. */
function scatterOf(measure: CycleTimeMeasure, expectation: ServiceLevelExpectation | undefined): Chart {
  const chart = cycleTimeChart(measure);
  const spec = chart.spec as { readonly [key: string]: Json };
  if (expectation === undefined) return chart;
  const data = { values: [0] };
  const y = { datum: expectation.days };
  const line = { data, mark: { type: "rule", strokeWidth: 2.5 }, encoding: { y } };
  const mark = { type: "text", align: "left", baseline: "bottom", dx: 2, dy: -2 };
  const name = { data, mark, encoding: { y, x: { value: 0 }, text: { value: "expectation" } } };
  return { ...chart, spec: { ...spec, layer: [...(spec["layer"] as readonly Json[]), line, name] } };
}

function ageingOf(
  ages: readonly ItemDuration[],
  expectation: ServiceLevelExpectation,
  states: readonly string[],
): Pick<Charts, "ageing" | "ageingByState"> {
  const place = new Map(states.map((state, at) => [state, at]));
  const placed = [...ages].sort((a, b) => (place.get(a.state ?? "") ?? 0) - (place.get(b.state ?? "") ?? 0));
  return {
    ageing: ageingChart(ages, expectation),
    ageingByState: ages.some(({ state }) => state !== undefined)
      ? ageingByStateChart(placed, expectation, states)
      : undefined,
  };
}

function calibrationOf(records: readonly PromiseRecord[]): Chart | undefined {
  const stated = records.find(({ record }) => (record.calibration?.n ?? 0) >= fewestStated)?.record.calibration;
  if (stated === undefined) return undefined;
  const chart = calibrationChart(
    stated.groups.map(({ confidence, n, hits }) => ({ probability: confidence, n, hits })),
  );
  return chart.ok ? chart.value : undefined;
}

/** The charts of a review; a chart without data is left out. */
export function chartsOf({ plan, flow, load, records, names, now }: ChartInput): Review["charts"] {
  const { table, daily } = flow;
  const { expectation } = flow.flow;
  const today = Math.floor(now / millisPerDay);
  const window = { from: Math.max(today - shownDays, daily?.window.from ?? today - shownDays), to: today + 1 };
  const cycle = measureCycleTime(table, window);
  const wip = measureWip(table, window);
  const ages = measureWorkItemAge(table, now);
  const states = table.states.length > 0 ? measureCumulativeFlow(table, window) : undefined;
  const recent = daily === undefined ? undefined : recentOf(daily);
  const made: Charts = {
    throughput: recent === undefined ? undefined : throughputChart(recent),
    cycleTime: cycle.ok && cycle.value.items.length > 0 ? scatterOf(cycle.value, expectation) : undefined,
    ...(ages.ok && ages.value.length > 0 && expectation !== undefined
      ? ageingOf(ages.value, expectation, states?.ok === true ? states.value.states : [])
      : {}),
    cumulativeFlow: wip.ok && wip.value.days.some((day) => day.wip > 0) ? cumulativeFlowChart(wip.value) : undefined,
    stateFlow: states?.ok === true ? stateFlowChart(states.value) : undefined,
    load: load.length > 0 ? loadChart(load, names.people) : undefined,
    loadHeat: load.length > 0 ? loadHeatMap(load, names.people) : undefined,
    forecast: flow.forecast === undefined ? undefined : forecastChart(flow.forecast.forecast),
    burnUp:
      recent === undefined || flow.forecast === undefined
        ? undefined
        : burnUpOf({ plan, table, done: recent, forecast: flow.forecast.forecast }),
    calibration: calibrationOf(records),
    slip: slipChart(records),
  };
  return Object.fromEntries(
    Object.entries(made).flatMap(([name, chart]) => (chart === undefined ? [] : [[name, titled(chart, names)]])),
  );
}

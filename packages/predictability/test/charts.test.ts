import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Chart, describe as describeMessage, type Issue, orThrow } from "@evenkeel/kernel";
import { Ajv } from "ajv";
import { parse, View } from "vega";
import { compile, type TopLevelSpec } from "vega-lite";
import { describe, expect, test } from "vitest";
import * as make from "../src/charts.js";
import {
  betweenEvents,
  countBehaviour,
  en,
  type FlowItem,
  forecastThroughput,
  measureCumulativeFlow,
  measureCycleTime,
  measureFlowEfficiency,
  measureThroughput,
  measureWip,
  measureWipByAge,
  measureWorkItemAge,
  processBehaviour,
  serviceLevelExpectation,
} from "../src/index.js";

const day = 86_400_000;
const items = Array.from({ length: 20 }, (_none, at): FlowItem => {
  const end = (at + 2 + (at % 4)) * day;
  const [half, isDone] = [at * day + 0.25 * day, at < 16];
  return {
    id: at === 0 ? "<script>" : `I${at}`,
    startedAt: at * day,
    ...(isDone ? { finishedAt: end } : {}),
    visits: [
      { state: "Ready", category: "proposed", from: (at - 1) * day, to: at * day },
      { state: "Doing", category: "active", from: at * day, to: half },
      { state: "Review", category: "waiting", from: half, ...(isDone ? { to: end } : {}) },
      ...(isDone ? [{ state: "Done", category: "done", from: end } as const] : []),
    ],
  };
});
const window = { from: 0, to: 25 };
const expectation = orThrow(serviceLevelExpectation(items, { now: 25 * day }));
const ages = orThrow(measureWorkItemAge(items, 25 * day));
const done = orThrow(measureThroughput(items, window));
const forecast = orThrow(forecastThroughput(done.daily, { allowPrior: true }));
const series = orThrow(processBehaviour([10, 50, 40, 30]));
const counts = orThrow(countBehaviour([1, 0, 2, 1, 0, 1, 3, 9]));
const charts: Record<string, Chart> = {
  ageing: make.ageingChart(ages, expectation),
  "ageing by state": make.ageingByStateChart(ages, expectation, ["Ready", "Doing", "Review"]),
  "cumulative flow": make.cumulativeFlowChart(orThrow(measureWip(items, window))),
  "state flow": make.stateFlowChart(orThrow(measureCumulativeFlow(items, window))),
  "cycle time": make.cycleTimeChart(orThrow(measureCycleTime(items, window))),
  "cycle time histogram": make.cycleTimeHistogram(orThrow(measureCycleTime(items, window))),
  "flow efficiency": make.flowEfficiencyChart(orThrow(measureFlowEfficiency(items, window))),
  forecast: make.forecastChart(forecast),
  "burn-up": make.burnUpChart(done, forecast, [
    { day: 0, items: 30 },
    { day: 9, items: 36 },
  ]),
  "process behaviour": make.processBehaviourChart(series),
  "process behaviour by day": make.processBehaviourChart(orThrow(processBehaviour(done.daily)), 0),
  "moving range": make.movingRangeChart(series),
  "count behaviour": make.countBehaviourChart(counts),
  "count behaviour by day": make.countBehaviourChart(counts, 7),
  "between events": make.betweenEventsChart(orThrow(betweenEvents([0, 3, 9, 10, 40].map((each) => each * day)))),
  throughput: make.throughputChart(done),
  "work by age": make.wipByAgeChart(orThrow(measureWipByAge(items, window, [1, 2, 4]))),
  calibration: orThrow(
    make.calibrationChart([
      { probability: 0.95, n: 40, hits: 39 },
      { probability: 0.5, n: 40, hits: 35 },
      { probability: 0.85, n: 20, hits: 15 },
    ]),
  ),
};

const beside = new URL("./vega-lite-schema.json", import.meta.resolve("vega-lite"));
const schema = JSON.parse(readFileSync(fileURLToPath(beside), "utf8")) as object;
const validate = new Ajv({ strict: false, validateFormats: false, code: { optimize: false } }).compile(schema);

async function drawn({ spec, rows }: Chart): Promise<string> {
  const view = new View(parse(compile(spec as unknown as TopLevelSpec).spec), { renderer: "none" });
  view.data("rows", structuredClone(rows) as object[]);
  await view.runAsync();
  const svg = await view.toSVG();
  view.finalize();
  return svg;
}

/** Every field a specification encodes. */
function fieldsOf(spec: unknown): string[] {
  if (typeof spec !== "object" || spec === null) return [];
  return Object.entries(spec).flatMap(([key, value]) =>
    key === "field" && typeof value === "string" ? [value] : fieldsOf(value),
  );
}

describe.each(Object.entries(charts))("the %s chart", (_name, chart) => {
  test("is plain data over its own rows", () => {
    expect(JSON.parse(JSON.stringify(chart))).toEqual(chart);
    expect((chart.spec as { data: unknown }).data).toEqual({ name: "rows" });
    const columns = new Set([...chart.rows.flatMap((row) => Object.keys(row)), "line", "items", "over"]);
    expect(fieldsOf(chart.spec).filter((field) => !columns.has(field))).toEqual([]);
    expect(chart.rows.length).toBeGreaterThan(0);
  });

  test("is valid by the schema of Vega-Lite and can be drawn", async () => {
    expect(validate(chart.spec), JSON.stringify(validate.errors?.slice(0, 3))).toBe(true);
    const svg = await drawn(chart);
    expect(svg).toMatch(/^<svg/);
    expect(svg).not.toMatch(/NaN|Infinity|undefined/);
    expect(svg.match(/aria-roledescription="(?:point|bar|line mark|area mark|rule)/g)?.length).toBeGreaterThan(0);
  });

  test("says the same in a sentence, and what it rests on", () => {
    expect(Object.keys(en)).toContain(chart.text.code);
    expect(describeMessage(chart.text, en).message).not.toMatch(/[?{}]|NaN|undefined/);
    const { n, ...stated } = (chart.spec as { usermeta: { n: number } }).usermeta;
    expect(n).toBeGreaterThan(0);
    expect(Object.keys(stated).length).toBeGreaterThan(0);
  });
});

test("a chart says its start, finish, window, method and number", () => {
  expect(charts["cycle time"]?.spec).toMatchObject({
    usermeta: {
      start: "started",
      finish: "finished",
      method: "observed value, none interpolated",
      n: 16,
      from: "1970-01-01",
      to: "1970-01-25",
    },
  });
});

/** Relative luminance of a colour as WCAG 2 defines it. */
function luminance(colour: string): number {
  const parts = (/^rgb\((\d+), (\d+), (\d+)\)$/.exec(colour) ?? []).slice(1).map(Number);
  const hex = /^#(..)(..)(..)$/
    .exec(colour)
    ?.slice(1)
    .map((part) => Number.parseInt(part, 16));
  const [r = 0, g = 0, b = 0] = (hex ?? parts).map((part) => {
    const share = part / 255;
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

test.each(["state flow", "work by age"])("the bands of the %s chart keep their order in grey", async (name) => {
  const chart = charts[name] as Chart;
  const svg = await drawn(chart);
  const legend = svg.slice(svg.indexOf('role-legend"'));
  const fills = [
    ...legend.matchAll(/<path aria-hidden[^>]*fill="([^"]+)"|<path transform[^>]*fill="(#[^"]+|rgb[^"]+)"/g),
  ].map(([, a, b]) => luminance(a ?? b ?? ""));
  const bands = new Set(chart.rows.map(({ place }) => place)).size;
  expect(fills).toHaveLength(bands);
  for (let at = 1; at < bands; at++) expect(fills[at]! + 0.03).toBeLessThan(fills[at - 1]!);
});

test("what has left lies at the bottom, the first state on top", async () => {
  const svg = await drawn(charts["state flow"] as Chart);
  const tops = ["Ready", "Doing", "Review", "left"].map((state) => {
    const [, path = ""] = new RegExp(`aria-label="[^"]*State: ${state};[^>]* d="([^"]+)"`).exec(svg) ?? [];
    const points = [...path.matchAll(/([\d.]+),([\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)] as const);
    const end = Math.max(...points.map(([x]) => x));
    return Math.min(...points.filter(([x]) => x === end).map(([, y]) => y));
  });
  expect(tops.every(Number.isFinite)).toBe(true);
  expect(tops).toEqual([...tops].sort((one, other) => one - other));
  expect(tops[3]).toBeGreaterThan(tops[0] as number);
});

test("a burn-up begins its cone where the past ends, and quotes the last horizon", () => {
  const chart = charts["burn-up"] as Chart;
  const last = forecast.horizons.at(-1);
  const cone = chart.rows.filter(({ line }) => line === "forecast");
  expect(cone[0]).toEqual({ line: "forecast", day: "1970-01-25", items: 16, p95: 16, p85: 16, p15: 16, p05: 16 });
  expect(cone.at(-1)).toMatchObject({
    items: 16 + (last?.p50 ?? 0),
    p95: 16 + (last?.p95 ?? 0),
    p85: 16 + (last?.p85 ?? 0),
  });
  expect(chart.rows.filter(({ line }) => line === "scope").map(({ items: scope }) => scope)).toEqual([30, 36, 36]);
  expect(chart.text.facts).toMatchObject({ done: 16, scope: 36, p85: 16 + (last?.p85 ?? 0) });
});

test("the bands of a histogram hold every item once", () => {
  const long = Array.from({ length: 300 }, (_none, at) => ({ id: `L${at}`, startedAt: 0, finishedAt: at * day }));
  const chart = make.cycleTimeHistogram(orThrow(measureCycleTime(long, { from: 0, to: 400 })));
  expect(chart.rows).toHaveLength(30);
  expect(chart.rows.every((row) => row["items"] === 10)).toBe(true);
  expect(chart.rows.at(-1)).toEqual({ from: 291, to: 300, items: 10, share: 1 });
});

test("a reliability diagram refuses what is no share, all at once", () => {
  const refused = make.calibrationChart([
    { probability: 1.5, n: 1, hits: 1 },
    { probability: 0.5, n: 0, hits: 0 },
    { probability: 0.5, n: 3, hits: 4 },
  ]);
  expect(refused.ok).toBe(false);
  expect(refused.issues.map(({ code, path }: Issue) => [code, path])).toEqual([
    ["predictability/out-of-range", ["rows", 0, "probability"]],
    ["predictability/not-a-count", ["rows", 1, "n"]],
    ["predictability/not-a-count", ["rows", 2, "hits"]],
  ]);
});

test("ages of which no state is told are counted, not drawn", () => {
  const chart = make.ageingByStateChart(
    [...ages, { id: "X", startedAt: 0, until: day, elapsedMillis: day, days: 2 }],
    expectation,
  );
  expect(chart.rows).toHaveLength(ages.length);
  expect(chart.text.facts).toMatchObject({ untold: 1 });
});

test("rows of cumulative flow keep work in progress as the gap", () => {
  expect(
    charts["cumulative flow"]?.rows.every((row) => Number(row["arrived"]) - Number(row["departed"]) === row["wip"]),
  ).toBe(true);
  expect(charts["state flow"]?.rows.every((row) => row["items"] === row["inState"])).toBe(true);
});

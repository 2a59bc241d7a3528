import { type Chart, describe as describeMessage, orThrow } from "@evenkeel/kernel";
import { describe, expect, test } from "vitest";
import {
  ageingChart,
  cumulativeFlowChart,
  cycleTimeChart,
  forecastChart,
  processBehaviourChart,
  throughputChart,
} from "../src/charts.js";
import {
  en,
  forecastThroughput,
  measureCycleTime,
  measureThroughput,
  measureWip,
  measureWorkItemAge,
  processBehaviour,
  serviceLevelExpectation,
} from "../src/index.js";

const day = 86_400_000;
const items = Array.from({ length: 20 }, (_none, at) => ({
  id: at === 0 ? "<script>" : `I${at}`,
  startedAt: at * day,
  ...(at < 16 ? { finishedAt: (at + 1 + (at % 4)) * day } : {}),
}));
const window = { from: 0, to: 25 };
const expectation = orThrow(serviceLevelExpectation(items, { now: 25 * day }));
const charts: Record<string, Chart> = {
  ageing: ageingChart(orThrow(measureWorkItemAge(items, 25 * day)), expectation),
  flow: cumulativeFlowChart(orThrow(measureWip(items, window))),
  cycle: cycleTimeChart(orThrow(measureCycleTime(items, window))),
  forecast: forecastChart(
    orThrow(forecastThroughput(orThrow(measureThroughput(items, window)).daily, { allowPrior: true })),
  ),
  behaviour: processBehaviourChart(orThrow(processBehaviour([10, 50, 40, 30]))),
  throughput: throughputChart(orThrow(measureThroughput(items, window))),
};

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
    const columns = new Set([...Object.keys(chart.rows[0] ?? {}), "line", "items"]);
    expect(fieldsOf(chart.spec).every((field) => columns.has(field))).toBe(true);
    expect(chart.rows.length).toBeGreaterThan(0);
  });

  test("says the same in a sentence", () => {
    expect(Object.keys(en)).toContain(chart.text.code);
    expect(describeMessage(chart.text, en).message).not.toContain("?");
  });
});

test("rows of cumulative flow keep work in progress as the gap", () => {
  expect(charts["flow"]?.rows.every((row) => Number(row["arrived"]) - Number(row["departed"]) === row["wip"])).toBe(
    true,
  );
});

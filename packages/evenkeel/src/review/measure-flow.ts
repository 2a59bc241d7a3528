import { workInProgress } from "@evenkeel/completion";
import { isCovered, openItems, type WorkContext, type WorkHistory, type WorkPlan } from "@evenkeel/core";
import { formatDay, type Issue, type Message } from "@evenkeel/kernel";
import {
  chanceAtAge,
  type DailyCounts,
  type FlowTable,
  flowTable,
  forecastThroughput,
  measureBlocked,
  measureCycleTime,
  measureFlowEfficiency,
  measureLittlesLaw,
  measureRework,
  measureThroughput,
  measureTimeInProgress,
  measureWipAt,
  serviceLevelExpectation,
  whenDone,
} from "@evenkeel/predictability";
import { flowItemsFromHistory } from "@evenkeel/predictability/from-plan";
import { Collector } from "./collector.js";
import type { AgeingItem, FlowSummary, ForecastSummary } from "./types.js";

/** Everything a review says of flow. */
export interface FlowView {
  readonly table: FlowTable;
  readonly flow: FlowSummary;
  readonly forecast?: ForecastSummary;
  readonly ageing: readonly AgeingItem[];
  /** Counts the forecast rests on. */
  readonly daily?: DailyCounts;
  readonly unavailable: readonly Message[];
  readonly issues: readonly Issue[];
}

const millisPerDay = 86_400_000;
/** Days that measures and charts look back. */
export const shownDays = 90;
const confidences = [0.5, 0.85, 0.95] as const;

function forecastOf(daily: DailyCounts, open: number, today: number, collect: Collector): ForecastSummary | undefined {
  const forecast = collect.take("forecast", forecastThroughput(daily.daily, { firstDay: today, allowPrior: true }));
  if (forecast === undefined) return undefined;
  const done = confidences.map((confidence) => {
    if (open === 0) return { confidence, day: formatDay(today) };
    const answer = whenDone(forecast, open, confidence);
    return answer.ok && answer.value.day !== undefined
      ? { confidence, day: formatDay(answer.value.day) }
      : { confidence };
  });
  return { forecast, openItems: open, done };
}

/** Where the time went, what came back, and whether the counts hold together, over the last days. */
function detailsOf(table: FlowTable, history: WorkHistory, today: number, collect: Collector): Partial<FlowSummary> {
  // Of today only what has ended is known: time is counted over whole days, ends are with today.
  const whole = { from: today - shownDays, to: today };
  const window = { from: today - shownDays, to: today + 1 };
  // Stays made of stamps say nothing of what lay between: with a source that records no moves their time is untold.
  const told = table.states.length > 0 && isCovered(history.coverage, "events", "stateChanged");
  const seen = told ? table : flowTable(table.items.map(({ visits: _visits, ...item }) => item));
  const time = collect.take("time in progress", measureTimeInProgress(seen, whole));
  if (time === undefined || time.itemMillis === 0) {
    collect.miss("evenkeel/nothing-in-progress", { days: shownDays });
    return {};
  }
  const law = collect.take("Little's law", measureLittlesLaw(table, whole));
  // A source that cannot record it gives no spells, which is not the same as none.
  const tellsBlocked = isCovered(history.coverage, "events", "blocked");
  if (!tellsBlocked) collect.miss("evenkeel/no-blocks-told", {});
  const blocked = tellsBlocked ? collect.take("blocked work", measureBlocked(table, whole)) : undefined;
  if (!told) collect.miss("evenkeel/no-states-told", {});
  const efficiency = told ? collect.take("flow efficiency", measureFlowEfficiency(table, window)) : undefined;
  const rework = told ? collect.take("rework", measureRework(table, window)) : undefined;
  const { days: _days, ...spells } = blocked ?? { days: [] };
  return {
    time,
    ...(efficiency === undefined ? {} : { efficiency: { ...efficiency, items: efficiency.items.length } }),
    ...(blocked === undefined ? {} : { blocked: spells as Omit<typeof blocked, "days"> }),
    ...(rework === undefined ? {} : { rework: { ...rework, items: rework.items.length } }),
    ...(law === undefined ? {} : { littlesLaw: law }),
  };
}

/** Flow measures, forecast and ageing work of a plan with its history at the context's instant. */
export function measureFlow(plan: WorkPlan, history: WorkHistory, context: WorkContext): FlowView {
  const { now } = context;
  const collect = new Collector();
  const table = flowTable(flowItemsFromHistory(plan, history, { until: now }));
  const { items } = table;
  const today = Math.floor(now / millisPerDay);
  const finished = items.flatMap(({ finishedAt }) =>
    finishedAt === undefined ? [] : [Math.floor(finishedAt / millisPerDay)],
  );
  const first = finished.reduce((earliest, day) => Math.min(earliest, day), today);
  const expectation = items.some(({ startedAt }) => startedAt !== undefined)
    ? collect.take("expectation", serviceLevelExpectation(items, { now }))
    : undefined;
  const begun = workInProgress(context);
  // Where a source tells states and not when they began, the states say how much is in progress.
  const isBeginTold = begun.every(({ startedAt }) => startedAt !== undefined);
  const wip = isBeginTold ? collect.take("wip", measureWipAt(table, now)) : begun.length;
  const cycle =
    first < today
      ? collect.take("cycleTime", measureCycleTime(table, { from: today - shownDays, to: today + 1 }))
      : undefined;
  const last28 = collect.take("throughput", measureThroughput(table, { from: today - 28, to: today }));
  const daily =
    first < today
      ? collect.take("throughput", measureThroughput(table, { from: Math.max(first, today - 1000), to: today }))
      : undefined;
  const open = openItems(plan).length;
  const forecast = daily === undefined ? undefined : forecastOf(daily, open, today, collect);
  if (daily === undefined)
    collect.unavailable.push({ code: "evenkeel/no-finished-work", facts: { measure: "forecast" } });
  const ageing = begun.flatMap(({ item, startedAt, blocked }): AgeingItem[] => {
    if (startedAt === undefined) return [];
    const days = Math.floor(now / millisPerDay) - Math.floor(startedAt / millisPerDay) + 1;
    const chance = expectation === undefined ? {} : { chance: chanceAtAge(expectation, days - 1) };
    return [{ itemId: item.row.id, title: item.row.title, days, ...chance, blocked: blocked !== undefined }];
  });
  ageing.sort((a, b) => b.days - a.days || (a.itemId < b.itemId ? -1 : 1));
  return {
    table,
    flow: {
      ...(wip === undefined ? {} : { wip }),
      ...(last28 === undefined || daily === undefined ? {} : { throughput28: last28.total }),
      ...(cycle === undefined || cycle.items.length === 0
        ? {}
        : { cycleTime: { p50: cycle.p50, p85: cycle.p85, items: cycle.items.length } }),
      ...(expectation === undefined ? {} : { expectation }),
      ...detailsOf(table, history, today, collect),
    },
    ...(forecast === undefined ? {} : { forecast }),
    ageing,
    ...(daily === undefined ? {} : { daily }),
    unavailable: collect.unavailable,
    issues: [...table.issues, ...collect.issues],
  };
}

import { workInProgress } from "@evenkeel/completion";
import { openItems, type WorkContext, type WorkHistory, type WorkPlan } from "@evenkeel/core";
import { formatDay, type Issue, type Message } from "@evenkeel/kernel";
import {
  chanceAtAge,
  type DailyCounts,
  type FlowItem,
  forecastThroughput,
  measureCycleTime,
  measureThroughput,
  measureWipAt,
  type Result,
  serviceLevelExpectation,
  whenDone,
} from "@evenkeel/predictability";
import { flowItemsFromHistory } from "@evenkeel/predictability/from-plan";
import type { AgeingItem, FlowSummary, ForecastSummary } from "./types.js";

/** Everything a review says of flow. */
export interface FlowView {
  readonly items: readonly FlowItem[];
  readonly flow: FlowSummary;
  readonly forecast?: ForecastSummary;
  readonly ageing: readonly AgeingItem[];
  /** Counts the forecast rests on. */
  readonly daily?: DailyCounts;
  readonly unavailable: readonly Message[];
  readonly issues: readonly Issue[];
}

const millisPerDay = 86_400_000;
const confidences = [0.5, 0.85, 0.95] as const;

class Collector {
  readonly unavailable: Message[] = [];
  readonly issues: Issue[] = [];

  /** The value of a measure, or undefined with its reasons kept. */
  take<T>(measure: string, result: Result<T>): T | undefined {
    if (result.ok) {
      this.issues.push(...result.issues);
      return result.value;
    }
    this.unavailable.push(
      ...result.issues.map(({ code, facts }) =>
        code === "predictability/sample-too-small"
          ? { code: "evenkeel/too-little-recorded", facts: { ...facts, measure } }
          : { code, facts: { ...facts, measure } },
      ),
    );
    return undefined;
  }
}

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

/** Flow measures, forecast and ageing work of a plan with its history at the context's instant. */
export function measureFlow(plan: WorkPlan, history: WorkHistory, context: WorkContext): FlowView {
  const { now } = context;
  const collect = new Collector();
  const items = flowItemsFromHistory(plan, history, { until: now });
  const today = Math.floor(now / millisPerDay);
  const finished = items.flatMap(({ finishedAt }) =>
    finishedAt === undefined ? [] : [Math.floor(finishedAt / millisPerDay)],
  );
  const first = finished.reduce((earliest, day) => Math.min(earliest, day), today);
  const expectation = items.some(({ startedAt }) => startedAt !== undefined)
    ? collect.take("expectation", serviceLevelExpectation(items, { now }))
    : undefined;
  const wip = collect.take("wip", measureWipAt(items, now));
  const cycle =
    first < today ? collect.take("cycleTime", measureCycleTime(items, { from: today - 90, to: today + 1 })) : undefined;
  const last28 = collect.take("throughput", measureThroughput(items, { from: today - 28, to: today }));
  const daily =
    first < today
      ? collect.take("throughput", measureThroughput(items, { from: Math.max(first, today - 1000), to: today }))
      : undefined;
  const open = openItems(plan).length;
  const forecast = daily === undefined ? undefined : forecastOf(daily, open, today, collect);
  if (daily === undefined)
    collect.unavailable.push({ code: "evenkeel/no-finished-work", facts: { measure: "forecast" } });
  const ageing = workInProgress(context).flatMap(({ item, startedAt, blocked }): AgeingItem[] => {
    if (startedAt === undefined) return [];
    const days = Math.floor(now / millisPerDay) - Math.floor(startedAt / millisPerDay) + 1;
    const chance = expectation === undefined ? {} : { chance: chanceAtAge(expectation, days - 1) };
    return [{ itemId: item.row.id, title: item.row.title, days, ...chance, blocked: blocked !== undefined }];
  });
  ageing.sort((a, b) => b.days - a.days || (a.itemId < b.itemId ? -1 : 1));
  return {
    items,
    flow: {
      ...(wip === undefined ? {} : { wip }),
      ...(last28 === undefined || daily === undefined ? {} : { throughput28: last28.total }),
      ...(cycle === undefined || cycle.items.length === 0
        ? {}
        : { cycleTime: { p50: cycle.p50, p85: cycle.p85, items: cycle.items.length } }),
      ...(expectation === undefined ? {} : { expectation }),
    },
    ...(forecast === undefined ? {} : { forecast }),
    ageing,
    ...(daily === undefined ? {} : { daily }),
    unavailable: collect.unavailable,
    issues: collect.issues,
  };
}

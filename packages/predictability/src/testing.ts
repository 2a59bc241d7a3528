import { canonicalJson } from "@evenkeel/kernel";
import { pmfSurvival } from "@evenkeel/stats";
import * as fc from "fast-check";
import type { FlowItem } from "./flow-types.js";
import { forecastDistribution } from "./forecast-distribution.js";
import { forecastThroughput } from "./forecast-throughput.js";
import { howMany } from "./how-many.js";
import { measureCycleTime } from "./measure-cycle-time.js";
import { measureThroughput } from "./measure-throughput.js";
import { measureWip } from "./measure-wip.js";
import { measureWipAt } from "./measure-wip-at.js";
import { measureWorkItemAge } from "./measure-work-item-age.js";
import { serviceLevelExpectation } from "./service-level-expectation.js";
import { anyDaily, anyFlow, anyModel, anyWindow } from "./testing-arbitraries.js";
import { commitmentLaws } from "./testing-commitments.js";
import { type Law, law } from "./testing-law.js";
import { promiseLaws } from "./testing-promises.js";

export type { Law } from "./testing-law.js";
export { anyLedger, promiseLaws } from "./testing-promises.js";
export { anyTeamPast } from "./testing-sle.js";

import { flowLaws } from "./testing-flow.js";
import { deliveryLaws } from "./testing-forecast.js";
import { processLaws } from "./testing-process.js";
import { safetyLaws } from "./testing-safety.js";
import { sleLaws } from "./testing-sle.js";
import { whenDone } from "./when-done.js";

export { anyDaily, anyFlow, anyPromises, anyWindow } from "./testing-arbitraries.js";
export { anyForwardFlow, anyStateFlow, flowStates } from "./testing-flow-arbitraries.js";
export { anyBacklog, deliveryLaws } from "./testing-forecast.js";

const day = 86_400_000;

/** What is known at an instant: later dates taken away. */
function seenAt(items: readonly FlowItem[], now: number): FlowItem[] {
  return items.map((item) =>
    Object.fromEntries(Object.entries(item).filter(([, value]) => typeof value !== "number" || value <= now)),
  ) as unknown as FlowItem[];
}

function measureLaws(): Law[] {
  return [
    law(
      "arrivals less departures are the change of work in progress, each day and exactly",
      100_000,
      fc.property(anyFlow, anyWindow, (items, window) => {
        const measured = measureWip(items, window);
        if (!measured.ok) return false;
        return measured.value.days.every((row, at) => {
          const atEnd = measureWipAt(items, (row.day + 1) * day - 1);
          const before = measured.value.days[at - 1]?.wip;
          const adds = before === undefined || before + row.arrivals - row.departures === row.wip;
          return adds && atEnd.ok && atEnd.value === row.wip;
        });
      }),
    ),
    law(
      "measures do not depend on the order of the items",
      10_000,
      fc.property(anyFlow, anyWindow, (items, window) => {
        const measures = [
          (rows: readonly FlowItem[]) => measureWip(rows, window),
          (rows: readonly FlowItem[]) => measureThroughput(rows, window),
          (rows: readonly FlowItem[]) => measureCycleTime(rows, window),
          (rows: readonly FlowItem[]) => measureWorkItemAge(rows, window.to * day),
          (rows: readonly FlowItem[]) => serviceLevelExpectation(rows, { now: window.to * day }),
        ];
        return measures.every(
          (measure) => canonicalJson(measure(items)) === canonicalJson(measure([...items].reverse())),
        );
      }),
    ),
    law(
      "an expectation and ages see nothing that happened later",
      10_000,
      fc.property(anyFlow, fc.integer({ min: 1, max: 60 }), (items, today) => {
        const now = today * day;
        const past = seenAt(items, now - 1);
        const sle = (rows: readonly FlowItem[]) => canonicalJson(serviceLevelExpectation(rows, { now }));
        const ages = (rows: readonly FlowItem[]) => canonicalJson(measureWorkItemAge(rows, now - 1));
        return sle(items) === sle(past) && ages(items) === ages(past);
      }),
    ),
    law(
      "an expectation never shortens as the chance asked for rises",
      10_000,
      fc.property(anyFlow, fc.double({ min: 0.01, max: 0.98, noNaN: true }), (items, probability) => {
        const days = (p: number): number => {
          const found = serviceLevelExpectation(items, { now: 60 * day, probability: p });
          return found.ok ? found.value.days : 0;
        };
        return days(probability) <= days(probability + 0.01);
      }),
    ),
  ];
}

function forecastLaws(): Law[] {
  return [
    law(
      "a forecast is a distribution: no mass below 0, sum 1",
      1_000,
      fc.property(anyDaily, anyModel, fc.integer({ min: 1, max: 80 }), (daily, model, days) => {
        const forecast = forecastThroughput(daily, { model, allowPrior: true });
        const pmf = forecast.ok ? forecastDistribution(forecast.value, days) : forecast;
        return (
          pmf.ok &&
          pmf.value.every((share) => share >= 0) &&
          Math.abs(pmf.value.reduce((sum, share) => sum + share, 0) - 1) < 1e-12
        );
      }),
    ),
    law(
      "more items never take fewer days, and more confidence never promises more",
      1_000,
      fc.property(anyDaily, anyModel, fc.integer({ min: 1, max: 12 }), (daily, model, count) => {
        const forecast = forecastThroughput(daily, { model, allowPrior: true });
        if (!forecast.ok) return false;
        const days = (n: number, c: number): number => {
          const found = whenDone(forecast.value, n, c);
          return found.ok ? found.value.days : Infinity;
        };
        const many = (c: number): number => {
          const found = howMany(forecast.value, 14, c);
          return found.ok ? found.value.count : -1;
        };
        return (
          days(count, 0.85) <= days(count + 1, 0.85) && days(count, 0.5) <= days(count, 0.95) && many(0.5) >= many(0.9)
        );
      }),
    ),
    law(
      "how many and when agree for independent days",
      1_000,
      fc.property(anyDaily, fc.integer({ min: 1, max: 30 }), (daily, count) => {
        const forecast = forecastThroughput(daily, { model: "iid-bootstrap" });
        const found = forecast.ok ? whenDone(forecast.value, count, 0.85) : forecast;
        if (!forecast.ok || !found.ok) return true;
        const reach = (days: number): number => {
          const pmf = days > 0 ? forecastDistribution(forecast.value, days) : undefined;
          return pmf?.ok ? pmfSurvival(pmf.value, count) : 0;
        };
        return reach(found.value.days) >= 0.85 - 1e-9 && reach(found.value.days - 1) < 0.85 + 1e-9;
      }),
    ),
  ];
}

/** Laws of everything this package exports. */
export function predictabilityLaws(): Law[] {
  return [
    ...measureLaws(),
    ...flowLaws(),
    ...processLaws(),
    ...forecastLaws(),
    ...deliveryLaws(),
    ...commitmentLaws(),
    ...promiseLaws(),
    ...safetyLaws(),
    ...sleLaws(),
  ];
}

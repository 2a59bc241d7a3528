import { canonicalJson } from "@evenkeel/kernel";
import * as fc from "fast-check";
import { backtestSle } from "./backtest-sle.js";
import { chanceAtAge } from "./chance-at-age.js";
import type { FlowItem } from "./flow-types.js";
import { serviceLevelExpectation } from "./service-level-expectation.js";
import { defaultSlePrior } from "./sle-prior.js";
import type { SleMethod, SleProtocol } from "./sle-types.js";
import type { Law } from "./testing-law.js";

const day = 86_400_000;
const lastDay = 200;
const shortProtocol: SleProtocol = {
  warmUpDays: 28,
  settleDays: 14,
  minimumFinished: 2,
  minimumOrigins: 1,
  minimumStarted: 1,
};

const anyMethod: fc.Arbitrary<SleMethod> = fc.constantFrom("adaptive", "kaplan-meier", "completed");

/** A team's items over 200 days, each started: quick and slow ones, some open, some dropped. */
export const anyTeamPast: fc.Arbitrary<FlowItem[]> = fc
  .array(
    fc.record({
      start: fc.nat(lastDay * day),
      days: fc.oneof(fc.nat(5), fc.nat(60)),
      kind: fc.nat(9),
      late: fc.nat(day),
    }),
    { minLength: 5, maxLength: 60 },
  )
  .map((rows) =>
    rows.map(({ start, days, kind, late }, at) => {
      const end = start + days * day + late;
      return {
        id: `I${at}`,
        startedAt: start,
        ...(kind > 1 ? { finishedAt: end } : kind === 1 ? { droppedAt: end } : {}),
      };
    }),
  );

/** The items with everything from an instant on told otherwise: later ends put off, later starts taken out. */
function retold(items: readonly FlowItem[], now: number, delay: number): FlowItem[] {
  return items.flatMap(({ id, startedAt = 0, finishedAt, droppedAt }) => {
    if (startedAt >= now) return [];
    if ((finishedAt ?? droppedAt ?? 0) < now)
      return [
        {
          id,
          startedAt,
          ...(finishedAt === undefined ? {} : { finishedAt }),
          ...(droppedAt === undefined ? {} : { droppedAt }),
        },
      ];
    return [{ id, startedAt, ...(finishedAt === undefined ? {} : { finishedAt: finishedAt + delay }) }];
  });
}

/** Laws of expectations, of the chance at an age, and of their back-test. */
export function sleLaws(): Law[] {
  return [
    {
      name: "nothing told after an origin changes its expectation",
      statedRuns: 3_000,
      property: fc.property(anyTeamPast, anyMethod, fc.nat(30 * day), (items, method, delay) => {
        const tested = backtestSle([{ id: "T", items }], { ...shortProtocol, method });
        if (!tested.ok) return true;
        return tested.value.teams.every(({ origins }) =>
          origins.every((origin) => {
            const now = origin.day * day;
            const again = serviceLevelExpectation(retold(items, now, delay), { now, method });
            return again.ok && again.value.days === origin.expectedDays && again.value.reached === origin.reached;
          }),
        );
      }),
    },
    {
      name: "an expectation by any method never shortens as the chance asked for rises",
      statedRuns: 10_000,
      property: fc.property(
        anyTeamPast,
        anyMethod,
        fc.double({ min: 0.01, max: 0.98, noNaN: true }),
        (items, method, probability) => {
          const days = (p: number): number => {
            const found = serviceLevelExpectation(items, { now: lastDay * day, method, probability: p });
            return found.ok ? found.value.days : 0;
          };
          return days(probability) <= days(probability + 0.01);
        },
      ),
    },
    {
      name: "the curve of an expectation falls from 1 and never below 0; chances at an age lie between, 0 when overdue",
      statedRuns: 10_000,
      property: fc.property(anyTeamPast, anyMethod, fc.nat(80), (items, method, age) => {
        const found = serviceLevelExpectation(items, { now: lastDay * day, method });
        if (!found.ok) return true;
        const { curve, days, probability, reached } = found.value;
        const chance = chanceAtAge(found.value, age);
        return (
          curve.every(({ share }, at) => share >= 0 && share <= (curve[at - 1]?.share ?? 1)) &&
          chance >= 0 &&
          chance <= 1 &&
          (age < days || chance === 0) &&
          (!reached || chanceAtAge(found.value, 0) >= probability - 1e-9)
        );
      }),
    },
    {
      name: "an expectation is the same however far all times are moved by whole days, and whatever the order of items",
      statedRuns: 3_000,
      property: fc.property(anyTeamPast, anyMethod, fc.integer({ min: -400, max: 400 }), (items, method, moved) => {
        const by = moved * day;
        const shifted = items.map((item) => ({
          ...item,
          ...(item.startedAt === undefined ? {} : { startedAt: item.startedAt + by }),
          ...(item.finishedAt === undefined ? {} : { finishedAt: item.finishedAt + by }),
          ...(item.droppedAt === undefined ? {} : { droppedAt: item.droppedAt + by }),
        }));
        const now = (lastDay - 20) * day;
        const first = canonicalJson(serviceLevelExpectation(items, { now, method }));
        return first === canonicalJson(serviceLevelExpectation(shifted.reverse(), { now: now + by, method }));
      }),
    },
    {
      name: "a higher guard never shortens an expectation",
      statedRuns: 3_000,
      property: fc.property(anyTeamPast, fc.double({ min: 1, max: 2, noNaN: true }), (items, guard) => {
        const days = (of: number): number => {
          const found = serviceLevelExpectation(items, {
            now: lastDay * day,
            prior: { ...defaultSlePrior, guard: of },
          });
          return found.ok ? found.value.days : 0;
        };
        return days(guard) <= days(guard + 0.1);
      }),
    },
  ];
}

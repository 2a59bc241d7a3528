import type { Chart } from "@evenkeel/kernel";
import { chanceAtAge } from "../chance-at-age.js";
import type { ItemDuration } from "../flow-types.js";
import type { ServiceLevelExpectation } from "../sle-types.js";
import { countAxis, type Stated, specOf } from "./spec.js";

/** What a chart of ages against an expectation rests on. */
export function statedOf(
  ages: readonly ItemDuration[],
  { method, sample, windowDays }: ServiceLevelExpectation,
): Stated {
  const past = windowDays === 0 ? "all history" : `the last ${windowDays} days`;
  return {
    start: "started",
    finish: "still open",
    method: `expectation by ${method} over ${past}, ${sample} items`,
    n: ages.length,
  };
}

/**
 * Ageing work: each item in progress, its days so far, and its chance to keep the expectation still.
 *
 * @param ages - from `measureWorkItemAge`
 * @param expectation - from `serviceLevelExpectation`
 * @returns rows {id, days, chance} in the order given, a Vega-Lite specification and a message
 *
 * Issues: none.
 * Time O(items curve), space O(items).
 * Source: Kanban Guide (2020); Vacanti (2015).
 *
 * @example
 * const done = [1, 2, 3, 4].map((days) => ({ id: `I${days}`, startedAt: 0, finishedAt: (days - 1) * 86400000 }));
 * const expectation = orThrow(serviceLevelExpectation(done, { now: 864000000, probability: 0.75 }));
 * ageingChart(orThrow(measureWorkItemAge([{ id: "A", startedAt: 0 }], 86400000)), expectation).rows; // => [{ id: "A", days: 2, chance: 0.7894736842105263 }]
 */
export function ageingChart(ages: readonly ItemDuration[], expectation: ServiceLevelExpectation): Chart {
  const oldest = ages.reduce((most, { days }) => Math.max(most, days), 0);
  const overdue = ages.filter(({ days }) => days > expectation.days).length;
  return {
    // On its day d an item is known not to have finished in d - 1 full days.
    rows: ages.map(({ id, days }) => ({ id, days, chance: chanceAtAge(expectation, days - 1) })),
    spec: specOf(
      {
        height: { step: 20 },
        layer: [
          {
            mark: "bar",
            encoding: {
              x: countAxis("days", "Days in progress"),
              y: { field: "id", type: "nominal", title: null, sort: "-x", axis: { labelLimit: 220 } },
            },
          },
          { mark: { type: "rule", strokeDash: [6, 3] }, encoding: { x: { datum: expectation.days } } },
        ],
      },
      statedOf(ages, expectation),
    ),
    text: {
      code: "predictability/chart-ageing",
      facts: {
        count: ages.length,
        oldest,
        overdue,
        expected: expectation.days,
        probability: expectation.probability,
        sample: expectation.sample,
      },
    },
  };
}

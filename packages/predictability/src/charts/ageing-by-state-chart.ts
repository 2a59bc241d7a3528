import type { Chart } from "@evenkeel/kernel";
import { chanceAtAge } from "../chance-at-age.js";
import type { ItemDuration } from "../flow-types.js";
import type { ServiceLevelExpectation } from "../sle-types.js";
import { statedOf } from "./ageing-chart.js";
import { countAxis, ruleAt, specOf } from "./spec.js";

/**
 * Ageing work by state: a point an item over the state it is in, with the expectation as a line.
 *
 * @param ages - from `measureWorkItemAge`; items of which no state is told are left out and counted
 * @param expectation - from `serviceLevelExpectation`
 * @param states - in the order of the workflow, as `measureCumulativeFlow` gives them; those left out follow
 * @returns rows {id, state, days, chance} in the order given, a Vega-Lite specification and a message
 *
 * Issues: none.
 * Time O(items curve), space O(items).
 * Source: Vacanti (2015), "Actionable agile metrics for predictability".
 *
 * @example
 * const done = [1, 2, 3, 4].map((days) => ({ id: `I${days}`, startedAt: 0, finishedAt: (days - 1) * 86400000 }));
 * const expectation = orThrow(serviceLevelExpectation(done, { now: 864000000, probability: 0.75 }));
 * const visits = [{ state: "Doing", category: "active", from: 0 }] as const;
 * ageingByStateChart(orThrow(measureWorkItemAge([{ id: "A", startedAt: 0, visits }], 86400000)), expectation).rows; // => [{ id: "A", state: "Doing", days: 2, chance: 0.7894736842105263 }]
 */
export function ageingByStateChart(
  ages: readonly ItemDuration[],
  expectation: ServiceLevelExpectation,
  states: readonly string[] = [],
): Chart {
  const told = ages.flatMap(({ id, days, state }) =>
    state === undefined ? [] : [{ id, state, days, chance: chanceAtAge(expectation, days - 1) }],
  );
  return {
    rows: told,
    spec: specOf(
      {
        layer: [
          {
            mark: { type: "point", filled: true, opacity: 0.7, size: 50 },
            encoding: {
              x: {
                field: "state",
                type: "ordinal",
                title: "State",
                sort: [...new Set([...states, ...told.map(({ state }) => state)])],
                axis: { labelAngle: 0 },
              },
              y: countAxis("days", "Days in progress"),
            },
          },
          ...ruleAt(expectation.days, { dash: [6, 3], name: "expectation" }),
        ],
      },
      { ...statedOf(ages, expectation), n: told.length },
    ),
    text: {
      code: "predictability/chart-ageing-by-state",
      facts: {
        count: told.length,
        untold: ages.length - told.length,
        overdue: told.filter(({ days }) => days > expectation.days).length,
        expected: expectation.days,
        probability: expectation.probability,
      },
    },
  };
}

import { openAfter } from "./sle-curve.js";
import type { ServiceLevelExpectation } from "./sle-types.js";

/**
 * Chance that an item already so many days old still keeps the expectation.
 *
 * @param expectation - from `serviceLevelExpectation`
 * @param days - full days the item is known not to have finished in, >= 0
 * @returns 0..1; 0 from the expected days on
 *
 * Issues: none.
 * Time O(log curve), space O(1).
 * Source: conditional probability on the expectation's curve.
 *
 * @example
 * const items = [1, 2, 3, 4].map((days) => ({ id: `I${days}`, startedAt: 0, finishedAt: (days - 1) * 86400000 }));
 * chanceAtAge(orThrow(serviceLevelExpectation(items, { now: 864000000, probability: 0.75, method: "kaplan-meier" })), 2); // => 0.5
 */
export function chanceAtAge(expectation: ServiceLevelExpectation, days: number): number {
  if (!(days < expectation.days)) return 0;
  const open = openAfter(expectation.curve, days);
  return open > 0 ? 1 - openAfter(expectation.curve, expectation.days) / open : 0;
}

import type { Law } from "@evenkeel/checks/testing";
import * as fc from "fast-check";
import { greedyLoss } from "../concentration/greedy-loss.js";
import { smallestLoss } from "../concentration/smallest-loss.js";

/** Up to thirty units held by up to nine people, some by nobody. */
export const anyHolders: fc.Arbitrary<Map<string, readonly string[]>> = fc
  .array(fc.uniqueArray(fc.constantFrom(..."abcdefghi"), { maxLength: 5 }), { maxLength: 30 })
  .map((rows) => new Map(rows.map((people, at) => [`u${at}`, people])));

/** Laws of concentration. */
export function concentrationLaws(): Law[] {
  return [
    {
      name: "the smallest loss depends on no order and is never larger than the greedy one",
      statedRuns: 10_000,
      property: fc.property(anyHolders, (holders) => {
        const turned = new Map([...holders].reverse().map(([unit, people]) => [unit, [...people].reverse()]));
        const [found, again] = [smallestLoss(holders), smallestLoss(turned)];
        const greedy = greedyLoss(holders).removed;
        return (
          found.isExact &&
          found.people.join() === again.people.join() &&
          found.people.length <= greedy.length &&
          greedyLoss(turned).removed.join() === greedy.join()
        );
      }),
    },
    {
      name: "one more holder of a unit never makes the smallest loss smaller",
      statedRuns: 10_000,
      property: fc.property(anyHolders, fc.nat(29), (holders, at) => {
        const more = new Map(
          [...holders].map(([unit, ids], k) => [unit, k === at && ids.length > 0 ? [...ids, "z"] : ids]),
        );
        return smallestLoss(more).people.length >= smallestLoss(holders).people.length;
      }),
    },
  ];
}

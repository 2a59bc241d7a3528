import { smallLoss } from "./loss-heuristic.js";
import { compileLoss } from "./loss-problem.js";
import { LossSearch } from "./loss-search.js";

/** The fewest people whose loss leaves under half of the units with anyone. */
export interface SmallestLoss {
  /** Such people, by id; of smallest number when `isExact`. */
  readonly people: readonly string[];
  /** No smaller set is enough; equals the number of `people` when `isExact`. */
  readonly lowerBound: number;
  /** False when the search was cut off. */
  readonly isExact: boolean;
  /** Sets of choices looked at. */
  readonly visits: number;
}

/**
 * The smallest set of people whose loss leaves under half of the units with someone who holds them.
 *
 * Exact by branch and bound, size after size from below, so that a search that is cut off still says which sizes are not
 * enough. Units nobody holds stay in the whole. Which of several smallest sets is given does not depend on the order of the
 * units.
 *
 * @param holders - who holds each unit: authors of items, people with a skill, owners
 * @param visitLimit - nodes of the search before it gives up; default 20,000
 * @returns a smallest set, or the best found and a lower bound
 *
 * Issues: none.
 * Time O(visitLimit x squares of group sizes) at worst, space O(holders).
 * Source: own; the measure is the truck factor of Avelino et al. (2016).
 *
 * @example
 * smallestLoss(new Map([["A", ["ana", "ben"]], ["B", ["ana"]], ["C", ["cy"]]])).people; // => ["ana", "cy"]
 */
export function smallestLoss(holders: ReadonlyMap<string, readonly string[]>, visitLimit = 20_000): SmallestLoss {
  const problem = compileLoss(holders);
  const name = (set: readonly number[]): string[] => set.map((person) => problem.people[person] ?? "");
  const start = smallLoss(problem);
  const search = new LossSearch(problem, visitLimit);
  for (let size = problem.needed > 0 ? 1 : 0; size < start.length; size++) {
    const answer = search.find(size);
    const { visits } = search;
    if (answer === "cut off") return { people: name(start), lowerBound: size, isExact: false, visits };
    if (answer !== "none")
      return { people: name(answer.lost), lowerBound: size, isExact: answer.lost.length <= size, visits };
  }
  return { people: name(start), lowerBound: start.length, isExact: true, visits: search.visits };
}

import { smallLoss } from "./loss-heuristic.js";
import { compileLoss } from "./loss-problem.js";
import { type LossAnswer, LossSearch } from "./loss-search.js";

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
 * Exact by branch and bound; a search that is cut off still says how many people are not enough. Units nobody holds stay in the whole. Which of several smallest sets is given does not depend on the order of the
 * units.
 *
 * @param holders - who holds each unit: authors of items, people with a skill, owners
 * @param visitLimit - nodes of the search before it gives up, nodes of many people counting as several; default 10,000
 * @returns a smallest set, or the best found and a lower bound
 *
 * Issues: none.
 * Time O(visitLimit x squares of group sizes) at worst, space O(holders).
 * Source: own; the measure is the truck factor of Avelino et al. (2016).
 *
 * @example
 * smallestLoss(new Map([["A", ["ana", "ben"]], ["B", ["ana"]], ["C", ["cy"]]])).people; // => ["ana", "cy"]
 */
export function smallestLoss(holders: ReadonlyMap<string, readonly string[]>, visitLimit = 10_000): SmallestLoss {
  const problem = compileLoss(holders);
  const search = new LossSearch(problem);
  let best = smallLoss(problem);
  // The size below the best known is either refuted, which ends it, or gives a better set.
  let answer: LossAnswer = best.length === 0 ? "none" : search.find(best.length - 1, visitLimit / 2);
  while (typeof answer === "object") {
    best = [...answer.lost];
    answer = best.length === 0 ? "none" : search.find(best.length - 1, visitLimit / 2);
  }
  // Cut off: smaller sizes are easier to refute.
  let lowerBound = answer === "none" ? best.length : Math.min(best.length, problem.needed > 0 ? 1 : 0);
  while (lowerBound < best.length && search.find(lowerBound, visitLimit) === "none") lowerBound++;
  const people = best.map((person) => problem.people[person] ?? "");
  return { people, lowerBound, isExact: lowerBound === best.length, visits: search.visits };
}

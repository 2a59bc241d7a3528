import { compareText } from "@evenkeel/kernel";
import { log1p } from "@evenkeel/stats";
import { greedyLoss } from "./concentration/greedy-loss.js";
import { smallestLoss } from "./concentration/smallest-loss.js";
import type { OwnershipEvent } from "./types.js";

/** How few people the work rests on. */
export interface TruckFactor {
  /** People removed by the published greedy rule, in order, before pruning. */
  readonly removed: readonly string[];
  /** Those of them that count: the greedy truck factor is their number. */
  readonly people: readonly string[];
  /** Size of the smallest set whose loss leaves under half of the items with an author. */
  readonly exact: number;
  /** False when the search for the smallest set was cut off; `exact` is then an upper bound. */
  readonly isExact: boolean;
  readonly items: number;
  /** Such a smallest set, by id; the best found when the search was cut off. */
  readonly smallest: readonly string[];
  /** No set of fewer people is enough. */
  readonly lowerBound: number;
}

interface Touch {
  added: boolean;
  modified: number;
}

/** People who know an item well enough, by item. */
export type Authors = ReadonlyMap<string, readonly string[]>;

type Touches = ReadonlyMap<string, ReadonlyMap<string, Touch>>;

function touchesOf(events: readonly OwnershipEvent[]): Touches {
  const byItem = new Map<string, Map<string, Touch>>();
  for (const { itemId, personId, kind } of events) {
    const people = byItem.get(itemId) ?? new Map<string, Touch>();
    if (people.size === 0) byItem.set(itemId, people);
    const touch = people.get(personId) ?? { added: false, modified: 0 };
    if (!touch.added && touch.modified === 0) people.set(personId, touch);
    if (kind === "added") touch.added = true;
    else touch.modified++;
  }
  return byItem;
}

/**
 * Degree of authorship: how well a person knows an item.
 *
 * @param added - the person created it
 * @param own - the person's modifications
 * @param others - modifications by everyone else
 * @returns 3.293 + 1.098 added + 0.164 own - 0.321 ln(1 + others)
 *
 * Issues: none.
 * Time O(1), space O(1).
 * Source: Avelino, Passos, Hora & Valente (2016), A novel approach for estimating truck factors.
 *
 * @example
 * degreeOfAuthorship(true, 2, 0); // => 4.719
 */
export function degreeOfAuthorship(added: boolean, own: number, others: number): number {
  return 3.293 + (added ? 1.098 : 0) + 0.164 * own - 0.321 * log1p(others);
}

/**
 * The authors of each item: degree of authorship above 0.75 of the item's best, and at least 3.293 or its creator.
 *
 * @param events - touches, in any order
 * @returns authors by item, sorted; an item may have none
 *
 * Issues: none.
 * Time O(events + touches), space O(touches).
 * Source: Avelino et al. (2016).
 *
 * @example
 * [...authorsOf([{ itemId: "A", personId: "ana", kind: "added" }])]; // => [["A", ["ana"]]]
 */
export function authorsOf(events: readonly OwnershipEvent[]): Authors {
  return authorsIn(touchesOf(events));
}

function authorsIn(touches: Touches): Authors {
  const authors = new Map<string, string[]>();
  for (const [itemId, people] of touches) {
    const all = [...people.values()].reduce((sum, touch) => sum + touch.modified, 0);
    const degrees = [...people].map(([personId, { added, modified }]) => ({
      personId,
      added,
      degree: degreeOfAuthorship(added, modified, all - modified),
    }));
    const best = degrees.reduce((most, { degree }) => Math.max(most, degree), Number.NEGATIVE_INFINITY);
    const known = degrees.filter(({ degree, added }) => best > 0 && degree / best > 0.75 && (degree >= 3.293 || added));
    authors.set(itemId, known.map(({ personId }) => personId).sort(compareText));
  }
  return authors;
}

/** Changes by person: items added, once each, and all modifications. */
function changesIn(touches: Touches): Map<string, number> {
  const changes = new Map<string, number>();
  for (const people of touches.values())
    for (const [personId, { added, modified }] of people)
      changes.set(personId, (changes.get(personId) ?? 0) + (added ? 1 : 0) + modified);
  return changes;
}

/**
 * Truck factor over work items: how few people's loss leaves under half of the items with someone who knows them.
 *
 * Gives the published greedy estimate (not minimal in general) and the exact minimum beside it. For skills, owners or
 * anything else that people hold, see `greedyLoss` and `smallestLoss`.
 *
 * @param events - touches, in any order
 * @param visitLimit - nodes of the exact search before it gives up; default 10,000
 * @returns people by the greedy rule and the exact size with such a set
 *
 * Issues: none.
 * Time O(events + touches) for the greedy, see `smallestLoss` for the exact; space O(touches).
 * Source: Avelino et al. (2016); exact minimum own.
 *
 * @example
 * truckFactor([{ itemId: "A", personId: "ana", kind: "added" }, { itemId: "B", personId: "ana", kind: "added" }]).people; // => ["ana"]
 */
export function truckFactor(events: readonly OwnershipEvent[], visitLimit = 10_000): TruckFactor {
  const touches = touchesOf(events);
  const authors = authorsIn(touches);
  const { removed, people } = greedyLoss(authors, changesIn(touches));
  const { people: smallest, lowerBound, isExact } = smallestLoss(authors, visitLimit);
  return { removed, people, exact: smallest.length, isExact, items: authors.size, smallest, lowerBound };
}

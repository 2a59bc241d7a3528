import { compareText } from "@evenkeel/kernel";
import { log1p } from "@evenkeel/stats";
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
}

interface Touch {
  added: boolean;
  modified: number;
}

/** People who know an item well enough, by item. */
export type Authors = ReadonlyMap<string, readonly string[]>;

function touches(events: readonly OwnershipEvent[]): Map<string, Map<string, Touch>> {
  const byItem = new Map<string, Map<string, Touch>>();
  for (const { itemId, personId, kind } of events) {
    const people = byItem.get(itemId) ?? new Map<string, Touch>();
    byItem.set(itemId, people);
    const touch = people.get(personId) ?? { added: false, modified: 0 };
    people.set(personId, touch);
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
 * @param events - touches in time order
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
  const authors = new Map<string, string[]>();
  for (const [itemId, people] of touches(events)) {
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

function greedy(authors: Authors, changes: ReadonlyMap<string, number>): string[] {
  const gone = new Set<string>();
  const removed: string[] = [];
  for (;;) {
    const owned = new Map<string, number>();
    let covered = 0;
    for (const people of authors.values()) {
      const left = people.filter((person) => !gone.has(person));
      if (left.length > 0) covered++;
      for (const person of left) owned.set(person, (owned.get(person) ?? 0) + 1);
    }
    if (authors.size === 0 || covered / authors.size < 0.5 || owned.size === 0) return removed;
    const [top] = [...owned].sort(
      ([a, ownA], [b, ownB]) => ownB - ownA || (changes.get(b) ?? 0) - (changes.get(a) ?? 0) || compareText(a, b),
    );
    if (top === undefined) return removed;
    gone.add(top[0]);
    removed.push(top[0]);
  }
}

/** Smallest set by rising size, depth first with an explicit stack; stops after `visitLimit` sets. */
function smallest(
  authors: Authors,
  most: number,
  visitLimit: number,
): { readonly size: number; readonly complete: boolean } {
  const people = [...new Set([...authors.values()].flat())].sort(compareText);
  const items = [...authors.values()]
    .filter((own) => own.length > 0)
    .map((own) => own.map((person) => people.indexOf(person)));
  const breaks = (gone: ReadonlySet<number>): boolean =>
    items.filter((own) => own.some((person) => !gone.has(person))).length / authors.size < 0.5;
  let visits = 0;
  for (let size = 0; size < most; size++) {
    const stack: number[][] = [[]];
    for (let set = stack.pop(); set !== undefined; set = stack.pop()) {
      if (set.length === size) {
        if (++visits > visitLimit) return { size: most, complete: false };
        if (breaks(new Set(set))) return { size, complete: true };
        continue;
      }
      for (let next = people.length - 1; next > (set.at(-1) ?? -1); next--) {
        if (people.length - next >= size - set.length) stack.push([...set, next]);
      }
    }
  }
  return { size: most, complete: true };
}

/**
 * Truck factor over work items: how few people's loss leaves under half of the items with someone who knows them.
 *
 * Gives the published greedy estimate (not minimal in general) and the exact minimum beside it.
 *
 * @param events - touches in time order
 * @param visitLimit - sets tried in the exact search before it gives up; default 200,000
 * @returns people by the greedy rule and the exact size
 *
 * Issues: none.
 * Time O(people x touches) for the greedy, O(visitLimit x items) for the exact; space O(touches).
 * Source: Avelino et al. (2016); exact minimum own.
 *
 * @example
 * truckFactor([{ itemId: "A", personId: "ana", kind: "added" }, { itemId: "B", personId: "ana", kind: "added" }]).people; // => ["ana"]
 */
export function truckFactor(events: readonly OwnershipEvent[], visitLimit = 200_000): TruckFactor {
  const authors = authorsOf(events);
  const firstAdds = new Set<string>();
  const changes = new Map<string, number>();
  for (const { itemId, personId, kind } of events) {
    const key = `${itemId}\n${personId}`;
    if (kind === "added" && firstAdds.has(key)) continue;
    if (kind === "added") firstAdds.add(key);
    changes.set(personId, (changes.get(personId) ?? 0) + 1);
  }
  const removed = greedy(authors, changes);
  const owned = (person: string): number => [...authors.values()].filter((people) => people.includes(person)).length;
  const largest = removed.reduce((most, person) => Math.max(most, owned(person)), 0);
  const people = removed.filter((person) => owned(person) >= largest * 0.1);
  const { size, complete } = smallest(authors, removed.length, visitLimit);
  return { removed, people, exact: size, isExact: complete, items: authors.size };
}

import { compareText } from "@evenkeel/kernel";

/** People lost by the published greedy rule. */
export interface GreedyLoss {
  /** In order of removal, before pruning. */
  readonly removed: readonly string[];
  /** Those of them with at least a tenth of the units of the one with most; their number is the greedy truck factor. */
  readonly people: readonly string[];
}

/**
 * The published greedy rule: while at least half of the units have someone, the person who holds most is lost.
 *
 * Not the smallest set in general; `smallestLoss` gives that. Ties go to more changes, then to the lower id.
 *
 * @param holders - who holds each unit
 * @param changes - changes by person, for ties; absent = 0
 * @returns removal order, and who of them counts
 *
 * Issues: none.
 * Time O(holders + people log people), space O(people).
 * Source: Avelino, Passos, Hora & Valente (2016), A novel approach for estimating truck factors; its open configuration for ties and pruning.
 *
 * @example
 * greedyLoss(new Map([["A", ["ana", "ben"]], ["B", ["ana"]]])).removed; // => ["ana", "ben"]
 */
export function greedyLoss(
  holders: ReadonlyMap<string, readonly string[]>,
  changes: ReadonlyMap<string, number> = new Map(),
): GreedyLoss {
  const held = new Map<string, string[]>();
  const left = new Map<string, number>();
  let covered = 0;
  for (const [unit, ids] of holders) {
    const people = new Set(ids);
    left.set(unit, people.size);
    if (people.size > 0) covered++;
    for (const person of people) {
      const units = held.get(person);
      if (units === undefined) held.set(person, [unit]);
      else units.push(unit);
    }
  }
  const order = [...held].sort(
    ([a, unitsA], [b, unitsB]) =>
      unitsB.length - unitsA.length || (changes.get(b) ?? 0) - (changes.get(a) ?? 0) || compareText(a, b),
  );
  const removed: string[] = [];
  for (const [person, units] of order) {
    if (covered / holders.size < 0.5) break;
    removed.push(person);
    for (const unit of units) {
      const others = (left.get(unit) ?? 0) - 1;
      left.set(unit, others);
      if (others === 0) covered--;
    }
  }
  const most = order[0]?.[1].length ?? 0;
  return { removed, people: removed.filter((person) => (held.get(person)?.length ?? 0) >= most * 0.1) };
}

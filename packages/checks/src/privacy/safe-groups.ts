import { compareText } from "@evenkeel/kernel";
import type { DataClass } from "../types.js";
import { PublishedSums } from "./published-sums.js";
import { tellsTooFew } from "./tells-too-few.js";

/** A result that is, or may be, published: who it is made of. No values: what is withheld must not depend on them. */
export interface GroupCell {
  readonly groupId: string;
  /** Day, week or month it is of. */
  readonly period?: string;
  /** Each once. */
  readonly personIds: readonly string[];
}

/** Why a result is withheld: fewer people than the floor; it would tell of too few people beside the others; or that could not be ruled out in the time allowed. */
export type WithheldReason = "too few people" | "derivable" | "not ruled out";

/** Which results may be published. */
export interface SafeGroups {
  /** In the order given; to be kept as `published` for the next time. */
  readonly published: readonly GroupCell[];
  readonly withheld: readonly { readonly cell: GroupCell; readonly reason: WithheldReason }[];
}

/** What the decision rests on. */
export interface SafeGroupOptions {
  /** Default wellbeing, the strictest. */
  readonly dataClass?: Extract<DataClass, "record" | "wellbeing">;
  /** More people than the floor of the data class; fewer has no effect. */
  readonly smallest?: number;
  /** Results already published, of this and earlier periods. */
  readonly published?: readonly GroupCell[];
}

/** Not those of `smallestGroup`, which hold other classes too: there is no way to a lower floor from outside. */
const floors = { record: 5, wellbeing: 10 };

/** Internal: fewest people a result may tell of: the floor of the data class or more, never less. */
export function floorOf({ dataClass, smallest = 0 }: SafeGroupOptions): number {
  return Math.max(dataClass === "record" ? floors.record : floors.wellbeing, smallest > 0 ? Math.ceil(smallest) : 0);
}

/** The people of a cell, each once, in a stated order. */
function peopleOf({ personIds }: GroupCell): string[] {
  return [...new Set(personIds)].sort(compareText);
}

/** The stated order of cells: most people first, then group id, then period. */
function inOrder(cells: readonly GroupCell[]): { readonly cell: GroupCell; readonly people: readonly string[] }[] {
  return cells
    .map((cell) => ({ cell, people: peopleOf(cell) }))
    .sort(
      (a, b) =>
        b.people.length - a.people.length ||
        compareText(a.cell.groupId, b.cell.groupId) ||
        compareText(a.cell.period ?? "", b.cell.period ?? ""),
    );
}

/**
 * Chooses group results to publish so that no linear combination of published sums tells of fewer people than the floor.
 *
 * A person's value is taken to be the same in every period: so a sum over a week and one over the next, in which a
 * person has left, are withheld together; without that the protection would fail for values that change little. An
 * attacker who knows all memberships and all published sums therefore finds no single value, and no weighted sum over
 * fewer than the floor. What they know besides (their own value, say) is not counted. What the results published already
 * tell by themselves cannot be undone; nothing is added to it.
 *
 * Greedy, not optimal: results are taken with the most people first (then group id, period) and kept while all kept so
 * far are safe; which of two is withheld does not depend on values. Where the search is given up, the result is withheld.
 * Elimination is modulo a prime near 2^26: exact for up to 20 independent results; beyond that a minor vanishes by
 * chance about once in 67 million.
 *
 * @param cells - results that one would publish, in any order
 * @param options - data class (floor 5 for records, 10 for wellbeing), a higher floor, what is published already
 * @returns what may be published, and what is withheld with the reason; both in the order given
 *
 * Issues: none.
 * Time O(c^3 x classes) for c results at worst, people split in at most 2^c classes; a search of at most 4,000 steps a
 * result. Space O(c x classes).
 * Source: own; the problem after Willenborg & de Waal (2001), Elements of Statistical Disclosure Control; Dobkin, Jones &
 * Lipton (1979), Secure databases: protection against user influence.
 *
 * @example
 * const cell = (groupId, count) => ({ groupId, personIds: Array.from({ length: count }, (_none, at) => `p${at}`) });
 * safeGroups([cell("all", 12), cell("but one", 11), cell("few", 4)], { dataClass: "record" }).withheld.map(({ cell, reason }) => `${cell.groupId}: ${reason}`); // => ["but one: derivable", "few: too few people"]
 */
export function safeGroups(cells: readonly GroupCell[], options: SafeGroupOptions = {}): SafeGroups {
  const floor = floorOf(options);
  const sums = new PublishedSums();
  for (const cell of options.published ?? []) {
    const people = peopleOf(cell);
    if (people.length > 0 && !sums.has(people)) sums.keep(people, sums.with(people));
  }
  const reasons = new Map<GroupCell, WithheldReason>();
  for (const { cell, people } of inOrder(cells)) {
    if (people.length < floor) reasons.set(cell, "too few people");
    else if (!sums.has(people)) {
      const next = sums.with(people);
      const told = tellsTooFew(next.rows, next.sizes, floor);
      if (told === "no") sums.keep(people, next);
      else reasons.set(cell, told === "yes" ? "derivable" : "not ruled out");
    }
  }
  return {
    published: cells.filter((cell) => !reasons.has(cell)),
    withheld: cells.flatMap((cell) => {
      const reason = reasons.get(cell);
      return reason === undefined ? [] : [{ cell, reason }];
    }),
  };
}

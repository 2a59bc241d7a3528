import { compareText } from "@evenkeel/kernel";
import type { SkillInput } from "./types.js";

/** A skill that open items ask for. */
export interface SkillDemand {
  readonly skill: string;
  /** Who has it, by id. */
  readonly people: readonly string[];
  /** Open items that ask for it, by id. */
  readonly items: readonly string[];
}

/**
 * Each skill that open items ask for, with who has it.
 *
 * @param input - people and open items, in any order
 * @returns one row a skill, by name
 *
 * Issues: none.
 * Time O(n log n), space O(n).
 * Source: own.
 *
 * @example
 * skillDemands({ people: [{ personId: "ana", skills: ["sql"] }], items: [{ itemId: "A", skills: ["sql", "go"] }] }).map(({ skill, people }) => [skill, people.length]); // => [["go", 0], ["sql", 1]]
 */
export function skillDemands({ people, items }: SkillInput): SkillDemand[] {
  const having = new Map<string, Set<string>>();
  for (const { personId, skills } of people)
    for (const skill of skills) having.set(skill, (having.get(skill) ?? new Set()).add(personId));
  const asking = new Map<string, Set<string>>();
  for (const { itemId, skills } of items)
    for (const skill of skills) asking.set(skill, (asking.get(skill) ?? new Set()).add(itemId));
  return [...asking]
    .sort(([a], [b]) => compareText(a, b))
    .map(([skill, itemIds]) => ({
      skill,
      people: [...(having.get(skill) ?? [])].sort(compareText),
      items: [...itemIds].sort(compareText),
    }));
}

/**
 * The demands of open items for skills as units that people hold, for `greedyLoss` and `smallestLoss`.
 *
 * @param input - people and open items
 * @returns people by demand: one unit an item and skill
 *
 * Issues: none.
 * Time O(n log n), space O(demands x people).
 * Source: own.
 *
 * @example
 * [...skillHolders({ people: [{ personId: "ana", skills: ["sql"] }], items: [{ itemId: "A", skills: ["sql"] }] }).values()]; // => [["ana"]]
 */
export function skillHolders(input: SkillInput): Map<string, readonly string[]> {
  return new Map(
    skillDemands(input).flatMap(({ skill, people, items }) =>
      items.map((itemId) => [JSON.stringify([itemId, skill]), people] as const),
    ),
  );
}

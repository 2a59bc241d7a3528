import { compareText } from "@evenkeel/kernel";

/** One person's value in a group. */
export interface GroupValue {
  readonly groupId: string;
  readonly personId: string;
  readonly value: number;
}

/** A group's mean, or that it is withheld. No extremes, no persons. */
export interface GroupMean {
  readonly groupId: string;
  readonly people: number;
  /** Absent when withheld. */
  readonly mean?: number;
}

/**
 * Means by group with small groups withheld, and a second one withheld when a total would give a single one away.
 *
 * A person counts once in a group, by the mean of their values. The caller may show the overall total beside these.
 *
 * @param values - one row a person and group
 * @param smallest - fewest people a shown group has, at least 2
 * @returns one row a group, by group id
 *
 * Issues: none.
 * Time O(n log n), space O(n).
 * Source: complementary suppression after Willenborg & de Waal (2001), Elements of Statistical Disclosure Control.
 *
 * @example
 * groupMeans(["a", "b", "c", "d", "e"].map((personId) => ({ groupId: "team", personId, value: 2 })), 5); // => [{ groupId: "team", people: 5, mean: 2 }]
 */
export function groupMeans(values: readonly GroupValue[], smallest: number): GroupMean[] {
  const groups = new Map<string, Map<string, number[]>>();
  for (const { groupId, personId, value } of values) {
    const people = groups.get(groupId) ?? new Map<string, number[]>();
    groups.set(groupId, people);
    people.set(personId, [...(people.get(personId) ?? []), value]);
  }
  const mean = (numbers: readonly number[]): number => numbers.reduce((sum, each) => sum + each, 0) / numbers.length;
  const rows = [...groups]
    .sort(([a], [b]) => compareText(a, b))
    .map(([groupId, people]) => ({
      groupId,
      people: people.size,
      mean: mean([...people].sort(([a], [b]) => compareText(a, b)).map(([, own]) => mean(own))),
    }));
  const hidden = new Set(rows.filter(({ people }) => people < Math.max(2, smallest)).map(({ groupId }) => groupId));
  if (hidden.size === 1 && rows.length > 1) {
    const next = rows
      .filter(({ groupId }) => !hidden.has(groupId))
      .sort((a, b) => a.people - b.people || compareText(a.groupId, b.groupId))[0];
    if (next !== undefined) hidden.add(next.groupId);
  }
  return rows.map((row) => (hidden.has(row.groupId) ? { groupId: row.groupId, people: row.people } : row));
}

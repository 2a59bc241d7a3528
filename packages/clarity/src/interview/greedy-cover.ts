/** Something that covers several others. */
export interface Cover {
  readonly id: string;
  /** Among covers that gain the same, the lower comes first; then the id decides. */
  readonly rank: number;
  /** What it covers, in parts; a part that gains nothing is left out of the result. */
  readonly units: readonly { readonly clears: readonly string[] }[];
}

const gainOf = ({ units }: Cover, open: ReadonlySet<string>): number => {
  const gained = new Set<string>();
  for (const { clears } of units) for (const each of clears) if (open.has(each)) gained.add(each);
  return gained.size;
};

const byRank = (a: Cover, b: Cover): number => a.rank - b.rank || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/**
 * Covers chosen one after the other, each time the one that settles most of what is still open.
 *
 * Greedy, not the fewest possible: at most H(n) <= 1 + ln n times as many as the fewest, for n = most things one cover settles.
 *
 * @param covers - in any order; ids are unique
 * @param wanted - what is to be covered
 * @returns chosen covers with the parts that gained something, in the order chosen
 *
 * Time O(sum of all parts x times a cover loses gain + covers log covers), space O(covers).
 * Source: Chvatal (1979), "A greedy heuristic for the set-covering problem".
 */
export function greedyCover<C extends Cover>(covers: readonly C[], wanted: Iterable<string>): C[] {
  const open = new Set(wanted);
  const byGain: C[][] = [];
  const put = (cover: C, gain: number): void => {
    if (gain === 0) return;
    byGain[gain] ??= [];
    byGain[gain].push(cover);
  };
  for (const cover of covers) put(cover, gainOf(cover, open));
  const chosen: C[] = [];
  for (let gain = byGain.length - 1; gain > 0; gain--) {
    // A gain only shrinks, so a cover moves to lower places alone and this one is complete.
    for (const cover of (byGain[gain] ?? []).sort(byRank)) {
      const now = gainOf(cover, open);
      if (now < gain) {
        put(cover, now);
        continue;
      }
      const units = cover.units.filter(({ clears }) => clears.some((each) => open.has(each)));
      for (const { clears } of units) for (const each of clears) open.delete(each);
      chosen.push({ ...cover, units });
    }
  }
  return chosen;
}

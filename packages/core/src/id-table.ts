/** Which row of a list has an id. */
export interface IdTable {
  /** Enters the id of a row; gives the row entered under it before, or -1. */
  readonly add: (row: number) => number;
  /** The row entered under an id, or -1. */
  readonly find: (id: string) => number;
}

/** A row whose id was looked at: rows without one are not entered. */
type Identified = { readonly id: string };

/** FNV-1a over UTF-16 units, its high bits mixed into the low ones that are used. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5 | 0;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash ^ (hash >>> 15);
}

/** Steps a row is worth on average before its table is given up: chance takes one or two. */
const stepsPerRow = 16;

/**
 * A table of ids that holds numbers of rows alone: a map of the same ids takes ten times the memory, and fresh memory is what
 * takes the time. Ids made to share their places would be looked through one by one: then a map takes over.
 *
 * Time O(length of the id) a call, space O(rows).
 * Source: Fowler, Noll and Vo's hash FNV-1a; open addressing with steps of one: Knuth, The Art of Computer Programming 3, 6.4.
 */
export function idTable(rows: readonly Identified[]): IdTable {
  let size = 8;
  while (size < 2 * rows.length) size *= 2;
  const slots = new Int32Array(size);
  let steps = stepsPerRow * (rows.length + 8);
  let map: Map<string, number> | undefined;
  // Where the id that was looked for last stands or would stand.
  let slot = 0;
  const idOf = (held: number): string => (rows[held - 1] as Identified).id;
  const find = (id: string): number => {
    if (steps < 0) map ??= new Map([...slots].filter((held) => held > 0).map((held) => [idOf(held), held - 1]));
    if (map !== undefined) return map.get(id) ?? -1;
    for (slot = hashOf(id) & (size - 1); ; slot = (slot + 1) & (size - 1)) {
      const held = slots[slot] as number;
      if (held === 0 || idOf(held) === id) return held - 1;
      steps--;
    }
  };
  return {
    add: (row) => {
      const id = idOf(row + 1);
      const before = find(id);
      if (before < 0 && map === undefined) slots[slot] = row + 1;
      else if (before < 0) map?.set(id, row);
      return before;
    },
    find,
  };
}

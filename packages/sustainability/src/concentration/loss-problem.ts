import { compareText } from "@evenkeel/kernel";

/** Internal: which people to lose so that enough units have nobody left; people and distinct groups as indices. */
export interface LossProblem {
  /** People who hold anything, by id. */
  readonly people: readonly string[];
  /** Group g has the members member[start[g]] .. member[start[g + 1] - 1], rising. */
  readonly start: Int32Array;
  readonly member: Int32Array;
  /** Units that exactly this group holds. */
  readonly weight: Int32Array;
  /** Groups of person p: groupOf[groupStart[p]] .. groupOf[groupStart[p + 1] - 1]. */
  readonly groupStart: Int32Array;
  readonly groupOf: Int32Array;
  /** Fewest units to lose so that under half of all units have someone; at most 0 when that is so already. */
  readonly needed: number;
}

/** Compiles holders to the problem; units with the same holders are one group, units without any count in the whole only. */
export function compileLoss(holders: ReadonlyMap<string, readonly string[]>): LossProblem {
  const people = [...new Set([...holders.values()].flat())].sort(compareText);
  const indexOf = new Map(people.map((id, at) => [id, at]));
  const groups = new Map<string, { readonly members: readonly number[]; units: number }>();
  let held = 0;
  for (const ids of holders.values()) {
    const members = [...new Set(ids.map((id) => indexOf.get(id) ?? 0))].sort((a, b) => a - b);
    if (members.length === 0) continue;
    held++;
    const key = members.join(" ");
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { members, units: 1 });
    else group.units++;
  }
  const rows = [...groups].sort(([a], [b]) => compareText(a, b)).map(([, group]) => group);
  const size = rows.reduce((sum, { members }) => sum + members.length, 0);
  const start = new Int32Array(rows.length + 1);
  const member = new Int32Array(size);
  const weight = Int32Array.from(rows, ({ units }) => units);
  const groupStart = new Int32Array(people.length + 1);
  rows.forEach(({ members }, group) => {
    member.set(members, start[group]);
    start[group + 1] = start[group]! + members.length;
    for (const person of members) groupStart[person + 1]!++;
  });
  for (let person = 0; person < people.length; person++) groupStart[person + 1]! += groupStart[person]!;
  const groupOf = new Int32Array(size);
  const next = groupStart.slice();
  rows.forEach(({ members }, group) => {
    for (const person of members) groupOf[next[person]!++] = group;
  });
  return {
    people,
    start,
    member,
    weight,
    groupStart,
    groupOf,
    needed: holders.size === 0 ? 0 : held - Math.ceil(holders.size / 2) + 1,
  };
}

import { ownerOf, type PlanIndex, type WorkContext } from "@evenkeel/core";
import { compareText } from "@evenkeel/kernel";

/** Dependencies from one team's items to another's. */
export interface TeamDependency {
  readonly fromTeam: string;
  readonly toTeam: string;
  readonly dependencies: number;
  /** Of them, to items still open. */
  readonly open: number;
}

/** Teams of an item: the team that owns it, else all teams of the person who does. */
function teamsOf(plan: PlanIndex, itemId: string): readonly string[] {
  const item = plan.items.get(itemId);
  const owner = item === undefined ? undefined : ownerOf(item);
  if (owner === undefined) return [];
  return owner.table === "teams" ? [owner.id] : (plan.people.get(owner.id)?.teams ?? []).map(({ id }) => id);
}

/**
 * The dependency matrix between teams: how many dependencies lead from the items of one to the items of another.
 *
 * Dependencies within one team, and those of items without a team, are left out. An owner in several teams counts with each.
 *
 * @param context - the work
 * @returns one row a pair of teams, by giver, then receiver
 *
 * Issues: none.
 * Time O(dependencies), space O(pairs).
 * Source: design structure matrix, Steward (1981); between teams as in Cataldo et al. (2006).
 *
 * @example
 * import { indexPlan, workContext } from "@evenkeel/core";
 * teamMatrix(workContext({ plan: { formatVersion: 1 }, now: 0 })); // => []
 */
export function teamMatrix({ plan }: WorkContext): TeamDependency[] {
  const pairs = new Map<string, { fromTeam: string; toTeam: string; dependencies: number; open: number }>();
  for (const { before, after } of plan.dependencies.values()) {
    for (const fromTeam of teamsOf(plan, before.row.id)) {
      for (const toTeam of teamsOf(plan, after.row.id)) {
        if (fromTeam === toTeam) continue;
        const key = JSON.stringify([fromTeam, toTeam]);
        const pair = pairs.get(key) ?? { fromTeam, toTeam, dependencies: 0, open: 0 };
        pairs.set(key, pair);
        pair.dependencies++;
        if (after.category !== "done" && after.category !== "dropped") pair.open++;
      }
    }
  }
  return [...pairs.values()].sort((a, b) => compareText(a.fromTeam, b.fromTeam) || compareText(a.toTeam, b.toTeam));
}

/** Two people who were in contact. */
export interface Contact {
  readonly a: string;
  readonly b: string;
}

/** How well contact fits need: of the pairs whose work depends on each other, how many were in contact. */
export type Congruence =
  | { readonly outcome: "measured"; readonly needed: number; readonly met: number; readonly share: number }
  | { readonly outcome: "unknown"; readonly missing: readonly string[] };

/**
 * Socio-technical congruence: the share of pairs of people whose items depend on each other that were in contact.
 *
 * Needed pairs are the off-diagonal entries of assignments x dependencies x assignments; contact is symmetric. Shown for the
 * whole work only: it says nothing about one person.
 *
 * @param context - the work
 * @param contacts - pairs in contact over the same time; absent = unknown
 * @returns the share, or unknown with what is missing
 *
 * Issues: none.
 * Time O(dependencies x people of their items), space O(pairs).
 * Source: Cataldo, Wagstrom, Herbsleb & Carley (2006), Identification of coordination requirements, CSCW.
 *
 * @example
 * import { indexPlan, workContext } from "@evenkeel/core";
 * measureCongruence(workContext({ plan: { formatVersion: 1 }, now: 0 })); // => { outcome: "unknown", missing: ["contacts"] }
 */
export function measureCongruence({ plan }: WorkContext, contacts?: readonly Contact[]): Congruence {
  if (contacts === undefined) return { outcome: "unknown", missing: ["contacts"] };
  const pairOf = (a: string, b: string): string => JSON.stringify(compareText(a, b) < 0 ? [a, b] : [b, a]);
  const needed = new Set<string>();
  const doers = (itemId: string): string[] =>
    (plan.items.get(itemId)?.assignments ?? []).flatMap(({ personId }) => (personId === undefined ? [] : [personId]));
  for (const { row } of plan.dependencies.values())
    for (const a of doers(row.predecessorId))
      for (const b of doers(row.successorId)) if (a !== b) needed.add(pairOf(a, b));
  if (needed.size === 0) return { outcome: "unknown", missing: ["dependencies between people"] };
  const had = new Set(contacts.map(({ a, b }) => pairOf(a, b)));
  const met = [...needed].filter((pair) => had.has(pair)).length;
  return { outcome: "measured", needed: needed.size, met, share: met / needed.size };
}

import { compareText } from "@evenkeel/kernel";
import type { AssignmentRole } from "./people.js";
import type { ItemNode, OutcomeNode, PlanIndex } from "./plan-index.js";

/**
 * Whether an item is still to be worked on: neither done nor dropped, active in the plan, and no parent of others.
 *
 * @param node - of a plan index
 * @returns true when someone may still have to do it
 *
 * Issues: none.
 * Time O(1), space O(1).
 * Source: own.
 *
 * @example
 * const index = indexPlan({ formatVersion: 1, items: [{ id: "A", title: "Paint", kind: "task" }] });
 * isOpenItem(index.items.get("A")!); // => true
 */
export function isOpenItem({ row, category, children }: ItemNode): boolean {
  if (category === "done" || category === "dropped" || children.length > 0) return false;
  return row.kind !== "summary" && row.schedule?.kind !== "summary" && row.schedule?.active !== false;
}

/**
 * Outcomes an item serves: its own, or those of the nearest ancestor that names any.
 *
 * @param index - of the plan
 * @param item - any item
 * @returns outcomes in the order the item names them; empty when none is named up to the root
 *
 * Issues: none.
 * Time O(depth), space O(outcomes found).
 * Source: own.
 *
 * @example
 * const index = indexPlan({ formatVersion: 1, outcomes: [{ id: "quiet", title: "Guests sleep" }], items: [{ id: "A", title: "Doors", kind: "task", outcomeIds: ["quiet"] }] });
 * outcomesServed(index, index.items.get("A")!).map(({ row }) => row.title); // => ["Guests sleep"]
 */
export function outcomesServed(index: PlanIndex, item: ItemNode): readonly OutcomeNode[] {
  // No way up is longer than there are items, unless it is a circle.
  let left = index.items.size;
  for (let at: ItemNode | undefined = item; at !== undefined && left >= 0; at = at.parent, left--) {
    if (at.row.outcomeIds === undefined) continue;
    const named: OutcomeNode[] = [];
    for (const id of at.row.outcomeIds) {
      const outcome = index.outcomes.get(id);
      if (outcome !== undefined) named.push(outcome);
    }
    if (named.length > 0) return named;
  }
  return [];
}

/**
 * From an outcome to its goal: itself, its parent, up to the root.
 *
 * @param outcome - any outcome
 * @returns outcomes from the given one to the root; stops before a cycle closes
 *
 * Issues: none.
 * Time O(depth), space O(depth).
 * Source: own.
 *
 * @example
 * const outcomes = [{ id: "goal", title: "Guests return" }, { id: "quiet", title: "Guests sleep", parentId: "goal" }];
 * goalPath(indexPlan({ formatVersion: 1, outcomes }).outcomes.get("quiet")!).map(({ row }) => row.id); // => ["quiet", "goal"]
 */
export function goalPath(outcome: OutcomeNode): readonly OutcomeNode[] {
  const path = new Set<OutcomeNode>();
  for (let at: OutcomeNode | undefined = outcome; at !== undefined && !path.has(at); at = at.parent) path.add(at);
  return [...path];
}

/** Why an item is done: the item its outcomes come from, and each outcome's way to its goal. */
export interface Trace {
  /** The item itself, or the ancestor that names the outcomes. */
  readonly fromItemId: string;
  /** One path an outcome, from the outcome to the goal, as ids. */
  readonly paths: readonly (readonly string[])[];
}

/**
 * The trace item -> outcome -> goal.
 *
 * @param index - of the plan
 * @param itemId - any item
 * @returns paths by outcome id; undefined when the item does not exist or serves nothing
 *
 * Issues: none.
 * Time O(depth of items + outcomes found x their depth), space the same.
 * Source: own.
 *
 * @example
 * const outcomes = [{ id: "goal", title: "Guests return" }, { id: "quiet", title: "Guests sleep", parentId: "goal" }];
 * traceToGoal(indexPlan({ formatVersion: 1, outcomes, items: [{ id: "A", title: "Doors", kind: "task", outcomeIds: ["quiet"] }] }), "A"); // => { fromItemId: "A", paths: [["quiet", "goal"]] }
 */
export function traceToGoal(index: PlanIndex, itemId: string): Trace | undefined {
  const item = index.items.get(itemId);
  if (item === undefined) return undefined;
  const outcomes = outcomesServed(index, item);
  const [first] = outcomes;
  if (first === undefined) return undefined;
  const seen = new Set<ItemNode>();
  let from: ItemNode = item;
  while (!from.row.outcomeIds?.includes(first.row.id) && from.parent !== undefined && !seen.has(from)) {
    seen.add(from);
    from = from.parent;
  }
  return { fromItemId: from.row.id, paths: outcomes.map((outcome) => goalPath(outcome).map(({ row }) => row.id)) };
}

/** Who answers for an item. */
export interface Owner {
  readonly table: "people" | "teams";
  readonly id: string;
  readonly role: AssignmentRole;
}

const owning: readonly AssignmentRole[] = ["accountable", "approver", "decider", "responsible", "driver"];

/**
 * Who answers for an item: accountable (approver, decider) before responsible before driver; among several the smallest assignment id.
 *
 * Only the item's own assignments count; machines and materials own nothing.
 *
 * @param item - any item
 * @returns the owner, or undefined
 *
 * Issues: none.
 * Time O(assignments of the item), space O(1).
 * Source: own; roles of RACI, DACI and RAPID.
 *
 * @example
 * const plan = { formatVersion: 1, people: [{ id: "p", name: "Ana" }], items: [{ id: "A", title: "Doors", kind: "task" }], assignments: [{ id: "a", itemId: "A", personId: "p", role: "responsible" }] } as const;
 * ownerOf(indexPlan(plan).items.get("A")!); // => { table: "people", id: "p", role: "responsible" }
 */
export function ownerOf(item: ItemNode): Owner | undefined {
  let held: ItemNode["assignments"][number] | undefined;
  let rank = owning.length;
  for (const assignment of item.assignments) {
    const at = owning.indexOf(assignment.role);
    if (at < 0 || assignment.resourceId !== undefined) continue;
    if (at < rank || (at === rank && held !== undefined && compareText(assignment.id, held.id) < 0)) {
      held = assignment;
      rank = at;
    }
  }
  if (held === undefined) return undefined;
  if (held.personId !== undefined) return { table: "people", id: held.personId, role: held.role };
  return held.teamId === undefined ? undefined : { table: "teams", id: held.teamId, role: held.role };
}

/**
 * Who answers for an item, its own owner or that of the nearest ancestor with one.
 *
 * @param index - of the plan
 * @param itemId - any item
 * @returns the owner and the item that names it, or undefined
 *
 * Issues: none.
 * Time O(depth x assignments), space O(depth).
 * Source: own.
 *
 * @example
 * accountableFor(indexPlan({ formatVersion: 1 }), "A"); // => undefined
 */
export function accountableFor(index: PlanIndex, itemId: string): (Owner & { readonly itemId: string }) | undefined {
  const seen = new Set<ItemNode>();
  for (let at = index.items.get(itemId); at !== undefined && !seen.has(at); at = at.parent) {
    seen.add(at);
    const owner = ownerOf(at);
    if (owner !== undefined) return { ...owner, itemId: at.row.id };
  }
  return undefined;
}

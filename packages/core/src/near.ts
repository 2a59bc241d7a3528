import type { Subject } from "./common.js";
import type { ItemNode, OutcomeNode, PlanIndex } from "./plan-index.js";

function withOutcomes(outcome: OutcomeNode | undefined): Set<OutcomeNode> {
  const found = new Set(outcome === undefined ? [] : [outcome]);
  for (const each of found) for (const child of each.children) found.add(child);
  return found;
}

/** Items a row says something about: itself, or those it names or is named by. */
function concerned(index: PlanIndex, { table, id }: Subject): ItemNode[] {
  const found: (ItemNode | undefined)[] = [];
  const find = (itemId: string | undefined): void => {
    if (itemId !== undefined) found.push(index.items.get(itemId));
  };
  switch (table) {
    // What a state means, and where boards lead, may concern every item.
    case "workflows":
    case "containers":
      return [...index.items.values()];
    case "items":
      find(id);
      for (const twin of index.sameTitle("items", id)) find(twin);
      break;
    case "assignments":
      find(index.row("assignments", id)?.itemId);
      break;
    case "dependencies":
      find(index.row("dependencies", id)?.predecessorId);
      find(index.row("dependencies", id)?.successorId);
      break;
    case "relations":
      find(index.row("relations", id)?.fromId);
      find(index.row("relations", id)?.toId);
      break;
    case "outcomes":
      for (const outcome of withOutcomes(index.outcomes.get(id))) found.push(...outcome.items);
      break;
    case "people":
      for (const assignment of index.people.get(id)?.assignments ?? []) find(assignment.itemId);
      break;
    case "teams":
      for (const assignment of index.teams.get(id)?.assignments ?? []) find(assignment.itemId);
      for (const { personId } of index.row("teams", id)?.members ?? [])
        for (const assignment of index.people.get(personId)?.assignments ?? []) find(assignment.itemId);
      break;
    case "commitments": {
      const subject = index.row("commitments", id)?.subject;
      if (subject?.table === "items") find(subject.id);
      break;
    }
    case "decisions":
      for (const itemId of index.row("decisions", id)?.blocks ?? []) find(itemId);
      break;
    case "timeboxes":
      for (const itemId of index.row("timeboxes", id)?.itemIds ?? []) find(itemId);
      break;
    case "risks":
      for (const itemId of index.row("risks", id)?.itemIds ?? []) find(itemId);
      break;
  }
  return found.filter((node) => node !== undefined);
}

/**
 * Items whose judgement may rest on a row: those it concerns, their parents and children, and both ends of their dependencies.
 *
 * @param index - of the plan, before or after the row changed; ask both
 * @param row - any row
 * @param depth - `children`: only direct ones; `all`: everything below, for what is inherited from ancestors
 * @returns item ids, each once
 *
 * Issues: none.
 * Time O(items found), space the same.
 * Source: own.
 *
 * @example
 * const items = [{ id: "A", title: "House", kind: "task" }, { id: "B", title: "Door", kind: "task", parentId: "A" }] as const;
 * [...itemsNear(indexPlan({ formatVersion: 1, items }), { table: "items", id: "A" }, "children")]; // => ["A", "B"]
 */
export function itemsNear(index: PlanIndex, row: Subject, depth: "children" | "all"): Set<string> {
  const around = new Set<ItemNode>();
  for (const node of concerned(index, row)) {
    around.add(node);
    if (node.parent !== undefined) around.add(node.parent);
    const below = [node];
    for (let at = below.pop(); at !== undefined; at = below.pop()) {
      for (const child of at.children) {
        if (around.has(child)) continue;
        around.add(child);
        if (depth === "all") below.push(child);
      }
    }
    for (const { predecessorId } of node.incoming) add(index, around, predecessorId);
    for (const { successorId } of node.outgoing) add(index, around, successorId);
  }
  return new Set([...around].map(({ row: { id } }) => id));
}

function add(index: PlanIndex, around: Set<ItemNode>, id: string): void {
  const node = index.items.get(id);
  if (node !== undefined) around.add(node);
}

/**
 * Dependencies whose judgement may rest on a row: itself, and those of the items it concerns.
 *
 * @param index - of the plan, before or after the row changed; ask both
 * @param row - any row
 * @returns dependency ids, each once
 *
 * Issues: none.
 * Time O(dependencies found), space the same.
 * Source: own.
 *
 * @example
 * dependenciesNear(indexPlan({ formatVersion: 1 }), { table: "items", id: "A" }).size; // => 0
 */
export function dependenciesNear(index: PlanIndex, row: Subject): Set<string> {
  const found = new Set<string>();
  if (row.table === "calendars") return new Set(index.dependencies.keys());
  if (row.table === "dependencies" && index.row("dependencies", row.id) !== undefined) found.add(row.id);
  const party = row.table === "people" ? index.people.get(row.id) : index.teams.get(row.id);
  if (row.table === "people" || row.table === "teams") for (const { id } of party?.handoffs ?? []) found.add(id);
  for (const node of concerned(index, row)) {
    for (const { id } of node.incoming) found.add(id);
    for (const { id } of node.outgoing) found.add(id);
  }
  return found;
}

/**
 * Outcomes whose judgement may rest on a row: those it names or is, what is above and below them, and those its items serve.
 *
 * @param index - of the plan, before or after the row changed; ask both
 * @param row - any row
 * @returns outcome ids, each once
 *
 * Issues: none.
 * Time O(outcomes found), space the same.
 * Source: own.
 *
 * @example
 * outcomesNear(indexPlan({ formatVersion: 1, outcomes: [{ id: "o", title: "Quiet" }] }), { table: "outcomes", id: "o" }); // => new Set(["o"])
 */
export function outcomesNear(index: PlanIndex, row: Subject): Set<string> {
  const found = new Set<OutcomeNode>();
  const gather = (id: string | undefined): void => {
    let top = id === undefined ? undefined : index.outcomes.get(id);
    for (const each of withOutcomes(top)) found.add(each);
    const seen = new Set<OutcomeNode>();
    for (; top !== undefined && !seen.has(top); top = top.parent) {
      seen.add(top);
      found.add(top);
      for (const child of top.children) found.add(child);
    }
  };
  if (row.table === "outcomes") for (const id of new Set([row.id, ...index.sameTitle("outcomes", row.id)])) gather(id);
  else if (row.table === "commitments") {
    const subject = index.row("commitments", row.id)?.subject;
    if (subject?.table === "outcomes") gather(subject.id);
  } else if (row.table === "people") for (const { id } of index.people.get(row.id)?.outcomes ?? []) gather(id);
  else if (row.table === "teams") for (const { id } of index.teams.get(row.id)?.outcomes ?? []) gather(id);
  for (const node of concerned(index, row)) {
    if (row.table !== "outcomes") for (const id of node.row.outcomeIds ?? []) gather(id);
  }
  return new Set([...found].map(({ row: { id } }) => id));
}

/**
 * People whose judgement may rest on a row: those it is or names, and those assigned to the items it concerns.
 *
 * @param index - of the plan, before or after the row changed; ask both
 * @param row - any row
 * @returns person ids, each once
 *
 * Issues: none.
 * Time O(people found), space the same.
 * Source: own.
 *
 * @example
 * peopleNear(indexPlan({ formatVersion: 1, people: [{ id: "p", name: "Ana" }] }), { table: "people", id: "p" }); // => new Set(["p"])
 */
export function peopleNear(index: PlanIndex, row: Subject): Set<string> {
  const found = new Set<string>();
  if (row.table === "people" && index.people.has(row.id)) found.add(row.id);
  for (const { personId } of (row.table === "teams" ? index.row("teams", row.id)?.members : undefined) ?? [])
    found.add(personId);
  if (row.table === "people" || row.table === "teams") return found;
  for (const node of concerned(index, row)) {
    for (const { personId } of node.assignments) if (personId !== undefined) found.add(personId);
  }
  return found;
}

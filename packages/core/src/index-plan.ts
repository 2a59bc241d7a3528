import type { Row, TableName } from "./common.js";
import type { Commitment, Decision, Outcome } from "./intent.js";
import type { WorkItem } from "./items.js";
import type { Dependency } from "./links.js";
import type { Assignment, Person, Team } from "./people.js";
import type { PlanRows, WorkPlan } from "./plan.js";
import { tableNames } from "./plan.js";
import type {
  DependencyNode,
  ItemNode,
  OutcomeNode,
  PersonNode,
  PlanIndex,
  RowChange,
  TeamNode,
} from "./plan-index.js";
import type { Timebox } from "./projects.js";
import { categoryOf, stateMeanings } from "./state-category.js";
import { titleKey } from "./title-key.js";

type Writable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer E)[] ? E[] : T[K] };
type AnyRow = PlanRows[TableName];

/** The index as its keeper sees it. */
interface Kept extends Writable<PlanIndex> {
  readonly tables: Map<TableName, Map<string, AnyRow>>;
  workflowOf: (containerId: string) => string | undefined;
  readonly groups: Map<GroupName, Groups>;
  readonly items: Map<string, Writable<ItemNode>>;
  readonly dependencies: Map<string, DependencyNode>;
  readonly outcomes: Map<string, Writable<OutcomeNode>>;
  readonly people: Map<string, Writable<PersonNode>>;
  readonly teams: Map<string, Writable<TeamNode>>;
}

const keptOf = new WeakMap<PlanIndex, Kept>();
// Most nodes have most lists empty: they share one until something is added.
const none: readonly never[] = [];

type ListName<Node> = { [K in keyof Node]: Node[K] extends readonly unknown[] ? K : never }[keyof Node];

/** Adds an entry to a list of a node, or takes it away. */
function put<Node extends object, Name extends ListName<Node> & keyof Node>(
  node: Node | undefined,
  name: Name,
  entry: Node[Name] extends readonly (infer E)[] ? E : never,
  add: boolean,
): void {
  if (node === undefined) return;
  const list = node[name] as unknown[];
  if (!add) {
    const at = list.indexOf(entry);
    if (at >= 0) list.splice(at, 1);
  } else if (list === (none as unknown)) node[name] = [entry] as Node[Name];
  else list.push(entry);
}

function relateItem(index: Kept, item: WorkItem, add: boolean): void {
  const node = index.items.get(item.id);
  if (node === undefined) return;
  node.category = categoryOf(item, index.workflowOf, index.meaning);
  const parent = item.parentId === undefined ? undefined : index.items.get(item.parentId);
  node.parent = add ? parent : undefined;
  put(parent, "children", node, add);
  for (const id of item.outcomeIds ?? []) put(index.outcomes.get(id), "items", node, add);
}

function relateOutcome(index: Kept, outcome: Outcome, add: boolean): void {
  const node = index.outcomes.get(outcome.id);
  if (node === undefined) return;
  const parent = outcome.parentId === undefined ? undefined : index.outcomes.get(outcome.parentId);
  node.parent = add ? parent : undefined;
  put(parent, "children", node, add);
  if (outcome.ownerId === undefined) return;
  put(index.people.get(outcome.ownerId), "outcomes", outcome, add);
  put(index.teams.get(outcome.ownerId), "outcomes", outcome, add);
}

const relate: { readonly [T in TableName]?: (index: Kept, row: AnyRow, add: boolean) => void } = {
  items: (index, row, add) => relateItem(index, row as WorkItem, add),
  outcomes: (index, row, add) => relateOutcome(index, row as Outcome, add),
  assignments: (index, row, add) => {
    const assignment = row as Assignment;
    put(index.items.get(assignment.itemId), "assignments", assignment, add);
    if (assignment.personId !== undefined) put(index.people.get(assignment.personId), "assignments", assignment, add);
    if (assignment.teamId !== undefined) put(index.teams.get(assignment.teamId), "assignments", assignment, add);
  },
  dependencies: (index, row, add) => {
    const link = row as Dependency;
    const [before, after] = [index.items.get(link.predecessorId), index.items.get(link.successorId)];
    put(after, "incoming", link, add);
    put(before, "outgoing", link, add);
    for (const party of new Set([link.handoff?.from, link.handoff?.to])) {
      if (party === undefined) continue;
      put(index.people.get(party), "handoffs", link, add);
      put(index.teams.get(party), "handoffs", link, add);
    }
    if (!add) index.dependencies.delete(link.id);
    else if (before !== undefined && after !== undefined) index.dependencies.set(link.id, { row: link, before, after });
  },
  commitments: (index, row, add) => {
    const commitment = row as Commitment;
    const { subject } = commitment;
    if (subject?.table === "items") put(index.items.get(subject.id), "commitments", commitment, add);
    if (subject?.table === "outcomes") put(index.outcomes.get(subject.id), "commitments", commitment, add);
  },
  decisions: (index, row, add) => {
    const decision = row as Decision;
    for (const id of new Set(decision.blocks)) put(index.items.get(id), "decisions", decision, add);
  },
  timeboxes: (index, row, add) => {
    const timebox = row as Timebox;
    for (const id of new Set(timebox.itemIds)) put(index.items.get(id), "timeboxes", timebox, add);
  },
  teams: (index, row, add) => {
    const team = row as Team;
    const members = new Set((team.members ?? []).map(({ personId }) => personId));
    for (const id of members) put(index.people.get(id), "teams", team, add);
  },
};

/** Ties a row to the rows around it, or unties it. */
function join(index: Kept, table: TableName, row: AnyRow, add: boolean): void {
  relate[table]?.(index, row, add);
  if (index.groups.size === 0) return;
  for (const name of groupNames) {
    const groups = index.groups.get(name);
    if (groups !== undefined && grouping[name].table === table) keepInGroups(groups, name, row, add);
  }
}

function itemNode(row: WorkItem): Writable<ItemNode> {
  const lists = { children: none, assignments: none, incoming: none, outgoing: none, commitments: none };
  const more = { category: undefined, parent: undefined, decisions: none, timeboxes: none };
  return { row, ...more, ...lists } as unknown as Writable<ItemNode>;
}

/** Gives a table's node its row, makes a new one, or removes it. */
function settle<Row extends { readonly id: string }, Node extends { row: Row }>(
  nodes: Map<string, Node>,
  id: string,
  row: Row | undefined,
  make: (row: Row) => Node,
): void {
  const node = nodes.get(id);
  if (row === undefined) nodes.delete(id);
  else if (node === undefined) nodes.set(id, make(row));
  else node.row = row;
}

function settleNode(index: Kept, table: TableName, id: string, row: AnyRow | undefined): void {
  if (table === "items") settle(index.items, id, row as WorkItem | undefined, itemNode);
  else if (table === "outcomes") {
    settle(index.outcomes, id, row as Outcome | undefined, (made) => {
      const lists = { children: none, items: none, commitments: none };
      return { row: made, parent: undefined, ...lists } as unknown as Writable<OutcomeNode>;
    });
  } else if (table === "people") {
    settle(index.people, id, row as Person | undefined, (made) => {
      return {
        row: made,
        assignments: none,
        teams: none,
        outcomes: none,
        handoffs: none,
      } as unknown as Writable<PersonNode>;
    });
  } else if (table === "teams") {
    settle(index.teams, id, row as Team | undefined, (made) => {
      return { row: made, assignments: none, outcomes: none, handoffs: none } as unknown as Writable<TeamNode>;
    });
  }
}

const nobody: ReadonlySet<string> = new Set();

/** Rows grouped by keys they have; made when first asked for, then kept. */
interface Groups {
  readonly byKey: Map<string, Set<string>>;
  /** The sets a row is in. */
  readonly byId: Map<string, readonly Set<string>[]>;
}
type GroupName = "itemTitle" | "outcomeTitle" | "itemSkill" | "personSkill";

/** A title without letters is like no other. */
const titleOf = (row: { readonly id: string; readonly title: string }): string[] => [
  titleKey(row.title) || `!${row.id}`,
];
const grouping: {
  readonly [N in GroupName]: { readonly table: TableName; readonly keys: (row: AnyRow) => readonly string[] };
} = {
  itemTitle: { table: "items", keys: (row) => titleOf(row as WorkItem) },
  outcomeTitle: { table: "outcomes", keys: (row) => titleOf(row as Outcome) },
  itemSkill: { table: "items", keys: (row) => (row as WorkItem).skills ?? none },
  personSkill: { table: "people", keys: (row) => (row as Person).skills ?? none },
};
const groupNames = /* @__PURE__ */ Object.keys(grouping) as readonly GroupName[];

function keepInGroups({ byKey, byId }: Groups, name: GroupName, row: AnyRow, add: boolean): void {
  if (!add) {
    for (const held of byId.get(row.id) ?? none) held.delete(row.id);
    byId.delete(row.id);
    return;
  }
  const keys = grouping[name].keys(row);
  if (keys.length === 0) return;
  const sets = keys.map((key) => {
    const held = byKey.get(key) ?? new Set<string>();
    if (held.size === 0) byKey.set(key, held);
    return held.add(row.id);
  });
  byId.set(row.id, sets);
}

function groupsOf(index: Kept, name: GroupName): Groups {
  const known = index.groups.get(name);
  if (known !== undefined) return known;
  const made: Groups = { byKey: new Map(), byId: new Map() };
  index.groups.set(name, made);
  for (const row of index.rows(grouping[name].table).values()) keepInGroups(made, name, row, true);
  return made;
}

function sameTitle(index: Kept, table: "items" | "outcomes", id: string): ReadonlySet<string> {
  const { byId } = groupsOf(index, table === "items" ? "itemTitle" : "outcomeTitle");
  return byId.get(id)?.[0] ?? nobody;
}

/** What states mean rests on workflows and containers alone. */
function readMeanings(index: Kept): void {
  const workflows = [...index.rows("workflows").values()];
  index.meaning = stateMeanings({ formatVersion: 1, workflows });
  index.workflowOf = (containerId) => index.row("containers", containerId)?.workflowId;
}

/**
 * Indexes a plan once, for the questions users and engines ask of it.
 *
 * With duplicate ids the first row wins; `validatePlan` names them. References that lead nowhere are left out.
 *
 * @param plan - any plan; not changed, not copied
 * @returns lookups by id, trees, assignments, dependencies, commitments; current until the plan changes, see `updateIndex`
 *
 * Issues: none.
 * Time O(rows) to build, O(1) a lookup; space O(rows).
 * Source: own.
 *
 * @example
 * indexPlan({ formatVersion: 1, items: [{ id: "A", title: "Paint", kind: "task" }] }).row("items", "A")?.title; // => "Paint"
 */
export function indexPlan(plan: WorkPlan): PlanIndex {
  const tables = new Map<TableName, Map<string, AnyRow>>(tableNames.map((table) => [table, new Map()]));
  const rows = <T extends TableName>(table: T): ReadonlyMap<string, PlanRows[T]> =>
    tables.get(table) as unknown as ReadonlyMap<string, PlanRows[T]>;
  const kept: Kept = {
    tables,
    coverage: plan.coverage,
    rows,
    row: (table, id) => rows(table).get(id),
    items: new Map(),
    dependencies: new Map(),
    outcomes: new Map(),
    people: new Map(),
    teams: new Map(),
    meaning: () => undefined,
    workflowOf: () => undefined,
    groups: new Map(),
    sameTitle: (table, id) => sameTitle(kept, table, id),
    withSkill: (table, skill) =>
      groupsOf(kept, table === "items" ? "itemSkill" : "personSkill").byKey.get(skill) ?? nobody,
  };
  for (const table of tableNames) {
    const ids = tables.get(table);
    for (const row of (plan[table] ?? []) as readonly (Row & AnyRow)[]) {
      if (ids === undefined || ids.has(row.id)) continue;
      ids.set(row.id, row);
      settleNode(kept, table, row.id, row);
    }
  }
  readMeanings(kept);
  for (const table of tableNames) {
    const tie = relate[table];
    if (tie !== undefined) for (const row of tables.get(table)?.values() ?? []) tie(kept, row, true);
  }
  keptOf.set(kept, kept);
  return kept;
}

/**
 * Brings an index up to date with rows that changed; nodes keep their identity.
 *
 * The index itself is changed: whoever holds it sees the plan as it is now.
 *
 * @param index - from `indexPlan`
 * @param changes - each row once, as it is to be; the plan must be valid after them
 *
 * Issues: none.
 * Time O(changes x degree of the rows), space O(changes).
 * Source: own.
 *
 * @example
 * const index = indexPlan({ formatVersion: 1 });
 * updateIndex(index, [{ table: "items", id: "A", after: { id: "A", title: "Paint", kind: "task" } }]);
 * index.items.get("A")?.row.title; // => "Paint"
 */
export function updateIndex(index: PlanIndex, changes: readonly RowChange[]): void {
  const kept = keptOf.get(index);
  if (kept === undefined) return;
  for (const { table, id } of changes) {
    const before = kept.row(table, id);
    if (before !== undefined) join(kept, table, before, false);
  }
  for (const { table, id, after } of changes) {
    if (after === undefined) kept.tables.get(table)?.delete(id);
    else kept.tables.get(table)?.set(id, after);
    settleNode(kept, table, id, after);
  }
  if (changes.some(({ table }) => table === "workflows" || table === "containers")) {
    readMeanings(kept);
    for (const node of kept.items.values()) node.category = categoryOf(node.row, kept.workflowOf, kept.meaning);
  }
  for (const { table, after } of changes) if (after !== undefined) join(kept, table, after, true);
}

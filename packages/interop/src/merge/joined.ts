import { type Person, type Row, type TableName, titleKey, type WorkItem } from "@evenkeel/core";
import { canonicalJson, compareText, type Issue, issue } from "@evenkeel/kernel";
import { addTo } from "../group.js";
import { lastingKeys, titleOf } from "../source-key.js";
import type { JoinRule } from "./rules.js";

/** A row of one of the sources. */
export interface Node {
  readonly source: number;
  readonly row: Row;
}

/** Rows of a table that are the same, at most one of each source, in the order of the sources. */
export type Group = readonly Node[];

const keyInText = /\b[A-Z][A-Z0-9_]{0,20}-\d{1,9}\b/g;

/** What other tools call a row. */
function ownKeys({ id, sources = [] }: Row): string[] {
  const keys = sources.flatMap(({ key }) => key ?? []);
  return [...new Set(keys.length > 0 ? keys : [id, ...sources.map((each) => each.id)])].map((key) => `key ${key}`);
}

function titlePath(row: WorkItem, items: ReadonlyMap<string, Row>): string {
  const path: string[] = [];
  const seen = new Set<string>();
  for (let at: WorkItem | undefined = row; at !== undefined && !seen.has(at.id); ) {
    seen.add(at.id);
    path.push(titleKey(at.title));
    at = at.parentId === undefined ? undefined : (items.get(at.parentId) as WorkItem | undefined);
  }
  return `title ${JSON.stringify(path)}`;
}

function keysOf(rule: JoinRule, table: TableName, { row, source }: Node, sources: Sources): string[] {
  if (rule.by === "source") return lastingKeys(row).map((key) => `source ${key}`);
  if (rule.by === "email") {
    const email = table === "people" ? (row as Person).email : undefined;
    return email === undefined ? [] : [`email ${email.trim().toLowerCase()}`];
  }
  if (rule.by === "name") return rule.table === table ? [`name ${titleKey(titleOf(row) ?? "")}`] : [];
  if (table !== "items") return [];
  if (rule.by === "title") return [titlePath(row as WorkItem, sources.items[source] ?? new Map())];
  if (rule.by === "keyInTitle") {
    const [key, another] = new Set((row as WorkItem).title.match(keyInText) ?? []);
    return [...ownKeys(row), ...(key === undefined || another !== undefined ? [] : [`key ${key}`])];
  }
  if (rule.by === "customField") {
    const value = Object.hasOwn(row.customFields ?? {}, rule.field) ? row.customFields?.[rule.field] : undefined;
    return [...ownKeys(row), ...(typeof value === "string" || typeof value === "number" ? [`key ${value}`] : [])];
  }
  const own = new Set(ownKeys(row));
  return rule.pairs.flatMap((pair, index) =>
    pair.some((each) => each.source === sources.names[source] && (each.id === row.id || own.has(`key ${each.id}`)))
      ? [`pair ${index}`]
      : [],
  );
}

/** What joining looks up. */
export interface Sources {
  readonly names: readonly string[];
  readonly items: readonly ReadonlyMap<string, Row>[];
}

/** Sets of nodes that grow together, as long as each holds one row of a source. */
class Joining {
  readonly #parent: number[];
  readonly #sources: Set<number>[];
  constructor(nodes: readonly Node[]) {
    this.#parent = nodes.map((_node, index) => index);
    this.#sources = nodes.map(({ source }) => new Set([source]));
  }
  root(node: number): number {
    let at = node;
    while (this.#parent[at] !== at) at = this.#parent[at] ?? at;
    return at;
  }
  /** False where both sides hold a row of one source already. */
  join(a: number, b: number): boolean {
    const [first, second] = [this.root(a), this.root(b)].sort((x, y) => x - y) as [number, number];
    if (first === second) return true;
    const [into, from] = [this.#sources[first] ?? new Set(), this.#sources[second] ?? new Set()];
    for (const source of from) if (into.has(source)) return false;
    for (const source of from) into.add(source);
    this.#parent[second] = first;
    return true;
  }
}

/** The rows of a table that are the same by keys, in the order of the keys; what cannot be told apart is an issue, unless silent. */
function joinBy(
  joining: Joining,
  nodes: readonly Node[],
  keys: (node: Node) => readonly string[],
  told: { readonly table: TableName; readonly issues: Issue[] } | undefined,
): void {
  const byKey = new Map<string, number[]>();
  for (const [index, node] of nodes.entries()) for (const key of new Set(keys(node))) addTo(byKey, key, index);
  for (const key of [...byKey.keys()].sort(compareText)) {
    const members = byKey.get(key) ?? [];
    const sources = new Set(members.map((index) => nodes[index]?.source));
    if (sources.size < 2) continue;
    const [first = 0, ...rest] = members;
    const isJoined = sources.size === members.length && rest.every((other) => joining.join(first, other));
    if (isJoined || told === undefined) continue;
    const subject = members.flatMap((index) => nodes[index]?.row.id ?? []);
    const facts = { table: told.table, by: key.slice(0, 120), rows: subject.slice(0, 10) };
    told.issues.push(issue("interop/merge-ambiguous", { severity: "warning", path: [told.table], subject, facts }));
  }
}

/**
 * Rows of a table in groups of the same: first what is the same in everything, then by the rules in their order, then by what
 * silently makes two rows one (a link between the same ends).
 */
export function groupsOf(
  table: TableName,
  nodes: readonly Node[],
  rules: readonly JoinRule[],
  sources: Sources,
  natural: ((row: Row) => string) | undefined,
  issues: Issue[],
): Group[] {
  const joining = new Joining(nodes);
  joinBy(joining, nodes, ({ row }) => [canonicalJson(row)], undefined);
  for (const rule of rules) joinBy(joining, nodes, (node) => keysOf(rule, table, node, sources), { table, issues });
  if (natural !== undefined) joinBy(joining, nodes, ({ row }) => [natural(row)], undefined);
  const groups = new Map<number, Node[]>();
  for (const [index, node] of nodes.entries()) addTo(groups, joining.root(index), node);
  return [...groups.values()].map((group) => [...group].sort((a, b) => a.source - b.source));
}

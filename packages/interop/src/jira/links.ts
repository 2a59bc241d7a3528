import type { Dependency, Relation } from "@evenkeel/core";
import type { Json } from "@evenkeel/kernel";
import { addRow, type Draft, defined, keepDangling, note, table, warn } from "../draft.js";
import { listAt, textAt } from "../json-text.js";
import type { JiraContext, JiraIssue } from "./context.js";

/** A link as Jira states it: `fromId` does what `verb` says to `toId`. */
export interface JiraLink {
  readonly id: string;
  readonly typeName: string;
  /** Outward words, such as `blocks`. */
  readonly verb: string;
  readonly fromId: string;
  readonly toId: string;
}

const relationKinds: readonly (readonly [RegExp, Relation["kind"]])[] = [
  [/^(relates?|related)\b/i, "relates"],
  [/^duplicates?\b/i, "duplicates"],
  [/^causes?\b|^problem/i, "causes"],
  [/^implements?\b/i, "implements"],
];

/** Whether the words of a link mean that one end waits for the other. */
export function isBlocking(typeName: string, verb: string): boolean {
  return /^blocks?\b|^is blocking\b/i.test(verb) || /^(blocks|blocker|gantt.*(end|finish).*start)/i.test(typeName);
}

/** Adds a link: a dependency where it blocks, else a relation; an end that is not in the plan is said and left out. */
export function addJiraLink(draft: Draft, link: JiraLink, path: readonly (string | number)[]): void {
  const items = table(draft, "items");
  const missing = [link.fromId, link.toId].find((id) => !items.has(id));
  if (missing !== undefined || link.fromId === link.toId) {
    const item = missing === link.fromId ? link.toId : link.fromId;
    const trap = missing === undefined ? "any-self-link" : "any-dangling-reference";
    const words = item === link.fromId ? link.verb : `is target of: ${link.verb}`;
    keepDangling(draft, item, missing ?? item, words, path, trap);
    return;
  }
  const shared = { id: link.id, sources: [defined<{ tool: string; id: string }>({ tool: "jira", id: link.id })] };
  if (isBlocking(link.typeName, link.verb)) {
    const row: Dependency = { ...shared, predecessorId: link.fromId, successorId: link.toId, type: "FS" };
    addRow(draft, "dependencies", row, path);
    return;
  }
  const kind = relationKinds.find(([words]) => words.test(link.verb) || words.test(link.typeName))?.[1] ?? "other";
  addRow(
    draft,
    "relations",
    { ...shared, kind, fromId: link.fromId, toId: link.toId, sourceKind: link.typeName },
    path,
  );
}

function linkOf(found: JiraIssue, link: Json): JiraLink | undefined {
  const inward = textAt(link, "inwardIssue", "key") ?? textAt(link, "inwardIssue", "id");
  const outward = textAt(link, "outwardIssue", "key") ?? textAt(link, "outwardIssue", "id");
  const other = inward ?? outward;
  if (other === undefined) return undefined;
  const typeName = textAt(link, "type", "name") ?? "";
  const [fromId, toId] = inward !== undefined ? [inward, found.key] : [found.key, other];
  const id = textAt(link, "id") ?? `${fromId}>${toId}:${typeName}`;
  return { id, typeName, verb: textAt(link, "type", "outward") ?? typeName, fromId, toId };
}

/** Reads the links of an issue; each stands on both its ends, so its id is read once. */
export function readJiraLinks(context: JiraContext, found: JiraIssue): void {
  for (const [index, element] of listAt(found.fields, "issuelinks").entries()) {
    const path = [...found.path, "fields", "issuelinks", index];
    const link = linkOf(found, element);
    if (link === undefined) {
      warn(context.draft, "jira-unreadable-link", path, [found.key], { item: found.key });
      continue;
    }
    const ends = `${link.fromId}>${link.toId}:${link.typeName}`;
    const before = context.links.get(link.id);
    if (before === undefined) {
      context.links.set(link.id, ends);
      addJiraLink(context.draft, link, path);
    } else if (before === ends)
      note(context.draft, "jira-link-mirrored", path, [link.fromId, link.toId], { id: link.id });
    else warn(context.draft, "any-duplicate-id", path, [link.id], { id: link.id, table: "dependencies" });
  }
}

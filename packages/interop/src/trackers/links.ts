import type { Relation, WorkItem } from "@evenkeel/core";
import { addRow, type Draft, keepDangling, table } from "../draft.js";

type Path = readonly (string | number)[];

/** A link as it stands on one item. */
export interface StatedLink {
  readonly itemId: string;
  readonly otherId: string;
  /** Name of the member or column that states it. */
  readonly field: string;
  readonly path: Path;
}

/** Whether both ends are there and differ; else the link stays on its item, with an issue. */
function isWhole(draft: Draft, { itemId, otherId, field, path }: StatedLink): boolean {
  const isSelf = itemId === otherId;
  if (!isSelf && table(draft, "items").has(otherId)) return true;
  keepDangling(draft, itemId, otherId, field, path, isSelf ? "any-self-link" : "any-dangling-reference");
  return false;
}

/** Adds a dependency once, though it stands on both of its ends. */
export function addDependency(draft: Draft, link: StatedLink, role: "predecessor" | "successor"): void {
  if (!isWhole(draft, link)) return;
  const [predecessorId, successorId] =
    role === "predecessor" ? [link.otherId, link.itemId] : [link.itemId, link.otherId];
  const id = `${predecessorId}>${successorId}`;
  if (!table(draft, "dependencies").has(id))
    addRow(draft, "dependencies", { id, predecessorId, successorId, type: "FS" }, link.path);
}

/** Adds a relation once; one without a direction goes from the id that sorts first. */
export function addRelation(draft: Draft, link: StatedLink, kind: Relation["kind"], sourceKind?: string): void {
  if (!isWhole(draft, link)) return;
  const isSwapped = kind === "relates" && link.otherId < link.itemId;
  const [fromId, toId] = isSwapped ? [link.otherId, link.itemId] : [link.itemId, link.otherId];
  const id = `${fromId}>${toId}:${kind}`;
  if (table(draft, "relations").has(id)) return;
  addRow(
    draft,
    "relations",
    { id, kind, fromId, toId, ...(sourceKind === undefined ? {} : { sourceKind }) },
    link.path,
  );
}

/** Puts an item under its parent. */
export function addParent(draft: Draft, link: StatedLink): void {
  const items = table(draft, "items");
  const item = items.get(link.itemId);
  if (item === undefined || item.parentId === link.otherId || !isWhole(draft, link)) return;
  items.set(item.id, { ...(items.get(item.id) as WorkItem), parentId: link.otherId });
}

/** Notes who works on an item, each once. */
export function addAssignees(draft: Draft, itemId: string, people: readonly (string | undefined)[], path: Path): void {
  for (const personId of new Set(people)) {
    if (personId === undefined) continue;
    addRow(draft, "assignments", { id: `${itemId}:${personId}`, itemId, personId, role: "responsible" }, path);
  }
}

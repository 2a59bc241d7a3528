import type { Timebox } from "@evenkeel/core";
import { type Draft, table } from "../draft.js";

/** Ids of the items of each timebox, in the order they were met. */
export type TimeboxItems = Map<string, string[]>;

/** Notes that an item is in a timebox. */
export function joinTimebox(members: TimeboxItems, timeboxId: string, itemId: string): void {
  const before = members.get(timeboxId);
  if (before === undefined) members.set(timeboxId, [itemId]);
  else before.push(itemId);
}

/** Puts the items into their timeboxes, once all are read. */
export function settleTimeboxes(draft: Draft, members: TimeboxItems): void {
  const rows = table(draft, "timeboxes");
  for (const [id, itemIds] of members) {
    const row = rows.get(id);
    if (row !== undefined) rows.set(id, { ...row, itemIds } satisfies Timebox);
  }
}

import type { Draft } from "../draft.js";

/** Notes that an item is in a timebox; its row gets its items once all are read. */
export function joinTimebox(draft: Draft, timeboxId: string, itemId: string): void {
  const before = draft.timeboxItems.get(timeboxId);
  if (before === undefined) draft.timeboxItems.set(timeboxId, new Set([itemId]));
  else before.add(itemId);
}

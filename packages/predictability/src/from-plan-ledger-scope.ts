import type { Timebox, WorkEvent } from "@evenkeel/core";
import { addPromise, type LedgerTables, later, momentOf, ofType, type Turn } from "./from-plan-ledger-tables.js";
import { millisOf } from "./from-plan-times.js";

/** What was in a timebox when it began, and the list after each change since. */
function scopeOf(
  box: Timebox,
  events: readonly WorkEvent[],
  begin: number,
  until: number,
): { first: string[]; lists: { at: number; value: string[] }[] } {
  const moves = ofType(events, "scopeChanged");
  const scope = new Set(box.itemIds ?? []);
  for (const { itemId, change } of [...moves].reverse()) {
    if (change === "added") scope.delete(itemId);
    else scope.add(itemId);
  }
  const lists: { at: number; value: string[] }[] = [];
  let first: string[] | undefined;
  for (const event of moves) {
    const at = momentOf(event);
    if (at > begin) first ??= [...scope];
    if (event.change === "added") scope.add(event.itemId);
    else scope.delete(event.itemId);
    if (at > begin && at <= until) lists.push({ at, value: [...scope].sort() });
  }
  return { first: (first ?? [...scope]).sort(), lists };
}

/** Adds the scope of an iteration as it was when it began. */
export function addTimebox(
  tables: LedgerTables,
  box: Timebox,
  events: readonly WorkEvent[],
  turns: (itemId: string) => Turn[],
  until: number,
): void {
  const [begin, due] = [millisOf(box.interval?.from, false, until), millisOf(box.interval?.to, true, later)];
  if (box.kind !== "iteration" || begin === undefined || due === undefined) return;
  const { first, lists } = scopeOf(box, events, begin, until);
  const doneBefore = new Set(first.filter((itemId) => turns(itemId).findLast(({ at }) => at < begin)?.to === "done"));
  const open = first.filter((itemId) => !doneBefore.has(itemId));
  if (open.length === 0) return;
  const id = `timeboxes/${box.id}`;
  addPromise(tables, {
    id,
    kind: "scope",
    value: open,
    due,
    madeAt: begin,
    by: box.teamId,
    subject: id,
    basis: "iteration",
  });
  for (const { at, value } of lists)
    tables.revisions.push({ promise: id, at, value: value.filter((itemId) => !doneBefore.has(itemId)) });
  for (const itemId of open) {
    const all = turns(itemId);
    all.forEach(({ at, to }, place) => {
      if (at < begin) return;
      if (to === "done") tables.outcomes.push({ promise: id, at, value: [itemId] });
      else if (all[place - 1]?.to === "done") tables.reopenings.push({ promise: id, at, items: [itemId] });
    });
  }
}

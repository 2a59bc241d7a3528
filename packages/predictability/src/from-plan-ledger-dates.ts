import type { ItemReplay, StoredSchedule, WorkEvent, WorkItem } from "@evenkeel/core";
import {
  addPromise,
  type EventOf,
  type LedgerTables,
  later,
  momentOf,
  ofType,
  turnsOf,
} from "./from-plan-ledger-tables.js";
import { millisOf } from "./from-plan-times.js";

/** First finish of each milestone in the earliest baseline that holds it. */
export function baselineFinishes(
  schedules: readonly StoredSchedule[],
): Map<string, { value: number; madeAt: number | undefined }> {
  const found = new Map<string, { value: number; madeAt: number | undefined }>();
  const made = (schedule: StoredSchedule): number => millisOf(schedule.madeAt, false, later) ?? later;
  const baselines = schedules.filter(({ kind }) => kind === "baseline");
  for (const schedule of baselines.sort((a, b) => made(a) - made(b) || (a.id < b.id ? -1 : 1)))
    for (const { itemId, finish } of schedule.items) {
      const value = millisOf(finish, true, later);
      const madeAt = millisOf(schedule.madeAt, false, later);
      if (value !== undefined && !found.has(itemId)) found.set(itemId, { value, madeAt });
    }
  return found;
}

const milestones = new Set<string | undefined>(["milestone", "startMilestone", "finishMilestone"]);

interface FirstDate {
  readonly value: number;
  readonly madeAt: number | undefined;
  readonly changes: readonly EventOf<"dateChanged">[];
}

/** The first due date an item had, and the changes after it. */
export function firstDate(
  item: WorkItem,
  events: readonly WorkEvent[],
  baseline: Omit<FirstDate, "changes"> | undefined,
  until: number,
): FirstDate | undefined {
  const changes = ofType(events, "dateChanged").filter(({ field }) => field === "dueDate");
  const seen = changes.filter((event) => momentOf(event) <= until);
  const [first] = changes;
  if (first !== undefined) {
    const from = millisOf(first.from, true, later);
    if (from !== undefined) return { value: from, madeAt: undefined, changes: seen };
    const to = millisOf(first.to, true, later);
    return to === undefined || seen.length === 0
      ? undefined
      : { value: to, madeAt: momentOf(first), changes: seen.slice(1) };
  }
  const isMilestone = milestones.has(item.kind) || milestones.has(item.schedule?.kind);
  const value = millisOf(item.dueDate ?? (isMilestone ? item.deadline : undefined), true, later);
  if (value !== undefined) return { value, madeAt: undefined, changes: [] };
  return isMilestone && baseline !== undefined ? { ...baseline, changes: [] } : undefined;
}

/** Adds the due date of an item, or the date of a milestone, with its changes and what became of the item; what was done already is not promised. */
export function addDue(
  tables: LedgerTables,
  item: WorkItem,
  date: FirstDate,
  replay: ItemReplay | undefined,
  until: number,
): void {
  const id = `items/${item.id}`;
  const madeAt = date.madeAt ?? -later;
  const all = turnsOf(item, replay, until);
  if (all.findLast(({ at }) => at < madeAt)?.to === "done") return;
  const isMilestone = milestones.has(item.kind) || milestones.has(item.schedule?.kind);
  const basis = isMilestone ? "milestone" : "due date";
  addPromise(tables, {
    id,
    kind: "date",
    value: date.value,
    madeAt: date.madeAt,
    subject: id,
    basis,
  });
  for (const change of date.changes) {
    const value = millisOf(change.to, true, later);
    if (value !== undefined) tables.revisions.push({ promise: id, at: momentOf(change), value });
  }
  const cleared = date.changes.at(-1);
  if (cleared !== undefined && cleared.to === undefined)
    tables.withdrawals.push({ promise: id, at: momentOf(cleared) });
  all.forEach(({ at, to }, place) => {
    if (at < madeAt) return;
    if (to === "done") tables.outcomes.push({ promise: id, at, value: at });
    else if (all[place - 1]?.to === "done") tables.reopenings.push({ promise: id, at });
    if (to === "dropped" && place === all.length - 1) tables.withdrawals.push({ promise: id, at });
  });
}

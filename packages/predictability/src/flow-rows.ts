import type { Issue } from "@evenkeel/kernel";
import { fault } from "./issue.js";
import type { DayWindow, FlowItem } from "./types.js";

/** Milliseconds of a day. */
export const millisPerDay = 86_400_000;
const longestWindow = 100_000;
const timeFields = ["createdAt", "startedAt", "finishedAt", "droppedAt"] as const;

/** Rows that can be used, and an issue for each that cannot. */
export interface CheckedFlow {
  readonly items: readonly FlowItem[];
  readonly issues: readonly Issue[];
}

/** The day an instant lies on. */
export function dayOf(millis: number): number {
  return Math.floor(millis / millisPerDay);
}

/** When an item left: finished, else dropped. */
export function endOf(item: FlowItem): number | undefined {
  return item.finishedAt ?? item.droppedAt;
}

function rowIssues(item: FlowItem, at: number, path: Issue["path"]): Issue[] {
  const issues = timeFields.flatMap((field) => {
    const value = item[field];
    if (value === undefined || Number.isSafeInteger(value)) return [];
    const parts = { path: [...path, at, field], subject: [item.id], facts: { found: String(value) } };
    return [fault("predictability/not-a-time", parts)];
  });
  const end = endOf(item);
  if (issues.length === 0 && end !== undefined && item.startedAt !== undefined && end < item.startedAt) {
    const parts = { path: [...path, at], subject: [item.id], facts: { millis: item.startedAt - end } };
    issues.push(fault("predictability/finished-before-started", parts));
  }
  return issues;
}

/** Leaves out rows whose times are no times or run backwards, and all rows that share an id; names each. */
export function checkFlow(items: readonly FlowItem[]): CheckedFlow {
  const counts = new Map<string, number>();
  for (const { id } of items) counts.set(id, (counts.get(id) ?? 0) + 1);
  const issues: Issue[] = [];
  const kept = items.filter((item, at) => {
    const found = rowIssues(item, at, ["items"]);
    const count = counts.get(item.id) ?? 1;
    if (count > 1)
      found.push(
        fault("predictability/duplicate-id", { path: ["items", at, "id"], subject: [item.id], facts: { count } }),
      );
    issues.push(...found);
    return found.length === 0;
  });
  return { items: kept, issues };
}

/** Faults of a window of days. */
export function windowIssues({ from, to }: DayWindow): Issue[] {
  if (Number.isSafeInteger(from) && Number.isSafeInteger(to) && from < to && to - from <= longestWindow) return [];
  const facts = { from: String(from), to: String(to), limit: longestWindow };
  return [fault("predictability/invalid-window", { path: ["window"], facts })];
}

/** Fault of an instant. */
export function instantIssues(value: number, name: string): Issue[] {
  return Number.isSafeInteger(value)
    ? []
    : [fault("predictability/not-a-time", { path: [name], facts: { found: String(value) } })];
}

/** Counts per day of the given instants. */
export function countDays(instants: readonly (number | undefined)[], window: DayWindow): number[] {
  const counts = Array.from({ length: window.to - window.from }, () => 0);
  for (const instant of instants) {
    if (instant === undefined) continue;
    const at = dayOf(instant) - window.from;
    if (at >= 0 && at < counts.length) counts[at]! += 1;
  }
  return counts;
}

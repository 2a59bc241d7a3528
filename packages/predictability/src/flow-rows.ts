import type { Issue } from "@evenkeel/kernel";
import type { DayWindow, FlowCategory, FlowItem, FlowSpan, StateVisit } from "./flow-types.js";
import { fault } from "./issue.js";

/** Milliseconds of a day. */
export const millisPerDay = 86_400_000;
const longestWindow = 100_000;
const timeFields = ["createdAt", "startedAt", "finishedAt", "droppedAt"] as const;

/** Categories by their code in columns. */
export const categoryCode: Readonly<Record<FlowCategory, number>> = {
  proposed: 0,
  waiting: 1,
  active: 2,
  done: 3,
  dropped: 4,
};

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

function timeIssues(value: number | undefined, path: Issue["path"], id: string): Issue[] {
  if (value === undefined || Number.isSafeInteger(value)) return [];
  return [fault("predictability/not-a-time", { path, subject: [id], facts: { found: String(value) } })];
}

function backwardIssues(from: number, to: number | undefined, path: Issue["path"], id: string): Issue[] {
  if (to === undefined || to >= from) return [];
  return [fault("predictability/finished-before-started", { path, subject: [id], facts: { millis: from - to } })];
}

/** Spans that are no times, run backwards, come out of order or overlap the one before. */
function spanIssues(spans: readonly FlowSpan[], path: Issue["path"], id: string): Issue[] {
  return spans.flatMap((span, at) => {
    const here = [...path, at];
    const untimely = [...timeIssues(span.from, [...here, "from"], id), ...timeIssues(span.to, [...here, "to"], id)];
    if (untimely.length > 0) return untimely;
    const issues = backwardIssues(span.from, span.to, here, id);
    const before = spans[at - 1];
    if (before === undefined) return issues;
    const parts = { path: here, subject: [id] };
    if (before.from > span.from) issues.push(fault("predictability/out-of-order", parts));
    else if ((before.to ?? Infinity) > span.from) issues.push(fault("predictability/overlapping", parts));
    return issues;
  });
}

function categoryIssues({ id, visits = [] }: FlowItem, path: Issue["path"]): Issue[] {
  return visits.flatMap(({ category }, at) =>
    knownCategories.has(category)
      ? []
      : [
          fault("predictability/unknown-category", {
            path: [...path, at, "category"],
            subject: [id],
            facts: { found: String(category) },
          }),
        ],
  );
}

function rowIssues(item: FlowItem, at: number): Issue[] {
  const { id, visits = [], blocked = [] } = item;
  const path = ["items", at];
  const untimely = timeFields.flatMap((field) => timeIssues(item[field], [...path, field], id));
  const backward =
    untimely.length > 0 || item.startedAt === undefined ? [] : backwardIssues(item.startedAt, endOf(item), path, id);
  return [
    ...untimely,
    ...backward,
    ...spanIssues(visits, [...path, "visits"], id),
    ...categoryIssues(item, [...path, "visits"]),
    ...spanIssues(blocked, [...path, "blocked"], id),
  ];
}

const isTime = (value: number | undefined): boolean => value === undefined || Number.isSafeInteger(value);

const knownCategories: ReadonlySet<string> = new Set(Object.keys(categoryCode));

function spansFine(spans: readonly FlowSpan[]): boolean {
  let last = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < spans.length; at++) {
    const { from, to } = spans[at]!;
    if (!Number.isSafeInteger(from) || from < last) return false;
    if (to !== undefined && (!Number.isSafeInteger(to) || to < from)) return false;
    last = to ?? Number.POSITIVE_INFINITY;
  }
  return true;
}

function visitsFine(visits: readonly StateVisit[]): boolean {
  for (let at = 0; at < visits.length; at++) if (!knownCategories.has(visits[at]!.category)) return false;
  return spansFine(visits);
}

/** The same question as `rowIssues` without words: most rows are fine. */
function rowFine(item: FlowItem): boolean {
  const { createdAt, startedAt, finishedAt, droppedAt, visits, blocked } = item;
  return (
    isTime(createdAt) &&
    isTime(startedAt) &&
    isTime(finishedAt) &&
    isTime(droppedAt) &&
    !((finishedAt ?? droppedAt ?? Infinity) < (startedAt ?? -Infinity)) &&
    (visits === undefined || visitsFine(visits)) &&
    (blocked === undefined || spansFine(blocked))
  );
}

/** How often each id occurs, or undefined where each occurs once. */
function repeatedIds(items: readonly FlowItem[]): Map<string, number> | undefined {
  const once = new Set<string>();
  for (const { id } of items) once.add(id);
  if (once.size === items.length) return undefined;
  const counts = new Map<string, number>();
  for (const { id } of items) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}

/** Calls back with each row that can be used; an issue for each fault of those that cannot. */
export function eachUsable(items: readonly FlowItem[], use: (item: FlowItem) => void): Issue[] {
  const repeated = repeatedIds(items);
  const issues: Issue[] = [];
  items.forEach((item, at) => {
    const count = repeated?.get(item.id) ?? 1;
    if (count === 1 && rowFine(item)) {
      use(item);
      return;
    }
    issues.push(...rowIssues(item, at));
    if (count > 1)
      issues.push(
        fault("predictability/duplicate-id", { path: ["items", at, "id"], subject: [item.id], facts: { count } }),
      );
  });
  return issues;
}

/** Leaves out rows whose times are no times or run backwards, and all rows that share an id; names each. */
export function checkFlow(rows: readonly FlowItem[]): CheckedFlow {
  const items: FlowItem[] = [];
  const issues = eachUsable(rows, (item) => items.push(item));
  return { items, issues };
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

/** Counts per day of the given instants; NaN and Infinity lie on no day. */
export function countDays(instants: Float64Array, window: DayWindow): number[] {
  const counts = Array.from({ length: window.to - window.from }, () => 0);
  for (let item = 0; item < instants.length; item++) {
    const at = dayOf(instants[item]!) - window.from;
    if (at >= 0 && at < counts.length) counts[at]! += 1;
  }
  return counts;
}

/** Day of an instant within a window as an index; what came before counts on the first, what comes after beyond the last. */
export function dayIndex(millis: number, { from, to }: DayWindow): number {
  return Math.min(Math.max(dayOf(millis) - from, 0), to - from);
}

/** Milliseconds [from, to) of a window. */
export function millisOf({ from, to }: DayWindow): readonly [from: number, to: number] {
  return [from * millisPerDay, to * millisPerDay];
}

import type { ScheduledItem, WorkItem, WorkPlan } from "@evenkeel/core";
import { compareText } from "@evenkeel/kernel";
import type { ComesBack } from "../round-trip.js";

/** What becomes of each part of a plan that a format takes, by its name. */
export type Views = { readonly [part: string]: ComesBack };

export const always =
  (value: unknown): ComesBack =>
  () =>
    value;
export const same: ComesBack = (value) => value;
export const firstProject: ComesBack = (_value, _row, plan) => plan.projects?.[0]?.name;
export const itemOf = (row: { readonly [field: string]: unknown }, plan: WorkPlan): WorkItem | undefined =>
  plan.items?.find((item) => item.id === row["id"]);
export const plainBody: ComesBack = (value) =>
  value === undefined ? undefined : { text: (value as { text: string }).text, markup: "plain" };

export const category: ComesBack = (_value, row, plan) =>
  plan.workflows?.find(({ id }) => id === row["workflowId"])?.states.find(({ id }) => id === row["stateId"])?.category;

/** Items in the order of an outline: siblings by rank, then id. */
export function outlineRank(row: { readonly [field: string]: unknown }, plan: WorkPlan): number {
  const sorted = [...(plan.items ?? [])].sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0) || compareText(a.id, b.id));
  const order: string[] = [];
  const visit = (parentId: string | undefined): void => {
    for (const item of sorted) {
      if (item.parentId !== parentId) continue;
      order.push(item.id);
      visit(item.id);
    }
  };
  visit(undefined);
  return order.indexOf(String(row["id"]));
}

export const isParent = (row: { readonly [field: string]: unknown }, plan: WorkPlan): boolean =>
  plan.items?.some((item) => item.parentId === row["id"]) === true;

export const guarded = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).trim();

export const isAssigned: ComesBack = (_value, row, plan) =>
  plan.assignments?.some((each) => each.personId === row["id"]);
export const isOfPerson: ComesBack = (_value, row) => row["personId"] !== undefined;

export const minute = (text: unknown): unknown =>
  typeof text === "string" ? text.replace(/(T\d\d:\d\d):00$/, "$1") : text;

export const fromDay = (text: unknown): unknown =>
  typeof text === "string" && text.length === 10 ? `${text}T00:00` : text;

/** The category of a state by what is done, as readers without states of their own name it. */
export const progress = (isDone: boolean, isBegun: boolean): string => (isDone ? "done" : isBegun ? "doing" : "todo");

/** The part of a schedule's row that the format writes, of every item; `rowOf` gives it. */
export const storedItems =
  (rowOf: (row: Partial<ScheduledItem>, item: WorkItem) => object): ComesBack =>
  (_value, row, plan) => {
    const stored = plan.schedules?.find(({ id }) => id === row["id"])?.items ?? [];
    const sorted = [...(plan.items ?? [])].sort((a, b) => outlineRank({ ...a }, plan) - outlineRank({ ...b }, plan));
    return sorted.map((item) => ({
      itemId: item.title,
      ...rowOf(stored.find(({ itemId }) => itemId === item.id) ?? {}, item),
    }));
  };

export const isFirstStored: ComesBack = (_value, row, plan) =>
  plan.schedules?.find(({ kind }) => kind !== "baseline")?.id === row["id"];

export const percentOf = (value: unknown): number => Math.round(((value as number | undefined) ?? 0) * 100) / 100;

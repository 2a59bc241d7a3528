import type { Subject } from "./common.js";
import type { WorkEvent, WorkHistory } from "./history.js";
import { type HistoryIndex, indexHistory, recordEvents } from "./index-history.js";
import { indexPlan, updateIndex } from "./index-plan.js";
import type { WorkPlan } from "./plan.js";
import type { PlanIndex, RowChange } from "./plan-index.js";

/** Plan and history, indexed, as they stand at an instant: what checks of clarity, coordination and completion read. */
export interface WorkContext {
  readonly plan: PlanIndex;
  readonly history: HistoryIndex;
  /** Instant of the review, milliseconds UTC. */
  readonly now: number;
}

/** What an edit did, as `applyCommand` tells it. */
export interface WorkChange {
  readonly changed?: readonly RowChange[];
  readonly events?: readonly WorkEvent[];
}

/**
 * Indexes plan and history together.
 *
 * @param documents - plan, history if there is one, and the instant of the review (milliseconds UTC)
 * @returns the context; current until the documents change, see `changeWork`
 *
 * Issues: none.
 * Time O(rows + events), space the same.
 * Source: own.
 *
 * @example
 * workContext({ plan: { formatVersion: 1, items: [{ id: "A", title: "Paint", kind: "task" }] }, now: 0 }).plan.items.size; // => 1
 */
export function workContext({
  plan,
  history,
  now,
}: {
  readonly plan: WorkPlan;
  readonly history?: WorkHistory;
  readonly now: number;
}): WorkContext {
  return { plan: indexPlan(plan), history: indexHistory(history), now };
}

/**
 * Brings a context up to date with an edit, in place.
 *
 * @param context - from `workContext`
 * @param change - rows as they are to be, and what happened
 * @returns the rows touched, each once: those that changed and those the events are about
 *
 * Issues: none.
 * Time O(rows and events of the change), space the same.
 * Source: own.
 *
 * @example
 * const context = workContext({ plan: { formatVersion: 1 }, now: 0 });
 * changeWork(context, { changed: [{ table: "items", id: "A", after: { id: "A", title: "Paint", kind: "task" } }] });
 * context.plan.items.size; // => 1
 */
export function changeWork(context: WorkContext, change: WorkChange): void {
  updateIndex(context.plan, change.changed ?? []);
  recordEvents(context.history, change.events ?? []);
}

/**
 * The rows an edit touches, each once: those that change and those its events are about.
 *
 * @param change - rows as they are to be, and what happened
 * @returns rows by table and id
 *
 * Issues: none.
 * Time O(rows and events of the change), space the same.
 * Source: own.
 *
 * @example
 * touchedBy({ changed: [{ table: "items", id: "A" }, { table: "items", id: "A" }] }); // => [{ table: "items", id: "A" }]
 */
export function touchedBy(change: WorkChange): Subject[] {
  const touched = new Map<string, Subject>();
  const add = ({ table, id }: Subject): void => {
    touched.set(`${table}/${id}`, { table, id });
  };
  for (const row of change.changed ?? []) add(row);
  for (const { subject } of change.events ?? []) add(subject);
  return [...touched.values()];
}

import type { EpochMillis } from "@evenkeel/kernel";
import { groupEvents } from "./group-events.js";
import type { WorkEvent, WorkHistory } from "./history.js";
import type { WorkPlan } from "./plan.js";
import type { StateCategory } from "./projects.js";
import { type StateMeanings, stateMeanings } from "./state-category.js";

/** A span of time; open while `to` is absent. */
export interface Span {
  readonly from: EpochMillis;
  readonly to?: EpochMillis;
}

/** A change of state category. */
export interface CategoryChange {
  readonly at: EpochMillis;
  readonly category: StateCategory;
  readonly stateId?: string;
  readonly source: "exact" | "inferred";
}

/** What a history says of one item. Instants in milliseconds UTC. */
export interface ItemReplay {
  readonly id: string;
  readonly createdAt?: EpochMillis;
  /** First time in an active category. */
  readonly startedAt?: EpochMillis;
  /** Last entry into done, while the item is still done. */
  readonly finishedAt?: EpochMillis;
  /** Last entry into dropped, while the item is still dropped. */
  readonly droppedAt?: EpochMillis;
  readonly changes: readonly CategoryChange[];
  readonly blocked: readonly Span[];
  /** Times the item came back from done or dropped. */
  readonly reopened: number;
  /** exact: every time is recorded; inferred: at least one is derived from a stamp. */
  readonly quality: "exact" | "inferred";
  /** The source cut older events away, so the start may be missing. */
  readonly truncated: boolean;
}

interface Building {
  createdAt?: EpochMillis;
  changes: CategoryChange[];
  blocked: { from: EpochMillis; to?: EpochMillis }[];
  reopened: number;
  inferred: boolean;
}

const ended = (category: StateCategory | undefined): boolean => category === "done" || category === "dropped";

type CategoryIn = (stateId: string) => StateCategory | undefined;

/** Files the entry into a state, unless nobody knows what the state means. */
function enter(
  building: Building,
  { source }: WorkEvent,
  at: EpochMillis,
  stateId: string,
  categoryIn: CategoryIn,
): void {
  const category = categoryIn(stateId);
  if (category === undefined) return;
  const { changes } = building;
  if (ended(changes[changes.length - 1]?.category) && !ended(category)) building.reopened++;
  changes.push({ at, category, stateId, source });
}

function apply(building: Building, event: WorkEvent, at: EpochMillis, categoryIn: CategoryIn): void {
  const open = building.blocked.at(-1);
  switch (event.type) {
    case "created":
      building.createdAt ??= at;
      if (event.stateId !== undefined) enter(building, event, at, event.stateId, categoryIn);
      break;
    case "stateChanged":
      if (building.changes.length === 0 && event.from !== undefined && building.createdAt !== undefined) {
        const category = categoryIn(event.from);
        if (category !== undefined)
          building.changes.push({ at: building.createdAt, category, stateId: event.from, source: event.source });
      }
      enter(building, event, at, event.to, categoryIn);
      break;
    case "blocked":
      if (open === undefined || open.to !== undefined) building.blocked.push({ from: at });
      break;
    case "unblocked":
      if (open !== undefined && open.to === undefined) open.to = at;
      break;
  }
  if (event.source === "inferred") building.inferred = true;
}

function close(id: string, building: Building, truncated: boolean): ItemReplay {
  const { changes } = building;
  const last = changes.at(-1);
  const startedAt = changes.find(({ category }) => category === "active")?.at;
  const entered = (category: StateCategory): EpochMillis | undefined => {
    if (last?.category !== category) return undefined;
    let first = changes.length - 1;
    while (first > 0 && changes[first - 1]?.category === category) first--;
    return changes[first]?.at;
  };
  const [finishedAt, droppedAt] = [entered("done"), entered("dropped")];
  return {
    id,
    ...(building.createdAt === undefined ? {} : { createdAt: building.createdAt }),
    ...(startedAt === undefined ? {} : { startedAt }),
    ...(finishedAt === undefined ? {} : { finishedAt }),
    ...(droppedAt === undefined ? {} : { droppedAt }),
    changes,
    blocked: building.blocked as Span[],
    reopened: building.reopened,
    quality: building.inferred ? "inferred" : "exact",
    truncated,
  };
}

/**
 * What a history says of each item: when created, started, finished, dropped, blocked, reopened.
 *
 * Start is the first entry into an active state; finish is the last entry into done, if the item is still there.
 * An item that went from proposed to done without an active state has no start: nothing is guessed.
 * Days and local times are placed as if UTC; only instants make exact spans.
 *
 * @param plan - for the meaning of states; its items fix which replays are returned
 * @param history - events in any order
 * @param until - milliseconds UTC; later events are not seen (default: all)
 * @returns one replay an item, in the order of `plan.items`
 *
 * Issues: none.
 * Time O(items + n log k), space O(items + n) for n events, k of them about one item.
 * Source: own; start and finish points after the Kanban Guide (2020).
 *
 * @example
 * const workflows = [{ id: "w", name: "Board", states: [{ id: "doing", name: "Doing", category: "active" }, { id: "ready", name: "Ready", category: "done" }] }] as const;
 * const base = { subject: { table: "items", id: "A" }, source: "exact" } as const;
 * const [replay] = replayItems({ formatVersion: 1, workflows, items: [{ id: "A", title: "Paint", kind: "task" }] }, { formatVersion: 1, events: [
 *   { ...base, id: "1", at: "1970-01-01T00:00:01Z", type: "stateChanged", to: "doing" },
 *   { ...base, id: "2", at: "1970-01-01T00:00:03Z", type: "stateChanged", to: "ready" },
 * ] });
 * [replay?.startedAt, replay?.finishedAt]; // => [1000, 3000]
 */
export function replayItems(
  plan: WorkPlan,
  history: WorkHistory,
  until: number = Number.POSITIVE_INFINITY,
): ItemReplay[] {
  const meanings: StateMeanings = stateMeanings(plan);
  const boards = new Map((plan.containers ?? []).map((row) => [row.id, row.workflowId]));
  const cut = new Set((history.truncated ?? []).map(({ id }) => id));
  const items = plan.items ?? [];
  const groups = groupEvents(
    history,
    "items",
    items.map(({ id }) => id),
    until,
  );
  return items.map(({ id, workflowId, memberships }, slot) => {
    const building: Building = { changes: [], blocked: [], reopened: 0, inferred: false };
    const flow = workflowId ?? boards.get(memberships?.[0]?.containerId ?? "");
    const categoryIn: CategoryIn = (stateId) => meanings(stateId, flow);
    groups.visit(slot, (event, at) => apply(building, event, at, categoryIn));
    return close(id, building, cut.has(id));
  });
}

import {
  type AnyTimeText,
  type Commitment,
  itemCategories,
  onTimeLine,
  orderEvents,
  replayItems,
  type StateCategory,
  type WorkEvent,
  type WorkHistory,
  type WorkItem,
  type WorkPlan,
} from "@evenkeel/core";
import type { PromiseRow } from "./commitment-types.js";
import type { FlowItem } from "./flow-types.js";
import { stateNames, teamsOf, visitsOf } from "./from-plan-visits.js";

/** What an adapter may be told. */
export interface FromPlanOptions {
  /** Integer milliseconds; what is dated later is not seen. Default: everything is. */
  readonly until?: number;
}

/** Milliseconds of a time text; a day as an end is its last millisecond. */
function millisOf(text: AnyTimeText | undefined, end: boolean, until: number): number | undefined {
  if (text === undefined) return undefined;
  const begin = onTimeLine(text);
  const close = onTimeLine(text, true);
  if (begin === undefined || close === undefined) return undefined;
  const millis = end && close !== begin ? close - 1 : begin;
  return millis <= until ? millis : undefined;
}

function defined<T extends object>(row: { [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined)) as T;
}

/**
 * The items of a plan as flow sees them: leaves only, each with its start, finish and drop, its stays in states, when it was
 * blocked, its class of service, its team (where one alone is assigned) and what it rolls up to (parent, else project).
 *
 * What the history says comes first; the latest dates on the item fill in where it is silent. Parents and summaries are left
 * out, so that no work counts twice. States speak through their category: active starts, done finishes, dropped drops.
 * Reopened work: the first start and the last finish count; an item reopened and not done again is in progress.
 * An item that is done or dropped at a time nobody knows is left out: its end would have to be guessed.
 *
 * @param plan - any valid plan; not changed
 * @param history - its history, which may be empty; not changed
 * @param options - until: what is dated later is not seen
 * @returns one row an item, in the order of the plan; times in milliseconds on the plan's one time line
 *
 * Issues: none; `validatePlan` and `validateHistory` name texts that are no times.
 * Time O(n log n), space O(n) for n items and events.
 * Source: own; start and finish points after the Kanban Guide (2020).
 *
 * @example
 * flowItemsFromHistory({ formatVersion: 1, items: [{ id: "A", title: "Paint", kind: "task", startedAt: "1970-01-01", finishedAt: "1970-01-02T00:00:00Z" }] }, { formatVersion: 1, events: [] }); // => [{ id: "A", startedAt: 0, finishedAt: 86400000 }]
 */
export function flowItemsFromHistory(plan: WorkPlan, history: WorkHistory, options: FromPlanOptions = {}): FlowItem[] {
  const { until = Number.POSITIVE_INFINITY } = options;
  const parents = new Set((plan.items ?? []).map(({ parentId }) => parentId));
  const categories = itemCategories(plan);
  const teams = teamsOf(plan);
  const nameOf = stateNames(plan);
  const rows = new Map<string, WorkItem>((plan.items ?? []).map((item) => [item.id, item]));
  return replayItems(plan, history, until).flatMap((replay) => {
    const item = rows.get(replay.id);
    if (item === undefined || parents.has(item.id) || item.kind === "summary" || item.schedule?.kind === "summary")
      return [];
    const told = replay.changes.length > 0;
    if (!told && endUnknown(item, categories.get(item.id))) return [];
    const finish = millisOf(item.finishedAt ?? item.schedule?.actualFinish, true, until);
    return [
      defined<FlowItem>({
        id: item.id,
        createdAt: replay.createdAt ?? millisOf(item.createdAt, false, until),
        startedAt: replay.startedAt ?? millisOf(item.startedAt ?? item.schedule?.actualStart, false, until),
        finishedAt: told ? replay.finishedAt : finish,
        droppedAt: replay.droppedAt,
        visits: told ? visitsOf(replay, (stateId) => nameOf(item, stateId)) : undefined,
        blocked: replay.blocked.length > 0 ? replay.blocked : undefined,
        class: item.classOfService,
        team: teams.get(item.id),
        rollUp: item.parentId ?? item.projectId,
      } as { [K in keyof FlowItem]: FlowItem[K] | undefined }),
    ];
  });
}

function endUnknown(item: WorkItem, category: StateCategory | undefined): boolean {
  if (category === "done") return (item.finishedAt ?? item.schedule?.actualFinish) === undefined;
  return category === "dropped";
}

/** Events about each commitment, in reading order. */
function eventsBySubject(history: WorkHistory): Map<string, WorkEvent[]> {
  const found = new Map<string, WorkEvent[]>();
  for (const event of orderEvents(history)) {
    if (event.subject.table !== "commitments") continue;
    const list = found.get(event.subject.id);
    if (list === undefined) found.set(event.subject.id, [event]);
    else list.push(event);
  }
  return found;
}

const outcomes = {
  commitmentMet: "met",
  commitmentMissed: "missed",
  commitmentWithdrawn: "withdrawn",
} as const satisfies Partial<Record<WorkEvent["type"], PromiseRow["state"]>>;

function promiseOf(row: Commitment, all: readonly WorkEvent[], until: number): PromiseRow | undefined {
  const made = all.find((event) => event.type === "commitmentMade");
  const events = all.filter(({ at }) => (onTimeLine(at) ?? Infinity) <= until);
  if (made !== undefined && !events.includes(made)) return undefined;
  const moved = events.flatMap((event) => {
    if (event.type !== "commitmentRenegotiated") return [];
    const [at, due] = [onTimeLine(event.at), millisOf(event.due, true, Infinity)];
    return at === undefined || due === undefined ? [] : [{ at, due }];
  });
  const ended = events.findLast((event) => event.type in outcomes);
  const due = millisOf(made?.type === "commitmentMade" ? made.due : row.due, true, Infinity);
  if (due === undefined) return undefined;
  const stamped = millisOf(row.resolvedAt, false, until);
  const state = ended === undefined ? undefined : outcomes[ended.type as keyof typeof outcomes];
  const seen = row.resolvedAt === undefined || stamped !== undefined;
  return defined<PromiseRow>({
    id: row.id,
    madeAt: (made === undefined ? undefined : onTimeLine(made.at)) ?? millisOf(row.madeAt, false, Infinity),
    due,
    revisions: moved.length > 0 ? moved : undefined,
    state: state ?? (seen ? (row.state ?? "open") : "open"),
    resolvedAt: ended === undefined ? stamped : onTimeLine(ended.at),
    probability: (made?.type === "commitmentMade" ? made.probability : undefined) ?? row.probability,
  } as { [K in keyof PromiseRow]: PromiseRow[K] | undefined });
}

/**
 * The promises of a plan with what became of them, each with its first date.
 *
 * The history's `commitmentMade` gives the first date; without it the date on the row is taken as the first.
 *
 * @param plan - any valid plan; not changed
 * @param history - its history, which may be empty; not changed
 * @param options - until: what is dated later is not seen
 * @returns one row a commitment whose date is a time, in the order of the plan; a day is kept until its end
 *
 * Issues: none; `validatePlan` and `validateHistory` name texts that are no times.
 * Time O(n log n), space O(n).
 * Source: own.
 *
 * @example
 * commitmentsFromPlan({ formatVersion: 1, commitments: [{ id: "P", due: "1970-01-01", state: "met", resolvedAt: "1970-01-01T08:00:00Z" }] }, { formatVersion: 1, events: [] }); // => [{ id: "P", due: 86399999, state: "met", resolvedAt: 28800000 }]
 */
export function commitmentsFromPlan(plan: WorkPlan, history: WorkHistory, options: FromPlanOptions = {}): PromiseRow[] {
  const { until = Number.POSITIVE_INFINITY } = options;
  const events = eventsBySubject(history);
  return (plan.commitments ?? []).flatMap((row) => promiseOf(row, events.get(row.id) ?? [], until) ?? []);
}

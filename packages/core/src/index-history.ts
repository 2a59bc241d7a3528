import { compareText } from "@evenkeel/kernel";
import type { Subject } from "./common.js";
import type { EventType, WorkEvent, WorkHistory } from "./history.js";
import { onTimeLine } from "./time-line.js";

/** Events found by the row they are about; stays current through `recordEvents`. */
export interface HistoryIndex {
  /** Events of a row in reading order (at, recordedAt, id), corrected ones left out. */
  readonly of: (table: Subject["table"], id: string) => readonly WorkEvent[];
  /** Whether it holds any event. */
  readonly isEmpty: () => boolean;
}

interface Kept extends HistoryIndex {
  /** By table, then by id. */
  readonly bySubject: Map<Subject["table"], Map<string, WorkEvent[]>>;
  readonly corrected: Set<string>;
  /** Lists that are not in reading order yet. */
  readonly unsorted: Set<readonly WorkEvent[]>;
}

const keptOf = new WeakMap<HistoryIndex, Kept>();
const none: readonly WorkEvent[] = [];

const recorded = ({ at, recordedAt }: WorkEvent): number =>
  (recordedAt === undefined ? undefined : onTimeLine(recordedAt)) ?? onTimeLine(at) ?? 0;

/** Reading order: when it happened, when it was recorded, id. */
export function compareEvents(a: WorkEvent, b: WorkEvent): number {
  const [first, second] = [onTimeLine(a.at) ?? 0, onTimeLine(b.at) ?? 0];
  return first - second || recorded(a) - recorded(b) || compareText(a.id, b.id);
}

/**
 * Indexes a history once by the rows its events are about.
 *
 * Events whose `at` is no time are left out; `validateHistory` names them.
 *
 * @param history - stored in any order; absent = empty
 * @returns lookup of the events of a row
 *
 * Issues: none.
 * Time O(n) to build, O(k log k) on the first look at a row with k events, O(1) later; space O(n).
 * Source: own.
 *
 * @example
 * const subject = { table: "items", id: "A" } as const;
 * indexHistory({ formatVersion: 1, events: [{ id: "1", at: "2026-05-01", subject, source: "exact", type: "created" }] }).of("items", "A").length; // => 1
 */
export function indexHistory(history?: WorkHistory): HistoryIndex {
  const kept: Kept = {
    bySubject: new Map(),
    corrected: new Set(),
    unsorted: new Set(),
    isEmpty: () => kept.bySubject.size === 0,
    of: (table, id) => {
      const byId = kept.bySubject.get(table);
      const events = byId?.get(id);
      if (byId === undefined || events === undefined) return none;
      if (!kept.unsorted.delete(events)) return events;
      const read = events.filter((event) => !kept.corrected.has(event.id)).sort(compareEvents);
      byId.set(id, read);
      return read;
    },
  };
  keptOf.set(kept, kept);
  recordEvents(kept, history?.events ?? []);
  return kept;
}

/**
 * Adds events to an index, in any order; a late one finds its place, a correction takes its event out.
 *
 * The index itself is changed. A correction belongs to the row its event is about.
 *
 * @param index - from `indexHistory`
 * @param events - new ones
 *
 * Issues: none.
 * Time O(events), space the same.
 * Source: own.
 *
 * @example
 * const index = indexHistory();
 * recordEvents(index, [{ id: "1", at: "2026-05-01", subject: { table: "items", id: "A" }, source: "exact", type: "created" }]);
 * index.of("items", "A")[0]?.type; // => "created"
 */
export function recordEvents(index: HistoryIndex, events: readonly WorkEvent[]): void {
  const kept = keptOf.get(index);
  if (kept === undefined) return;
  for (const event of events) {
    if (event.corrects !== undefined) kept.corrected.add(event.corrects);
    if (onTimeLine(event.at) === undefined) continue;
    const { table, id } = event.subject;
    const byId = kept.bySubject.get(table) ?? new Map<string, WorkEvent[]>();
    if (byId.size === 0) kept.bySubject.set(table, byId);
    const list = byId.get(id) ?? [];
    if (list.length === 0) byId.set(id, list);
    list.push(event);
    kept.unsorted.add(list);
  }
}

/**
 * The last event of given types about a row at or before an instant.
 *
 * @param events - of one row, in reading order
 * @param types - which to look for
 * @param until - milliseconds UTC
 * @returns the event, or undefined
 *
 * Issues: none.
 * Time O(events), space O(1).
 * Source: own.
 *
 * @example
 * lastEvent([], ["accepted"], 0); // => undefined
 */
export function lastEvent<Type extends EventType>(
  events: readonly WorkEvent[],
  types: readonly Type[],
  until: number,
): Extract<WorkEvent, { readonly type: Type }> | undefined {
  for (let at = events.length - 1; at >= 0; at--) {
    const event = events[at];
    if (event === undefined || !types.includes(event.type as Type)) continue;
    if ((onTimeLine(event.at) ?? Number.POSITIVE_INFINITY) <= until)
      return event as Extract<WorkEvent, { readonly type: Type }>;
  }
  return undefined;
}

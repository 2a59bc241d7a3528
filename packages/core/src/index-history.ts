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
  readonly bySubject: Map<string, WorkEvent[]>;
  readonly corrected: Set<string>;
  readonly unsorted: Set<string>;
}

const keptOf = new WeakMap<HistoryIndex, Kept>();
const none: readonly WorkEvent[] = [];
const keyOf = (table: string, id: string): string => `${table}/${id}`;

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
      const key = keyOf(table, id);
      const events = kept.bySubject.get(key);
      if (events === undefined) return none;
      if (!kept.unsorted.delete(key)) return events;
      const read = events.filter((event) => !kept.corrected.has(event.id)).sort(compareEvents);
      kept.bySubject.set(key, read);
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
    const key = keyOf(event.subject.table, event.subject.id);
    const list = kept.bySubject.get(key);
    if (list === undefined) kept.bySubject.set(key, [event]);
    else list.push(event);
    kept.unsorted.add(key);
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

import { isCorrected } from "./group-events.js";
import type { EventType, WorkEvent, WorkHistory } from "./history.js";

const replayed: ReadonlySet<EventType> = /* @__PURE__ */ new Set<EventType>([
  "created",
  "stateChanged",
  "blocked",
  "unblocked",
]);

/** What replay reads of an event; `corrects` only while its target may still come. */
function bare(event: WorkEvent, isPending: boolean): WorkEvent {
  const { id, at, recordedAt, subject, source, corrects } = event;
  const base = {
    id,
    at,
    subject,
    source,
    ...(recordedAt === undefined ? {} : { recordedAt }),
    ...(isPending && corrects !== undefined ? { corrects } : {}),
  };
  switch (event.type) {
    case "created":
      return { ...base, type: "created", ...(event.stateId === undefined ? {} : { stateId: event.stateId }) };
    case "stateChanged":
      return { ...base, type: "stateChanged", to: event.to, ...(event.from === undefined ? {} : { from: event.from }) };
    case "blocked":
    case "unblocked":
      return { ...base, type: event.type };
    default:
      return event;
  }
}

/**
 * A snapshot of a history for replay: a shorter history from which, with the events that come after it, `replayItems` and
 * `statesAt` give the same answers as from all events.
 *
 * It keeps what those read: creation, changes of state and blocks of items, without reasons and actors; events already
 * corrected go, corrections of what has not come yet stay, so that also late events, late corrections and several snapshots after one another hold.
 *
 * @param history - all events so far
 * @returns a valid history, in the given order
 *
 * Issues: none.
 * Time O(n), space O(n kept).
 * Source: own; snapshots of event sourcing.
 *
 * @example
 * const base = { subject: { table: "items", id: "A" }, source: "exact" } as const;
 * digestHistory({ formatVersion: 1, events: [{ ...base, id: "1", at: "2026-05-01", type: "created" }, { ...base, id: "2", at: "2026-05-02", type: "accepted" }] }).events.map((event) => event.id); // => ["1"]
 */
export function digestHistory(history: WorkHistory): WorkHistory {
  const isGone = isCorrected(history.events);
  const correcting = history.events.filter(({ corrects }) => corrects !== undefined);
  // Ids that will not be in the snapshot: nothing has to say of them that they are corrected.
  const left = new Set(correcting.length === 0 ? [] : history.events.filter(isGone).map(({ id }) => id));
  for (const { id } of correcting) left.delete(id);
  const events: WorkEvent[] = [];
  for (const event of history.events) {
    const isRead = event.subject.table === "items" && replayed.has(event.type);
    const isPending = event.corrects !== undefined && !left.has(event.corrects);
    const isKept = isPending || (isGone(event) ? event.corrects !== undefined : isRead);
    if (isKept) events.push(bare(event, isPending));
  }
  return { ...history, events };
}

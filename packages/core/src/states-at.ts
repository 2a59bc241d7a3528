import { isCorrected } from "./group-events.js";
import type { WorkEvent, WorkHistory } from "./history.js";
import { compareEvents } from "./index-history.js";
import { onTimeLine } from "./time-line.js";

const stateOf = (event: WorkEvent): string | undefined =>
  event.type === "stateChanged" ? event.to : event.type === "created" ? event.stateId : undefined;

/**
 * The state of each item at an instant, by its last change of state at or before it.
 *
 * @param history - events in any order
 * @param instant - milliseconds UTC
 * @returns state id by item id; items without a known state are absent
 *
 * Issues: none.
 * Time O(n), space O(items).
 * Source: own.
 *
 * @example
 * statesAt({ formatVersion: 1, events: [
 *   { id: "1", at: "1970-01-01T00:00:01Z", subject: { table: "items", id: "A" }, source: "exact", type: "stateChanged", to: "doing" },
 * ] }, 5000).get("A"); // => "doing"
 */
export function statesAt(history: WorkHistory, instant: number): Map<string, string> {
  const latest = new Map<string, { readonly event: WorkEvent; readonly at: number }>();
  const isGone = isCorrected(history.events);
  for (const event of history.events) {
    if (event.subject.table !== "items" || stateOf(event) === undefined || isGone(event)) continue;
    const at = onTimeLine(event.at);
    if (at === undefined || at > instant) continue;
    const known = latest.get(event.subject.id);
    if (known === undefined || at > known.at || (at === known.at && compareEvents(event, known.event) > 0))
      latest.set(event.subject.id, { event, at });
  }
  const states = new Map<string, string>();
  for (const [id, { event }] of latest) states.set(id, stateOf(event) ?? "");
  return states;
}

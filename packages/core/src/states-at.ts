import type { WorkHistory } from "./history.js";
import { orderEvents } from "./order-events.js";
import { onTimeLine } from "./time-line.js";

/**
 * The state of each item at an instant, by its last change of state at or before it.
 *
 * @param history - events in any order
 * @param instant - milliseconds UTC
 * @returns state id by item id; items without a known state are absent
 *
 * Issues: none.
 * Time O(n log n), space O(n).
 * Source: own.
 *
 * @example
 * statesAt({ formatVersion: 1, events: [
 *   { id: "1", at: "1970-01-01T00:00:01Z", subject: { table: "items", id: "A" }, source: "exact", type: "stateChanged", to: "doing" },
 * ] }, 5000).get("A"); // => "doing"
 */
export function statesAt(history: WorkHistory, instant: number): Map<string, string> {
  const states = new Map<string, string>();
  for (const event of orderEvents(history)) {
    if (event.subject.table !== "items" || (onTimeLine(event.at) ?? Number.POSITIVE_INFINITY) > instant) continue;
    if (event.type === "stateChanged") states.set(event.subject.id, event.to);
    else if (event.type === "created" && event.stateId !== undefined) states.set(event.subject.id, event.stateId);
  }
  return states;
}

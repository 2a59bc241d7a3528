import { compareText } from "@evenkeel/kernel";
import type { WorkEvent, WorkHistory } from "./history.js";
import { onTimeLine } from "./time-line.js";

/**
 * The events of a history in reading order, corrections applied.
 *
 * Order: (at, recordedAt, id). An event that another corrects is left out; a correction of a correction wins.
 * Events whose `at` is no time are left out; `validateHistory` names them.
 *
 * @param history - stored in any order
 * @returns events in reading order; the same objects
 *
 * Issues: none.
 * Time O(n log n), space O(n).
 * Source: own.
 *
 * @example
 * const subject = { table: "items", id: "A" } as const;
 * const base = { subject, source: "exact" } as const;
 * orderEvents({ formatVersion: 1, events: [
 *   { ...base, id: "2", at: "2026-05-02T00:00:00Z", type: "accepted" },
 *   { ...base, id: "1", at: "2026-05-01T00:00:00Z", type: "created" },
 * ] }).map((event) => event.id); // => ["1", "2"]
 */
export function orderEvents(history: WorkHistory): WorkEvent[] {
  const corrected = new Set(history.events.flatMap((event) => (event.corrects === undefined ? [] : [event.corrects])));
  const dated = history.events.flatMap((event) => {
    const at = onTimeLine(event.at);
    if (at === undefined || corrected.has(event.id)) return [];
    return [{ event, at, recorded: event.recordedAt === undefined ? at : (onTimeLine(event.recordedAt) ?? at) }];
  });
  dated.sort((a, b) => a.at - b.at || a.recorded - b.recorded || compareText(a.event.id, b.event.id));
  return dated.map(({ event }) => event);
}

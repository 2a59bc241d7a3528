import { onTimeLine, orderEvents, type WorkHistory } from "@evenkeel/core";

/** Where a handoff stands, and since when. */
export interface HandoffStanding {
  readonly state: "offered" | "accepted" | "returned";
  /** Milliseconds UTC; absent when only the plan says so. */
  readonly since?: number;
}

const meaning = { handoffOffered: "offered", handoffAccepted: "accepted", handoffReturned: "returned" } as const;

/**
 * Where each handoff stands by its last event at or before an instant.
 *
 * @param history - events in any order
 * @param now - milliseconds UTC
 * @returns standing by dependency id
 *
 * Issues: none.
 * Time O(n log n), space O(handoffs).
 * Source: own.
 *
 * @example
 * handoffLog({ formatVersion: 1, events: [] }, 0).size; // => 0
 */
export function handoffLog(history: WorkHistory, now: number): Map<string, HandoffStanding> {
  const standing = new Map<string, HandoffStanding>();
  for (const event of orderEvents(history)) {
    const at = onTimeLine(event.at);
    if (event.subject.table !== "dependencies" || at === undefined || at > now) continue;
    if (event.type === "handoffOffered" || event.type === "handoffAccepted" || event.type === "handoffReturned") {
      standing.set(event.subject.id, { state: meaning[event.type], since: at });
    }
  }
  return standing;
}

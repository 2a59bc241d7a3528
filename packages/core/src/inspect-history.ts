import type { Subject } from "./common.js";
import { isCorrected } from "./group-events.js";
import type { WorkHistory } from "./history.js";
import { indexHistory } from "./index-history.js";
import { onTimeLine } from "./time-line.js";

/** A change of state that does not begin where the one before it ended: a clock that is off, or an event that is missing. */
export interface BrokenChain {
  readonly subject: Subject;
  readonly eventId: string;
  /** State the event says it left. */
  readonly from: string;
  /** State the item was in by the events before it. */
  readonly found: string;
}

/** How far a history can be relied on; it is described, never repaired. */
export interface HistoryQuality {
  readonly events: number;
  /** Left out because another event corrects them. */
  readonly corrected: number;
  /** Recorded later than they happened. */
  readonly late: number;
  /** Stamped later than they were recorded: a clock that is ahead. */
  readonly fromFuture: number;
  /** Derived from stamps or snapshots. */
  readonly inferred: number;
  /** By subject id and reading order. */
  readonly brokenChains: readonly BrokenChain[];
}

function brokenChains(history: WorkHistory): BrokenChain[] {
  const index = indexHistory(history);
  const ids = new Set(history.events.flatMap(({ subject }) => (subject.table === "items" ? [subject.id] : [])));
  return [...ids].sort().flatMap((id) => {
    const broken: BrokenChain[] = [];
    let state: string | undefined;
    for (const event of index.of("items", id)) {
      if (event.type === "created") state = event.stateId ?? state;
      if (event.type !== "stateChanged") continue;
      if (state !== undefined && event.from !== undefined && event.from !== state)
        broken.push({ subject: event.subject, eventId: event.id, from: event.from, found: state });
      state = event.to;
    }
    return broken;
  });
}

/**
 * Describes what is doubtful in a history: late and corrected events, clocks that are ahead, states that do not follow.
 *
 * Nothing is repaired: reading order stays (at, recordedAt, id), and measures stay what the events say.
 *
 * @param history - events in any order
 * @returns counts, and each change of state that does not begin where the item was
 *
 * Issues: none; `validateHistory` names texts that are no times.
 * Time O(n log k) for n events, k of them about one item; space O(n).
 * Source: own.
 *
 * @example
 * const base = { subject: { table: "items", id: "A" }, source: "exact", type: "stateChanged" } as const;
 * inspectHistory({ formatVersion: 1, events: [{ ...base, id: "1", at: "2026-05-01", to: "doing" }, { ...base, id: "2", at: "2026-05-02", from: "review", to: "done" }] }).brokenChains.map(({ from, found }) => [from, found]); // => [["review", "doing"]]
 */
export function inspectHistory(history: WorkHistory): HistoryQuality {
  const isGone = isCorrected(history.events);
  const counts = { corrected: 0, late: 0, fromFuture: 0, inferred: 0 };
  for (const event of history.events) {
    const at = onTimeLine(event.at);
    const recorded = event.recordedAt === undefined ? undefined : onTimeLine(event.recordedAt);
    if (isGone(event)) counts.corrected++;
    if (event.source === "inferred") counts.inferred++;
    if (at === undefined || recorded === undefined) continue;
    if (at < recorded) counts.late++;
    if (recorded < at) counts.fromFuture++;
  }
  return { events: history.events.length, ...counts, brokenChains: brokenChains(history) };
}

import { compareText } from "@evenkeel/kernel";
import { isCorrected } from "./group-events.js";
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
 * Time O(n), and O(k log k) for k events of one instant; space O(n).
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
export function orderEvents({ events }: WorkHistory): WorkEvent[] {
  const isGone = isCorrected(events);
  const at = new Float64Array(events.length);
  const kept = new Uint32Array(events.length);
  let count = 0;
  for (let index = 0; index < events.length; index++) {
    const event = events[index] as WorkEvent;
    const time = isGone(event) ? undefined : onTimeLine(event.at);
    if (time === undefined) continue;
    at[index] = time;
    kept[count++] = index;
  }
  const order = byTime(kept.subarray(0, count), at);
  const recorded = (index: number): number => {
    const text = events[index]?.recordedAt;
    return (text === undefined ? undefined : onTimeLine(text)) ?? at[index]!;
  };
  const atOneInstant = (a: number, b: number): number =>
    recorded(a) - recorded(b) || compareText(events[a]?.id ?? "", events[b]?.id ?? "");
  for (let from = 0; from < count; ) {
    let to = from + 1;
    while (to < count && at[order[to]!] === at[order[from]!]) to++;
    if (to - from > 1) order.subarray(from, to).sort(atOneInstant);
    from = to;
  }
  return Array.from(order, (index) => events[index] as WorkEvent);
}

const digitBits = 16;
const digits = 1 << digitBits;

/** Indices by their times, in place: nothing to do when they are in order, else a radix sort from the lowest digit up. */
function byTime(indices: Uint32Array, at: Float64Array): Uint32Array {
  let from = indices;
  let into: Uint32Array = new Uint32Array(indices.length);
  let [least, most, isOrdered] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, true];
  let before = Number.NEGATIVE_INFINITY;
  for (const index of indices) {
    const time = at[index]!;
    if (time < before) isOrdered = false;
    if (time < least) least = time;
    if (time > most) most = time;
    before = time;
  }
  if (isOrdered) return indices;
  // Times are whole milliseconds; their span from the first on is cut into digits.
  for (let unit = 1; unit <= most - least; unit *= digits) {
    const digitOf = (index: number): number => Math.floor((at[index]! - least) / unit) % digits;
    const place = new Uint32Array(digits + 1);
    for (const index of from) place[digitOf(index) + 1]!++;
    for (let digit = 0; digit < digits; digit++) place[digit + 1]! += place[digit]!;
    for (const index of from) into[place[digitOf(index)]!++] = index;
    [from, into] = [into, from];
  }
  return from;
}

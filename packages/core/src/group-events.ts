import type { EpochMillis } from "@evenkeel/kernel";
import { compareText } from "@evenkeel/kernel";
import type { Subject } from "./common.js";
import type { WorkEvent, WorkHistory } from "./history.js";
import { onTimeLine } from "./time-line.js";

/** Events of some rows, each row's own in reading order. */
export interface EventGroups {
  /** Shows the events of a row, by its place in the list of ids. */
  readonly visit: (slot: number, see: (event: WorkEvent, at: EpochMillis) => void) => void;
}

/** Whether another event replaces one; where nothing is corrected, no id is looked up. */
export function isCorrected(events: readonly WorkEvent[]): (event: WorkEvent) => boolean {
  const corrected = new Set<string>();
  for (const { corrects } of events) if (corrects !== undefined) corrected.add(corrects);
  return corrected.size === 0 ? () => false : ({ id }) => corrected.has(id);
}

/**
 * Groups events by the rows they are about, corrected ones left out.
 *
 * Events are counted into their rows, and only each row's few are put in order: what the others did does not matter to it.
 * With duplicate ids the first row has the events.
 *
 * Time O(ids + n log k), space O(ids + n) for n events, k of them about one row.
 */
export function groupEvents(
  { events }: WorkHistory,
  table: Subject["table"],
  ids: readonly string[],
  until: number,
): EventGroups {
  const slotOf = new Map<string, number>();
  ids.forEach((id, slot) => {
    if (!slotOf.has(id)) slotOf.set(id, slot);
  });
  const isGone = isCorrected(events);
  const at = new Float64Array(events.length);
  const slots = new Int32Array(events.length).fill(-1);
  const rowStart = new Int32Array(ids.length + 1);
  for (let index = 0; index < events.length; index++) {
    const event = events[index] as WorkEvent;
    if (event.subject.table !== table || isGone(event)) continue;
    const slot = slotOf.get(event.subject.id);
    const time = slot === undefined ? undefined : onTimeLine(event.at);
    if (slot === undefined || time === undefined || time > until) continue;
    at[index] = time;
    slots[index] = slot;
    rowStart[slot + 1]!++;
  }
  for (let slot = 0; slot < ids.length; slot++) rowStart[slot + 1]! += rowStart[slot]!;
  const order = new Int32Array(rowStart[ids.length] ?? 0);
  const next = rowStart.slice();
  for (let index = 0; index < events.length; index++) {
    const slot = slots[index]!;
    if (slot >= 0) order[next[slot]!++] = index;
  }
  const recorded = (index: number): number => {
    const text = events[index]?.recordedAt;
    return (text === undefined ? undefined : onTimeLine(text)) ?? at[index]!;
  };
  const compare = (a: number, b: number): number =>
    at[a]! - at[b]! || recorded(a) - recorded(b) || compareText(events[a]?.id ?? "", events[b]?.id ?? "");
  return {
    visit: (slot, see) => {
      const own = order.subarray(rowStart[slot], rowStart[slot + 1]);
      for (let place = 1; place < own.length; place++) {
        if (compare(own[place - 1]!, own[place]!) > 0) {
          own.sort(compare);
          break;
        }
      }
      for (const index of own) see(events[index] as WorkEvent, at[index] as EpochMillis);
    },
  };
}

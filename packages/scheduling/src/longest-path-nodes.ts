import { addWork, nextWorkingTime } from "@evenkeel/calendar";
import { projectFinish } from "./backward-pass.js";
import { byFixedDate, startForFinish } from "./place-early.js";
import type { CompiledNetwork, EarlyDates } from "./types.js";

/** Whether a link alone would hold its successor where it is. */
function isDriving(network: CompiledNetwork, early: EarlyDates, node: number, slot: number): boolean {
  const { type, lag, lagCalendar, calendars, calendarOf, predecessor } = network;
  const tie = type[slot]!;
  const before = predecessor[slot]!;
  if (tie === 4) return early.earlyFinish[before] === early.earlyFinish[node];
  const raw = (tie & 1) === 0 ? early.earlyFinish[before]! : early.earlyStart[before]!;
  const reached = addWork(calendars[lagCalendar[slot]!]!, raw, lag[slot]!);
  const at = tie > 1 ? startForFinish(network, node, reached) : reached;
  const start = early.earlyStart[node]!;
  return at === start || nextWorkingTime(calendars[calendarOf[node]!]!, at) === start;
}

/**
 * Marks the longest path: the activities that finish last, and back from them all that drive them, however many chains that is.
 * A constraint or a manual date that holds an activity cuts what lies before it.
 *
 * @returns per node 1 when on it
 */
export function longestPathNodes(network: CompiledNetwork, early: EarlyDates): Uint8Array {
  const on = new Uint8Array(network.nodeCount);
  const finish = projectFinish(network, early);
  const waiting: number[] = [];
  const mark = (node: number): void => {
    if (on[node] === 1) return;
    on[node] = 1;
    waiting.push(node);
  };
  for (let node = 0; node < network.nodeCount; node++) {
    if (early.earlyFinish[node] === finish && network.special[node]?.isInactive !== true) mark(node);
  }
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    const isHeld = early.driver[node]! < byFixedDate || network.special[node]?.isManual === true;
    if (isHeld) continue;
    for (let slot = network.rowStart[node]!; slot < network.rowEnd[node]!; slot++) {
      if (isDriving(network, early, node, slot)) mark(network.predecessor[slot]!);
    }
  }
  return on;
}

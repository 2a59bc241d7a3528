import { type TopologicalOrder, topologicalOrder } from "@evenkeel/graph";
import { issue, ok, type Result, refuse } from "@evenkeel/kernel";
import { countingOrder } from "./counting-order.js";
import { countEnds, type LinkEnds, linkRecords, recordLength, sortRows, summedUp } from "./link-rows.js";
import { picked } from "./picked.js";
import type { CompiledNetwork, NetworkColumns } from "./types.js";

/** Links by the activity they leave, as records, and the activities in topological order; nothing depends on the order of the links. */
interface OrderedLinks extends TopologicalOrder {
  readonly leaving: Int32Array;
  readonly records: Int32Array;
}

function orderedLinks(columns: NetworkColumns, { leaving, entering, isRising }: LinkEnds): OrderedLinks {
  const { to, type, duration } = columns;
  const nodeCount = duration.length;
  let records = linkRecords(columns, leaving);
  if (!sortRows(records, leaving)) {
    const keys = to.map((end, link) => 8 * end + type[link]!);
    records = linkRecords(columns, leaving, countingOrder(keys, 8 * nodeCount));
  }
  if (isRising) return { leaving, records, order: duration.map((_, at) => at), left: new Int32Array(0) };
  const successor = to.map((_, slot) => records[recordLength * slot]! >> 3);
  const { order, left } = topologicalOrder({ nodeCount, rowStart: leaving, successor, predecessorRowStart: entering });
  return { leaving, records, order, left };
}

/** Numbers the activities in topological order, and lays out the rows of links that enter them. */
function layOutRows(
  order: Int32Array,
  entering: Int32Array,
  rowStart: Int32Array,
  nodeOf: Int32Array,
  next: Int32Array,
): number {
  let slots = 0;
  for (let node = 0; node < order.length; node++) {
    const activity = order[node]!;
    nodeOf[activity] = node;
    next[activity] = slots;
    slots += entering[activity + 1]! - entering[activity]!;
    rowStart[node + 1] = slots;
  }
  return slots;
}

/** Moves records into the rows of predecessors: visited in the order of the columns, each comes behind those with a lower index. */
function scatter(
  { leaving, records }: OrderedLinks,
  nodeOf: Int32Array,
  next: Int32Array,
  { predecessor, linkOf, type, lag, lagCalendar, successorRowEnd }: CompiledNetwork,
): void {
  for (let activity = 0, at = 0; activity + 1 < leaving.length; activity++) {
    const node = nodeOf[activity]!;
    let kept = 0;
    for (const end = recordLength * leaving[activity + 1]!; at < end; at += recordLength) {
      const after = records[at]! >> 3;
      const slot = next[after]!;
      if (slot === -1) continue;
      next[after] = slot + 1;
      predecessor[slot] = node;
      lag[slot] = records[at + 1]!;
      type[slot] = records[at]! & 7;
      lagCalendar[slot] = records[at + 2]!;
      linkOf[slot] = records[at + 3]!;
      kept++;
    }
    if (kept > 0) successorRowEnd[node] = kept;
  }
}

/**
 * Fills the rows of successors; on the way, the ticks of the longest chain of durations and lags, as if all links ran finish to
 * start: nothing can take longer in working time. It ends in a number, so that engines run it optimised from the first network on.
 */
function fillSuccessorRows({
  rowEnd,
  predecessor,
  lag,
  duration,
  successorRowStart,
  successor,
  successorSlot,
}: CompiledNetwork): number {
  const next = successorRowStart.slice();
  const nodeCount = rowEnd.length;
  const finish = new Float64Array(nodeCount);
  let longest = 0;
  for (let node = 0, slot = 0; node < nodeCount; node++) {
    let start = 0;
    for (const last = rowEnd[node]!; slot < last; slot++) {
      const before = predecessor[slot]!;
      const place = next[before]!++;
      successor[place] = node;
      successorSlot[place] = slot;
      const reached = finish[before]! + Math.abs(lag[slot]!);
      if (reached > start) start = reached;
    }
    const end = start + duration[node]!;
    finish[node] = end;
    if (end > longest) longest = end;
  }
  return longest;
}

/** `compileNetwork` for columns that are known to be in range. */
export function buildNetwork(columns: NetworkColumns): Result<CompiledNetwork> {
  const { duration, calendarOf, calendars, start, mustFinishBy, rules, from, to } = columns;
  const ends = countEnds(columns);
  const links = orderedLinks(columns, ends);
  const { order, left } = links;
  const nodeCount = order.length;
  const rowStart = new Int32Array(nodeCount + 1);
  const nodeOf = new Int32Array(duration.length);
  // Per activity the slot its next link goes to; -1 on a cycle or behind one.
  const next = new Int32Array(duration.length).fill(-1);
  const slots = layOutRows(order, ends.entering, rowStart, nodeOf, next);
  const successorRowStart = new Int32Array(nodeCount + 1);
  const special = columns.special ? Array.from(order, (activity) => columns.special!.get(activity)) : [];
  // Written out: spread from columns, every network would have a shape of its own, and the passes would read each anew.
  const network: CompiledNetwork = {
    nodeCount,
    activityOf: order,
    duration: ends.isRising ? duration : picked(duration, order),
    calendarOf: ends.isRising ? calendarOf : picked(calendarOf, order),
    calendars,
    rowStart,
    rowEnd: rowStart.subarray(1),
    predecessor: new Int32Array(slots),
    linkOf: new Int32Array(slots),
    type: new Uint8Array(slots),
    lag: new Int32Array(slots),
    lagCalendar: new Int32Array(slots),
    successorRowStart,
    successorRowEnd: successorRowStart.subarray(1),
    successor: new Int32Array(slots),
    successorSlot: new Int32Array(slots),
    special,
    isPlainContinuous: special.length === 0 && calendars.every((calendar) => calendar.isContinuous),
    start,
    rules,
    left,
    ...(mustFinishBy === undefined ? {} : { mustFinishBy }),
    ...(left.length === 0 ? {} : { cyclic: { from, to } }),
  };
  scatter(links, nodeOf, next, network);
  summedUp(successorRowStart);
  const longest = fillSuccessorRows(network);
  return longest + Math.abs(start) > 0x7fffffff
    ? refuse([issue("scheduling/too-long", { facts: { minutes: longest / 10 } })])
    : ok(network);
}

import { type TopologicalOrder, topologicalOrder } from "@evenkeel/graph";
import { issue, ok, type Result, refuse } from "@evenkeel/kernel";
import { countingOrder } from "./counting-order.js";
import { countEnds, type LinkEnds, linkRecords, recordLength, sortRows } from "./link-rows.js";
import { picked } from "./picked.js";
import type { CompiledNetwork, NetworkColumns } from "./types.js";

/** Links by the activity they leave, as records, and the activities in topological order; nothing depends on the order of the links. */
interface OrderedLinks extends TopologicalOrder {
  readonly leaving: Int32Array;
  readonly records: Int32Array;
}

function orderedLinks(columns: NetworkColumns, { leaving, entering, isRising }: LinkEnds): OrderedLinks {
  const { to, duration } = columns;
  const nodeCount = duration.length;
  let records = linkRecords(columns, leaving);
  if (isRising) {
    const order = new Int32Array(nodeCount);
    for (let node = 0; node < nodeCount; node++) order[node] = node;
    return { leaving, records, order, left: new Int32Array(0) };
  }
  if (!sortRows(records, leaving)) records = linkRecords(columns, leaving, countingOrder(to, nodeCount));
  const successor = new Int32Array(to.length);
  for (let slot = 0; slot < to.length; slot++) successor[slot] = records[recordLength * slot]!;
  const order = topologicalOrder({ nodeCount, rowStart: leaving, successor, predecessorRowStart: entering });
  return { leaving, records, ...order };
}

type Rows = Pick<
  CompiledNetwork,
  | "rowStart"
  | "rowEnd"
  | "predecessor"
  | "linkOf"
  | "type"
  | "lag"
  | "lagCalendar"
  | "successorRowStart"
  | "successorRowEnd"
>;

/** Rows of predecessors: visited in the order of the columns, each comes behind those with a lower index. */
function predecessorRows({ leaving, records, order }: OrderedLinks, entering: Int32Array): Rows {
  const nodeCount = order.length;
  const rowStart = new Int32Array(nodeCount + 1);
  const nodeOf = new Int32Array(leaving.length - 1);
  // Per activity the slot its next link goes to; -1 on a cycle or behind one.
  const next = new Int32Array(leaving.length - 1).fill(-1);
  for (let node = 0; node < nodeCount; node++) {
    const activity = order[node]!;
    nodeOf[activity] = node;
    next[activity] = rowStart[node]!;
    rowStart[node + 1] = rowStart[node]! + entering[activity + 1]! - entering[activity]!;
  }
  const slots = rowStart[nodeCount]!;
  const predecessor = new Int32Array(slots);
  const linkOf = new Int32Array(slots);
  const type = new Uint8Array(slots);
  const lag = new Int32Array(slots);
  const lagCalendar = new Int32Array(slots);
  const successorRowStart = new Int32Array(nodeCount + 1);
  for (let activity = 0, at = 0; activity + 1 < leaving.length; activity++) {
    const node = nodeOf[activity]!;
    let kept = 0;
    for (const end = recordLength * leaving[activity + 1]!; at < end; at += recordLength) {
      const after = records[at]!;
      const slot = next[after]!;
      if (slot === -1) continue;
      next[after] = slot + 1;
      predecessor[slot] = node;
      lag[slot] = records[at + 1]!;
      type[slot] = records[at + 2]! & 7;
      lagCalendar[slot] = records[at + 2]! >> 3;
      linkOf[slot] = records[at + 3]!;
      kept++;
    }
    if (kept > 0) successorRowStart[node + 1] = kept;
  }
  for (let node = 0; node < nodeCount; node++) successorRowStart[node + 1]! += successorRowStart[node]!;
  return {
    predecessor,
    linkOf,
    type,
    lag,
    lagCalendar,
    rowStart: rowStart.subarray(0, nodeCount),
    rowEnd: rowStart.subarray(1),
    successorRowStart: successorRowStart.subarray(0, nodeCount),
    successorRowEnd: successorRowStart.subarray(1),
  };
}

/**
 * Fills the rows of successors; on the way, the ticks of the longest chain of durations and lags, as if all links ran finish to
 * start: nothing can take longer in working time. It ends in a number, so that engines run it optimised from the first network on.
 */
function fillSuccessorRows(
  { rowEnd, predecessor, lag, successorRowStart }: Rows,
  duration: Int32Array,
  successor: Int32Array,
  successorSlot: Int32Array,
): number {
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

function specialOf({ special, duration }: NetworkColumns, order: Int32Array): CompiledNetwork["special"] {
  if (special === undefined) return [];
  const byActivity = Array(duration.length).fill(undefined);
  for (const [activity, more] of special) byActivity[activity] = more;
  return Array.from(order, (activity) => byActivity[activity]);
}

/** `compileNetwork` for columns that are known to be in range. */
export function buildNetwork(columns: NetworkColumns): Result<CompiledNetwork> {
  const ends = countEnds(columns);
  const links = orderedLinks(columns, ends);
  const { order, left } = links;
  const rows = predecessorRows(links, ends.entering);
  const duration = ends.isRising ? columns.duration : picked(columns.duration, order);
  const successor = new Int32Array(rows.predecessor.length);
  const successorSlot = new Int32Array(rows.predecessor.length);
  const longest = fillSuccessorRows(rows, duration, successor, successorSlot);
  if (longest + Math.abs(columns.start) > 0x7fffffff)
    return refuse([issue("scheduling/too-long", { facts: { minutes: longest / 10 } })]);
  const { calendars, start, mustFinishBy, rules, from, to } = columns;
  const special = specialOf(columns, order);
  // Written out: spread from columns, every network would have a shape of its own, and the passes would read each anew.
  return ok({
    nodeCount: order.length,
    activityOf: order,
    duration,
    calendarOf: ends.isRising ? columns.calendarOf : picked(columns.calendarOf, order),
    calendars,
    rowStart: rows.rowStart,
    rowEnd: rows.rowEnd,
    predecessor: rows.predecessor,
    linkOf: rows.linkOf,
    type: rows.type,
    lag: rows.lag,
    lagCalendar: rows.lagCalendar,
    successorRowStart: rows.successorRowStart,
    successorRowEnd: rows.successorRowEnd,
    successor,
    successorSlot,
    special,
    isPlainContinuous: special.length === 0 && calendars.every((calendar) => calendar.isContinuous),
    start,
    rules,
    left,
    ...(mustFinishBy === undefined ? {} : { mustFinishBy }),
    ...(left.length === 0 ? {} : { cyclic: { from, to } }),
  });
}

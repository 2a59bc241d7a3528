import { compileGraph, topologicalOrder } from "@evenkeel/graph";
import { issue, ok, type Result, refuse } from "@evenkeel/kernel";
import { picked } from "./picked.js";
import type { CompiledNetwork, NetworkColumns } from "./types.js";

/** Ticks of the longest chain of durations and lags, as if all links ran finish to start: nothing can take longer in working time. */
function longestChain(
  columns: NetworkColumns,
  order: Int32Array,
  rowStart: Int32Array,
  successor: Int32Array,
  linkOf: Int32Array,
): number {
  const reach = new Float64Array(columns.duration.length);
  let longest = 0;
  for (const node of order) {
    const finish = reach[node]! + columns.duration[node]!;
    longest = Math.max(longest, finish);
    for (let slot = rowStart[node]!; slot < rowStart[node + 1]!; slot++) {
      const at = finish + Math.abs(columns.lag[linkOf[slot]!]!);
      reach[successor[slot]!] = Math.max(reach[successor[slot]!]!, at);
    }
  }
  return longest;
}

/** `compileNetwork` for columns that are known to be in range. */
export function buildNetwork(columns: NetworkColumns): Result<CompiledNetwork> {
  const compiled = compileGraph(columns.duration.length, columns.from, columns.to);
  if (!compiled.ok) return refuse(compiled.issues);
  const graph = compiled.value;
  const { order, left } = topologicalOrder(graph);
  const longest = longestChain(columns, order, graph.rowStart, graph.successor, graph.linkOf);
  if (longest + Math.abs(columns.start) > 0x7fffffff) {
    return refuse([issue("scheduling/too-long", { facts: { minutes: longest / 10 } })]);
  }

  const nodeCount = order.length;
  const nodeOf = new Int32Array(graph.nodeCount).fill(-1);
  for (let node = 0; node < nodeCount; node++) nodeOf[order[node]!] = node;
  const rowStart = new Int32Array(nodeCount + 1);
  const successorRowStart = new Int32Array(nodeCount + 1);
  for (let node = 0; node < nodeCount; node++) {
    const activity = order[node]!;
    rowStart[node + 1] =
      rowStart[node]! + graph.predecessorRowStart[activity + 1]! - graph.predecessorRowStart[activity]!;
  }
  const slots = rowStart[nodeCount]!;
  const predecessor = new Int32Array(slots);
  const linkOf = new Int32Array(slots);
  for (let node = 0, slot = 0; node < nodeCount; node++) {
    const end = graph.predecessorRowStart[order[node]! + 1]!;
    for (let old = graph.predecessorRowStart[order[node]!]!; old < end; old++) {
      predecessor[slot] = nodeOf[graph.predecessor[old]!]!;
      successorRowStart[predecessor[slot]! + 1]!++;
      linkOf[slot++] = graph.predecessorLinkOf[old]!;
    }
  }
  for (let node = 0; node < nodeCount; node++) successorRowStart[node + 1]! += successorRowStart[node]!;
  const next = successorRowStart.slice();
  const successor = new Int32Array(slots);
  const successorSlot = new Int32Array(slots);
  for (let node = 0; node < nodeCount; node++) {
    for (let slot = rowStart[node]!; slot < rowStart[node + 1]!; slot++) {
      const place = next[predecessor[slot]!]!++;
      successor[place] = node;
      successorSlot[place] = slot;
    }
  }
  const { from: _from, to: _to, special, ...others } = columns;
  return ok({
    ...others,
    nodeCount,
    activityOf: order,
    duration: picked(columns.duration, order),
    calendarOf: picked(columns.calendarOf, order),
    rowStart: rowStart.subarray(0, nodeCount),
    rowEnd: rowStart.subarray(1),
    predecessor,
    linkOf,
    type: picked(columns.type, linkOf),
    lag: picked(columns.lag, linkOf),
    lagCalendar: picked(columns.lagCalendar, linkOf),
    successorRowStart: successorRowStart.subarray(0, nodeCount),
    successorRowEnd: successorRowStart.subarray(1),
    successor,
    successorSlot,
    special: special === undefined ? [] : Array.from(order, (activity) => special.get(activity)),
    isPlainContinuous: special === undefined && columns.calendars.every((calendar) => calendar.isContinuous),
    graph,
    left,
  });
}

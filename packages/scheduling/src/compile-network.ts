import { compileGraph, topologicalOrder } from "@evenkeel/graph";
import { assert, type Issue, issue, ok, type Result, refuse } from "@evenkeel/kernel";
import type { CompiledNetwork, NetworkColumns } from "./types.js";

/** Ticks of the longest chain of durations and lags, as if all links ran finish to start: nothing can take longer in working time. */
function longestChain(columns: NetworkColumns, order: Int32Array, rowStart: Int32Array, successor: Int32Array, linkOf: Int32Array): number {
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

const picked = <T extends Int32Array | Uint8Array>(values: T, places: Int32Array): T => {
  const result = new (values.constructor as new (length: number) => T)(places.length);
  for (let k = 0; k < places.length; k++) result[k] = values[places[k]!]!;
  return result;
};

function checkColumns(columns: NetworkColumns): Issue[] {
  const found: Issue[] = [];
  const count = columns.calendars.length;
  const check = (name: "duration" | "calendarOf" | "type" | "lagCalendar", length: number, least: number, past: number): void => {
    const column = columns[name];
    if (column.length !== length) {
      found.push(issue("graph/unequal-columns", { path: [name], facts: { expected: length, found: column.length } }));
    }
    for (let at = 0; at < column.length; at++) {
      const value = column[at]!;
      if (value < least || value >= past) found.push(issue("scheduling/value-out-of-range", { path: [name, at], facts: { value } }));
    }
  };
  const { length } = columns.duration;
  check("duration", length, 0, 2 ** 31);
  check("calendarOf", length, 0, count);
  check("type", columns.from.length, 0, 5);
  check("lagCalendar", columns.from.length, 0, count);
  return found;
}

/**
 * Compiles a network from columns: checked, renumbered in topological order, rows compressed both ways.
 *
 * Activities on a cycle or behind one are set aside in `left`; the others are ready for the passes.
 *
 * @param columns - durations and lags in ticks, calendars compiled; not mutated, its arrays must not change afterwards
 * @returns the network, or all issues
 *
 * Issues: graph/node-out-of-range, graph/unequal-columns, scheduling/value-out-of-range, scheduling/too-long.
 * Time O(n + m), space O(n + m).
 * Source: Kelley and Walker (1959); compressed rows after Tinney and Walker (1967).
 *
 * @example
 * const { calendars } = orThrow(compileCalendars([continuousCalendar]));
 * const none = Int32Array.of(0);
 * const links = { from: Int32Array.of(0), to: Int32Array.of(1), type: Uint8Array.of(0), lag: none, lagCalendar: none };
 * const columns = { duration: Int32Array.of(30, 20), calendarOf: Int32Array.of(0, 0), calendars, ...links, start: 0, rules: presets.evenkeel };
 * forwardPass(orThrow(compileNetwork(columns))).earlyFinish; // => Int32Array(2) [ 30, 50 ]
 */
export function compileNetwork(columns: NetworkColumns): Result<CompiledNetwork> {
  const compiled = compileGraph(columns.duration.length, columns.from, columns.to);
  const [first, ...rest] = [...compiled.issues, ...checkColumns(columns)];
  if (first !== undefined) return refuse([first, ...rest]);
  assert(compiled.ok, "a graph without issues is compiled");
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
    rowStart[node + 1] = rowStart[node]! + graph.predecessorRowStart[activity + 1]! - graph.predecessorRowStart[activity]!;
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
    rowStart,
    predecessor,
    linkOf,
    type: picked(columns.type, linkOf),
    lag: picked(columns.lag, linkOf),
    lagCalendar: picked(columns.lagCalendar, linkOf),
    successorRowStart,
    successor,
    successorSlot,
    special: special === undefined ? [] : Array.from(order, (activity) => special.get(activity)),
    isPlainContinuous: special === undefined && columns.calendars.every((calendar) => calendar.isContinuous),
    graph,
    left,
  });
}

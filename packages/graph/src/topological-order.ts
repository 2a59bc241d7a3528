import type { Digraph, TopologicalOrder } from "./types.js";

// One loop a function: engines then run each optimised, in a graph seen for the first time too.

/** Puts those without predecessors first; returns how many they are. */
function placeFirst(predecessorRowStart: Int32Array, waitingFor: Int32Array, order: Int32Array): number {
  let ready = 0;
  for (let node = 0; node < order.length; node++) {
    waitingFor[node] = predecessorRowStart[node + 1]! - predecessorRowStart[node]!;
    if (waitingFor[node] === 0) order[ready++] = node;
  }
  return ready;
}

/** Places whatever the nodes placed release; returns how many are placed. */
function placeReleased(
  rowStart: Int32Array,
  successor: Int32Array,
  waitingFor: Int32Array,
  order: Int32Array,
  first: number,
): number {
  let ready = first;
  for (let placed = 0; placed < ready; placed++) {
    const node = order[placed]!;
    for (let slot = rowStart[node]!; slot < rowStart[node + 1]!; slot++) {
      if (--waitingFor[successor[slot]!]! === 0) order[ready++] = successor[slot]!;
    }
  }
  return ready;
}

/**
 * Puts every node after all its predecessors, or says which nodes cannot be placed.
 *
 * Ties: nodes without predecessors come first, in rising index; then nodes in the order in which their last
 * predecessor was placed, rising among those that one node releases. It is not the lexicographically smallest order.
 *
 * @param graph - compiled by `compileGraph`; of the rows of predecessors only their starts are read
 * @returns the order, and the nodes on a cycle or behind one
 *
 * Issues: none.
 * Time O(n + m), space O(n).
 * Source: Kahn (1962), "Topological sorting of large networks", doi:10.1145/368996.369025.
 *
 * @example
 * const compiled = compileGraph(3, [2, 0], [0, 1]);
 * compiled.ok && topologicalOrder(compiled.value).order; // => Int32Array(3) [ 2, 0, 1 ]
 */
export function topologicalOrder(
  graph: Pick<Digraph, "nodeCount" | "rowStart" | "successor" | "predecessorRowStart">,
): TopologicalOrder {
  const { nodeCount, rowStart, successor, predecessorRowStart } = graph;
  const waitingFor = new Int32Array(nodeCount);
  const order = new Int32Array(nodeCount);
  const first = placeFirst(predecessorRowStart, waitingFor, order);
  const ready = placeReleased(rowStart, successor, waitingFor, order, first);
  const left = new Int32Array(nodeCount - ready);
  for (let node = 0, found = 0; found < left.length; node++) if (waitingFor[node]! > 0) left[found++] = node;
  return { order: order.subarray(0, ready), left };
}

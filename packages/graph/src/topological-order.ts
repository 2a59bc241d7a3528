import type { Digraph, TopologicalOrder } from "./types.js";

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
  let ready = 0;
  for (let node = 0; node < nodeCount; node++) {
    waitingFor[node] = predecessorRowStart[node + 1]! - predecessorRowStart[node]!;
    if (waitingFor[node] === 0) order[ready++] = node;
  }
  for (let placed = 0; placed < ready; placed++) {
    const node = order[placed]!;
    for (let slot = rowStart[node]!; slot < rowStart[node + 1]!; slot++) {
      if (--waitingFor[successor[slot]!]! === 0) order[ready++] = successor[slot]!;
    }
  }
  const left = new Int32Array(nodeCount - ready);
  for (let node = 0, found = 0; found < left.length; node++) if (waitingFor[node]! > 0) left[found++] = node;
  return { order: order.subarray(0, ready), left };
}

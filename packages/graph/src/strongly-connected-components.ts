import type { Components, Digraph } from "./types.js";

/**
 * The strongly connected components: sets of nodes that all reach each other. A node on no cycle is one by itself.
 *
 * Components are numbered along the links: a link between two components leads to the higher number.
 *
 * @param graph - compiled by `compileGraph`
 * @returns number of components, and the component of each node
 *
 * Issues: none.
 * Time O(n + m), space O(n); no recursion.
 * Source: Tarjan (1972), "Depth-first search and linear graph algorithms", doi:10.1137/0201010.
 *
 * @example
 * const compiled = compileGraph(3, [0, 1, 1], [1, 0, 2]);
 * compiled.ok && stronglyConnectedComponents(compiled.value).componentOf; // => Int32Array(3) [ 0, 0, 1 ]
 */
export function stronglyConnectedComponents(graph: Digraph): Components {
  const { nodeCount, rowStart, successor } = graph;
  const componentOf = new Int32Array(nodeCount).fill(-1);
  const visit = new Int32Array(nodeCount); // order of discovery, 1..; 0 = not yet
  const low = new Int32Array(nodeCount);
  const nextSlot = new Int32Array(nodeCount);
  const path = new Int32Array(nodeCount);
  const open = new Int32Array(nodeCount);
  let [visits, pathLength, openCount, componentCount] = [0, 0, 0, 0];

  const enter = (node: number): void => {
    low[node] = visit[node] = ++visits;
    nextSlot[node] = rowStart[node]!;
    path[pathLength++] = node;
    open[openCount++] = node;
  };
  const leave = (node: number): void => {
    pathLength--;
    if (pathLength > 0) {
      const parent = path[pathLength - 1]!;
      low[parent] = Math.min(low[parent]!, low[node]!);
    }
    if (low[node] !== visit[node]) return;
    let member = -1;
    do {
      member = open[--openCount]!;
      componentOf[member] = componentCount;
    } while (member !== node);
    componentCount++;
  };

  for (let root = 0; root < nodeCount; root++) {
    if (visit[root] !== 0) continue;
    enter(root);
    while (pathLength > 0) {
      const node = path[pathLength - 1]!;
      if (nextSlot[node] === rowStart[node + 1]) leave(node);
      else {
        const next = successor[nextSlot[node]!++]!;
        if (visit[next] === 0) enter(next);
        else if (componentOf[next] === -1) low[node] = Math.min(low[node]!, visit[next]!);
      }
    }
  }
  // Tarjan closes the last components first; turned round, numbers rise along the links.
  for (let node = 0; node < nodeCount; node++) componentOf[node] = componentCount - 1 - componentOf[node]!;
  return { componentCount, componentOf };
}

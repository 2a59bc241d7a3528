import { issue } from "./issue.js";
import { topologicalOrder } from "./topological-order.js";
import type { Digraph, GraphIssue, GraphResult, LongestPath, PathWeights } from "./types.js";

function checkWeights(
  name: string,
  weights: ArrayLike<number> | undefined,
  length: number,
  issues: GraphIssue[],
): void {
  if (weights === undefined) return;
  if (weights.length !== length)
    issues.push(issue("graph/unequal-columns", [name], { expected: length, found: weights.length }));
  for (let at = 0; at < weights.length; at++) {
    if (!Number.isFinite(weights[at])) {
      issues.push(issue("graph/invalid-weight", [name, at], { found: String(weights[at]) }, [String(at)]));
    }
  }
}

function pathTo(end: number, via: Int32Array, from: Int32Array): Int32Array {
  const nodes: number[] = [];
  for (let node = end; node !== -1; node = via[node] === -1 ? -1 : from[node]!) nodes.push(node);
  return Int32Array.from(nodes.reverse());
}

/**
 * The heaviest path into every node of an acyclic graph, and the heaviest of all.
 *
 * A path may begin at any node, so a link that would lower the weight is not taken. Ties: a path that begins at the node
 * itself, then the smallest predecessor, then the smallest link; for the end, the smallest node.
 *
 * @param graph - compiled by `compileGraph`, acyclic
 * @param weights - per node, per link, or both; finite
 * @returns weights, the link taken into each node, and the heaviest path; or why there is none
 *
 * Issues: graph/cycle, graph/invalid-weight, graph/unequal-columns.
 * Time O(n + m), space O(n).
 * Source: Kelley and Walker (1959), "Critical-path planning and scheduling", doi:10.1145/1460299.1460318.
 *
 * @example
 * const compiled = compileGraph(3, [0, 1, 0], [1, 2, 2]);
 * const longest = compiled.ok && longestPath(compiled.value, { node: [3, 4, 1] });
 * longest && longest.ok && [longest.value.length, ...longest.value.nodes]; // => [8, 0, 1, 2]
 */
export function longestPath(graph: Digraph, weights: PathWeights): GraphResult<LongestPath> {
  const { nodeCount, predecessorRowStart, predecessor, predecessorLinkOf } = graph;
  const issues: GraphIssue[] = [];
  checkWeights("node", weights.node, nodeCount, issues);
  checkWeights("link", weights.link, graph.linkOf.length, issues);
  const { order, left } = topologicalOrder(graph);
  if (left.length > 0)
    issues.push(issue("graph/cycle", ["graph"], { nodes: Array.from(left) }, Array.from(left, String)));
  const [first, ...rest] = issues;
  if (first !== undefined) return { ok: false, issues: [first, ...rest] };

  const distance = new Float64Array(nodeCount);
  const via = new Int32Array(nodeCount).fill(-1);
  const from = new Int32Array(nodeCount);
  for (const node of order) {
    let heaviest = 0;
    for (let slot = predecessorRowStart[node]!; slot < predecessorRowStart[node + 1]!; slot++) {
      const link = predecessorLinkOf[slot]!;
      const weight = distance[predecessor[slot]!]! + (weights.link?.[link] ?? 0);
      if (weight <= heaviest) continue;
      heaviest = weight;
      via[node] = link;
      from[node] = predecessor[slot]!;
    }
    distance[node] = heaviest + (weights.node?.[node] ?? 0);
  }
  let end = nodeCount === 0 ? -1 : 0;
  for (let node = 1; node < nodeCount; node++) if (distance[node]! > distance[end]!) end = node;
  const value = { distance, via, nodes: pathTo(end, via, from), length: end === -1 ? 0 : distance[end]! };
  return { ok: true, value, issues };
}

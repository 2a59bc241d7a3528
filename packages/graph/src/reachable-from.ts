import { issue } from "./issue.js";
import type { Digraph, GraphIssue, GraphResult } from "./types.js";

/**
 * Which nodes can be reached from some nodes, themselves included.
 *
 * @param graph - compiled by `compileGraph`
 * @param sources - node indices, 0..nodeCount-1; repeated ones change nothing
 * @param direction - `forward` along the links (default) or `backward` against them
 * @returns per node 1 when reachable, else 0
 *
 * Issues: graph/node-out-of-range.
 * Time O(n + m), space O(n); no recursion.
 * Source: own; breadth-first search after Moore (1959).
 *
 * @example
 * const compiled = compileGraph(4, [0, 1, 3], [1, 2, 2]);
 * const found = compiled.ok && reachableFrom(compiled.value, [1]);
 * found && found.ok && [...found.value]; // => [0, 1, 1, 0]
 */
export function reachableFrom(
  graph: Digraph,
  sources: ArrayLike<number>,
  direction: "forward" | "backward" = "forward",
): GraphResult<Uint8Array> {
  const { nodeCount } = graph;
  const rowStart = direction === "forward" ? graph.rowStart : graph.predecessorRowStart;
  const neighbour = direction === "forward" ? graph.successor : graph.predecessor;
  const issues: GraphIssue[] = [];
  const reached = new Uint8Array(nodeCount);
  const queue = new Int32Array(nodeCount);
  let end = 0;
  const reach = (node: number): void => {
    if (reached[node] === 1) return;
    reached[node] = 1;
    queue[end++] = node;
  };
  for (let at = 0; at < sources.length; at++) {
    const node = sources[at]!;
    if (Number.isInteger(node) && node >= 0 && node < nodeCount) reach(node);
    else
      issues.push(
        issue("graph/node-out-of-range", ["sources", at], { found: String(node), nodeCount }, [String(node)]),
      );
  }
  const [first, ...rest] = issues;
  if (first !== undefined) return { ok: false, issues: [first, ...rest] };
  for (let at = 0; at < end; at++) {
    const node = queue[at]!;
    for (let slot = rowStart[node]!; slot < rowStart[node + 1]!; slot++) reach(neighbour[slot]!);
  }
  return { ok: true, value: reached, issues };
}

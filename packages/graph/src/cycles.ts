import { stronglyConnectedComponents } from "./strongly-connected-components.js";
import type { Cycle, Digraph } from "./types.js";

interface Search {
  readonly graph: Digraph;
  readonly componentOf: Int32Array;
  /** Node and link by which the search reached a node; valid where `seen` equals the root's mark. */
  readonly reachedFrom: Int32Array;
  readonly reachedBy: Int32Array;
  readonly seen: Int32Array;
  readonly depth: Int32Array;
  readonly queue: Int32Array;
  /** Links that may still be looked at in this component. */
  visitsLeft: number;
}

/** Breadth first from one node until a link leads back to it; length of the cycle found, or `best` when none is shorter. */
function returnTo(root: number, best: number, search: Search): { length: number; last: number; link: number } {
  const { graph, componentOf, reachedFrom, reachedBy, seen, depth, queue } = search;
  const mark = root + 1;
  seen[root] = mark;
  depth[root] = 0;
  queue[0] = root;
  let end = 1;
  for (let at = 0; at < end && search.visitsLeft > 0; at++) {
    const node = queue[at]!;
    if (depth[node]! + 1 >= best) break;
    for (let slot = graph.rowStart[node]!; slot < graph.rowStart[node + 1]!; slot++) {
      search.visitsLeft--;
      const next = graph.successor[slot]!;
      if (next === root) return { length: depth[node]! + 1, last: node, link: graph.linkOf[slot]! };
      if (seen[next] === mark || componentOf[next] !== componentOf[root]) continue;
      seen[next] = mark;
      depth[next] = depth[node]! + 1;
      reachedFrom[next] = node;
      reachedBy[next] = graph.linkOf[slot]!;
      queue[end++] = next;
    }
  }
  return { length: best, last: -1, link: -1 };
}

function shortestCycle(members: Int32Array, search: Search, visitLimit: number): Cycle {
  let best = members.length + 1;
  let nodes = new Int32Array(0);
  let links = new Int32Array(0);
  search.visitsLeft = Number.POSITIVE_INFINITY; // the first search always ends with a cycle
  for (let at = 0; at < members.length && best > 1 && search.visitsLeft > 0; at++) {
    const found = returnTo(members[at]!, best, search);
    if (at === 0) search.visitsLeft = visitLimit;
    if (found.last === -1) continue;
    best = found.length;
    nodes = new Int32Array(best);
    links = new Int32Array(best);
    links[best - 1] = found.link;
    let node = found.last;
    for (let place = best - 1; place > 0; place--) {
      nodes[place] = node;
      links[place - 1] = search.reachedBy[node]!;
      node = search.reachedFrom[node]!;
    }
    nodes[0] = members[at]!;
  }
  return { members, nodes, links, isShortest: best === 1 || search.visitsLeft > 0 };
}

/** Members of every component that holds a cycle, in rising order of their smallest member. */
function knots(graph: Digraph, componentOf: Int32Array, componentCount: number): Int32Array[] {
  const size = new Int32Array(componentCount);
  const isKnot = new Uint8Array(componentCount);
  for (let node = 0; node < graph.nodeCount; node++) {
    const component = componentOf[node]!;
    if (++size[component]! > 1) isKnot[component] = 1;
    for (let slot = graph.rowStart[node]!; slot < graph.rowStart[node + 1]!; slot++) {
      if (graph.successor[slot] === node) isKnot[component] = 1;
    }
  }
  const membersOf = new Map<number, { readonly members: Int32Array; filled: number }>();
  for (let node = 0; node < graph.nodeCount; node++) {
    const component = componentOf[node]!;
    if (isKnot[component] === 0) continue;
    const knot = membersOf.get(component) ?? { members: new Int32Array(size[component]!), filled: 0 };
    membersOf.set(component, knot);
    knot.members[knot.filled++] = node;
  }
  return [...membersOf.values()].map((knot) => knot.members);
}

/**
 * Everything that goes round in circles: each strongly connected component with more than one node or with a loop,
 * all its members, and one shortest cycle in it.
 *
 * Of equally short cycles the one whose smallest node is smallest is given. A component whose search would look at more
 * than `visitLimit` links gets the shortest cycle found so far, marked `isShortest: false`.
 *
 * @param graph - compiled by `compileGraph`
 * @param visitLimit - links looked at per component after its first search, default 10,000,000
 * @returns one entry per component, in rising order of smallest member
 *
 * Issues: none.
 * Time O(n + m + sum over components of min(nodes x links, links + visitLimit)), space O(n).
 * Source: Tarjan (1972) for the components; Itai and Rodeh (1978), "Finding a minimum circuit in a graph",
 * doi:10.1137/0207033, for a search from every node.
 *
 * @example
 * const compiled = compileGraph(4, [0, 1, 2, 1, 3], [1, 2, 0, 0, 0]);
 * compiled.ok && cycles(compiled.value).map((cycle) => [...cycle.nodes]); // => [[0, 1]]
 */
export function cycles(graph: Digraph, visitLimit = 10_000_000): Cycle[] {
  const { componentOf, componentCount } = stronglyConnectedComponents(graph);
  const found = knots(graph, componentOf, componentCount);
  if (found.length === 0) return [];
  const search: Search = {
    graph,
    componentOf,
    reachedFrom: new Int32Array(graph.nodeCount),
    reachedBy: new Int32Array(graph.nodeCount),
    seen: new Int32Array(graph.nodeCount),
    depth: new Int32Array(graph.nodeCount),
    queue: new Int32Array(graph.nodeCount),
    visitsLeft: 0,
  };
  return found.map((members) => shortestCycle(members, search, visitLimit));
}

import { issue } from "./issue.js";
import type { Digraph, GraphIssue, GraphResult } from "./types.js";

/** Slots of the links by rising key, links of equal key in the order given: one stable counting sort. */
function sortedBy(key: ArrayLike<number>, order: Int32Array | undefined, rowStart: Int32Array): Int32Array {
  const count = key.length;
  for (let link = 0; link < count; link++) rowStart[key[link]! + 1]!++;
  for (let node = 1; node < rowStart.length; node++) rowStart[node]! += rowStart[node - 1]!;
  const next = rowStart.slice();
  const sorted = new Int32Array(count);
  for (let place = 0; place < count; place++) {
    const link = order === undefined ? place : order[place]!;
    sorted[next[key[link]!]!++] = link;
  }
  return sorted;
}

function endsOf(links: Int32Array, ends: ArrayLike<number>): Int32Array {
  const found = new Int32Array(links.length);
  for (let slot = 0; slot < links.length; slot++) found[slot] = ends[links[slot]!]!;
  return found;
}

function checkEnds(name: string, ends: ArrayLike<number>, nodeCount: number, issues: GraphIssue[]): void {
  for (let link = 0; link < ends.length; link++) {
    const node = ends[link]!;
    if (!(Number.isInteger(node) && node >= 0 && node < nodeCount)) {
      issues.push(issue("graph/node-out-of-range", [name, link], { found: String(node), nodeCount }, [String(node)]));
    }
  }
}

/**
 * Compiles links into compressed rows, forward and backward, so that algorithms walk typed arrays.
 *
 * Rows are sorted by neighbour, then by link, so the order of the links given changes nothing but link indices.
 * Parallel links and loops are kept.
 *
 * @param nodeCount - number of nodes, integer, 0..2^31-2
 * @param from - per link the node it leaves, 0..nodeCount-1; not mutated
 * @param to - per link the node it enters, same length; not mutated
 * @returns the graph, or every fault in rising position (`from` before `to`)
 *
 * Issues: graph/invalid-node-count, graph/unequal-columns, graph/node-out-of-range.
 * Time O(n + m), space O(n + m).
 * Source: own; counting sort after Seward (1954).
 *
 * @example
 * const compiled = compileGraph(3, [0, 1, 0], [1, 2, 2]);
 * compiled.ok && compiled.value.successor; // => Int32Array(3) [ 1, 2, 2 ]
 */
export function compileGraph(nodeCount: number, from: ArrayLike<number>, to: ArrayLike<number>): GraphResult<Digraph> {
  const issues: GraphIssue[] = [];
  if (!(Number.isInteger(nodeCount) && nodeCount >= 0 && nodeCount < 0x7fffffff)) {
    issues.push(issue("graph/invalid-node-count", ["nodeCount"], { found: String(nodeCount) }));
  } else {
    checkEnds("from", from, nodeCount, issues);
    checkEnds("to", to, nodeCount, issues);
  }
  if (from.length !== to.length) {
    issues.push(issue("graph/unequal-columns", ["to"], { expected: from.length, found: to.length }));
  }
  const [first, ...rest] = issues;
  if (first !== undefined) return { ok: false, issues: [first, ...rest] };

  const rowStart = new Int32Array(nodeCount + 1);
  const predecessorRowStart = new Int32Array(nodeCount + 1);
  const byTo = sortedBy(to, undefined, predecessorRowStart);
  const linkOf = sortedBy(from, byTo, rowStart);
  const predecessorLinkOf = sortedBy(to, linkOf, predecessorRowStart.fill(0));
  return {
    ok: true,
    value: {
      nodeCount,
      rowStart,
      successor: endsOf(linkOf, to),
      linkOf,
      predecessorRowStart,
      predecessor: endsOf(predecessorLinkOf, from),
      predecessorLinkOf,
    },
    issues,
  };
}

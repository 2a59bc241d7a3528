import { issue } from "./issue.js";
import type { Digraph, GraphIssue, GraphResult } from "./types.js";

/** Compressed rows of the links at one of their ends: per slot the node at the other end, and the link. */
interface Rows {
  readonly rowStart: Int32Array;
  readonly other: Int32Array;
  readonly linkOf: Int32Array;
}

function startsOf(ends: Int32Array, nodeCount: number): Int32Array {
  const rowStart = new Int32Array(nodeCount + 1);
  for (let link = 0; link < ends.length; link++) rowStart[ends[link]! + 1]!++;
  for (let node = 0; node < nodeCount; node++) rowStart[node + 1]! += rowStart[node]!;
  return rowStart;
}

/** Rows by the node left, links as they come or in an order given: one stable counting sort. */
function rowsOf(from: Int32Array, to: Int32Array, rowStart: Int32Array, order?: Int32Array): Rows {
  const next = rowStart.slice();
  const other = new Int32Array(from.length);
  const linkOf = new Int32Array(from.length);
  for (let k = 0; k < from.length; k++) {
    const link = order === undefined ? k : order[k]!;
    const slot = next[from[link]!]!++;
    other[slot] = to[link]!;
    linkOf[slot] = link;
  }
  return { rowStart, other, linkOf };
}

/** Rows of the other direction; visited by rising node, their links come by rising neighbour. */
function turned({ rowStart, other, linkOf }: Rows, turnedStart: Int32Array): Rows {
  const next = turnedStart.slice();
  const found: Rows = {
    rowStart: turnedStart,
    other: new Int32Array(other.length),
    linkOf: new Int32Array(other.length),
  };
  for (let node = 0, slot = 0; node + 1 < rowStart.length; node++) {
    for (const end = rowStart[node + 1]!; slot < end; slot++) {
      const place = next[other[slot]!]!++;
      found.other[place] = node;
      found.linkOf[place] = linkOf[slot]!;
    }
  }
  return found;
}

/** Sorts rows by neighbour, equal ones as they were, by insertion; false, half done, once that takes too many steps. */
function sortRows({ rowStart, other, linkOf }: Rows): boolean {
  let left = 8 * other.length;
  for (let node = 0; node + 1 < rowStart.length; node++) {
    const first = rowStart[node]!;
    for (let taken = first + 1; taken < rowStart[node + 1]!; taken++) {
      const key = other[taken]!;
      const link = linkOf[taken]!;
      let at = taken;
      for (; at > first && other[at - 1]! > key; at--) {
        other[at] = other[at - 1]!;
        linkOf[at] = linkOf[at - 1]!;
      }
      other[at] = key;
      linkOf[at] = link;
      left -= taken - at;
      if (left < 0) return false;
    }
  }
  return true;
}

/** Rows with their links by rising neighbour: rows are short as a rule; where they are not, turning them twice sorts them. */
function sortedRows(from: Int32Array, to: Int32Array, rowStart: Int32Array, turnedStart: Int32Array): Rows {
  const rows = rowsOf(from, to, rowStart);
  return sortRows(rows) ? rows : turned(rowsOf(to, from, turnedStart), rowStart);
}

/** The ends of the links as integers; each that is no node is an issue. */
function readEnds(name: string, ends: ArrayLike<number>, nodeCount: number, issues: GraphIssue[]): Int32Array {
  const nodes = new Int32Array(ends.length);
  for (let link = 0; link < ends.length; link++) {
    const node = ends[link]!;
    nodes[link] = node;
    if (nodes[link] !== node || node < 0 || node >= nodeCount) {
      issues.push(issue("graph/node-out-of-range", [name, link], { found: String(node), nodeCount }, [String(node)]));
    }
  }
  return nodes;
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
  const isCount = Number.isInteger(nodeCount) && nodeCount >= 0 && nodeCount < 0x7fffffff;
  if (!isCount) issues.push(issue("graph/invalid-node-count", ["nodeCount"], { found: String(nodeCount) }));
  const ofEnds = isCount ? issues : [];
  const before = readEnds("from", from, nodeCount, ofEnds);
  const after = readEnds("to", to, nodeCount, ofEnds);
  if (from.length !== to.length) {
    issues.push(issue("graph/unequal-columns", ["to"], { expected: from.length, found: to.length }));
  }
  const [first, ...rest] = issues;
  if (first !== undefined) return { ok: false, issues: [first, ...rest] };

  const predecessorRowStart = startsOf(after, nodeCount);
  const rows = sortedRows(before, after, startsOf(before, nodeCount), predecessorRowStart);
  const predecessors = turned(rows, predecessorRowStart);
  return {
    ok: true,
    value: {
      nodeCount,
      rowStart: rows.rowStart,
      successor: rows.other,
      linkOf: rows.linkOf,
      predecessorRowStart,
      predecessor: predecessors.other,
      predecessorLinkOf: predecessors.linkOf,
    },
    issues,
  };
}

import type { LinkColumns } from "../src/testing.js";

/** reach[a][b]: b can be reached from a by at least one link; Warshall (1962). */
export function closure({ nodeCount, from, to }: LinkColumns): boolean[][] {
  const reach = Array.from({ length: nodeCount }, () => Array<boolean>(nodeCount).fill(false));
  from.forEach((node, link) => {
    reach[node]![to[link]!] = true;
  });
  for (let k = 0; k < nodeCount; k++)
    for (let a = 0; a < nodeCount; a++)
      for (let b = 0; b < nodeCount; b++) if (reach[a]![k] && reach[k]![b]) reach[a]![b] = true;
  return reach;
}

/** Shortest number of links from a back to a, by distance matrix; Infinity where there is none. */
export function shortestReturn({ nodeCount, from, to }: LinkColumns): number[] {
  const d = Array.from({ length: nodeCount }, () => Array<number>(nodeCount).fill(Number.POSITIVE_INFINITY));
  from.forEach((node, link) => {
    d[node]![to[link]!] = 1;
  });
  for (let k = 0; k < nodeCount; k++)
    for (let a = 0; a < nodeCount; a++)
      for (let b = 0; b < nodeCount; b++) d[a]![b] = Math.min(d[a]![b]!, d[a]![k]! + d[k]![b]!);
  return d.map((row, node) => row[node]!);
}

/** Kahn's order with Maps and arrays, the plain way. */
export function naiveOrder({ nodeCount, from, to }: LinkColumns): number[] {
  const waiting = new Map<number, number>();
  const successors = new Map<number, number[]>();
  for (let node = 0; node < nodeCount; node++) {
    waiting.set(node, 0);
    successors.set(node, []);
  }
  from.forEach((node, link) => {
    successors.get(node)!.push(to[link]!);
    waiting.set(to[link]!, waiting.get(to[link]!)! + 1);
  });
  for (const row of successors.values()) row.sort((a, b) => a - b);
  const order = [...waiting.keys()].filter((node) => waiting.get(node) === 0);
  for (const node of order) {
    for (const next of successors.get(node)!) {
      waiting.set(next, waiting.get(next)! - 1);
      if (waiting.get(next) === 0) order.push(next);
    }
  }
  return order;
}

/** Heaviest path into a node by plain recursion. */
export function naiveDistance(
  links: LinkColumns,
  node: number,
  nodeWeight: readonly number[],
  linkWeight: readonly number[],
): number {
  const into = links.to.flatMap((end, link) =>
    end === node ? [naiveDistance(links, links.from[link]!, nodeWeight, linkWeight) + linkWeight[link]!] : [],
  );
  return nodeWeight[node]! + Math.max(0, ...into);
}

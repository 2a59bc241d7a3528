import * as fc from "fast-check";
import { compileGraph } from "./compile-graph.js";
import { cycles } from "./cycles.js";
import { longestPath } from "./longest-path.js";
import { reachableFrom } from "./reachable-from.js";
import { stronglyConnectedComponents } from "./strongly-connected-components.js";
import { topologicalOrder } from "./topological-order.js";
import type { Digraph, GraphResult } from "./types.js";

/** A property with the number of runs this package states. */
export interface Law {
  readonly name: string;
  readonly statedRuns: number;
  readonly property: fc.IProperty<unknown>;
}

/** Links as columns. */
export interface LinkColumns {
  readonly nodeCount: number;
  readonly from: readonly number[];
  readonly to: readonly number[];
}

function columns(nodeCount: number, links: readonly (readonly [number, number])[]): LinkColumns {
  return { nodeCount, from: links.map((link) => link[0]), to: links.map((link) => link[1]) };
}

/** Graphs with loops, parallel links and cycles. */
export const anyLinks: fc.Arbitrary<LinkColumns> = fc.integer({ min: 1, max: 14 }).chain((nodeCount) => {
  const node = fc.integer({ min: 0, max: nodeCount - 1 });
  return fc.array(fc.tuple(node, node), { maxLength: 40 }).map((links) => columns(nodeCount, links));
});

/** Graphs without a cycle, their nodes in any numbering. */
export const acyclicLinks: fc.Arbitrary<LinkColumns> = fc.integer({ min: 2, max: 14 }).chain((nodeCount) => {
  const node = fc.integer({ min: 0, max: nodeCount - 1 });
  const numbering = fc.shuffledSubarray([...Array(nodeCount).keys()], { minLength: nodeCount });
  return fc.tuple(fc.array(fc.tuple(node, node), { maxLength: 40 }), numbering).map(([links, name]) =>
    columns(
      nodeCount,
      links.filter(([a, b]) => a !== b).map(([a, b]) => [name[Math.min(a, b)]!, name[Math.max(a, b)]!] as const),
    ),
  );
});

function accepted<T>(result: GraphResult<T>): T {
  if (!result.ok) throw new TypeError(result.issues.map((found) => found.code).join());
  return result.value;
}

const compiled = (links: LinkColumns): Digraph => accepted(compileGraph(links.nodeCount, links.from, links.to));
const reversed = (links: LinkColumns): LinkColumns => ({ nodeCount: links.nodeCount, from: links.to, to: links.from });

function samePartition(a: Int32Array, b: Int32Array): boolean {
  return a.every((component, node) => a.every((other, peer) => (component === other) === (b[node] === b[peer])));
}

/** Laws of order, components, cycles, longest path and reachability. */
export function graphLaws(): Law[] {
  const law = <T>(name: string, input: fc.Arbitrary<T>, holds: (value: T) => boolean): Law => ({
    name,
    statedRuns: 20_000,
    property: fc.property(input, holds),
  });
  return [
    law("an order holds every node once and respects every link", acyclicLinks, (links) => {
      const { order, left } = topologicalOrder(compiled(links));
      const place = new Map([...order].map((node, at) => [node, at]));
      return (
        left.length === 0 &&
        place.size === links.nodeCount &&
        links.from.every((node, link) => place.get(node)! < place.get(links.to[link]!)!)
      );
    }),
    law(
      "order and nodes left are all nodes, and a node is left exactly when a cycle leads to it",
      anyLinks,
      (links) => {
        const graph = compiled(links);
        const { order, left } = topologicalOrder(graph);
        const onCycle = cycles(graph).flatMap((cycle) => [...cycle.members]);
        const behind = accepted(reachableFrom(graph, onCycle));
        return order.length + left.length === links.nodeCount && left.every((node) => behind[node] === 1);
      },
    ),
    law("the order of the links given changes no order and no component", anyLinks, (links) => {
      const turned = compiled({ ...links, from: [...links.from].reverse(), to: [...links.to].reverse() });
      const graph = compiled(links);
      const components = stronglyConnectedComponents(graph).componentOf;
      return (
        String(topologicalOrder(graph).order) === String(topologicalOrder(turned).order) &&
        String(components) === String(stronglyConnectedComponents(turned).componentOf)
      );
    }),
    law("components stay the same when every link is turned round", anyLinks, (links) =>
      samePartition(
        stronglyConnectedComponents(compiled(links)).componentOf,
        stronglyConnectedComponents(compiled(reversed(links))).componentOf,
      ),
    ),
    law("the condensation has no cycle: links between components lead to higher numbers", anyLinks, (links) => {
      const { componentOf } = stronglyConnectedComponents(compiled(links));
      return links.from.every((node, link) => componentOf[node]! <= componentOf[links.to[link]!]!);
    }),
    law("each cycle named exists, link by link", anyLinks, (links) =>
      cycles(compiled(links)).every((cycle) =>
        [...cycle.links].every((link, at) => {
          const next = cycle.nodes[(at + 1) % cycle.nodes.length]!;
          return links.from[link] === cycle.nodes[at] && links.to[link] === next && cycle.members.includes(next);
        }),
      ),
    ),
    law("the longest path is as long when every link is turned round", acyclicLinks, (links) => {
      const weights = {
        node: links.from.concat(Array(links.nodeCount).fill(1)).slice(0, links.nodeCount),
        link: links.to,
      };
      const forward = accepted(longestPath(compiled(links), weights));
      const backward = accepted(longestPath(compiled(reversed(links)), weights));
      return forward.length === backward.length;
    }),
    law("b is reachable from a exactly when a is reachable backward from b", anyLinks, (links) => {
      const graph = compiled(links);
      const [a, b] = [0, links.nodeCount - 1];
      return accepted(reachableFrom(graph, [a]))[b] === accepted(reachableFrom(graph, [b], "backward"))[a];
    }),
  ];
}

import { deepFreeze, statedRuns, testLaws } from "@evenkeel/test-kit";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  compileGraph,
  cycles,
  longestPath,
  reachableFrom,
  stronglyConnectedComponents,
  topologicalOrder,
} from "../src/index.js";
import { acyclicLinks, anyLinks, graphLaws, type LinkColumns } from "../src/testing.js";
import { closure, naiveDistance, naiveOrder, shortestReturn } from "./oracle-graph.js";

const graphOf = (nodeCount: number, from: ArrayLike<number>, to: ArrayLike<number>) => {
  const compiled = compileGraph(nodeCount, from, to);
  if (!compiled.ok) throw new TypeError(JSON.stringify(compiled.issues));
  return compiled.value;
};
const ofLinks = (links: LinkColumns) => graphOf(links.nodeCount, links.from, links.to);
const runs = { numRuns: statedRuns(20_000) };

describe("compileGraph", () => {
  test("keeps parallel links and loops, rows rising by neighbour, then link", () => {
    const graph = graphOf(3, deepFreeze([1, 0, 0, 2]), deepFreeze([2, 2, 1, 2]));
    expect([...graph.rowStart]).toEqual([0, 2, 3, 4]);
    expect([...graph.successor]).toEqual([1, 2, 2, 2]);
    expect([...graph.linkOf]).toEqual([2, 1, 0, 3]);
    expect([...graph.predecessorRowStart]).toEqual([0, 0, 1, 4]);
    expect([...graph.predecessor]).toEqual([0, 0, 1, 2]);
    expect([...graph.predecessorLinkOf]).toEqual([2, 1, 0, 3]);
  });
  test("sorts long rows that come backwards, parallel links as they came", () => {
    const count = 400;
    const after = Array.from({ length: 2 * count }, (_, link) => count - (link >> 1));
    const graph = graphOf(count + 1, Array(2 * count).fill(0), after);
    expect([...graph.successor]).toEqual([...after].reverse());
    expect([...graph.linkOf]).toEqual(Array.from(after, (_, slot) => 2 * (count - 1 - (slot >> 1)) + (slot & 1)));
    expect([...graph.predecessorLinkOf]).toEqual([...graph.linkOf]);
  });
  test("accepts no nodes at all", () => {
    const graph = graphOf(0, [], []);
    expect(topologicalOrder(graph).order.length).toBe(0);
    expect(cycles(graph)).toEqual([]);
    expect(longestPath(graph, {})).toMatchObject({ ok: true, value: { length: 0 } });
  });
  test("names every end out of range, every column of the wrong length", () => {
    const refused = compileGraph(2, [0, -1, Number.NaN], [2, 0.5, 1, 1]);
    expect(refused.ok ? [] : refused.issues.map((found) => [found.code, ...found.path])).toEqual([
      ["graph/node-out-of-range", "from", 1],
      ["graph/node-out-of-range", "from", 2],
      ["graph/node-out-of-range", "to", 0],
      ["graph/node-out-of-range", "to", 1],
      ["graph/unequal-columns", "to"],
    ]);
  });
  test.each([-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 31])("refuses %d nodes", (nodeCount) => {
    const refused = compileGraph(nodeCount, [], []);
    expect(refused.ok ? "" : refused.issues[0].code).toBe("graph/invalid-node-count");
  });
});

describe("a chain of 1,000,000 nodes", () => {
  const count = 1_000_000;
  const from = Int32Array.from({ length: count - 1 }, (_, at) => at);
  const to = Int32Array.from({ length: count - 1 }, (_, at) => at + 1);
  const graph = graphOf(count, from, to);
  test("is ordered, has as many components, and the longest path runs through all", () => {
    expect(topologicalOrder(graph).order[count - 1]).toBe(count - 1);
    expect(stronglyConnectedComponents(graph).componentCount).toBe(count);
    const longest = longestPath(graph, { node: new Uint8Array(count).fill(1) });
    expect(longest.ok && longest.value.length).toBe(count);
    const reached = reachableFrom(graph, [count / 2]);
    expect(reached.ok && reached.value[count - 1]).toBe(1);
  });
  test("closed to a ring gives one cycle through all", () => {
    const ring = graphOf(count, [...from, count - 1], [...to, 0]);
    const [only] = cycles(ring, 1000);
    expect([only?.nodes.length, only?.members.length, only?.isShortest]).toEqual([count, count, false]);
  });
});

describe("cycles", () => {
  test("gives each component with its members and one shortest cycle, loops too", () => {
    const graph = graphOf(7, [0, 1, 2, 3, 2, 5, 6], [1, 2, 3, 0, 1, 5, 0]);
    expect(cycles(graph).map((c) => [[...c.members], [...c.nodes], [...c.links], c.isShortest])).toEqual([
      [[0, 1, 2, 3], [1, 2], [1, 4], true],
      [[5], [5], [5], true],
    ]);
  });
});

describe("longestPath", () => {
  test("refuses cycles and weights that are no finite numbers", () => {
    const refused = longestPath(graphOf(2, [0, 1], [1, 0]), { node: [1, Number.NaN], link: [1] });
    expect(refused.ok ? [] : refused.issues.map((found) => found.code)).toEqual([
      "graph/invalid-weight",
      "graph/unequal-columns",
      "graph/cycle",
    ]);
  });
  test("takes no link that would make the path lighter", () => {
    const longest = longestPath(graphOf(2, [0], [1]), { node: [1, 1], link: [-5] });
    expect(longest.ok && [longest.value.length, [...longest.value.nodes], [...longest.value.via]]).toEqual([
      1,
      [0],
      [-1, -1],
    ]);
  });
});

test("reachableFrom refuses sources that are no nodes", () => {
  const refused = reachableFrom(graphOf(2, [0], [1]), [0, 2, -1]);
  expect(refused.ok ? [] : refused.issues.map((found) => found.path)).toEqual([
    ["sources", 1],
    ["sources", 2],
  ]);
});

testLaws("graph laws", graphLaws());

describe("against the plain versions", () => {
  test("the order equals Kahn's on Maps", () => {
    fc.assert(
      fc.property(anyLinks, (links) => {
        expect([...topologicalOrder(ofLinks(links)).order]).toEqual(naiveOrder(links));
      }),
      runs,
    );
  });
  test("components, cycles and reachability equal the transitive closure", () => {
    fc.assert(
      fc.property(anyLinks, (links) => {
        const graph = ofLinks(links);
        const reach = closure(links);
        const { componentOf } = stronglyConnectedComponents(graph);
        const back = shortestReturn(links);
        for (let a = 0; a < links.nodeCount; a++) {
          const reached = reachableFrom(graph, [a]);
          for (let b = 0; b < links.nodeCount; b++) {
            const together = a === b || (reach[a]![b]! && reach[b]![a]!);
            expect(componentOf[a] === componentOf[b]).toBe(together);
            expect(reached.ok && reached.value[b] === 1).toBe(a === b || reach[a]![b]!);
          }
        }
        const found = cycles(graph);
        expect(found.flatMap((c) => [...c.members]).sort((a, b) => a - b)).toEqual(
          back.flatMap((d, node) => (d < Number.POSITIVE_INFINITY ? [node] : [])),
        );
        for (const c of found) expect(c.nodes.length).toBe(Math.min(...[...c.members].map((node) => back[node]!)));
      }),
      runs,
    );
  });
  test("the longest path equals plain recursion", () => {
    fc.assert(
      fc.property(
        acyclicLinks,
        fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 60, maxLength: 60 }),
        (links, weight) => {
          fc.pre(links.from.length < 20);
          const weights = { node: weight.slice(0, links.nodeCount), link: weight.slice(14, 14 + links.from.length) };
          const longest = longestPath(ofLinks(links), weights);
          const naive = Array.from({ length: links.nodeCount }, (_, node) =>
            naiveDistance(links, node, weights.node, weights.link),
          );
          expect(longest.ok && [...longest.value.distance]).toEqual(naive);
        },
      ),
      runs,
    );
  });
});

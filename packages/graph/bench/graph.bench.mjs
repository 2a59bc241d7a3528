// Order of 10,000 nodes and 50,000 links: compressed rows against Maps of arrays.
import { compileGraph, topologicalOrder } from "../dist/index.js";

const [nodeCount, linkCount] = [10_000, 50_000];
const [from, to] = [new Int32Array(linkCount), new Int32Array(linkCount)];
let state = 12345;
const random = (limit) => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return state % limit;
};
for (let link = 0; link < linkCount; link++) {
  from[link] = random(nodeCount - 1);
  to[link] = from[link] + 1 + random(Math.min(1000, nodeCount - 1 - from[link]));
}
function withMaps() {
  const waiting = new Map();
  const successors = new Map();
  for (let node = 0; node < nodeCount; node++) {
    waiting.set(node, 0);
    successors.set(node, []);
  }
  for (let link = 0; link < linkCount; link++) {
    successors.get(from[link]).push(to[link]);
    waiting.set(to[link], waiting.get(to[link]) + 1);
  }
  const order = [...waiting.keys()].filter((node) => waiting.get(node) === 0);
  for (const node of order) {
    for (const next of successors.get(node)) {
      waiting.set(next, waiting.get(next) - 1);
      if (waiting.get(next) === 0) order.push(next);
    }
  }
  return order.length;
}
function fastest(run, rounds) {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round++) {
    const begin = performance.now();
    run();
    best = Math.min(best, performance.now() - begin);
  }
  return best;
}
const compiled = compileGraph(nodeCount, from, to).value;
const compileMs = fastest(() => compileGraph(nodeCount, from, to), 50);
const orderMs = fastest(() => topologicalOrder(compiled), 50);
const mapsMs = fastest(withMaps, 10);
const print = (name, value, unit, more = {}) => console.log(JSON.stringify({ name, value: Number(value.toPrecision(3)), unit, ...more }));
print("graph/compile 10k/50k", compileMs, "ms");
print("graph/order 10k/50k, compiled", orderMs, "ms");
print("graph/compile and order against Maps", mapsMs / (compileMs + orderMs), "times faster", { bar: 3, reference: mapsMs });

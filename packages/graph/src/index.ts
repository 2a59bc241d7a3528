export { compileGraph } from "./compile-graph.js";
export { cycles } from "./cycles.js";
export { en } from "./en.js";
export { longestPath } from "./longest-path.js";
export { reachableFrom } from "./reachable-from.js";
export { stronglyConnectedComponents } from "./strongly-connected-components.js";
export { topologicalOrder } from "./topological-order.js";
export type {
  Components,
  Cycle,
  Digraph,
  GraphIssue,
  GraphResult,
  LongestPath,
  PathWeights,
  TopologicalOrder,
} from "./types.js";

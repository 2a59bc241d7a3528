/** A fault in the input; the same shape as the kernel's `Issue`, declared here because this package depends on nothing. */
export interface GraphIssue {
  readonly code:
    | "graph/cycle"
    | "graph/invalid-node-count"
    | "graph/invalid-weight"
    | "graph/node-out-of-range"
    | "graph/unequal-columns";
  readonly severity: "error";
  /** Into the caller's input: parameter name and index. */
  readonly path: readonly (string | number)[];
  /** Node indices concerned, as texts. */
  readonly subject: readonly string[];
  /** Code of the sentence that says what to do next. */
  readonly remedy: string;
  readonly facts: Readonly<Record<string, string | number | readonly number[]>>;
}

/** A value, or every issue found; assignable to the kernel's `Result`. */
export type GraphResult<T> =
  | { readonly ok: true; readonly value: T; readonly issues: readonly GraphIssue[] }
  | { readonly ok: false; readonly issues: readonly [GraphIssue, ...GraphIssue[]] };

/** A directed graph in compressed rows. Parallel links and loops are kept. Nodes are 0..nodeCount-1, links 0..linkCount-1. */
export interface Digraph {
  /** Number of nodes, 0..2^31-2. */
  readonly nodeCount: number;
  /** Length nodeCount + 1; the links that leave node v are the slots rowStart[v]..rowStart[v+1]-1. */
  readonly rowStart: Int32Array;
  /** Per slot, the node the link leads to; rising within a row. */
  readonly successor: Int32Array;
  /** Per slot, the index of the link in the caller's columns; rising among parallel links. */
  readonly linkOf: Int32Array;
  /** Length nodeCount + 1; the same for the links that enter a node. */
  readonly predecessorRowStart: Int32Array;
  /** Per slot, the node the link comes from; rising within a row. */
  readonly predecessor: Int32Array;
  /** Per slot, the index of the link in the caller's columns; rising among parallel links. */
  readonly predecessorLinkOf: Int32Array;
}

/** Nodes in an order that respects every link, and the nodes no order exists for. */
export interface TopologicalOrder {
  /** Nodes, each after all its predecessors; length nodeCount when the graph has no cycle. */
  readonly order: Int32Array;
  /** Nodes on a cycle or behind one, rising; empty when the graph has no cycle. */
  readonly left: Int32Array;
}

/** The partition of the nodes into strongly connected components. */
export interface Components {
  /** Number of components, 0..nodeCount. */
  readonly componentCount: number;
  /** Per node its component, 0..componentCount-1; a link between components leads to the higher number. */
  readonly componentOf: Int32Array;
}

/** One knot of nodes that all reach each other, with one short cycle as its proof. */
export interface Cycle {
  /** All nodes of the component, rising. */
  readonly members: Int32Array;
  /** Nodes of the cycle in walking order, begun at its smallest; the last leads back to the first. */
  readonly nodes: Int32Array;
  /** Link indices of the cycle: links[k] leads from nodes[k] to the next. */
  readonly links: Int32Array;
  /** True when no cycle of the component has fewer links; false when the search was cut by `visitLimit`. */
  readonly isShortest: boolean;
}

/** Weights of `longestPath`; what is absent counts 0. Finite numbers, negative allowed. */
export interface PathWeights {
  /** Per node. */
  readonly node?: ArrayLike<number>;
  /** Per link, in the caller's order. */
  readonly link?: ArrayLike<number>;
}

/** Heaviest path into every node, and the heaviest of all. */
export interface LongestPath {
  /** Per node, weight of the heaviest path that ends there, its own weight included; a path may begin anywhere. */
  readonly distance: Float64Array;
  /** Per node, the link index by which that path enters it; -1 where the path begins. */
  readonly via: Int32Array;
  /** Nodes of the heaviest path of all, from its beginning; empty for an empty graph. */
  readonly nodes: Int32Array;
  /** Weight of that path; 0 for an empty graph. */
  readonly length: number;
}

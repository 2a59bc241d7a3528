/** English texts of this package's issues, in the shape of the kernel's `Catalog`. */
export const en: Readonly<Record<string, { readonly message: string; readonly remedy: string }>> = {
  "graph/cycle": {
    message: "Nodes {nodes} are on a cycle or behind one.",
    remedy: "Remove a link of each cycle; `cycles` names them.",
  },
  "graph/invalid-node-count": {
    message: "Found {found} as number of nodes.",
    remedy: "Give an integer from 0 to 2147483646.",
  },
  "graph/invalid-weight": { message: "Found {found} as a weight.", remedy: "Give a finite number." },
  "graph/node-out-of-range": {
    message: "Found node {found}; the graph has {nodeCount} {nodeCount|node|nodes}.",
    remedy: "Number the nodes from 0 without gaps.",
  },
  "graph/unequal-columns": {
    message: "Found {found} {found|entry|entries} where {expected} are needed.",
    remedy: "Give columns of equal length.",
  },
};

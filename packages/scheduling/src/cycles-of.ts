import { type Cycle, compileGraph, cycles } from "@evenkeel/graph";
import { orThrow } from "@evenkeel/kernel";
import type { CompiledNetwork } from "./types.js";

/** The cycles that keep activities of a network without dates, in indices of its columns. */
export function cyclesOf({ cyclic, nodeCount, left }: CompiledNetwork): readonly Cycle[] {
  if (cyclic === undefined) return [];
  return cycles(orThrow(compileGraph(nodeCount + left.length, cyclic.from, cyclic.to)));
}

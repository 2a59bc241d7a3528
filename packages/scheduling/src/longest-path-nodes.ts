import { projectFinish } from "./backward-pass.js";
import { isDriving } from "./is-driving.js";
import type { CompiledNetwork, EarlyDates } from "./types.js";

/** The activities that finish last. */
function lastToFinish({ nodeCount, special }: CompiledNetwork, early: EarlyDates, finish: number): number[] {
  const ends: number[] = [];
  for (let node = 0; node < nodeCount; node++) {
    const more = special[node];
    const counts = more?.isApart !== true && more?.kind !== "summary";
    if (counts && early.earlyFinish[node] === finish) ends.push(node);
  }
  return ends;
}

/**
 * Marks the longest path: the activities that finish last, or those of `ends`, and back from them all that drive them,
 * however many chains that is. A constraint or a date set by hand that holds an activity cuts what lies before it.
 *
 * @returns per node 1 when on it
 */
export function longestPathNodes(
  network: CompiledNetwork,
  early: EarlyDates,
  ends: readonly number[] = lastToFinish(network, early, projectFinish(network, early)),
): Uint8Array {
  const isOn = new Uint8Array(network.nodeCount);
  for (const node of ends) isOn[node] = 1;
  const waiting = [...ends];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    for (let slot = network.rowStart[node]!; slot < network.rowEnd[node]!; slot++) {
      const before = network.predecessor[slot]!;
      if (isOn[before] === 1 || !isDriving(network, early, slot, node)) continue;
      isOn[before] = 1;
      waiting.push(before);
    }
  }
  return isOn;
}

import { placeLate } from "./place-late.js";
import type { CompiledNetwork, EarlyDates, LateDates } from "./types.js";

/** The latest early finish of the network. */
export function projectFinish(network: CompiledNetwork, early: EarlyDates): number {
  const { nodeCount, special, start } = network;
  const { earlyFinish } = early;
  const isPlain = special.length === 0;
  let finish = Number.NEGATIVE_INFINITY;
  for (let node = 0; node < nodeCount; node++) {
    if (earlyFinish[node]! > finish && (isPlain || special[node]?.isApart !== true)) finish = earlyFinish[node]!;
  }
  return finish === Number.NEGATIVE_INFINITY ? start : finish;
}

function continuousPass(network: CompiledNetwork, end: number, early: EarlyDates, late: LateDates): void {
  const { successorRowStart, successorRowEnd, successor, successorSlot, type, lag, duration } = network;
  const isOwnEnd = network.rules.multipleCriticalPaths;
  for (let node = network.nodeCount - 1; node >= 0; node--) {
    const last = successorRowEnd[node]!;
    const length = duration[node]!;
    let finish = isOwnEnd && successorRowStart[node] === last ? early.earlyFinish[node]! : end;
    for (let place = successorRowStart[node]!; place < last; place++) {
      const slot = successorSlot[place]!;
      const tie = type[slot]!;
      const after = successor[place]!;
      const at =
        (tie > 1 ? late.lateFinish[after]! : late.lateStart[after]!) - lag[slot]! + ((tie & 1) === 1 ? length : 0);
      if (at < finish) finish = at;
    }
    late.lateFinish[node] = finish;
    late.lateStart[node] = finish - length;
  }
}

/**
 * Latest start and finish of every activity that keeps the project finish and all caps.
 *
 * A finish is the earliest of what its successors allow, moved back to working time; negative float shows where a cap
 * lies before the early date. Of a started activity the late start is where its remaining part begins.
 *
 * @param network - compiled by `compileNetwork`
 * @param early - of `forwardPass` on the same network
 * @returns per node ticks
 *
 * Issues: none.
 * Time O(n + m) calendar steps, space O(n).
 * Source: Kelley and Walker (1959), "Critical-path planning and scheduling", doi:10.1145/1460299.1460318.
 *
 * @example
 * const compiled = orThrow(compileSchedule({ start: "1970-01-01T08:00", activities: [{ id: "a", durationMinutes: 480 }] }));
 * backwardPass(compiled.network, forwardPass(compiled.network)).lateStart; // => Int32Array(1) [ 4800 ]
 */
export function backwardPass(network: CompiledNetwork, early: EarlyDates): LateDates {
  const { nodeCount } = network;
  const late: LateDates = { lateStart: new Int32Array(nodeCount), lateFinish: new Int32Array(nodeCount) };
  const end = network.mustFinishBy ?? projectFinish(network, early);
  if (network.isPlainContinuous) continuousPass(network, end, early, late);
  else for (let node = nodeCount - 1; node >= 0; node--) placeLate(network, node, end, early, late);
  return late;
}

import { byStart, placeEarly } from "./place-early.js";
import type { CompiledNetwork, EarlyDates } from "./types.js";

/** The same pass without calendars: plain additions on typed arrays. */
function continuousPass(network: CompiledNetwork, dates: EarlyDates): void {
  const { nodeCount, rowEnd, predecessor, type, lag, duration, start } = network;
  const { earlyStart, earlyFinish, driver } = dates;
  for (let node = 0, slot = 0; node < nodeCount; node++) {
    let latest = start;
    let driving = byStart;
    const length = duration[node]!;
    for (const end = rowEnd[node]!; slot < end; slot++) {
      const tie = type[slot]!;
      const before = predecessor[slot]!;
      const at = ((tie & 1) === 0 ? earlyFinish[before]! : earlyStart[before]!) + lag[slot]! - (tie > 1 ? length : 0);
      if (at > latest || (at === latest && driving < 0)) {
        latest = at;
        driving = slot;
      }
    }
    earlyStart[node] = latest;
    earlyFinish[node] = latest + length;
    driver[node] = driving;
  }
}

/**
 * Earliest start and finish of every activity when resources are unlimited, on working calendars.
 *
 * A start is the latest of what its predecessors propose, the project start and its lower bounds, moved to working time.
 * Ties: the first of equal proposals in topological order is the driver; a link goes before the project start.
 *
 * @param network - compiled by `compileNetwork`
 * @param pinned - per node 1 where dates of `from` are kept (used for as-late-as-possible activities)
 * @param from - the dates to keep
 * @returns per node ticks and driver
 *
 * Issues: none; a date beyond the calendars' time is 2^31-1.
 * Time O(n + m) calendar steps, space O(n).
 * Source: Kelley and Walker (1959), "Critical-path planning and scheduling", doi:10.1145/1460299.1460318.
 *
 * @example
 * const compiled = orThrow(compileSchedule({ start: "1970-01-01T08:00", activities: [{ id: "a", durationMinutes: 480 }] }));
 * forwardPass(compiled.network).earlyFinish; // => Int32Array(1) [ 10200 ]
 */
export function forwardPass(network: CompiledNetwork, pinned?: Uint8Array, from?: LateLike): EarlyDates {
  const { nodeCount } = network;
  const dates: EarlyDates = {
    earlyStart: new Int32Array(nodeCount),
    earlyFinish: new Int32Array(nodeCount),
    driver: new Int32Array(nodeCount),
  };
  if (network.isPlainContinuous) {
    continuousPass(network, dates);
    return dates;
  }
  for (let node = 0; node < nodeCount; node++) {
    if (pinned?.[node] === 1) {
      dates.earlyStart[node] = from!.lateStart[node]!;
      dates.earlyFinish[node] = from!.lateFinish[node]!;
    } else placeEarly(network, node, dates);
  }
  return dates;
}

interface LateLike {
  readonly lateStart: Int32Array;
  readonly lateFinish: Int32Array;
}

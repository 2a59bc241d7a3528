import {
  addWork,
  isWorkingTime,
  nextWorkingTime,
  previousWorkingTime,
  subtractWork,
  workBetween,
} from "@evenkeel/calendar";
import type { CompiledNetwork, EarlyDates, LateDates, SpecialActivity } from "./types.js";

/** Of a summary that no successor ties by its start. */
const noBound = 0x7fffffff;

/** The latest early finish of the network. */
export function projectFinish(network: CompiledNetwork, early: EarlyDates): number {
  let finish = network.nodeCount === 0 ? network.start : Number.NEGATIVE_INFINITY;
  for (let node = 0; node < network.nodeCount; node++) finish = Math.max(finish, early.earlyFinish[node]!);
  return finish;
}

function continuousPass(network: CompiledNetwork, end: number, early: EarlyDates, late: LateDates): void {
  const { successorRowStart, successor, successorSlot, type, lag, duration } = network;
  const isOwnEnd = network.rules.multipleCriticalPaths;
  for (let node = network.nodeCount - 1; node >= 0; node--) {
    const last = successorRowStart[node + 1]!;
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

/** Late dates of an activity that is not plain, from its bounds on finish and on start. */
function placeSpecial(
  network: CompiledNetwork,
  node: number,
  special: SpecialActivity,
  bound: number,
  startBound: number,
  late: LateDates,
): void {
  const { lateStart, lateFinish } = late;
  const calendar = network.calendars[network.calendarOf[node]!]!;
  const length = network.duration[node]!;
  const isSnapped = network.rules.zeroDuration === "snapped";
  const forStart = (at: number): number =>
    length === 0 && isSnapped ? at : addWork(calendar, nextWorkingTime(calendar, at), length);
  let finish = Math.min(bound, special.finishCap ?? bound, special.deadline ?? bound);
  if (special.kind === "summary") {
    lateStart[node] = Math.min(startBound, noBound);
    lateFinish[node] = bound;
    return;
  }
  if (special.kind === "past") {
    lateStart[node] = lateFinish[node] = Math.min(bound, startBound);
    return;
  }
  if (special.isFinished === true) {
    lateStart[node] = special.fixedStart!;
    lateFinish[node] = special.fixedFinish!;
    return;
  }
  const start = Math.min(startBound, special.startCap ?? startBound);
  if (start < Number.POSITIVE_INFINITY && special.isManual !== true) finish = Math.min(finish, forStart(start));
  if (special.pinFinish !== undefined) finish = special.pinFinish;
  if (special.pinStart !== undefined) finish = forStart(special.pinStart);
  const staysWorking = special.kind === "startMilestone" && isWorkingTime(calendar, finish);
  const isRaw = special.isManual === true || staysWorking || (special.kind === "zero" && !isSnapped);
  lateFinish[node] = isRaw ? finish : previousWorkingTime(calendar, finish);
  lateStart[node] = length === 0 ? lateFinish[node]! : subtractWork(calendar, lateFinish[node]!, length);
  // Where its remaining part is not moved behind its predecessors, they may take until it resumes, and no longer.
  if (special.kind === "resumed" && !network.rules.movesWorkAfterDataDate) lateStart[node] = special.resumeAt!;
  // A manual activity may lie in time that is not working time: without slip its late dates are its own.
  if (special.isManual === true && workBetween(calendar, special.fixedFinish!, lateFinish[node]!) === 0) {
    lateStart[node] = special.fixedStart!;
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
  const { nodeCount, successorRowStart, successor, successorSlot, type, lag, lagCalendar, calendars, special } =
    network;
  const late: LateDates = { lateStart: new Int32Array(nodeCount), lateFinish: new Int32Array(nodeCount) };
  const end = network.mustFinishBy ?? projectFinish(network, early);
  if (network.isPlainContinuous) {
    continuousPass(network, end, early, late);
    return late;
  }
  const { lateStart, lateFinish } = late;
  const hasSpecial = special.length > 0;
  const isOwnEnd = network.rules.multipleCriticalPaths;
  for (let node = nodeCount - 1; node >= 0; node--) {
    const isOpen = successorRowStart[node] === successorRowStart[node + 1];
    let finish = isOwnEnd && isOpen ? early.earlyFinish[node]! : end;
    let start = Number.POSITIVE_INFINITY;
    for (let place = successorRowStart[node]!; place < successorRowStart[node + 1]!; place++) {
      const after = successor[place]!;
      const slot = successorSlot[place]!;
      const tie = type[slot]!;
      if (hasSpecial && special[after] !== undefined) {
        if (special[after].isFinished === true) continue;
        if (tie === 4) {
          // A summary passes its bounds on: all its leaves must finish, its earliest one must start.
          finish = Math.min(finish, lateFinish[after]!);
          if (early.earlyStart[node] === early.earlyStart[after] && lateStart[after]! < noBound)
            start = Math.min(start, lateStart[after]!);
          continue;
        }
      }
      const raw = tie > 1 ? lateFinish[after]! : lateStart[after]!;
      const at = lag[slot] === 0 ? raw : subtractWork(calendars[lagCalendar[slot]!]!, raw, lag[slot]!);
      if ((tie & 1) === 0) finish = Math.min(finish, at);
      else start = Math.min(start, at);
    }
    const more = hasSpecial ? special[node] : undefined;
    if (more !== undefined) placeSpecial(network, node, more, finish, start, late);
    else {
      const calendar = calendars[network.calendarOf[node]!]!;
      const length = network.duration[node]!;
      if (start < Number.POSITIVE_INFINITY) {
        finish = Math.min(finish, addWork(calendar, nextWorkingTime(calendar, start), length));
      }
      lateFinish[node] = previousWorkingTime(calendar, finish);
      lateStart[node] = subtractWork(calendar, lateFinish[node]!, length);
    }
  }
  return late;
}

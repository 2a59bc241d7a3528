import {
  addWork,
  isWorkingTime,
  nextWorkingTime,
  previousWorkingTime,
  subtractWork,
  workBetween,
} from "@evenkeel/calendar";
import { lateEndOfWork, lateStartOfWork } from "./assigned-work.js";
import type { CompiledNetwork, EarlyDates, LateDates, SpecialActivity } from "./types.js";

/** Of an activity that no successor ties by its start. */
export const noBound = 0x7fffffff;

/** Late dates of an activity that is not plain, from its bounds on finish and on start. */
function placeSpecial(
  network: CompiledNetwork,
  node: number,
  special: SpecialActivity,
  bound: number,
  startBound: number,
  early: EarlyDates,
  late: LateDates,
): void {
  const { lateStart, lateFinish } = late;
  const calendar = network.calendars[network.calendarOf[node]!]!;
  const length =
    special.expectedFinish === undefined
      ? network.duration[node]!
      : workBetween(calendar, early.earlyStart[node]!, early.earlyFinish[node]!);
  const isSnapped = network.rules.zeroDuration === "snapped";
  const forStart = (at: number): number =>
    length === 0 && isSnapped ? at : addWork(calendar, nextWorkingTime(calendar, at), length);
  const { finishCap = bound, deadline = bound, startCap = startBound, kind, work, isManual } = special;
  let finish = Math.min(bound, finishCap, deadline);
  if (kind === "summary") {
    lateStart[node] = Math.min(startBound, startCap);
    lateFinish[node] = finish;
    return;
  }
  if (kind === "past") {
    lateStart[node] = lateFinish[node] = nextWorkingTime(calendar, Math.min(bound, startBound));
    return;
  }
  if (special.lateDates) {
    [lateStart[node], lateFinish[node]] = special.lateDates;
    return;
  }
  const start = Math.min(startBound, startCap);
  if (start < noBound && isManual !== true) finish = Math.min(finish, forStart(start));
  if (special.pinFinish !== undefined) finish = special.pinFinish;
  if (special.pinStart !== undefined) finish = forStart(special.pinStart);
  if (work !== undefined) {
    lateFinish[node] = lateEndOfWork(work, finish);
    lateStart[node] = lateStartOfWork(work, lateFinish[node]!);
  } else {
    const staysWorking = kind === "startMilestone" && isWorkingTime(calendar, finish);
    const isRaw = isManual === true || staysWorking || (kind === "zero" && !isSnapped);
    lateFinish[node] = isRaw ? finish : previousWorkingTime(calendar, finish);
    lateStart[node] = length === 0 ? lateFinish[node]! : subtractWork(calendar, lateFinish[node]!, length);
  }
  // Where its remaining part is not moved behind its predecessors, they may take until it resumes, and no longer.
  if (kind === "resumed" && network.rules.startedStartsAt === "actualStart")
    lateStart[node] = special.lateStartsAt ?? special.resumeAt!;
  // A manual activity may lie in time that is not working time: without slip its late dates are its own.
  if (isManual === true && workBetween(calendar, special.fixedFinish!, lateFinish[node]!) === 0) {
    lateStart[node] = special.fixedStart!;
  }
}

/** Late dates of one activity from those of its successors; `latest` bounds what nothing else does. */
export function placeLate(
  network: CompiledNetwork,
  node: number,
  latest: number,
  early: EarlyDates,
  late: LateDates,
): void {
  const { successorRowStart, successorRowEnd, successor, successorSlot, type, lag, lagCalendar, calendars, special } =
    network;
  const { lateStart, lateFinish } = late;
  const hasSpecial = special.length > 0;
  const first = successorRowStart[node]!;
  const last = successorRowEnd[node]!;
  let finish = network.rules.multipleCriticalPaths && first === last ? early.earlyFinish[node]! : latest;
  let start = noBound;
  for (let place = first; place < last; place++) {
    const after = successor[place]!;
    const slot = successorSlot[place]!;
    const tie = type[slot]!;
    const more = hasSpecial ? special[after] : undefined;
    if (more !== undefined) {
      if (more.isFinished === true || more.isInactive === true) continue;
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
    if ((tie & 1) === 1) {
      if (at < start) start = at;
    } else if (at < finish) finish = at;
  }
  const own = hasSpecial ? special[node] : undefined;
  if (own !== undefined) {
    placeSpecial(network, node, own, finish, start, early, late);
    return;
  }
  const calendar = calendars[network.calendarOf[node]!]!;
  const length = network.duration[node]!;
  if (start < noBound) {
    const at = length > 0 ? addWork(calendar, start, length) : nextWorkingTime(calendar, start);
    if (at < finish) finish = at;
  }
  const end = previousWorkingTime(calendar, finish);
  lateFinish[node] = end;
  lateStart[node] = length > 0 ? subtractWork(calendar, finish, length) : end;
}

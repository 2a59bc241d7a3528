import { addWork, isWorkingTime, nextWorkingTime, previousWorkingTime, subtractWork } from "@evenkeel/calendar";
import type { CompiledNetwork, EarlyDates, SpecialActivity } from "./types.js";

/** Drivers that are no link. */
export const byStart = -1;
/** See `byStart`. */
export const byFixedDate = -2;
/** Codes below this one: -4 minus the place in this list of what holds the start. */
export const firstConstraint = -4;
/** See `firstConstraint`: which constraints set the field of `SpecialActivity` of this place. */
export const constraintKinds: readonly (readonly string[])[] = [
  ["SNET", "SO"],
  ["FNET", "FO"],
  ["SNLT", "SO"],
  ["FNLT", "FO"],
  ["MSO"],
  ["MFO"],
];

/** The same pass without calendars: plain additions on typed arrays. */
function continuousPass(network: CompiledNetwork, dates: EarlyDates): void {
  const { nodeCount, rowStart, predecessor, type, lag, duration, start } = network;
  const { earlyStart, earlyFinish, driver } = dates;
  for (let node = 0, slot = 0; node < nodeCount; node++) {
    let latest = start;
    let driving = byStart;
    const length = duration[node]!;
    for (const end = rowStart[node + 1]!; slot < end; slot++) {
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

/** Latest start that finishing at `at` allows. */
export function startForFinish(network: CompiledNetwork, node: number, at: number): number {
  const calendar = network.calendars[network.calendarOf[node]!]!;
  const length = network.duration[node]!;
  if (length === 0 && network.rules.zeroDuration === "snapped") return at;
  return subtractWork(calendar, previousWorkingTime(calendar, at), length);
}

function rollUp(network: CompiledNetwork, node: number, dates: EarlyDates): void {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let slot = network.rowStart[node]!; slot < network.rowStart[node + 1]!; slot++) {
    first = Math.min(first, dates.earlyStart[network.predecessor[slot]!]!);
    last = Math.max(last, dates.earlyFinish[network.predecessor[slot]!]!);
  }
  dates.earlyStart[node] = first;
  dates.earlyFinish[node] = last;
}

/** Places an activity that is not plain, when links and project start propose `at`. */
function placeSpecial(
  network: CompiledNetwork,
  node: number,
  special: SpecialActivity,
  at: number,
  dates: EarlyDates,
): void {
  const { earlyStart, earlyFinish, driver } = dates;
  const calendar = network.calendars[network.calendarOf[node]!]!;
  const length = network.duration[node]!;
  const isUnlinked = network.rowStart[node] === network.rowStart[node + 1];
  const replaces = network.rules.boundReplacesStart && isUnlinked;
  const { startFloor, finishFloor, startCap, finishCap, pinStart, pinFinish } = special;
  let x = at;
  const hold = (date: number, place: number): void => {
    x = date;
    driver[node] = firstConstraint - place;
  };
  const finishFloorStart = finishFloor === undefined ? undefined : startForFinish(network, node, finishFloor);
  if (startFloor !== undefined && (startFloor > x || replaces)) hold(startFloor, 0);
  if (finishFloorStart !== undefined && (finishFloorStart > x || (replaces && startFloor === undefined))) {
    hold(finishFloorStart, 1);
  }
  if (network.rules.honorsLateBounds) {
    if (startCap !== undefined && startCap < x) hold(startCap, 2);
    const start = finishCap === undefined ? x : startForFinish(network, node, finishCap);
    if (start < x) hold(start, 3);
  }

  if (special.kind === "past") {
    earlyStart[node] = earlyFinish[node] = x;
    driver[node] = byFixedDate;
    return;
  }
  if (special.kind === "fixed" || special.kind === "resumed") {
    earlyStart[node] = special.fixedStart!;
    if (special.kind === "resumed") {
      const remaining = nextWorkingTime(
        calendar,
        Math.max(special.resumeAt!, network.rules.movesWorkAfterDataDate ? x : special.resumeAt!),
      );
      earlyFinish[node] = addWork(calendar, remaining, length);
      if (network.rules.retainsFinished) earlyStart[node] = remaining;
    } else earlyFinish[node] = special.fixedFinish!;
    driver[node] = byFixedDate;
    return;
  }
  if (pinFinish !== undefined) hold(startForFinish(network, node, pinFinish), 5);
  if (pinStart !== undefined) hold(pinStart, 4);
  const isEnd =
    special.kind === "finishMilestone" || (special.kind === "zero" && network.rules.zeroDuration === "snapped");
  const isKept =
    (special.kind === "zero" && network.rules.zeroDuration === "raw") || (length === 0 && pinFinish !== undefined);
  const stays = isKept || (isEnd && isWorkingTime(calendar, x) && previousWorkingTime(calendar, x) === x);
  earlyStart[node] = stays ? x : nextWorkingTime(calendar, x);
  earlyFinish[node] = addWork(calendar, earlyStart[node]!, length);
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
  const { nodeCount, rowStart, predecessor, type, lag, lagCalendar, duration, calendarOf, calendars, special } =
    network;
  const dates: EarlyDates = {
    earlyStart: new Int32Array(nodeCount),
    earlyFinish: new Int32Array(nodeCount),
    driver: new Int32Array(nodeCount),
  };
  if (network.isPlainContinuous) {
    continuousPass(network, dates);
    return dates;
  }
  const { earlyStart, earlyFinish, driver } = dates;
  const hasSpecial = special.length > 0;
  for (let node = 0; node < nodeCount; node++) {
    if (pinned?.[node] === 1) {
      earlyStart[node] = from!.lateStart[node]!;
      earlyFinish[node] = from!.lateFinish[node]!;
      continue;
    }
    const more = hasSpecial ? special[node] : undefined;
    if (more?.kind === "summary") {
      rollUp(network, node, dates);
      continue;
    }
    let latest = network.start;
    let finishDriven = 0;
    let driving = byStart;
    for (let slot = rowStart[node]!; slot < rowStart[node + 1]!; slot++) {
      const tie = type[slot]!;
      const before = predecessor[slot]!;
      const raw = (tie & 1) === 0 ? earlyFinish[before]! : earlyStart[before]!;
      const reached = lag[slot] === 0 ? raw : addWork(calendars[lagCalendar[slot]!]!, raw, lag[slot]!);
      const at = tie > 1 ? startForFinish(network, node, reached) : reached;
      if (at > latest || (at === latest && driving < 0)) {
        latest = at;
        driving = slot;
        finishDriven = reached;
      }
    }
    driver[node] = driving;
    if (more === undefined) {
      const calendar = calendars[calendarOf[node]!]!;
      earlyStart[node] = nextWorkingTime(calendar, latest);
      earlyFinish[node] = addWork(calendar, earlyStart[node]!, duration[node]!);
    } else placeSpecial(network, node, more, latest, dates);
    if (network.rules.showsDrivenFinishLate && driver[node]! >= 0 && type[driver[node]!] === 2) {
      const calendar = calendars[calendarOf[node]!]!;
      if (!isWorkingTime(calendar, finishDriven)) earlyFinish[node] = nextWorkingTime(calendar, finishDriven);
    }
  }
  return dates;
}

interface LateLike {
  readonly lateStart: Int32Array;
  readonly lateFinish: Int32Array;
}

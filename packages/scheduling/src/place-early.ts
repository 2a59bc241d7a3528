import { addWork, isWorkingTime, nextWorkingTime, previousWorkingTime, subtractWork } from "@evenkeel/calendar";
import { endOfWork, startOfWork } from "./assigned-work.js";
import type { CompiledNetwork, DateConstraint, EarlyDates, SpecialActivity } from "./types.js";

/** Drivers that are no link. */
export const byStart = -1;
/** See `byStart`. */
export const byFixedDate = -2;
/** Codes below this one: -4 minus the place in this list of what holds the start. */
export const firstConstraint = -4;
/** See `firstConstraint`: which constraints set the field of `SpecialActivity` of this place. */
export const constraintKinds: readonly (readonly DateConstraint["kind"][])[] = [
  ["SNET", "SO"],
  ["FNET", "FO"],
  ["SNLT", "SO"],
  ["FNLT", "FO"],
  ["MSO"],
  ["MFO"],
];

/** Latest start that finishing at `at` allows. */
export function startForFinish(network: CompiledNetwork, node: number, at: number): number {
  const calendar = network.calendars[network.calendarOf[node]!]!;
  const length = network.duration[node]!;
  if (length > 0) return subtractWork(calendar, at, length);
  return network.rules.zeroDuration === "snapped" ? at : previousWorkingTime(calendar, at);
}

/** A summary: from the first of its leaves to the last. */
function rollUp(network: CompiledNetwork, node: number, dates: EarlyDates): void {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let slot = network.rowStart[node]!; slot < network.rowEnd[node]!; slot++) {
    first = Math.min(first, dates.earlyStart[network.predecessor[slot]!]!);
    last = Math.max(last, dates.earlyFinish[network.predecessor[slot]!]!);
  }
  dates.earlyStart[node] = first;
  dates.earlyFinish[node] = last;
}

/** The start once constraints have spoken: lower bounds delay it, honoured upper bounds pull it back. */
function constrainedStart(
  network: CompiledNetwork,
  node: number,
  special: SpecialActivity,
  at: number,
  dates: EarlyDates,
): number {
  const isUnlinked = network.rowStart[node] === network.rowEnd[node];
  const replaces = network.rules.boundReplacesStart && isUnlinked;
  const { startFloor, finishFloor, startCap, finishCap } = special;
  let x = at;
  const hold = (date: number, place: number): void => {
    x = date;
    dates.driver[node] = firstConstraint - place;
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
  return x;
}

/** An expected finish after the start sets the duration, unless a link ties the finish. */
function finishAsExpected(
  network: CompiledNetwork,
  node: number,
  special: SpecialActivity,
  start: number,
  dates: EarlyDates,
): void {
  if (special.expectedFinish === undefined || special.expectedFinish < start) return;
  for (let slot = network.rowStart[node]!; slot < network.rowEnd[node]!; slot++) if (network.type[slot]! > 1) return;
  dates.earlyFinish[node] = special.expectedFinish;
}

/** The remaining part of a started activity. */
function placeRemaining(
  network: CompiledNetwork,
  node: number,
  special: SpecialActivity,
  x: number,
  dates: EarlyDates,
): void {
  const calendar = network.calendars[network.calendarOf[node]!]!;
  const { resumeAt = x, movesRemaining, work } = special;
  const earliest = movesRemaining === true ? Math.max(resumeAt, x) : resumeAt;
  const remaining =
    work === undefined ? nextWorkingTime(calendar, earliest) : startOfWork(network, node, work, earliest);
  const length = network.duration[node]!;
  dates.earlyStart[node] = network.rules.startedStartsAt === "remaining" ? remaining : special.fixedStart!;
  dates.earlyFinish[node] = work === undefined ? addWork(calendar, remaining, length) : endOfWork(work, remaining);
  finishAsExpected(network, node, special, remaining, dates);
  dates.driver[node] = byFixedDate;
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
  const { pinStart, pinFinish, kind, work, levelingDelay } = special;
  let x = constrainedStart(network, node, special, at, dates);
  if (kind === "past") {
    earlyStart[node] = earlyFinish[node] = x;
    driver[node] = byFixedDate;
    return;
  }
  if (kind === "fixed") {
    earlyStart[node] = special.fixedStart!;
    earlyFinish[node] = special.fixedFinish!;
    driver[node] = byFixedDate;
    return;
  }
  if (kind === "resumed") {
    placeRemaining(network, node, special, x, dates);
    return;
  }
  if (pinFinish !== undefined) {
    x = startForFinish(network, node, pinFinish);
    driver[node] = firstConstraint - 5;
  }
  if (pinStart !== undefined) {
    x = pinStart;
    driver[node] = firstConstraint - 4;
  }
  if (work !== undefined) {
    const start = startOfWork(network, node, work, x);
    earlyStart[node] = levelingDelay === undefined ? start : startOfWork(network, node, work, start + levelingDelay);
    earlyFinish[node] = endOfWork(work, earlyStart[node]!);
    return;
  }
  const isEnd = kind === "finishMilestone" || (kind === "zero" && network.rules.zeroDuration === "snapped");
  const isKept = (kind === "zero" && network.rules.zeroDuration === "raw") || (length === 0 && pinFinish !== undefined);
  const stays = isKept || (isEnd && isWorkingTime(calendar, x) && previousWorkingTime(calendar, x) === x);
  const start = stays ? x : nextWorkingTime(calendar, x);
  earlyStart[node] = levelingDelay === undefined ? start : nextWorkingTime(calendar, start + levelingDelay);
  earlyFinish[node] = addWork(calendar, earlyStart[node]!, length);
  finishAsExpected(network, node, special, earlyStart[node]!, dates);
}

/** A finish driven by a tie to it, where the tied instant is no time at which this calendar's work ends. */
function showDrivenFinish(network: CompiledNetwork, node: number, reached: number, dates: EarlyDates): void {
  const calendar = network.calendars[network.calendarOf[node]!]!;
  const { drivenFinish } = network.rules;
  if (drivenFinish === "nextWorkingTime") {
    if (!isWorkingTime(calendar, reached)) dates.earlyFinish[node] = nextWorkingTime(calendar, reached);
  } else if (
    reached > dates.earlyFinish[node]! &&
    previousWorkingTime(calendar, reached) === dates.earlyFinish[node]!
  ) {
    dates.earlyFinish[node] = reached;
  }
}

/** Early dates of one activity from those of its predecessors. */
export function placeEarly(network: CompiledNetwork, node: number, dates: EarlyDates): void {
  const { rowStart, rowEnd, predecessor, type, lag, lagCalendar, calendars } = network;
  const { earlyStart, earlyFinish, driver } = dates;
  const more = network.special.length === 0 ? undefined : network.special[node];
  if (more?.kind === "summary") {
    rollUp(network, node, dates);
    return;
  }
  let latest = more?.floor ?? network.start;
  let finishDriven = 0;
  let driving = byStart;
  for (let slot = rowStart[node]!, end = rowEnd[node]!; slot < end; slot++) {
    const tie = type[slot]!;
    const before = predecessor[slot]!;
    const raw = (tie & 1) === 0 ? earlyFinish[before]! : earlyStart[before]!;
    const reached = lag[slot] === 0 ? raw : addWork(calendars[lagCalendar[slot]!]!, raw, lag[slot]!);
    const at = tie > 1 ? startForFinish(network, node, reached) : reached;
    if (
      at > latest ||
      (at === latest && (driving < 0 || (tie > 1 && tie === type[driving] && reached > finishDriven)))
    ) {
      latest = at;
      driving = slot;
      finishDriven = reached;
    }
  }
  driver[node] = driving;
  if (more === undefined) {
    const calendar = calendars[network.calendarOf[node]!]!;
    const length = network.duration[node]!;
    const start = nextWorkingTime(calendar, latest);
    earlyStart[node] = start;
    // Work that begins at `latest` ends when work that begins at the start does, and need not wait for it to be known.
    earlyFinish[node] = length > 0 ? addWork(calendar, latest, length) : start;
  } else placeSpecial(network, node, more, latest, dates);
  if (driver[node]! >= 0 && type[driver[node]!]! > 1 && network.rules.drivenFinish !== "asComputed")
    showDrivenFinish(network, node, finishDriven, dates);
}

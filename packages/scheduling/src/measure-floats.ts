import { addWork, workBetween } from "@evenkeel/calendar";
import { projectFinish } from "./backward-pass.js";
import type { CompiledNetwork, EarlyDates, Floats, LateDates } from "./types.js";

/** How far an activity can slip without moving a successor, or the project's finish where it has none. */
export function freeFloatOf(
  network: CompiledNetwork,
  early: EarlyDates,
  node: number,
  finish: number,
  total: number,
): number {
  const {
    successorRowStart,
    successorRowEnd,
    successor,
    successorSlot,
    type,
    lag,
    lagCalendar,
    calendarOf,
    calendars,
    special,
    rules,
  } = network;
  const own = calendars[calendarOf[node]!]!;
  const isPlain = special.length === 0;
  let least = -1;
  for (let place = successorRowStart[node]!; place < successorRowEnd[node]!; place++) {
    const after = successor[place]!;
    const slot = successorSlot[place]!;
    const tie = type[slot]!;
    const more = isPlain ? undefined : special[after];
    if (tie === 4 || more?.isFinished === true || more?.isInactive === true) continue;
    const from = (tie & 1) === 0 ? early.earlyFinish[node]! : early.earlyStart[node]!;
    const reached = lag[slot] === 0 ? from : addWork(calendars[lagCalendar[slot]!]!, from, lag[slot]!);
    const to = tie > 1 ? early.earlyFinish[after]! : early.earlyStart[after]!;
    if (to <= reached) return 0;
    const calendar = rules.freeFloatCalendar === "predecessor" ? own : calendars[calendarOf[after]!]!;
    const float = workBetween(calendar, reached, to);
    if (least < 0 || float < least) least = float;
  }
  if (least >= 0) return least;
  if (rules.openEndFreeFloat === "totalFloat") return total;
  return Math.max(0, workBetween(own, early.earlyFinish[node]!, finish));
}

/** Floats of one activity; `finish` is the project's. */
export function measureFloat(
  network: CompiledNetwork,
  node: number,
  early: EarlyDates,
  late: LateDates,
  finish: number,
  floats: Floats,
): void {
  const { special, rules } = network;
  const more = special.length === 0 ? undefined : special[node];
  const calendar = network.calendars[network.calendarOf[node]!]!;
  if (more?.kind === "summary" || more?.kind === "past" || more?.lateDates) {
    floats.startFloat[node] = floats.finishFloat[node] = floats.totalFloat[node] = floats.freeFloat[node] = 0;
    return;
  }
  const isStarted = more?.kind === "resumed" || more?.isStarted === true;
  const finishFloat = workBetween(calendar, early.earlyFinish[node]!, late.lateFinish[node]!);
  // A plain activity takes its duration early and late. The late start of a manual one is its late finish less its duration,
  // in working time or not. Both have one float, unless time ends first.
  const isWithinTime = early.earlyFinish[node]! < 0x7fffffff && late.lateStart[node]! > -0x80000000;
  const isOne = more === undefined ? isWithinTime : more.isManual === true;
  const startFloat = isStarted
    ? 0
    : isOne
      ? finishFloat
      : workBetween(calendar, early.earlyStart[node]!, late.lateStart[node]!);
  const least = rules.floatType === "start" ? startFloat : Math.min(startFloat, finishFloat);
  const total = isStarted || rules.floatType === "finish" ? finishFloat : least;
  floats.startFloat[node] = startFloat;
  floats.finishFloat[node] = finishFloat;
  floats.totalFloat[node] = total;
  floats.freeFloat[node] = freeFloatOf(network, early, node, finish, total);
}

/**
 * Floats of every activity on its own calendar: how far it can slip without moving the project's end or a successor.
 *
 * Total float may be negative; free float is not. A finished activity has none; a started one has its finish float as total.
 *
 * @param network - compiled by `compileNetwork`
 * @param early - of `forwardPass`
 * @param late - of `backwardPass`
 * @returns per node working ticks
 *
 * Issues: none.
 * Time O(n + m) calendar steps, space O(n).
 * Source: Kelley (1961), "Critical-path planning and scheduling: mathematical basis", doi:10.1287/opre.9.3.296.
 *
 * @example
 * const compiled = orThrow(compileSchedule({ start: "1970-01-01T08:00", activities: [{ id: "a", durationMinutes: 480 }, { id: "b", durationMinutes: 60 }] }));
 * const early = forwardPass(compiled.network);
 * measureFloats(compiled.network, early, backwardPass(compiled.network, early)).totalFloat; // => Int32Array(2) [ 0, 4200 ]
 */
export function measureFloats(network: CompiledNetwork, early: EarlyDates, late: LateDates): Floats {
  const { nodeCount } = network;
  const of = (): Int32Array => new Int32Array(nodeCount);
  const floats: Floats = { totalFloat: of(), freeFloat: of(), startFloat: of(), finishFloat: of() };
  const finish = projectFinish(network, early);
  for (let node = 0; node < nodeCount; node++) measureFloat(network, node, early, late, finish, floats);
  return floats;
}

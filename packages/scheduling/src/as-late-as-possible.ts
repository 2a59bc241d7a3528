import { addWork, nextWorkingTime, previousWorkingTime, subtractWork } from "@evenkeel/calendar";
import { projectFinish } from "./backward-pass.js";
import { forwardPass } from "./forward-pass.js";
import type { CompiledNetwork, EarlyDates, LateDates } from "./types.js";

/** Moves as-late-as-possible activities up to their successors' early dates, in place: they use free float only. */
function intoFreeFloat(network: CompiledNetwork, early: EarlyDates): void {
  const { successorRowStart, successorRowEnd, successor, successorSlot, type, lag, lagCalendar, calendars, special } =
    network;
  const end = projectFinish(network, early);
  for (let node = network.nodeCount - 1; node >= 0; node--) {
    const more = special[node];
    if (more?.isAlap !== true) continue;
    const calendar = calendars[network.calendarOf[node]!]!;
    const length = network.duration[node]!;
    const startFor = (finish: number): number => subtractWork(calendar, previousWorkingTime(calendar, finish), length);
    const isOpen = successorRowStart[node] === successorRowEnd[node];
    let start = isOpen ? startFor(end) : Number.POSITIVE_INFINITY;
    for (let place = successorRowStart[node]!; place < successorRowEnd[node]!; place++) {
      const slot = successorSlot[place]!;
      const tie = type[slot]!;
      const after = successor[place]!;
      if (tie === 4) start = Math.min(start, startFor(end));
      else {
        const to = tie > 1 ? early.earlyFinish[after]! : early.earlyStart[after]!;
        const at = subtractWork(calendars[lagCalendar[slot]!]!, to, lag[slot]!);
        start = Math.min(start, (tie & 1) === 0 ? startFor(at) : at);
      }
    }
    const isEnd = more.kind === "finishMilestone" || more.kind === "zero";
    const moved = (isEnd ? previousWorkingTime : nextWorkingTime)(calendar, start);
    if (moved <= early.earlyStart[node]!) continue;
    early.earlyStart[node] = moved;
    early.earlyFinish[node] = addWork(calendar, moved, length);
  }
}

/**
 * Early dates once as-late-as-possible activities have moved: into their free float (`freeFloat`), or to their
 * late dates, so that they push their successors (`totalFloat`). The same dates where there are none.
 */
export function placeAlap(network: CompiledNetwork, early: EarlyDates, late: LateDates): EarlyDates {
  if (!network.special.some((more) => more?.isAlap === true)) return early;
  if (network.rules.alapUses === "freeFloat" && !network.rules.fromFinish) {
    const moved = { ...early, earlyStart: early.earlyStart.slice(), earlyFinish: early.earlyFinish.slice() };
    intoFreeFloat(network, moved);
    return moved;
  }
  const pinned = Uint8Array.from({ length: network.nodeCount }, (_, node) => (network.special[node]?.isAlap ? 1 : 0));
  const moved = forwardPass(network, pinned, late);
  for (let node = 0; node < network.nodeCount; node++) {
    if (pinned[node] === 0) continue;
    moved.earlyStart[node] = early.earlyStart[node]!;
    moved.earlyFinish[node] = early.earlyFinish[node]!;
    moved.driver[node] = early.driver[node]!;
  }
  return moved;
}

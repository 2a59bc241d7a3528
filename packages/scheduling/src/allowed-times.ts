import {
  addWork,
  type CompiledCalendar,
  isWorkingTime,
  nextWorkingTime,
  previousWorkingTime,
  subtractWork,
} from "@evenkeel/calendar";
import { startForFinish } from "./place-early.js";
import type { CompiledNetwork, EarlyDates } from "./types.js";

/** Which end of an activity a bound is about. */
export type End = "start" | "finish";

/** The end of the predecessor that a link of this code ties. */
export const endBefore = (tie: number): End => ((tie & 1) === 0 ? "finish" : "start");

/** Tick at which a link lets its successor's end be, and the start of the successor that this means. */
export function proposalOf(
  network: CompiledNetwork,
  slot: number,
  node: number,
  early: Pick<EarlyDates, "earlyStart" | "earlyFinish">,
): { reached: number; start: number } {
  const { type, predecessor, lag, lagCalendar, calendars } = network;
  const tie = type[slot]!;
  const before = predecessor[slot]!;
  const raw = endBefore(tie) === "finish" ? early.earlyFinish[before]! : early.earlyStart[before]!;
  const reached = lag[slot] === 0 ? raw : addWork(calendars[lagCalendar[slot]!]!, raw, lag[slot]!);
  return { reached, start: tie > 1 ? startForFinish(network, node, reached) : reached };
}

/** The latest tick from which so much work ahead (a lag, a lead) reaches no further than `bound`. */
function latestBefore(calendar: CompiledCalendar, work: number, bound: number): number {
  if (work >= 0) return work === 0 ? bound : subtractWork(calendar, bound, work);
  // Going back lands on the latest tick of its kind, so the first tick that lands beyond the bound is the one to stay under.
  return addWork(calendar, bound + 1, -work) - 1;
}

/** Of a cap: the latest proposal of a start with which the activity's end lies no working time behind `cap`. */
export function latestForCap(network: CompiledNetwork, node: number, end: End, cap: number): number {
  const calendar = network.calendars[network.calendarOf[node]!]!;
  const length = end === "finish" ? network.duration[node]! : 0;
  return length === 0 ? nextWorkingTime(calendar, cap) : subtractWork(calendar, cap, length);
}

/** The latest proposal of a start with which the activity's end, as it is placed, is at most `bound`. */
export function latestForEnd(network: CompiledNetwork, node: number, end: End, bound: number): number {
  const calendar = network.calendars[network.calendarOf[node]!]!;
  const length = network.duration[node]!;
  if (end === "finish" && length > 0) return subtractWork(calendar, bound, length);
  const kind = network.special[node]?.kind;
  if (kind === "past" || (kind === "zero" && network.rules.zeroDuration === "raw")) return bound;
  if (kind === "finishMilestone" || kind === "zero") {
    return isWorkingTime(calendar, bound) ? bound : previousWorkingTime(calendar, bound);
  }
  return nextWorkingTime(calendar, bound) === bound ? bound : previousWorkingTime(calendar, bound) - 1;
}

/** The latest end of the predecessor with which a link proposes a start of at most `bound`: the exact inverse of `proposalOf`. */
export function latestForLink(network: CompiledNetwork, slot: number, node: number, bound: number): number {
  const calendar = network.calendars[network.calendarOf[node]!]!;
  const length = network.duration[node]!;
  let reached = bound;
  if (network.type[slot]! > 1) {
    if (length > 0) reached = latestBefore(calendar, -length, bound);
    else if (network.rules.zeroDuration === "raw") reached = nextWorkingTime(calendar, bound);
  }
  return latestBefore(network.calendars[network.lagCalendar[slot]!]!, network.lag[slot]!, reached);
}

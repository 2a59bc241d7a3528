import { addWork, nextWorkingTime } from "@evenkeel/calendar";
import { proposalOf } from "./allowed-times.js";
import type { CompiledNetwork, EarlyDates } from "./types.js";

/** Whether the link of a slot fixes the early dates of its successor. Dates that are set by hand or mandatory follow no link. */
export function isDriving(network: CompiledNetwork, early: EarlyDates, slot: number, node: number): boolean {
  const special = network.special[node];
  const calendar = network.calendars[network.calendarOf[node]!]!;
  if (special?.kind === "summary") {
    const before = network.predecessor[slot]!;
    return early.earlyFinish[before] === early.earlyFinish[node] || early.earlyStart[before] === early.earlyStart[node];
  }
  if (special?.kind === "fixed" || special?.pinStart !== undefined || special?.pinFinish !== undefined) return false;
  const { start } = proposalOf(network, slot, node, early);
  if (special?.kind === "resumed") {
    if (!network.rules.movesWorkAfterDataDate || start < special.resumeAt!) return false;
    return addWork(calendar, nextWorkingTime(calendar, start), network.duration[node]!) === early.earlyFinish[node];
  }
  return start === early.earlyStart[node] || nextWorkingTime(calendar, start) === early.earlyStart[node];
}

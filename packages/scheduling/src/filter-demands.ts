import { addWork, isWorkingTime, nextWorkingTime, previousWorkingTime, workBetween } from "@evenkeel/calendar";
import { proposalOf } from "./allowed-times.js";
import type { Demand } from "./stated-bounds.js";
import { type DemandPlan, groundOf } from "./trace-conflict.js";

/** What a demand is known by. */
export const keyOf = ({ path }: Demand): string => path.join("/");

/** Where the rules put a start that is proposed. */
function placed({ compiled: { network } }: DemandPlan, node: number, at: number): number {
  const calendar = network.calendars[network.calendarOf[node]!]!;
  const kind = network.special[node]?.kind;
  if (kind === "past" || (kind === "zero" && network.rules.zeroDuration === "raw")) return at;
  const isEnd = kind === "finishMilestone" || kind === "zero";
  return isEnd && isWorkingTime(calendar, at) && previousWorkingTime(calendar, at) === at
    ? at
    : nextWorkingTime(calendar, at);
}

/** Whether the earliest dates of these nodes (rising), under the kept demands alone, break one of the kept caps. */
function breaks(plan: DemandPlan, nodes: readonly number[], kept: ReadonlySet<string>, mustFinishBy: boolean): boolean {
  const { compiled, bounds } = plan;
  const { network, linkPositions } = compiled;
  const earlyStart: Record<number, number> = {};
  const earlyFinish: Record<number, number> = {};
  const dates = { earlyStart, earlyFinish } as unknown as { earlyStart: Int32Array; earlyFinish: Int32Array };
  for (const node of nodes) {
    const special = network.special[node];
    const calendar = network.calendars[network.calendarOf[node]!]!;
    let latest = Number.NEGATIVE_INFINITY;
    let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (let slot = network.rowStart[node]!; slot < network.rowEnd[node]!; slot++) {
      const before = network.predecessor[slot]!;
      if (earlyStart[before] === undefined) continue;
      if (network.type[slot] === 4) {
        first = Math.min(first, earlyStart[before]);
        last = Math.max(last, earlyFinish[before]!);
      } else if (kept.has(`links/${linkPositions[network.linkOf[slot]!]}`)) {
        latest = Math.max(latest, proposalOf(network, slot, node, dates).start);
      }
    }
    if (special?.kind === "summary") {
      [earlyStart[node], earlyFinish[node]] = [first, last];
      continue;
    }
    const { floors, caps } = bounds[node]!;
    const isManual = floors.some(({ demand }) => demand.kind === "manual" && kept.has(keyOf(demand)));
    for (const cap of caps) {
      if (cap.demand.kind === "manual" && isManual && latest > cap.start) return true;
    }
    latest = Math.max(latest, groundOf(plan, node));
    for (const { demand, start } of floors) if (kept.has(keyOf(demand))) latest = Math.max(latest, start);
    const isFixed = isManual || (special?.kind === "fixed" && special.isManual !== true);
    if (special?.kind === "resumed") latest = Math.max(latest, special.resumeAt!);
    const start = isFixed ? special!.fixedStart! : placed(plan, node, latest);
    earlyFinish[node] = isFixed ? special!.fixedFinish! : addWork(calendar, start, network.duration[node]!);
    const isUnderWay = special?.kind === "resumed" && !network.rules.retainsFinished;
    earlyStart[node] = isUnderWay ? special.fixedStart! : start;
    if (special?.isFinished === true || special?.kind === "past") continue;
    for (const { demand, end, tick } of caps) {
      if (demand.kind === "manual" || !kept.has(keyOf(demand))) continue;
      if (workBetween(calendar, tick, end === "start" ? start : earlyFinish[node]!) > 0) return true;
    }
    if (mustFinishBy && workBetween(calendar, network.mustFinishBy!, earlyFinish[node]!) > 0) return true;
  }
  return false;
}

/**
 * Takes out, one after the other, every demand without which the rest still cannot be kept.
 *
 * Source: Chinneck and Dravnieks (1991), "Locating minimal infeasible constraint sets in linear programs",
 * doi:10.1287/ijoc.3.2.157 (deletion filter).
 */
export function filterDemands(
  plan: DemandPlan,
  demands: readonly Demand[],
  nodes: readonly number[],
): readonly Demand[] | undefined {
  const rising = [...new Set(nodes)].sort((a, b) => a - b);
  const kept = new Set(demands.map(keyOf));
  const isBroken = (): boolean => breaks(plan, rising, kept, kept.has("mustFinishBy"));
  if (!isBroken()) return undefined;
  for (const demand of demands) {
    kept.delete(keyOf(demand));
    if (!isBroken()) kept.add(keyOf(demand));
  }
  return demands.filter((demand) => kept.has(keyOf(demand)));
}

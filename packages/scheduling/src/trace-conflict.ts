import { type End, endBefore, latestForEnd, latestForLink, proposalOf } from "./allowed-times.js";
import type { CompiledSchedule } from "./compile-schedule.js";
import { type Bound, type Bounds, type Demand, demandOfLink } from "./stated-bounds.js";
import type { EarlyDates } from "./types.js";

/** The plan as demands, with its earliest dates and what is stated on each node. */
export interface DemandPlan {
  readonly compiled: CompiledSchedule;
  readonly early: EarlyDates;
  readonly bounds: readonly Bounds[];
}

/** How a cap is broken: demands and nodes from the cap back to what pushes. */
export interface Trace {
  readonly demands: readonly Demand[];
  readonly nodes: readonly number[];
  /** The nodes, and the other parts of summaries among them: all that the demands act on. */
  readonly scope: readonly number[];
  /** The first activity is held by progress, a fact. */
  readonly isHeldByProgress: boolean;
  /** More than one chain was needed, or one link stands for several ties: less may do. */
  readonly mayHoldMore: boolean;
}

/** The start of a node that no demand asks for: the project's, or what replaces it under the rules. */
export function groundOf({ compiled: { network }, bounds }: DemandPlan, node: number): number {
  const { rules, rowStart, rowEnd, special, start } = network;
  if (special[node]?.kind === "resumed" && !rules.movesWorkAfterDataDate) return Number.NEGATIVE_INFINITY;
  if (!rules.boundReplacesStart || rowStart[node] !== rowEnd[node]) return start;
  return bounds[node]!.floors.reduce(
    (least, floor) => (floor.demand.kind === "manual" ? least : Math.min(least, floor.start)),
    start,
  );
}

/** Whether a link of this slot stands for several ties, one end being a summary. */
function isOfSummary({ input, outline, network, linkPositions }: CompiledSchedule, slot: number): boolean {
  const { predecessor, successor } = input.links![linkPositions[network.linkOf[slot]!]!]!;
  return [predecessor, successor].some((id) => outline.isSummary[outline.positionOf.get(id)!] === 1);
}

/** The link that proposes the latest start of a node, when that is behind `allowed`; of equals the first. */
function pushingSlot({ compiled: { network }, early }: DemandPlan, node: number, allowed: number): number {
  let [latest, found] = [allowed, -1];
  for (let slot = network.rowStart[node]!; slot < network.rowEnd[node]!; slot++) {
    const { start } = proposalOf(network, slot, node, early);
    if (start > latest) [latest, found] = [start, slot];
  }
  return found;
}

/**
 * Goes back from a broken cap to what breaks it. At each node the nearest sufficient reason ends the walk, so no shorter
 * end of the chain breaks the cap: the set is deletion-minimal. Several obligations arise only where a summary's start
 * holds, since that waits for all its parts.
 */
export function traceConflict(plan: DemandPlan, node: number, cap: Bound): Trace {
  const { compiled, early, bounds } = plan;
  const { network } = compiled;
  const demands: Demand[] = [cap.demand];
  const nodes: number[] = [];
  const others: number[] = [];
  let isHeldByProgress = false;
  let mayHoldMore = false;
  const seen = new Set<number>();
  const todo: [node: number, allowed: number][] = [];

  const follow = (at: number, end: End, bound: number): void => {
    if (network.special[at]?.kind !== "summary") {
      todo.push([at, latestForEnd(network, at, end, bound)]);
      return;
    }
    nodes.push(at);
    mayHoldMore = true;
    const parts = [...network.predecessor.subarray(network.rowStart[at]!, network.rowEnd[at]!)];
    for (const part of parts) others.push(part);
    if (end === "start") for (const part of parts) follow(part, end, bound);
    else {
      const onItsOwn = parts.find((part) => groundOf(plan, part) > latestForEnd(network, part, end, bound));
      const last = parts.reduce((most, part) => (early.earlyFinish[part]! > early.earlyFinish[most]! ? part : most));
      follow(onItsOwn ?? last, end, bound);
    }
  };
  const back = (at: number, allowed: number): void => {
    const slot = pushingSlot(plan, at, allowed);
    if (slot === -1) {
      mayHoldMore = true;
      return;
    }
    if (!seen.has(slot)) {
      seen.add(slot);
      demands.push(demandOfLink(compiled, slot)!);
      mayHoldMore ||= isOfSummary(compiled, slot);
    }
    const bound = latestForLink(network, slot, at, allowed);
    const before = network.predecessor[slot]!;
    const special = network.special[before];
    const isPast = special?.kind === "resumed" && !network.rules.retainsFinished;
    if (isPast && endBefore(network.type[slot]!) === "start") {
      nodes.push(before);
      isHeldByProgress = true;
    } else follow(before, endBefore(network.type[slot]!), bound);
  };

  if (cap.demand.kind === "manual") {
    nodes.push(node);
    back(node, cap.start);
  } else todo.push([node, cap.start]);
  for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
    const [at, allowed] = next;
    nodes.push(at);
    const special = network.special[at];
    const isFact = special?.kind === "fixed" && special.isManual !== true;
    if (isFact || (special?.kind === "resumed" && special.resumeAt! > allowed)) isHeldByProgress = true;
    else if (groundOf(plan, at) <= allowed) {
      const floor = bounds[at]!.floors.find(({ start, demand }) => start > allowed || demand.kind === "manual");
      if (floor === undefined) back(at, allowed);
      else demands.push(floor.demand);
    }
  }
  return { demands, nodes, scope: [...nodes, ...others], isHeldByProgress, mayHoldMore };
}

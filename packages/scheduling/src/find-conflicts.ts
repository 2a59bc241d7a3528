import { workBetween, type ZoneRules } from "@evenkeel/calendar";
import { ok, type Result } from "@evenkeel/kernel";
import { latestForCap, proposalOf } from "./allowed-times.js";
import { type CompiledSchedule, compileSchedule } from "./compile-schedule.js";
import { cyclesOf } from "./cycles-of.js";
import { filterDemands, keyOf } from "./filter-demands.js";
import { forwardPass } from "./forward-pass.js";
import { linkTypes } from "./resolve-links.js";
import { asDemands, type Bound, boundsOf, type Demand } from "./stated-bounds.js";
import { type DemandPlan, groundOf, traceConflict } from "./trace-conflict.js";
import type { ScheduleInput } from "./types.js";

export type { Demand } from "./stated-bounds.js";

/** Demands that cannot be kept together. */
export interface Conflict {
  /** `dates`: a cap that earliest dates break; `cycle`: activities that wait for each other. */
  readonly kind: "dates" | "cycle";
  /** From what pushes to what breaks; of a cycle its links in order. */
  readonly demands: readonly Demand[];
  /** Ids along them: from the first pushed to the one that is late; of a cycle the shortest, its first id again at the end. */
  readonly activities: readonly string[];
  /** Take back any one demand, and the rest can be kept. */
  readonly isMinimal: boolean;
  /** Of dates: what holds the first activity where no demand does. */
  readonly heldBy?: "projectStart" | "dataDate" | "actual";
  /** Of dates: the broken date, the earliest that the demands allow, and working minutes between. */
  readonly required?: string;
  readonly earliest?: string;
  readonly lateMinutes?: number;
  /** Of a cycle: all activities that wait for each other. */
  readonly members?: readonly string[];
}

/** All that was found. */
export interface Conflicts {
  /** Cycles, then dates, the latest first. */
  readonly conflicts: readonly Conflict[];
  /** Broken dates that were left out because of `most`. */
  readonly omitted: number;
  /** Working minutes by which the whole project misses `mustFinishBy`; 0 where it keeps it. */
  readonly overrunMinutes: number;
}

interface Breach {
  readonly node: number;
  readonly cap: Bound;
  readonly earliest: number;
  /** Working ticks. */
  readonly late: number;
}

/** A set is at most so large to be filtered: each of its demands costs a pass over its activities. */
const mostFiltered = 1000;

function findCycles(compiled: CompiledSchedule): Conflict[] {
  const { network, input, positions, linkPositions } = compiled;
  const idOf = (node: number): string => input.activities[positions[node]!]!.id;
  return cyclesOf(network).map(({ nodes, links, members }) => {
    const demands = Array.from(links, (link): Demand[] => {
      const place = linkPositions[link]!;
      if (place === -1) return [];
      const { id, predecessor, successor, type = linkTypes[0]! } = input.links![place]!;
      const found: Demand = { kind: "link", path: ["links", place], predecessor, successor, type };
      return [id === undefined ? found : { ...found, linkId: id }];
    }).flat();
    const chain = Array.from(nodes, idOf);
    return {
      kind: "cycle",
      demands,
      activities: [...chain, chain[0]!],
      isMinimal: true,
      members: Array.from(members, idOf),
    };
  });
}

/** Broken dates of the project's finish: where it is broken first along a chain. One activity too late by itself stands for all. */
function ofMustFinishBy(plan: DemandPlan, breaches: readonly Breach[]): readonly Breach[] {
  const { network } = plan.compiled;
  const isAlone = ({ node, cap }: Breach): boolean => {
    const special = network.special[node];
    if (special?.kind === "fixed" && special.isManual !== true) return true;
    return groundOf(plan, node) > cap.start || (special?.kind === "resumed" && special.resumeAt! > cap.start);
  };
  if (breaches.length === 0) return breaches;
  const alone = breaches.filter(isAlone);
  if (alone.length > 0) return [alone.reduce((worst, each) => (each.late > worst.late ? each : worst))];
  const isOver = new Uint8Array(network.nodeCount);
  for (const { node } of breaches) isOver[node] = 1;
  // Behind one that is too late, a chain holds a smaller set already.
  const isBehind = new Uint8Array(network.nodeCount);
  for (let node = 0; node < network.nodeCount; node++) {
    const before = network.predecessor.subarray(network.rowStart[node]!, network.rowEnd[node]!);
    if (before.some((each) => isOver[each] === 1 || isBehind[each] === 1)) isBehind[node] = 1;
  }
  return breaches.filter(({ node }) => isBehind[node] === 0 && network.special[node]?.kind !== "summary");
}

/** Every broken cap, the latest first. */
function findBreaches(plan: DemandPlan): { breaches: readonly Breach[]; overrun: number } {
  const { compiled, early, bounds } = plan;
  const { network } = compiled;
  const { mustFinishBy } = network;
  const breaches: Breach[] = [];
  const ofFinish: Breach[] = [];
  for (let node = 0; node < network.nodeCount; node++) {
    const special = network.special[node];
    if (special?.isFinished === true || special?.kind === "past") continue;
    const calendar = network.calendars[network.calendarOf[node]!]!;
    for (const cap of bounds[node]!.caps) {
      let earliest = cap.end === "start" ? early.earlyStart[node]! : early.earlyFinish[node]!;
      if (cap.demand.kind === "manual") {
        for (let slot = network.rowStart[node]!; slot < network.rowEnd[node]!; slot++)
          earliest = Math.max(earliest, proposalOf(network, slot, node, early).start);
      }
      const late = workBetween(calendar, cap.tick, earliest);
      if (late > 0) breaches.push({ node, cap, earliest, late });
    }
    if (mustFinishBy === undefined) continue;
    const late = workBetween(calendar, mustFinishBy, early.earlyFinish[node]!);
    if (late <= 0) continue;
    const demand: Demand = { kind: "mustFinishBy", path: ["mustFinishBy"], at: compiled.input.mustFinishBy! };
    const start = latestForCap(network, node, "finish", mustFinishBy);
    const cap: Bound = { demand, end: "finish", tick: mustFinishBy, start };
    ofFinish.push({ node, cap, earliest: early.earlyFinish[node]!, late });
  }
  const all = breaches.concat(ofMustFinishBy(plan, ofFinish));
  const overrun = ofFinish.reduce((most, { late }) => Math.max(most, late), 0);
  return { breaches: all.sort((a, b) => b.late - a.late || a.node - b.node), overrun };
}

function toConflict(plan: DemandPlan, { node, cap, earliest, late }: Breach): Conflict {
  const { network, clock, input, positions } = plan.compiled;
  const { demands, nodes, scope, isHeldByProgress, mayHoldMore } = traceConflict(plan, node, cap);
  const filtered = mayHoldMore && demands.length <= mostFiltered ? filterDemands(plan, demands, scope) : undefined;
  const kept = filtered ?? demands;
  const ids = [...nodes].reverse().map((each) => input.activities[positions[network.activityOf[each]!]!]!.id);
  const isPushedByDemand = kept.some((each) => each !== cap.demand && each.kind !== "link");
  return {
    kind: "dates",
    demands: [...kept].reverse(),
    activities: [...new Set(ids)],
    isMinimal: !mayHoldMore || filtered !== undefined,
    ...(isPushedByDemand ? {} : { heldBy: isHeldByProgress ? "actual" : plan.compiled.startsBy }),
    required: clock.write(cap.tick),
    earliest: clock.write(earliest),
    lateMinutes: late / 10,
  };
}

/**
 * Which constraints, deadlines, dates set by hand and links cannot be kept together, as sets to which every member is needed.
 *
 * For each date that the earliest possible dates break: the links from what pushes to what breaks. Take back one of the
 * set, and the rest of the set can be kept (others may still stand). Durations, progress and the start of the project are
 * taken as facts. A set is not the only one for its date, and not always the smallest. Mandatory dates count as demands
 * that cut no link; wishes to be late count for nothing. What is broken only on paper, by no working time, is kept.
 *
 * @param input - plain data; not mutated
 * @param options - `most` broken dates to explain, the latest first (default 100); `zoneRules` as for `schedule`
 * @returns cycles, and sets of demands; none when all can be kept
 *
 * Issues: those of `compileSchedule`.
 * Time O((n + m) log n), and O(links into its activities) for each set; of summaries' links up to 1000 passes over the set.
 * Space O(n + m).
 * Source: own, on longest paths: Kelley and Walker (1959); deletion filter after Chinneck and Dravnieks (1991).
 *
 * @example
 * const activities = [{ id: "a", durationMinutes: 960 }, { id: "b", durationMinutes: 960, deadline: "2026-12-03" }];
 * const plan = { start: "2026-12-01", activities, links: [{ predecessor: "a", successor: "b" }] };
 * const { conflicts } = orThrow(findConflicts(plan));
 * conflicts[0].demands.map(({ kind }) => kind); // => ["link", "deadline"]
 */
export function findConflicts(
  input: ScheduleInput,
  options: { readonly most?: number; readonly zoneRules?: ZoneRules } = {},
): Result<Conflicts> {
  const { most = 100, zoneRules } = options;
  const made = compileSchedule(asDemands(input), zoneRules);
  if (!made.ok) return made;
  const compiled = made.value;
  const { network } = compiled;
  const bounds = Array.from({ length: network.nodeCount }, (_, node) => boundsOf(compiled, node, input));
  const plan: DemandPlan = { compiled, early: forwardPass(network), bounds };
  const { breaches, overrun } = findBreaches(plan);
  const sets = new Map<string, Conflict>();
  for (const breach of breaches.slice(0, most)) {
    const conflict = toConflict(plan, breach);
    const key = conflict.demands.map(keyOf).sort().join();
    if (!sets.has(key)) sets.set(key, conflict);
  }
  const omitted = Math.max(0, breaches.length - most);
  return ok(
    { conflicts: [...findCycles(compiled), ...sets.values()], omitted, overrunMinutes: overrun / 10 },
    made.issues,
  );
}

import type { ZoneRules } from "@evenkeel/calendar";
import { issue, ok, type Result, refuse } from "@evenkeel/kernel";
import { isDriving } from "./is-driving.js";
import { dateNetwork, floatsOfLink } from "./link-floats.js";
import { nodeOf } from "./longest-path.js";
import type { CompiledNetwork, ScheduleInput } from "./types.js";

/** One chain of activities, each on one path alone. */
export interface FloatPath {
  /** From 1, the most pressing first. */
  readonly number: number;
  /** Ids in order of time. */
  readonly activities: readonly string[];
  /** The activity of an earlier path that it ends in; absent for the path that holds the chosen activity. */
  readonly joins?: string;
  /** Working minutes of the link that the path was chosen by; absent for a path without one. */
  readonly floatMinutes?: number;
}

interface Cone {
  readonly network: CompiledNetwork;
  /** Nodes that the chosen one waits for, and itself, rising. */
  readonly nodes: readonly number[];
  /** Per node 1 once it is on a path. */
  readonly isTaken: Uint8Array;
  /** Per slot: the lower goes first. */
  readonly rank: Float64Array;
}

function slotsInto({ network: { rowStart, rowEnd } }: Cone, node: number): number[] {
  return Array.from({ length: rowEnd[node]! - rowStart[node]! }, (_, k) => rowStart[node]! + k);
}

const lowest = ({ rank }: Cone, slots: readonly number[]): number | undefined =>
  slots.length === 0 ? undefined : slots.reduce((best, slot) => (rank[slot]! < rank[best]! ? slot : best));

/** From a node back along the lowest links to what is free, in order of time. */
function goBack(cone: Cone, from: number): number[] {
  const path: number[] = [];
  for (let at: number | undefined = from; at !== undefined; ) {
    cone.isTaken[at] = 1;
    path.push(at);
    const slot = lowest(
      cone,
      slotsInto(cone, at).filter((each) => cone.isTaken[cone.network.predecessor[each]!] === 0),
    );
    at = slot === undefined ? undefined : cone.network.predecessor[slot]!;
  }
  return path.reverse();
}

interface Found {
  readonly nodes: readonly number[];
  readonly slot?: number;
  readonly joins?: number;
}

/** The longest path to the chosen activity, then ever the free predecessor of a taken one with the lowest link, and its way back. */
function* byFreeFloat(cone: Cone): Generator<Found> {
  const { network, nodes, isTaken, rank } = cone;
  yield { nodes: goBack(cone, nodes.at(-1)!) };
  for (;;) {
    let [best, joins] = [-1, -1];
    for (const node of nodes) {
      if (isTaken[node] === 0) continue;
      for (let slot = network.rowStart[node]!; slot < network.rowEnd[node]!; slot++) {
        if (isTaken[network.predecessor[slot]!] === 0 && (best === -1 || rank[slot]! < rank[best]!))
          [best, joins] = [slot, node];
      }
    }
    if (best === -1) return;
    yield { nodes: goBack(cone, network.predecessor[best]!), slot: best, joins };
  }
}

/** Ever the lowest link with a free end: from it back to an open start, and forward until a taken activity or the chosen one. */
function* byTotalFloat(cone: Cone): Generator<Found> {
  const { network, nodes, isTaken, rank } = cone;
  const target = nodes.at(-1)!;
  const isIn = new Set(nodes);
  const ahead = (node: number): { slot: number; node: number } | undefined => {
    let best: { slot: number; node: number } | undefined;
    for (let place = network.successorRowStart[node]!; place < network.successorRowEnd[node]!; place++) {
      const [slot, after] = [network.successorSlot[place]!, network.successor[place]!];
      if (isIn.has(after) && (best === undefined || rank[slot]! < rank[best.slot]!)) best = { slot, node: after };
    }
    return best;
  };
  if (nodes.length === 1) yield { nodes: goBack(cone, target) };
  for (;;) {
    let [slot, after] = [-1, -1];
    for (const node of nodes) {
      for (const each of slotsInto(cone, node)) {
        const isFree = isTaken[node] === 0 || isTaken[network.predecessor[each]!] === 0;
        if (isFree && (slot === -1 || rank[each]! < rank[slot]!)) [slot, after] = [each, node];
      }
    }
    if (slot === -1) return;
    const before = network.predecessor[slot]!;
    const path = isTaken[before] === 0 ? goBack(cone, before) : [];
    let at: number | undefined = after;
    while (at !== undefined && isTaken[at] === 0) {
      isTaken[at] = 1;
      path.push(at);
      at = at === target ? undefined : ahead(at)?.node;
    }
    yield { nodes: path, slot, ...(at === undefined ? {} : { joins: at }) };
  }
}

/**
 * Chains of activities that lead to a chosen one, the most pressing first: what delays it next, once the first is sped up.
 *
 * By free float: the longest path, then ever the chain whose link into an earlier path leaves the least free float. By
 * total float: ever the chain through the link of the lowest total float. Ties: a driving link goes first, then the one
 * whose predecessor finishes last, then topological order. Every activity that the chosen one waits for is on one path.
 *
 * @param input - plain data; not mutated
 * @param activityId - the activity the paths end in
 * @param options - `by` (default free float), `most` paths (default 10), `zoneRules` as for `schedule`
 * @returns paths, numbered
 *
 * Issues: those of `compileSchedule`; scheduling/unknown-activity.
 * Time O((n + m) log n), and O(n + m) for each path; space O(n + m).
 * Source: Primavera P6 (multiple float paths); relationship floats after Boyle and Kelly (2020), AACE International.
 *
 * @example
 * const activities = [{ id: "a", durationMinutes: 960 }, { id: "b", durationMinutes: 480 }, { id: "c", durationMinutes: 60 }];
 * const links = [{ predecessor: "a", successor: "c" }, { predecessor: "b", successor: "c" }];
 * orThrow(floatPaths({ start: "2026-12-01", activities, links }, "c")).map((path) => path.activities); // => [ [ "a", "c" ], [ "b" ] ]
 */
export function floatPaths(
  input: ScheduleInput,
  activityId: string,
  options: { readonly by?: "freeFloat" | "totalFloat"; readonly most?: number; readonly zoneRules?: ZoneRules } = {},
): Result<readonly FloatPath[]> {
  const { by = "freeFloat", most = 10, zoneRules } = options;
  const made = dateNetwork(input, zoneRules);
  if (!made.ok) return made;
  const { compiled, early } = made.value;
  const { network, positions } = compiled;
  const target = nodeOf(compiled, activityId);
  if (target === undefined) {
    const about = { path: ["activityId"], subject: [activityId], facts: { id: activityId } };
    return refuse([issue("scheduling/unknown-activity", about)]);
  }
  const isIn = new Uint8Array(network.nodeCount);
  isIn[target] = 1;
  const floats = new Float64Array(network.predecessor.length);
  const candidates: { slot: number; drives: boolean; finish: number }[] = [];
  for (let node = target; node >= 0; node--) {
    if (isIn[node] === 0) continue;
    for (let slot = network.rowStart[node]!; slot < network.rowEnd[node]!; slot++) {
      const before = network.predecessor[slot]!;
      isIn[before] = 1;
      const { free, total } = floatsOfLink(made.value, slot, node);
      floats[slot] = by === "freeFloat" ? free : total;
      candidates.push({ slot, drives: isDriving(network, early, slot, node), finish: early.earlyFinish[before]! });
    }
  }
  // Driving links lead by free float: on mixed calendars one may show float where another, not driving, shows none.
  candidates.sort((a, b) => {
    const drive = Number(b.drives) - Number(a.drives);
    const float = floats[a.slot]! - floats[b.slot]!;
    return (by === "freeFloat" ? drive || float : float || drive) || b.finish - a.finish || a.slot - b.slot;
  });
  const rank = new Float64Array(network.predecessor.length);
  candidates.forEach(({ slot }, place) => {
    rank[slot] = place;
  });
  const nodes = Array.from(isIn.keys()).filter((node) => isIn[node] === 1);
  const cone: Cone = { network, nodes, isTaken: new Uint8Array(network.nodeCount), rank };
  const idOf = (node: number): string => input.activities[positions[network.activityOf[node]!]!]!.id;
  const paths: FloatPath[] = [];
  for (const { nodes: chain, slot, joins } of by === "freeFloat" ? byFreeFloat(cone) : byTotalFloat(cone)) {
    if (paths.length >= most) break;
    paths.push({
      number: paths.length + 1,
      activities: chain.map(idOf),
      ...(joins === undefined ? {} : { joins: idOf(joins) }),
      ...(slot === undefined ? {} : { floatMinutes: floats[slot]! / 10 }),
    });
  }
  return ok(paths, made.issues);
}

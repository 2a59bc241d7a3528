import type { ZoneRules } from "@evenkeel/calendar";
import { issue, ok, type Result, refuse } from "@evenkeel/kernel";
import type { CompiledSchedule } from "./compile-schedule.js";
import { isDriving } from "./is-driving.js";
import { dateNetwork } from "./link-floats.js";
import { longestPathNodes } from "./longest-path-nodes.js";
import type { ScheduleInput } from "./types.js";

/** All that makes the project, or one activity, end when it does. */
export interface LongestPath {
  /** Ids, every activity behind those that drive it; summaries that pass a link on are among them. */
  readonly activities: readonly string[];
  /** Positions of the driving links between them in the input, rising. */
  readonly links: readonly number[];
}

/** The node of an activity that has dates of its own. */
export function nodeOf({ network, input, positions }: CompiledSchedule, id: string): number | undefined {
  const node = network.activityOf.findIndex((activity) => input.activities[positions[activity]!]!.id === id);
  return node === -1 || network.special[node]?.kind === "summary" ? undefined : node;
}

/**
 * The longest path as Primavera P6 has it: what finishes last, traced back along every driving link.
 *
 * Unlike `criticalPath`, which follows one chain, all drivers of a date are in it, so parallel chains of equal length all
 * show. Floats play no part: it holds on mixed calendars, with constraints, and for a project with negative float. A
 * constraint, a mandatory date or progress cuts what comes before it unless a link proposes the same date.
 *
 * @param input - plain data; not mutated
 * @param options - `to`: the activity to end in instead of those that finish last; `zoneRules` as for `schedule`
 * @returns activities and links of the path
 *
 * Issues: those of `compileSchedule`; scheduling/unknown-activity.
 * Time O((n + m) log n), space O(n + m).
 * Source: AACE International (2010), recommended practice 49R-06, "Identifying the critical path" (longest path); driving
 * where the proposal, moved to working time, is the early start.
 *
 * @example
 * const activities = [{ id: "a", durationMinutes: 960 }, { id: "b", durationMinutes: 960 }, { id: "c", durationMinutes: 60 }];
 * const links = [{ predecessor: "a", successor: "c" }, { predecessor: "b", successor: "c" }];
 * orThrow(longestPath({ start: "2026-12-01", activities, links })).activities; // => ["a", "b", "c"]
 */
export function longestPath(
  input: ScheduleInput,
  options: { readonly to?: string; readonly zoneRules?: ZoneRules } = {},
): Result<LongestPath> {
  const made = dateNetwork(input, options.zoneRules);
  if (!made.ok) return made;
  const { compiled, early } = made.value;
  const { network, positions, linkPositions } = compiled;
  const last = options.to === undefined ? undefined : nodeOf(compiled, options.to);
  if (options.to !== undefined && last === undefined)
    return refuse([
      issue("scheduling/unknown-activity", { path: ["to"], subject: [options.to], facts: { id: options.to } }),
    ]);
  const isOn = longestPathNodes(network, early, last === undefined ? undefined : [last]);
  const links = new Set<number>();
  for (let node = 0; node < network.nodeCount; node++) {
    if (isOn[node] === 0) continue;
    for (let slot = network.rowStart[node]!; slot < network.rowEnd[node]!; slot++) {
      if (isDriving(network, early, slot, node)) links.add(linkPositions[network.linkOf[slot]!]!);
    }
  }
  links.delete(-1);
  const activities = Array.from(network.activityOf).flatMap((activity, node) =>
    isOn[node] === 1 ? [input.activities[positions[activity]!]!.id] : [],
  );
  return ok({ activities, links: [...links].sort((a, b) => a - b) }, made.issues);
}

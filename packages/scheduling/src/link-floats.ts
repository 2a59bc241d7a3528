import { workBetween, type ZoneRules } from "@evenkeel/calendar";
import { ok, type Result } from "@evenkeel/kernel";
import { proposalOf } from "./allowed-times.js";
import { type CompiledSchedule, compileSchedule } from "./compile-schedule.js";
import { isDriving } from "./is-driving.js";
import { linkTypes } from "./resolve-links.js";
import { runPasses } from "./run-passes.js";
import type { EarlyDates, LateDates, LinkType, ScheduleInput } from "./types.js";

/** A network with the dates that its links are judged by. */
export interface DatedNetwork {
  readonly compiled: CompiledSchedule;
  readonly early: EarlyDates;
  readonly late: LateDates;
}

/** Runs all passes. */
export function dateNetwork(input: ScheduleInput, zoneRules: ZoneRules | undefined): Result<DatedNetwork> {
  const made = compileSchedule(input, zoneRules);
  if (!made.ok) return made;
  const { network, early, late } = runPasses(made.value.network);
  return ok({ compiled: { ...made.value, network }, early, late }, made.issues);
}

/** How far an end of the predecessor can move before the link moves its successor's early (free) or late (total) date, in working ticks. */
export function floatsOfLink(
  { compiled: { network }, early, late }: DatedNetwork,
  slot: number,
  node: number,
): { free: number; total: number } {
  const { calendars, calendarOf, predecessor, type, rules } = network;
  const before = predecessor[slot]!;
  const tie = type[slot]!;
  const own = calendars[calendarOf[node]!]!;
  const ofFree = rules.freeFloatCalendar === "predecessor" ? calendars[calendarOf[before]!]! : own;
  if (tie === 4) {
    return {
      free: workBetween(ofFree, early.earlyFinish[before]!, early.earlyFinish[node]!),
      total: workBetween(own, early.earlyFinish[before]!, late.lateFinish[node]!),
    };
  }
  const { reached } = proposalOf(network, slot, node, early);
  const [soon, latest] = tie > 1 ? [early.earlyFinish, late.lateFinish] : [early.earlyStart, late.lateStart];
  return { free: workBetween(ofFree, reached, soon[node]!), total: workBetween(own, reached, latest[node]!) };
}

/** A link with its floats, in working minutes. */
export interface LinkFloat {
  /** Position in the input's links. */
  readonly position: number;
  readonly linkId?: string;
  readonly predecessor: string;
  readonly successor: string;
  readonly type: LinkType;
  /** Fixes the early dates of its successor. */
  readonly isDriving: boolean;
  readonly freeFloatMinutes: number;
  readonly totalFloatMinutes: number;
}

/**
 * Every link with its own floats, and whether it drives.
 *
 * A link counts as an activity as long as its lag: its free float is what it leaves to its successor's early date, its
 * total float what it leaves to the late one; both may be negative where a mandatory date or a cap wins. Free float on
 * the calendar of the rules, total float on the successor's. A link drives when its proposal, moved to working time, is
 * the early start, not merely when its float is none: on different calendars the two differ.
 *
 * @param input - plain data; not mutated
 * @param zoneRules - as for `schedule`
 * @returns links in the order of the input; those without dates, or of inactive activities, are left out; a link into a
 * summary stands once, driving where it drives any part, with the least floats
 *
 * Issues: those of `compileSchedule`.
 * Time O((n + m) log n), space O(n + m).
 * Source: Boyle and Kelly (2020), relationship floats, AACE International; Primavera P6's rule for driving relationships.
 *
 * @example
 * const activities = [{ id: "a", durationMinutes: 960 }, { id: "b", durationMinutes: 480 }, { id: "c", durationMinutes: 60 }];
 * const links = [{ predecessor: "a", successor: "c" }, { predecessor: "b", successor: "c" }];
 * orThrow(linkFloats({ start: "2026-12-01", activities, links })).map((link) => [link.isDriving, link.freeFloatMinutes]); // => [ [ true, 0 ], [ false, 480 ] ]
 */
export function linkFloats(input: ScheduleInput, zoneRules?: ZoneRules): Result<readonly LinkFloat[]> {
  const made = dateNetwork(input, zoneRules);
  if (!made.ok) return made;
  const { network, linkPositions } = made.value.compiled;
  const found = new Map<number, LinkFloat>();
  for (let node = 0; node < network.nodeCount; node++) {
    for (let slot = network.rowStart[node]!; slot < network.rowEnd[node]!; slot++) {
      const position = linkPositions[network.linkOf[slot]!]!;
      if (position === -1) continue;
      const { id, predecessor, successor } = input.links![position]!;
      const { free, total } = floatsOfLink(made.value, slot, node);
      const known = found.get(position);
      found.set(position, {
        position,
        ...(id === undefined ? {} : { linkId: id }),
        predecessor,
        successor,
        type: linkTypes[network.type[slot]!]!,
        isDriving: known?.isDriving === true || isDriving(network, made.value.early, slot, node),
        freeFloatMinutes: Math.min(known?.freeFloatMinutes ?? Number.POSITIVE_INFINITY, free / 10),
        totalFloatMinutes: Math.min(known?.totalFloatMinutes ?? Number.POSITIVE_INFINITY, total / 10),
      });
    }
  }
  return ok(
    [...found.values()].sort((a, b) => a.position - b.position),
    made.issues,
  );
}

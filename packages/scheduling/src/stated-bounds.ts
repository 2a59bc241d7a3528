import type { Issue } from "@evenkeel/kernel";
import { type End, latestForCap } from "./allowed-times.js";
import type { CompiledSchedule } from "./compile-schedule.js";
import { startForFinish } from "./place-early.js";
import type { DateConstraint, LinkType, ScheduleInput } from "./types.js";

/** Something a planner stated and can take back; `path` leads to it in the input. */
export interface Demand {
  readonly kind: "constraint" | "deadline" | "mustFinishBy" | "manual" | "link";
  readonly path: Issue["path"];
  /** Of all but links and `mustFinishBy`. */
  readonly activityId?: string;
  readonly constraint?: DateConstraint["kind"];
  /** As stated; of all but links. */
  readonly at?: string;
  readonly linkId?: string;
  readonly predecessor?: string;
  readonly successor?: string;
  readonly type?: LinkType;
  readonly lagMinutes?: number;
}

/** A date that holds one end of an activity: a floor says not before, a cap not after. */
export interface Bound {
  readonly demand: Demand;
  readonly end: End;
  readonly tick: number;
  /** Of a floor, the start it asks for; of a cap, the latest proposal of a start that keeps it. */
  readonly start: number;
}

/** Of one node. */
export interface Bounds {
  readonly floors: readonly Bound[];
  readonly caps: readonly Bound[];
}

const none: Bounds = { floors: [], caps: [] };
const ends: Partial<Record<DateConstraint["kind"], { floor?: End; cap?: End }>> = {
  SNET: { floor: "start" },
  FNET: { floor: "finish" },
  SNLT: { cap: "start" },
  FNLT: { cap: "finish" },
  SO: { floor: "start", cap: "start" },
  FO: { floor: "finish", cap: "finish" },
  MSO: { floor: "start", cap: "start" },
  MFO: { floor: "finish", cap: "finish" },
};
const fromSide: readonly string[] = ["SNET", "FNET", "SO", "MSO"];

/**
 * A plan as pure demands, those of what has not started: mandatory dates hold both ways yet cut no link, caps do not pull, nothing is as late as
 * possible. What its earliest dates break cannot be kept together.
 */
export function asDemands(input: ScheduleInput): ScheduleInput {
  const kindOf: Partial<Record<DateConstraint["kind"], DateConstraint["kind"]>> = {
    MSO: "SO",
    MFO: "FO",
    ALAP: "ASAP",
  };
  const parents = new Set(input.activities.map(({ parentId }) => parentId));
  return {
    ...input,
    options: {
      ...input.options,
      honorsLateBounds: false,
      multipleCriticalPaths: false,
      fromFinish: false,
      drivenFinish: "asComputed",
    },
    activities: input.activities.map(({ constraints, ...row }) => {
      // What has started is a fact, and bounds of a summary are its parts' own affair.
      if (constraints === undefined || row.actualStart !== undefined || parents.has(row.id)) return row;
      return { ...row, constraints: constraints.map((each) => ({ ...each, kind: kindOf[each.kind] ?? each.kind })) };
    }),
  };
}

/** The bounds stated on the activity of one node; `stated` holds the kinds as the planner wrote them. */
export function boundsOf(compiled: CompiledSchedule, node: number, stated: ScheduleInput): Bounds {
  const { network, clock, positions } = compiled;
  const position = positions[network.activityOf[node]!]!;
  const row = stated.activities[position]!;
  if (row.constraints === undefined && row.deadline === undefined && row.manual === undefined) return none;
  const special = network.special[node];
  const floors: Bound[] = [];
  const caps: Bound[] = [];
  const of = { path: ["activities", position], activityId: row.id };
  if (special?.kind === "summary" || special?.kind === "past" || special?.isFinished === true) return { floors, caps };
  const calendar = network.calendars[network.calendarOf[node]!]!;
  const floor = (demand: Demand, end: End, tick: number): void => {
    floors.push({ demand, end, tick, start: end === "start" ? tick : startForFinish(network, node, tick) });
  };
  const cap = (demand: Demand, end: End, tick: number): void => {
    caps.push({ demand, end, tick, start: latestForCap(network, node, end, tick) });
  };
  if (special?.isManual === true) {
    const demand: Demand = { kind: "manual", ...of, path: [...of.path, "manual"], at: row.manual!.start };
    floor(demand, "start", special.fixedStart!);
    cap(demand, "start", special.fixedStart!);
  } else if (special?.kind !== "fixed" && special?.kind !== "resumed") {
    (row.constraints ?? []).forEach(({ kind, at }, place) => {
      if (at === undefined) return;
      const tick = clock.read(at, of.path, calendar, fromSide.includes(kind) ? "from" : "to");
      if (tick === undefined) return;
      const demand: Demand = {
        kind: "constraint",
        ...of,
        path: [...of.path, "constraints", place],
        constraint: kind,
        at,
      };
      if (ends[kind]?.floor !== undefined) floor(demand, ends[kind].floor, tick);
      if (ends[kind]?.cap !== undefined) cap(demand, ends[kind].cap, tick);
    });
  }
  if (row.deadline !== undefined) {
    const tick = clock.read(row.deadline, of.path, calendar, "to");
    const demand: Demand = { kind: "deadline", ...of, path: [...of.path, "deadline"], at: row.deadline };
    if (tick !== undefined) cap(demand, "finish", tick);
  }
  return { floors, caps };
}

/** The demand of one link. */
export function demandOfLink(compiled: CompiledSchedule, slot: number): Demand | undefined {
  const { network, input, linkPositions } = compiled;
  const place = linkPositions[network.linkOf[slot]!]!;
  if (place === -1) return undefined;
  const { id, predecessor, successor, type = "FS" } = input.links![place]!;
  const found: Demand = {
    kind: "link",
    path: ["links", place],
    predecessor,
    successor,
    type,
    lagMinutes: network.lag[slot]! / 10,
  };
  return id === undefined ? found : { ...found, linkId: id };
}

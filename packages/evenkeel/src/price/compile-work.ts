import { workBetween } from "@evenkeel/calendar";
import { openItems, type WorkPlan } from "@evenkeel/core";
import { compareText, formatDay, type Issue, issue } from "@evenkeel/kernel";
import type { ScheduledActivity } from "@evenkeel/scheduling";
import type { SchedulePlanOptions } from "../review/plan-parts.js";
import { compileParts, type WorkPart } from "./compile-parts.js";
import { compileWorkers, mondayBefore, type Worker } from "./workers.js";

/** Effort of one person on one item. */
export interface Job {
  readonly assignmentId: string;
  readonly itemId: string;
  readonly node: number;
  readonly worker: Worker;
  /** Ticks of work, > 0. */
  readonly effort: number;
  /** Minutes of work a working minute, as the given schedule spreads it. */
  readonly rate: number;
  /** Nothing of it lies before this tick. */
  readonly floor: number;
  /** A tick as a local time of its project. */
  readonly write: (tick: number) => string;
}

/** A node with its row in the given schedule. */
export interface ListedNode {
  readonly node: number;
  readonly row: ScheduledActivity;
  /** It has begun: when does not change any more. */
  readonly isBegun: boolean;
  /** A tick as a local time of its project. */
  readonly write: (tick: number) => string;
}

/** A plan as list scheduling takes it: nodes of all projects, numbered through. */
export interface CompiledWork {
  readonly parts: readonly WorkPart[];
  readonly nodeCount: number;
  /** Per node; empty for those that are no work: summaries and what takes no part. */
  readonly itemIds: readonly string[];
  /** Per node, ticks of the given schedule. */
  readonly start: Int32Array;
  readonly finish: Int32Array;
  /** Per node, whether links and capacity may move it, capacity alone, or nothing. */
  readonly holds: Uint8Array;
  /** Per node, its place in the priority list; 0 = as soon as its predecessors are placed. */
  readonly priority: Int32Array;
  readonly jobs: readonly Job[];
  /** Jobs of a node. */
  readonly jobsOf: ReadonlyMap<number, readonly number[]>;
  readonly workers: ReadonlyMap<string, Worker>;
  /** Assignments with effort that no limit binds: of teams and resources, or on items without dates. */
  readonly unlaid: number;
  /** Nodes that are work, with their rows in the given schedule, by item id. */
  readonly listed: readonly ListedNode[];
  /** Monday before all of it, from which a person's working time is counted. */
  readonly origin: number;
  /** Ticks of a local midnight. */
  readonly midnight: (day: number) => number;
  readonly issues: readonly Issue[];
}

/** What may move a node. */
export const free = 0;
/** See `free`: its start was set by a person, a mandatory date or an actual. */
export const held = 1;
/** See `free`: it is done. */
export const done = 2;

function holdOf({ compiled: { network } }: WorkPart, node: number): number {
  const more = network.special[node];
  if (more === undefined) return free;
  const { kind, pinStart, pinFinish, startCap, finishCap, isFinished, movesRemaining } = more;
  if (kind === "past" || isFinished === true) return done;
  const isPinned = pinStart !== undefined || pinFinish !== undefined;
  const isPulled = network.rules.honorsLateBounds && (startCap !== undefined || finishCap !== undefined);
  const isStarted = kind === "resumed" && movesRemaining !== true;
  return kind === "fixed" || isPinned || isPulled || isStarted ? held : free;
}

interface Nodes extends Pick<CompiledWork, "nodeCount" | "start" | "finish" | "holds" | "priority" | "listed"> {
  readonly itemIds: string[];
  /** When the remaining part of started work begins. */
  readonly resumes: Float64Array;
}

/** Dates of the given schedule by node, and the priority list: early start, then float, rank, id. */
function readNodes(plan: WorkPlan, parts: readonly WorkPart[]): Nodes {
  const nodeCount = parts.reduce((sum, { compiled }) => sum + compiled.network.nodeCount, 0);
  const [start, finish] = [new Int32Array(nodeCount), new Int32Array(nodeCount)];
  const [early, resumes] = [new Int32Array(nodeCount), new Float64Array(nodeCount)];
  const holds = new Uint8Array(nodeCount);
  const priority = new Int32Array(nodeCount);
  const itemIds: string[] = Array(nodeCount).fill("");
  const ranks = new Map((plan.items ?? []).map(({ id, rank }) => [id, rank ?? Number.POSITIVE_INFINITY]));
  const listed: ListedNode[] = [];
  for (const part of parts) {
    const { compiled, schedule, firstNode } = part;
    const { network, clock, positions, input } = compiled;
    const rows = new Map(schedule.activities.map((row) => [row.id, row]));
    const read = (text: string): number => clock.read(text, [], undefined, "from") ?? 0;
    for (let own = 0; own < network.nodeCount; own++) {
      const node = firstNode + own;
      const more = network.special[own];
      if (more?.kind === "summary" || more?.isInactive === true) continue;
      const row = rows.get(input.activities[positions[network.activityOf[own]!]!]!.id)!;
      const isBegun = more?.kind === "past" || more?.kind === "resumed";
      itemIds[node] = row.id;
      start[node] = read(isBegun ? row.earlyStart : row.start);
      finish[node] = read(isBegun ? row.earlyFinish : row.finish);
      early[node] = read(row.earlyStart);
      holds[node] = holdOf(part, own);
      resumes[node] = Math.max(start[node]!, more?.resumeAt ?? Number.NEGATIVE_INFINITY);
      listed.push({ node, row, isBegun, write: clock.write });
    }
  }
  const byId = listed.sort((a, b) => compareText(a.row.id, b.row.id));
  const rank = ({ row: { id } }: ListedNode): number => ranks.get(id)!;
  const byPriority = [...byId].sort(
    (a, b) =>
      early[a.node]! - early[b.node]! ||
      a.row.totalFloatMinutes - b.row.totalFloatMinutes ||
      (rank(a) === rank(b) ? 0 : rank(a) - rank(b)),
  );
  byPriority.forEach(({ node }, at) => {
    priority[node] = at + 1;
  });
  return { nodeCount, itemIds, start, finish, holds, priority, listed: byId, resumes };
}

function jobsOf(
  plan: WorkPlan,
  { listed, start, finish, holds, resumes }: Nodes,
  workers: ReadonlyMap<string, Worker>,
): { readonly jobs: Job[]; readonly unlaid: number } {
  const nodeOf = new Map(listed.filter(({ node }) => holds[node] !== done).map((each) => [each.row.id, each]));
  const open = new Set(openItems(plan).map(({ id }) => id));
  let unlaid = 0;
  const jobs = (plan.assignments ?? []).flatMap((row): Job[] => {
    const { effortMinutes, actualEffortMinutes = 0 } = row;
    const minutes =
      row.remainingEffortMinutes ??
      (effortMinutes === undefined ? 0 : Math.max(0, effortMinutes - actualEffortMinutes));
    if (minutes <= 0 || row.role !== "responsible" || !open.has(row.itemId)) return [];
    const worker = workers.get(row.personId ?? "");
    const found = nodeOf.get(row.itemId);
    if (worker === undefined || found === undefined) {
      unlaid++;
      return [];
    }
    const { node, write } = found;
    const effort = minutes * 10;
    const floor = Math.min(resumes[node]!, Math.max(start[node]!, finish[node]!));
    const room = workBetween(worker.calendar, floor, finish[node]!);
    const units = row.units !== undefined && row.units > 0 ? row.units : 1;
    const rate = room > 0 ? effort / room : units;
    return [{ assignmentId: row.id, itemId: row.itemId, node, worker, effort, rate, floor, write }];
  });
  // Two of one item share what room there is in the order of their ids.
  return { jobs: jobs.sort((a, b) => compareText(a.assignmentId, b.assignmentId)), unlaid };
}

/** Compiles a plan for list scheduling: its schedule, people's time, and the effort of open work. */
export function compileWork(plan: WorkPlan, options: SchedulePlanOptions): CompiledWork {
  const { parts, issues: said, zone, zoneRules } = compileParts(plan, options);
  const issues = [...said];
  const nodes = readNodes(plan, parts);
  const { start, finish, itemIds } = nodes;
  let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  itemIds.forEach((id, node) => {
    if (id === "") return;
    from = Math.min(from, start[node]!);
    to = Math.max(to, finish[node]!);
  });
  if (from === Number.POSITIVE_INFINITY) from = to = 0;
  const working = new Set((plan.assignments ?? []).map(({ personId }) => personId));
  const people = (plan.people ?? []).filter(({ id }) => working.has(id));
  const workers = compileWorkers(plan, people, { from, to }, zone, zoneRules, issues);
  const { jobs, unlaid } = jobsOf(plan, nodes, workers);
  const byNode = new Map<number, number[]>();
  jobs.forEach(({ node }, at) => {
    const known = byNode.get(node) ?? [];
    byNode.set(node, known);
    known.push(at);
  });
  const clock = parts[0]?.compiled.clock;
  if (jobs.length === 0 && parts.length > 0)
    issues.push(issue("evenkeel/no-planned-effort", { severity: "warning", path: ["assignments"] }));
  return {
    ...nodes,
    parts,
    jobs,
    jobsOf: byNode,
    workers,
    unlaid,
    origin: mondayBefore(from),
    midnight: (day) => clock?.read(`${formatDay(day)}T00:00`, [], undefined, "from") ?? day * 14_400,
    issues,
  };
}

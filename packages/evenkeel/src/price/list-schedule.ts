import {
  addWork,
  isWorkingTime,
  nextWorkingTime,
  previousWorkingTime,
  subtractWork,
  workBetween,
} from "@evenkeel/calendar";
import type { CompiledNetwork } from "@evenkeel/scheduling";
import type { WorkPart } from "./compile-parts.js";
import { type CompiledWork, done, free } from "./compile-work.js";
import { NodeQueue } from "./node-queue.js";
import { type EffortPieces, emptyProfile, layEffort, type RateProfile } from "./rate-profile.js";
import type { Worker } from "./workers.js";

/** Dates by node in ticks, and by job where its effort lies in the working time of its person since the origin. */
export interface ListSchedule {
  readonly start: Int32Array;
  readonly finish: Int32Array;
  readonly pieces: readonly EffortPieces[];
}

/** Where the successor may start by its links, of the dates of predecessors so far. */
function startByLinks(network: CompiledNetwork, own: number, first: number, { start, finish }: ListSchedule): number {
  const { rowStart, rowEnd, predecessor, type, lag, lagCalendar, calendars, duration } = network;
  const calendar = calendars[network.calendarOf[own]!]!;
  let latest = Number.NEGATIVE_INFINITY;
  for (let slot = rowStart[own]!; slot < rowEnd[own]!; slot++) {
    const tie = type[slot]!;
    const before = first + predecessor[slot]!;
    const raw = (tie & 1) === 0 ? finish[before]! : start[before]!;
    const reached = lag[slot] === 0 ? raw : addWork(calendars[lagCalendar[slot]!]!, raw, lag[slot]!);
    if (tie < 2) latest = Math.max(latest, reached);
    else if (duration[own]! > 0) latest = Math.max(latest, subtractWork(calendar, reached, duration[own]!));
    else {
      const isRaw = network.rules.zeroDuration === "snapped";
      latest = Math.max(latest, isRaw ? reached : previousWorkingTime(calendar, reached));
    }
  }
  return latest;
}

/** The start of an activity that may begin at `at`: when its own work, or that of its resources, can happen. */
function startFrom(network: CompiledNetwork, own: number, at: number): number {
  const calendar = network.calendars[network.calendarOf[own]!]!;
  const more = network.special[own];
  if (more?.work !== undefined && network.rules.resourceCalendars !== "alone")
    return more.work.reduce(
      (least, work) => Math.min(least, nextWorkingTime(work.calendar, at)),
      Number.POSITIVE_INFINITY,
    );
  if (network.duration[own]! > 0 || more?.kind === "startMilestone") return nextWorkingTime(calendar, at);
  return isWorkingTime(calendar, at) || previousWorkingTime(calendar, at) === at ? at : nextWorkingTime(calendar, at);
}

/** The end of an activity that starts at `at` and has all the hands it is planned with. */
function finishFrom(network: CompiledNetwork, own: number, at: number): number {
  const more = network.special[own];
  if (more?.work === undefined)
    return addWork(network.calendars[network.calendarOf[own]!]!, at, network.duration[own]!);
  return more.work.reduce(
    (most, { calendar, length, resumeAt = at }) => Math.max(most, addWork(calendar, Math.max(resumeAt, at), length)),
    at,
  );
}

/** One pass of the serial schedule generation scheme. */
class ListPass {
  readonly start: Int32Array;
  readonly finish: Int32Array;
  readonly pieces: EffortPieces[];
  readonly #profiles = new Map<string, RateProfile>();
  readonly #work: CompiledWork;
  readonly #capacityOf: (worker: Worker) => number;

  constructor(work: CompiledWork, capacityOf: (worker: Worker) => number) {
    this.#work = work;
    this.#capacityOf = capacityOf;
    this.start = Int32Array.from(work.start);
    this.finish = Int32Array.from(work.finish);
    this.pieces = Array.from(work.jobs, (): EffortPieces => []);
  }

  /** A summary, from the first of its leaves to the last. */
  #rollUp({ predecessor, rowStart, rowEnd }: CompiledNetwork, own: number, first: number): void {
    let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (let slot = rowStart[own]!; slot < rowEnd[own]!; slot++) {
      from = Math.min(from, this.start[first + predecessor[slot]!]!);
      to = Math.max(to, this.finish[first + predecessor[slot]!]!);
    }
    this.start[first + own] = from;
    this.finish[first + own] = to;
  }

  /** Lays the effort of a node; how long it waits for hands, and when the last of them is done. */
  #layJobs(node: number, shift: number): { readonly begun: number; readonly ended: number } {
    const { jobs, jobsOf, origin } = this.#work;
    let [begun, ended] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (const at of jobsOf.get(node) ?? []) {
      const { worker, floor, rate, effort } = jobs[at]!;
      const profile = this.#profiles.get(worker.id) ?? emptyProfile();
      this.#profiles.set(worker.id, profile);
      const from = workBetween(worker.calendar, origin, Math.max(floor, shift));
      const laid = layEffort(profile, from, rate, effort, this.#capacityOf(worker));
      this.pieces[at] = laid;
      const waits = laid[0]! > from;
      const first = addWork(worker.calendar, origin, Math.floor(laid[0]! + 1e-6));
      begun = Math.min(begun, waits ? nextWorkingTime(worker.calendar, first) : Number.NEGATIVE_INFINITY);
      ended = Math.max(ended, addWork(worker.calendar, origin, Math.ceil(laid.at(-2)! - 1e-6)));
    }
    return { begun, ended };
  }

  place({ compiled: { network }, firstNode }: WorkPart, own: number): void {
    const node = firstNode + own;
    if (network.special[own]?.kind === "summary") this.#rollUp(network, own, firstNode);
    const { itemIds, holds, start: planned, finish: plannedFinish } = this.#work;
    if (itemIds[node] === "" || holds[node] === done) return;
    const byLinks = holds[node] === free ? startByLinks(network, own, firstNode, this) : Number.NEGATIVE_INFINITY;
    const isLater = byLinks > planned[node]!;
    const linked = isLater ? startFrom(network, own, byLinks) : planned[node]!;
    const { begun, ended } = this.#layJobs(node, linked);
    const start = holds[node] === free && Number.isFinite(begun) ? Math.max(linked, begun) : linked;
    this.start[node] = start;
    const alone = start > planned[node]! ? finishFrom(network, own, start) : plannedFinish[node]!;
    this.finish[node] = Math.max(alone, ended);
  }
}

/**
 * Serial schedule generation scheme: the activities in the order of their priority, each as soon as its predecessors are
 * placed, its links allow it and its people have room. Feasible, not optimal.
 *
 * @param work - compiled; not mutated
 * @param capacityOf - minutes of work a working minute, > 0; Infinity = no limit
 *
 * Time O((n + m) log n), and per job the stretches of its person's time it passes; space O(n + m + stretches).
 * Source: Kolisch (1996), "Serial and parallel resource-constrained project scheduling methods revisited",
 * doi:10.1016/0377-2217(95)00357-6.
 */
export function listSchedule(work: CompiledWork, capacityOf: (worker: Worker) => number): ListSchedule {
  const { parts, priority, nodeCount } = work;
  const pass = new ListPass(work, capacityOf);
  const waiting = new Int32Array(nodeCount);
  const partOf: WorkPart[] = [];
  const queue = new NodeQueue(priority);
  for (const part of parts) {
    const { network } = part.compiled;
    for (let own = 0; own < network.nodeCount; own++) {
      const node = part.firstNode + own;
      partOf.push(part);
      waiting[node] = network.rowEnd[own]! - network.rowStart[own]!;
      if (waiting[node] === 0) queue.push(node);
    }
  }
  for (let node = queue.pop(); node !== undefined; node = queue.pop()) {
    const part = partOf[node]!;
    const { network } = part.compiled;
    const own = node - part.firstNode;
    pass.place(part, own);
    for (let at = network.successorRowStart[own]!; at < network.successorRowEnd[own]!; at++) {
      const next = part.firstNode + network.successor[at]!;
      if (--waiting[next]! === 0) queue.push(next);
    }
  }
  return pass;
}

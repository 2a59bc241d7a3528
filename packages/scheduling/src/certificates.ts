import { addWork, nextWorkingTime, subtractWork, workBetween } from "@evenkeel/calendar";
import { projectFinish } from "./backward-pass.js";
import type { CompiledSchedule } from "./compile-schedule.js";
import { byFixedDate, byStart } from "./place-early.js";
import { noBound } from "./place-late.js";
import { runPasses } from "./run-passes.js";
import type { CompiledNetwork, EarlyDates, LateDates, SpecialActivity } from "./types.js";

/** What makes a date what it is: `end` bounds what nothing else does, `ownFinish` where every open end has its own. */
export type Reason =
  | "link"
  | "start"
  | "constraint"
  | "actual"
  | "manual"
  | "outside"
  | "rollUp"
  | "asLateAsPossible"
  | "end"
  | "ownFinish";

/** Why a date is where it is; ticks. */
export interface DateProof {
  readonly at: number;
  readonly by: Reason;
  /** Of a link: its number in the network, the date at its other end, and where its lag leads from there. */
  readonly link?: number;
  readonly from?: number;
  readonly reached?: number;
}

/**
 * Why each value of an activity is what it is: the start, and the late finish, by what holds them; the other dates follow by
 * the calendar. Ticks. Of a started activity the dates are those of its remaining part.
 */
export interface Certificate {
  readonly node: number;
  readonly id: string;
  /** Early start and finish before as-late-as-possible activities moved; absent where none did. */
  readonly first?: readonly [number, number];
  readonly earlyStart: DateProof;
  readonly earlyFinish: number;
  readonly lateStart: number;
  readonly lateFinish: DateProof;
  /** Working ticks. */
  readonly startFloat: number;
  readonly finishFloat: number;
  readonly totalFloat: number;
  /** With the link that leaves so little; none for an open end. */
  readonly freeFloat: { readonly work: number; readonly link?: number };
}

interface Proving {
  readonly network: CompiledNetwork;
  /** Dates, and drivers, of the activities. */
  readonly early: EarlyDates;
  readonly late: LateDates;
  /** Whether successors see the late dates of as-late-as-possible activities. */
  readonly pushes: boolean;
}

const fixedBy = (more: SpecialActivity | undefined): Reason =>
  more?.isManual === true ? "manual" : more?.isApart === true ? "outside" : "actual";

/** What holds the early start of an activity, from what its pass left as driver. */
function startProof({ network, early, late, pushes }: Proving, node: number): DateProof {
  const { type, predecessor, lag, lagCalendar, calendars, linkOf, special } = network;
  const at = early.earlyStart[node]!;
  const slot = early.driver[node]!;
  if (special[node]?.kind === "summary") return { at, by: "rollUp" };
  if (slot < 0)
    return { at, by: slot === byStart ? "start" : slot === byFixedDate ? fixedBy(special[node]) : "constraint" };
  const before = predecessor[slot]!;
  const isLate = pushes && special[before]?.isAlap === true;
  const isFinish = (type[slot]! & 1) === 0;
  const [earlyDates, lateDates] = isFinish ? [early.earlyFinish, late.lateFinish] : [early.earlyStart, late.lateStart];
  const from = (isLate ? lateDates : earlyDates)[before]!;
  const reached = addWork(calendars[lagCalendar[slot]!]!, from, lag[slot]!);
  return { at, by: "link", link: linkOf[slot]!, from, reached };
}

/** Places of the successors' rows by the number of their link, so that equals are told alike whatever their order. */
function placesByLink(
  { successorRowStart, successorRowEnd, successorSlot, linkOf }: CompiledNetwork,
  node: number,
): number[] {
  const places = [];
  for (let place = successorRowStart[node]!; place < successorRowEnd[node]!; place++) places.push(place);
  return places.sort((a, b) => linkOf[successorSlot[a]!]! - linkOf[successorSlot[b]!]!);
}

/** What bounds the late finish of an activity, before its own calendar. */
function lateProof(proving: Proving, node: number, end: number): Omit<DateProof, "at"> {
  const { network, early, late } = proving;
  const { type, lag, lagCalendar, calendars, successor, successorSlot, linkOf, special, rules } = network;
  const own = special[node];
  const calendar = calendars[network.calendarOf[node]!]!;
  const length = lengthOf(proving, node);
  const isSnapped = rules.zeroDuration === "snapped";
  const forStart = (at: number): number =>
    length === 0 && isSnapped && own !== undefined ? at : addWork(calendar, nextWorkingTime(calendar, at), length);
  if (own?.lateDates !== undefined) return { by: fixedBy(own) };
  if (own?.pinStart !== undefined || own?.pinFinish !== undefined) return { by: "constraint" };
  const places = placesByLink(network, node);
  let bound = rules.multipleCriticalPaths && places.length === 0 ? early.earlyFinish[node]! : end;
  let proof: Omit<DateProof, "at"> = { by: rules.multipleCriticalPaths && places.length === 0 ? "ownFinish" : "end" };
  const offer = (at: number, reason: Omit<DateProof, "at">): void => {
    if (at >= bound) return;
    bound = at;
    proof = reason;
  };
  for (const place of places) {
    const after = successor[place]!;
    const slot = successorSlot[place]!;
    const tie = type[slot]!;
    const more = special[after];
    if (more?.isFinished === true || more?.isInactive === true) continue;
    const link = { by: "link", link: linkOf[slot]! } as const;
    if (tie === 4) {
      const from = late.lateFinish[after]!;
      offer(from, { ...link, from, reached: from });
      const start = late.lateStart[after]!;
      const isFirst = early.earlyStart[node] === early.earlyStart[after] && start < noBound;
      if (isFirst && own?.isManual !== true) offer(forStart(start), { ...link, from: start, reached: start });
      continue;
    }
    const from = tie > 1 ? late.lateFinish[after]! : late.lateStart[after]!;
    const reached = subtractWork(calendars[lagCalendar[slot]!]!, from, lag[slot]!);
    const isFinish = (tie & 1) === 0;
    if (own?.kind === "past") offer(reached, { ...link, from, reached });
    else if (isFinish) offer(reached, { ...link, from, reached });
    else if (own?.isManual !== true && own?.kind !== "summary") offer(forStart(reached), { ...link, from, reached });
  }
  for (const cap of [own?.finishCap, own?.deadline])
    if (cap !== undefined && own?.kind !== "past") offer(cap, { by: "constraint" });
  if (own?.startCap !== undefined && own.isManual !== true && own.kind !== "past" && own.kind !== "summary")
    offer(forStart(own.startCap), { by: "constraint" });
  return proof;
}

/** Working ticks an activity takes: to its expected finish, where that sets them. */
function lengthOf({ network, early }: Proving, node: number): number {
  const more = network.special[node];
  if (more?.expectedFinish === undefined) return network.duration[node]!;
  return workBetween(network.calendars[network.calendarOf[node]!]!, early.earlyStart[node]!, early.earlyFinish[node]!);
}

/** The link whose successor leaves least room. */
function tightestLink({ network, early }: Proving, node: number): number | undefined {
  const { type, lag, lagCalendar, calendars, calendarOf, successor, successorSlot, linkOf, special, rules } = network;
  let [least, link]: [number, number | undefined] = [Number.POSITIVE_INFINITY, undefined];
  for (const place of placesByLink(network, node)) {
    const after = successor[place]!;
    const slot = successorSlot[place]!;
    const tie = type[slot]!;
    if (tie === 4 || special[after]?.isFinished === true || special[after]?.isInactive === true) continue;
    const end = (tie & 1) === 0 ? early.earlyFinish[node]! : early.earlyStart[node]!;
    const from = addWork(calendars[lagCalendar[slot]!]!, end, lag[slot]!);
    const to = tie > 1 ? early.earlyFinish[after]! : early.earlyStart[after]!;
    const of = rules.freeFloatCalendar === "predecessor" ? calendarOf[node]! : calendarOf[after]!;
    const gap = workBetween(calendars[of]!, from, to);
    if (gap < least) [least, link] = [gap, linkOf[slot]!];
  }
  return link;
}

/**
 * Why every value of a schedule is what it is: for each date the link, constraint or calendar step behind it, for each float
 * the two dates it lies between. `checkCertificates` of `./testing` follows them without the scheduler.
 *
 * @param compiled - by `compileSchedule`
 * @returns one certificate per node of the network, linked summaries included
 *
 * Issues: none.
 * Time O((n + m) log m), space O(n).
 * Source: own; certifying algorithms as in McConnell, Mehlhorn, Naeher and Schweitzer (2011), doi:10.1016/j.cosrev.2010.09.009.
 *
 * @example
 * const compiled = orThrow(compileSchedule({ start: "1970-01-01T08:00", activities: [{ id: "a", durationMinutes: 480 }] }));
 * certify(compiled)[0].earlyStart; // => { at: 4800, by: "start" }
 */
export function certify({ network: compiled, input, positions }: CompiledSchedule): Certificate[] {
  const { network, first, early, late, floats } = runPasses(compiled);
  const isMoved = first !== early;
  const pushes = isMoved && (network.rules.alapUses === "totalFloat" || network.rules.fromFinish);
  const before: Proving = { network, early: first, late, pushes: false };
  const after: Proving = { network, early, late, pushes };
  const end = network.mustFinishBy ?? projectFinish(network, first);
  return Array.from({ length: network.nodeCount }, (_, node): Certificate => {
    const more = network.special[node];
    const hasFloats = more?.kind !== "summary" && more?.kind !== "past" && more?.lateDates === undefined;
    const link = hasFloats ? tightestLink(after, node) : undefined;
    const at = early.earlyStart[node]!;
    const isSlipped = isMoved && more?.isAlap === true && !pushes && at !== first.earlyStart[node];
    const stays = isMoved && more?.isAlap === true;
    return {
      node,
      id: input.activities[positions[network.activityOf[node]!]!]!.id,
      ...(isMoved ? { first: [first.earlyStart[node]!, first.earlyFinish[node]!] as const } : {}),
      earlyStart: isSlipped ? { at, by: "asLateAsPossible" } : startProof(stays || !pushes ? before : after, node),
      earlyFinish: early.earlyFinish[node]!,
      lateStart: late.lateStart[node]!,
      lateFinish: { ...lateProof(before, node, end), at: late.lateFinish[node]! },
      startFloat: floats.startFloat[node]!,
      finishFloat: floats.finishFloat[node]!,
      totalFloat: floats.totalFloat[node]!,
      freeFloat: { work: floats.freeFloat[node]!, ...(link === undefined ? {} : { link }) },
    };
  });
}

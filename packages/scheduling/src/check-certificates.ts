import {
  addWork,
  isWorkingTime,
  nextWorkingTime,
  previousWorkingTime,
  subtractWork,
  workBetween,
} from "@evenkeel/calendar";
import { canonicalJson, type Issue, issue, type Json } from "@evenkeel/kernel";
import type { Certificate, DateProof, Reason } from "./certificates.js";
import type { CompiledNetwork, PlacedWork, SpecialActivity } from "./types.js";

type Span = readonly [number, number];
const [plain, never]: [SpecialActivity, number] = [{ kind: "task" }, 0x7fffffff];
/** The first of those that are greatest. */
const latest = <T extends DateProof>(all: readonly T[]): T => all.reduce((a, b) => (b.at > a.at ? b : a));
const earliest = (all: readonly DateProof[]): DateProof => all.reduce((a, b) => (b.at < a.at ? b : a));
const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, k) => from + k);

/**
 * Whether certificates prove a schedule: every value follows from those it names by the definitions of links, constraints and
 * calendars, and nothing asks for more. Written from the definitions; it uses the calendar, not the scheduler.
 *
 * @param network - of `compileSchedule`: what was asked for
 * @param certificates - anyone's, such as `certify`'s
 * @returns one issue for each value that does not follow; empty when all is proved
 *
 * Issues: scheduling/not-proved.
 * Time O((n + m) log m), space O(n + m).
 * Source: own, from the definitions.
 *
 * @example
 * const compiled = orThrow(compileSchedule({ start: "1970-01-01T08:00", activities: [{ id: "a", durationMinutes: 480 }] }));
 * checkCertificates(compiled.network, certify(compiled)); // => []
 */
export function checkCertificates(network: CompiledNetwork, certificates: readonly Certificate[]): Issue[] {
  const { rules, calendars, type, lag, lagCalendar, linkOf, predecessor, successor, successorSlot } = network;
  const found: Issue[] = [];
  const fail = (id: string, value: string): number =>
    found.push(issue("scheduling/not-proved", { subject: [id], facts: { id, value } }));
  const nodes = range(0, network.nodeCount);
  if (certificates.length !== network.nodeCount) fail("", "count");
  for (const node of nodes) if (certificates[node]?.node !== node) fail(String(node), "node");
  if (found.length > 0) return found;
  const of = (node: number): SpecialActivity => network.special[node] ?? plain;
  const own = (node: number) => calendars[network.calendarOf[node]!]!;
  const isMoved = certificates.some(({ first }) => first !== undefined);
  const last = (node: number): Span => [certificates[node]!.earlyStart.at, certificates[node]!.earlyFinish];
  const first = (node: number): Span => (isMoved ? (certificates[node]!.first ?? [never, never]) : last(node));
  const late = (node: number): Span => [certificates[node]!.lateStart, certificates[node]!.lateFinish.at];
  const pushes = rules.alapUses === "totalFloat" || rules.fromFinish;
  /** What successors see once as-late-as-possible activities have moved. */
  const seen = (node: number): Span => (pushes && of(node).isAlap === true ? late(node) : last(node));
  const leaves = nodes.filter((node) => of(node).kind !== "summary" && of(node).isApart !== true);
  const earliestLate = leaves.reduce((at, node) => Math.min(at, late(node)[0]), network.mustFinishBy ?? never);
  const start = rules.fromFinish ? earliestLate : network.start;
  const finishOf = (dates: typeof first): number => {
    const ends = nodes.flatMap((node) => (of(node).isApart === true ? [] : [dates(node)[1]]));
    return ends.length === 0 ? start : ends.reduce((a, b) => Math.max(a, b));
  };
  const [end, finish] = [network.mustFinishBy ?? finishOf(first), finishOf(last)];
  const slotsOf = (node: number): number[] => range(network.rowStart[node]!, network.rowEnd[node]!);
  const nextOf = (node: number): number[] =>
    range(network.successorRowStart[node]!, network.successorRowEnd[node]!)
      .filter((place) => of(successor[place]!).isFinished !== true && of(successor[place]!).isInactive !== true)
      .sort((a, b) => linkOf[successorSlot[a]!]! - linkOf[successorSlot[b]!]!);
  const worked = (node: number, length: number): readonly PlacedWork[] =>
    of(node).work ?? [{ calendar: own(node), length, solid: length }];
  const isSnapped = (length: number): boolean => length === 0 && rules.zeroDuration === "snapped";
  const startBy = (node: number, at: number): number =>
    subtractWork(own(node), previousWorkingTime(own(node), at), network.duration[node]!);
  const startFor = (node: number, at: number): number => (isSnapped(network.duration[node]!) ? at : startBy(node, at));
  const by = (more: SpecialActivity): Reason => (more.isManual ? "manual" : more.isApart ? "outside" : "actual");

  const early = (node: number, dates: typeof first): readonly [DateProof, number] => {
    const [more, calendar, length] = [of(node), own(node), network.duration[node]!];
    const links = slotsOf(node).map((slot) => {
      const from = dates(predecessor[slot]!)[type[slot]! & 1 ? 0 : 1];
      const reached = addWork(calendars[lagCalendar[slot]!]!, from, lag[slot]!);
      const at = type[slot]! > 1 ? startFor(node, reached) : reached;
      return { at, by: "link" as const, link: linkOf[slot]!, from, reached, tie: type[slot]! };
    });
    if (more.kind === "summary") {
      const below = slotsOf(node).map((slot) => dates(predecessor[slot]!));
      return [{ at: Math.min(...below.map(([at]) => at)), by: "rollUp" }, Math.max(...below.map(([, at]) => at))];
    }
    if (more.kind === "fixed") return [{ at: more.fixedStart!, by: by(more) }, more.fixedFinish!];
    let x: DateProof = { at: more.floor ?? start, by: "start" };
    let tied: number | undefined;
    const top = links.length === 0 ? undefined : latest(links);
    if (top !== undefined && top.at >= x.at) {
      // Of equal ties to the finish the one that reaches furthest shows.
      const rivals = links.filter(({ at, tie }) => at === top.at && tie === top.tie && tie > 1);
      const { tie, ...proof } = rivals.reduce((a, b) => (b.reached > a.reached ? b : a), top);
      [x, tied] = [proof, tie > 1 ? proof.reached : undefined];
    }
    const hold = (at: number | undefined, isStronger: (at: number) => boolean): void => {
      if (at !== undefined && isStronger(at)) [x, tied] = [{ at, by: "constraint" }, undefined];
    };
    const forFinish = (at: number | undefined): number | undefined => (at === undefined ? at : startFor(node, at));
    const replaces = rules.boundReplacesStart && links.length === 0;
    hold(more.startFloor, (at) => at > x.at || replaces);
    hold(forFinish(more.finishFloor), (at) => at > x.at || (replaces && more.startFloor === undefined));
    hold(more.startCap, (at) => rules.honorsLateBounds && at < x.at);
    hold(forFinish(more.finishCap), (at) => rules.honorsLateBounds && at < x.at);
    if (more.kind === "past") return [{ at: x.at, by: by(more) }, x.at];
    const isResumed = more.kind === "resumed";
    hold(forFinish(more.pinFinish), () => !isResumed);
    hold(more.pinStart, () => !isResumed);
    const work = worked(node, length);
    const starters = rules.resourceCalendars === "alone" ? [calendar] : work.map((each) => each.calendar);
    const next = (at: number): number => Math.min(...starters.map((each) => nextWorkingTime(each, at)));
    const isZero = length === 0 && more.work === undefined;
    const isRaw = isZero && ((more.kind === "zero" && rules.zeroDuration === "raw") || more.pinFinish !== undefined);
    const isEnd = more.kind === "finishMilestone" || (more.kind === "zero" && isSnapped(length));
    const endsHere = isWorkingTime(calendar, x.at) && previousWorkingTime(calendar, x.at) === x.at;
    const resumed = Math.max(more.resumeAt ?? 0, more.movesRemaining === true ? x.at : (more.resumeAt ?? 0));
    const soon = isResumed ? next(resumed) : isRaw || (isZero && isEnd && endsHere) ? x.at : next(x.at);
    const begins = isResumed || more.levelingDelay === undefined ? soon : next(soon + more.levelingDelay);
    const ends = work.map((part) => addWork(part.calendar, Math.max(part.resumeAt ?? begins, begins), part.length));
    const expected = more.expectedFinish ?? Number.NEGATIVE_INFINITY;
    const isFree = links.every(({ tie }) => tie < 2) && (more.work === undefined || isResumed);
    let ended = isFree && expected >= begins ? expected : Math.max(...ends);
    if (isResumed)
      return [{ at: rules.startedStartsAt === "actualStart" ? more.fixedStart! : begins, by: by(more) }, ended];
    const isLate = tied !== undefined && rules.drivenFinish === "nextWorkingTime" && !isWorkingTime(calendar, tied);
    if (isLate) ended = nextWorkingTime(calendar, tied!);
    const isTied = tied !== undefined && rules.drivenFinish === "asTied" && tied > ended;
    if (isTied && previousWorkingTime(calendar, tied!) === ended) ended = tied!;
    return [{ ...x, at: begins }, ended];
  };

  const lateOf = (node: number): readonly [number, DateProof] => {
    const [more, calendar, [es, ef]] = [of(node), own(node), first(node)];
    if (more.lateDates !== undefined) return [more.lateDates[0], { at: more.lateDates[1], by: by(more) }];
    const length = more.expectedFinish === undefined ? network.duration[node]! : workBetween(calendar, es, ef);
    const [isPast, isSummary, isManual] = [more.kind === "past", more.kind === "summary", more.isManual === true];
    const isKept = isPast || (network.special[node] !== undefined && isSnapped(length));
    const forStart = (at: number): number => (isKept ? at : addWork(calendar, nextWorkingTime(calendar, at), length));
    const isOwn = rules.multipleCriticalPaths && network.successorRowStart[node] === network.successorRowEnd[node];
    const bounds: DateProof[] = [isOwn ? { at: ef, by: "ownFinish" } : { at: end, by: "end" }];
    const starts = [never, more.startCap ?? never];
    for (const place of nextOf(node)) {
      const [after, slot] = [successor[place]!, successorSlot[place]!];
      const offer = (from: number, at: number, tiesStart: boolean): void => {
        if (tiesStart) starts.push(at);
        if (tiesStart && (isManual || isSummary)) return;
        bounds.push({ at: tiesStart ? forStart(at) : at, by: "link", link: linkOf[slot]!, from, reached: at });
      };
      const from = late(after)[type[slot]! > 1 ? 1 : 0];
      offer(from, subtractWork(calendars[lagCalendar[slot]!]!, from, lag[slot]!), (type[slot]! & 1) === 1);
      const leads = type[slot] === 4 && first(after)[0] === es && late(after)[0] < never;
      if (leads) offer(late(after)[0], late(after)[0], true);
    }
    const startCap = isManual || isSummary || more.startCap === undefined ? undefined : forStart(more.startCap);
    for (const at of isPast ? [] : [more.finishCap, more.deadline, startCap])
      if (at !== undefined) bounds.push({ at, by: "constraint" });
    const bound = earliest(bounds);
    if (isPast) return [nextWorkingTime(calendar, bound.at), { ...bound, at: nextWorkingTime(calendar, bound.at) }];
    if (isSummary) return [Math.min(...starts), bound];
    const pin = more.pinStart === undefined ? more.pinFinish : forStart(more.pinStart);
    const { at: x, ...proof } = pin === undefined ? bound : { at: pin, by: "constraint" as const };
    const isRaw = isManual || (more.kind === "zero" && rules.zeroDuration === "raw");
    const stays = isRaw || (more.kind === "startMilestone" && isWorkingTime(calendar, x));
    const work = worked(node, length);
    const at = stays ? x : Math.max(...work.map((each) => previousWorkingTime(each.calendar, x)));
    const begins = Math.min(...work.map((each) => subtractWork(each.calendar, at, each.solid)));
    const isHeld = more.kind === "resumed" && rules.startedStartsAt === "actualStart";
    const isStill = isManual && workBetween(calendar, more.fixedFinish!, at) === 0;
    return [isStill ? more.fixedStart! : isHeld ? (more.lateStartsAt ?? more.resumeAt!) : begins, { ...proof, at }];
  };

  const floatsOf = (node: number): readonly [number, number, number, Certificate["freeFloat"]] => {
    const [more, calendar, [es, ef], [ls, lf]] = [of(node), own(node), last(node), late(node)];
    if (more.kind === "summary" || more.kind === "past" || more.lateDates !== undefined) return [0, 0, 0, { work: 0 }];
    const isStarted = more.kind === "resumed" || more.isStarted === true;
    const atFinish = workBetween(calendar, ef, lf);
    const atStart = isStarted ? 0 : more.isManual === true ? atFinish : workBetween(calendar, es, ls);
    const least = rules.floatType === "start" ? atStart : Math.min(atStart, atFinish);
    const total = isStarted || rules.floatType === "finish" ? atFinish : least;
    const gaps = nextOf(node).flatMap((place) => {
      const [after, slot] = [successor[place]!, successorSlot[place]!];
      if (type[slot] === 4) return [];
      const reached = addWork(calendars[lagCalendar[slot]!]!, type[slot]! & 1 ? es : ef, lag[slot]!);
      const on = rules.freeFloatCalendar === "predecessor" ? calendar : own(after);
      return [{ work: workBetween(on, reached, last(after)[type[slot]! > 1 ? 1 : 0]), link: linkOf[slot]! }];
    });
    const open = rules.openEndFreeFloat === "totalFloat" ? total : Math.max(0, workBetween(calendar, ef, finish));
    if (gaps.length === 0) return [atStart, atFinish, total, { work: open }];
    const tightest = gaps.reduce((a, b) => (b.work < a.work ? b : a));
    return [atStart, atFinish, total, { ...tightest, work: Math.max(0, tightest.work) }];
  };

  /** Where an activity that uses its free float lies: as late as its successors allow. */
  const slipped = (node: number, [es, ef]: Span): readonly [number, number] => {
    const [calendar, more, length] = [own(node), of(node), network.duration[node]!];
    const bounds = range(network.successorRowStart[node]!, network.successorRowEnd[node]!).map((place) => {
      const [slot, [from, to]] = [successorSlot[place]!, last(successor[place]!)];
      if (type[slot] === 4) return startBy(node, finishOf(first));
      const at = subtractWork(calendars[lagCalendar[slot]!]!, type[slot]! > 1 ? to : from, lag[slot]!);
      return type[slot]! & 1 ? at : startBy(node, at);
    });
    const bound = bounds.length === 0 ? startBy(node, finishOf(first)) : Math.min(...bounds);
    const isEnd = more.kind === "finishMilestone" || more.kind === "zero";
    const at = (isEnd ? previousWorkingTime : nextWorkingTime)(calendar, bound);
    return at <= es ? [es, ef] : [at, addWork(calendar, at, length)];
  };

  for (const given of certificates) {
    const { node, id } = given;
    const unmoved = early(node, first);
    let [earlyStart, earlyFinish] = of(node).isAlap !== true && isMoved && pushes ? early(node, seen) : unmoved;
    if (isMoved && !isSame([unmoved[0].at, unmoved[1]], given.first)) fail(id, "first");
    if (isMoved && !pushes && of(node).isAlap === true) {
      const [at, to] = slipped(node, [earlyStart.at, earlyFinish]);
      if (at !== earlyStart.at) [earlyStart, earlyFinish] = [{ at, by: "asLateAsPossible" }, to];
    }
    const [lateStart, lateFinish] = lateOf(node);
    const [startFloat, finishFloat, totalFloat, freeFloat] = floatsOf(node);
    const wanted = { earlyStart, earlyFinish, lateStart, lateFinish, startFloat, finishFloat, totalFloat, freeFloat };
    for (const [value, proof] of Object.entries(wanted))
      if (!isSame(proof, given[value as keyof typeof wanted])) fail(id, value);
    if (slotsOf(node).some((slot) => predecessor[slot]! >= node)) fail(id, "order");
  }
  return found;
}

/** Whether two proofs say the same, field by field. */
const isSame = (a: unknown, b: unknown): boolean => canonicalJson(a as Json) === canonicalJson((b ?? null) as Json);

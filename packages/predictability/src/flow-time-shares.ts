import type { FlowTable, TimeShares } from "./flow-types.js";

/** Milliseconds by where they went; filled in place, since millions of items share one. */
export type TimeTotals = { -readonly [K in keyof TimeShares]: number };

/** By category: proposed, waiting, active, done, dropped. */
const fields = ["proposedMillis", "waitingMillis", "activeMillis", "pausedMillis", "pausedMillis"] as const;

/** Nothing yet. */
export function noTime(): TimeTotals {
  return {
    activeMillis: 0,
    waitingMillis: 0,
    blockedMillis: 0,
    pausedMillis: 0,
    proposedMillis: 0,
    untoldMillis: 0,
  };
}

/** Adds an item's milliseconds within [from, to), all of them in progress, by where they went. */
export function addTimes(into: TimeTotals, table: FlowTable, item: number, from: number, to: number): void {
  const { firstVisit, visitFrom, visitTo, visitCategory, firstBlocked, blockedFrom, blockedTo } = table;
  const lastBlocked = firstBlocked[item + 1]!;
  const within = (span: number, begin: number, end: number): number =>
    Math.max(0, Math.min(blockedTo[span]!, end) - Math.max(blockedFrom[span]!, begin));
  let untold = to - from;
  let next = firstBlocked[item]!;
  for (let span = next; span < lastBlocked; span++) {
    const millis = within(span, from, to);
    into.blockedMillis += millis;
    untold -= millis;
  }
  for (let visit = firstVisit[item]!; visit < firstVisit[item + 1]!; visit++) {
    const begin = Math.max(visitFrom[visit]!, from);
    const end = Math.min(visitTo[visit]!, to);
    if (begin >= end) continue;
    let free = end - begin;
    while (next < lastBlocked && blockedTo[next]! <= begin) next++;
    for (let span = next; span < lastBlocked && blockedFrom[span]! < end; span++) free -= within(span, begin, end);
    into[fields[visitCategory[visit]!]!] += free;
    untold -= free;
  }
  into.untoldMillis += untold;
}

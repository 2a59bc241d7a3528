import { eachWithin } from "./flow-spans.js";
import type { FlowCategory, FlowItem, FlowSpan, TimeShares } from "./flow-types.js";

/** Milliseconds by where they went; filled in place, since millions of items share one. */
export type TimeTotals = { -readonly [K in keyof TimeShares]: number };

const field = {
  proposed: "proposedMillis",
  waiting: "waitingMillis",
  active: "activeMillis",
  done: "pausedMillis",
  dropped: "pausedMillis",
} as const satisfies Record<FlowCategory, keyof TimeShares>;

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

/** Adds an item's milliseconds within [from, to) by where they went; `blocked` lies in progress and outside of pauses. */
export function addTimes(
  into: TimeTotals,
  { visits = [] }: FlowItem,
  blocked: readonly FlowSpan[],
  from: number,
  to: number,
): void {
  let told = 0;
  let toldBlocked = 0;
  let next = 0;
  eachWithin(visits, from, to, (begin, end, { category }) => {
    let held = 0;
    while (next < blocked.length && (blocked[next]!.to ?? Infinity) <= begin) next++;
    for (let at = next; at < blocked.length && blocked[at]!.from < end; at++)
      held += Math.min(blocked[at]!.to ?? Infinity, end) - Math.max(blocked[at]!.from, begin);
    into[field[category]] += end - begin - held;
    told += end - begin;
    toldBlocked += held;
  });
  let allBlocked = 0;
  eachWithin(blocked, from, to, (begin, end) => {
    allBlocked += end - begin;
  });
  into.blockedMillis += allBlocked;
  into.untoldMillis += Math.max(0, to - from) - told - (allBlocked - toldBlocked);
}

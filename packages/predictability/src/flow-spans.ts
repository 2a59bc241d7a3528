import { endOf } from "./flow-rows.js";
import type { FlowItem, FlowSpan } from "./flow-types.js";

/** Calls back with each part of the spans within [from, to), in order; what is empty there is passed over. */
function eachWithin<T extends FlowSpan>(
  spans: readonly T[],
  from: number,
  to: number,
  visit: (begin: number, end: number, span: T) => void,
): void {
  for (const span of spans) {
    const begin = Math.max(span.from, from);
    const end = Math.min(span.to ?? Infinity, to);
    if (begin < end) visit(begin, end, span);
  }
}

/** An item's stays in done or dropped; the work was not in hand meanwhile. */
export function pauses({ visits = [] }: FlowItem): FlowSpan[] {
  return visits.filter(({ category }) => category === "done" || category === "dropped");
}

/** Parts of the first spans that lie in none of the second; both in order and free of overlap. */
export function without(spans: readonly FlowSpan[], holes: readonly FlowSpan[]): FlowSpan[] {
  const left: FlowSpan[] = [];
  let next = 0;
  for (const { from, to = Infinity } of spans) {
    let begin = from;
    while (next < holes.length && (holes[next]!.to ?? Infinity) <= begin) next++;
    for (let at = next; at < holes.length && holes[at]!.from < to; at++) {
      if (begin < holes[at]!.from) left.push({ from: begin, to: holes[at]!.from });
      begin = holes[at]!.to ?? Infinity;
      next = at;
    }
    if (begin < to) left.push({ from: begin, to });
  }
  return left;
}

const none: readonly FlowSpan[] = [];

/** When an item was blocked while it was in progress. */
export function blockedSpans(item: FlowItem): readonly FlowSpan[] {
  const { startedAt, blocked } = item;
  if (startedAt === undefined || blocked === undefined) return none;
  const within: FlowSpan[] = [];
  eachWithin(blocked, startedAt, endOf(item) ?? Infinity, (from, to) => within.push({ from, to }));
  return without(within, pauses(item));
}

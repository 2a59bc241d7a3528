import * as fc from "fast-check";
import type { FlowCategory, FlowItem, FlowSpan, StateVisit } from "./flow-types.js";

const hour = 3_600_000;

/** States of the workflow of `anyStateFlow`, in its order. */
export const flowStates: readonly (readonly [state: string, category: FlowCategory])[] = [
  ["Ready", "proposed"],
  ["Doing", "active"],
  ["__proto__", "waiting"],
  ["Review", "active"],
  ["Done", "done"],
  ["Given up", "dropped"],
];

interface Stay {
  readonly state: number;
  readonly hours: number;
  readonly gap: number;
}

function visitsOf(stays: readonly Stay[], begin: number, open: boolean): StateVisit[] {
  let at = begin;
  return stays.map(({ state, hours, gap }, index) => {
    const [name, category] = flowStates[state] as (typeof flowStates)[number];
    const from = at + gap;
    at = from + hours * hour;
    const isLast = index === stays.length - 1;
    return { state: name, category, from, ...(isLast && open ? {} : { to: at }) };
  });
}

function itemOf(
  at: number,
  visits: readonly StateVisit[],
  blocked: readonly FlowSpan[],
  keys: { readonly team: string | undefined; readonly kind: string | undefined; readonly isStamped: boolean },
): FlowItem {
  const last = visits.at(-1);
  const startedAt = visits.find(({ category }) => category === "active")?.from;
  // A finish that a tool has stamped on the item while its states tell otherwise.
  const stamped = keys.isStamped && startedAt !== undefined ? Math.max(startedAt, visits.at(-1)?.from ?? 0) : undefined;
  const ended = last?.category === "done" || last?.category === "dropped" ? last.from : stamped;
  return {
    id: ["__proto__", "A@1", "A"][at] ?? `I${at}`,
    createdAt: visits[0]?.from ?? 0,
    ...(startedAt === undefined ? {} : { startedAt }),
    ...(ended === undefined ? {} : last?.category === "dropped" ? { droppedAt: ended } : { finishedAt: ended }),
    ...(visits.length > 0 ? { visits } : {}),
    ...(blocked.length > 0 ? { blocked } : {}),
    ...(keys.team === undefined ? {} : { team: keys.team }),
    ...(keys.kind === undefined ? {} : { class: keys.kind }),
  };
}

const anyStay: fc.Arbitrary<Stay> = fc.record({
  state: fc.nat(flowStates.length - 1),
  hours: fc.oneof(fc.constant(0), fc.nat(120)),
  gap: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, fc.nat(30 * hour)),
});

const anyBlocked: fc.Arbitrary<FlowSpan[]> = fc
  .array(fc.tuple(fc.nat(60), fc.nat(60)), { maxLength: 3 })
  .chain((pairs) => fc.boolean().map((open) => ({ pairs, open })))
  .map(({ pairs, open }) => {
    let at = 0;
    return pairs.map(([gap, hours], index) => {
      const from = at + gap * hour;
      at = from + hours * hour;
      return { from, ...(open && index === pairs.length - 1 ? {} : { to: at }) };
    });
  });

const shifted = (spans: readonly FlowSpan[], by: number): FlowSpan[] =>
  spans.map(({ from, to }) => ({ from: from + by, ...(to === undefined ? {} : { to: to + by }) }));

function flowOf(stays: fc.Arbitrary<Stay[]>, wholeDays: boolean, stamps: boolean): fc.Arbitrary<FlowItem[]> {
  const row = fc.record({
    begin: fc.nat(40 * 24 * hour),
    stays,
    open: fc.boolean(),
    blocked: anyBlocked,
    team: fc.constantFrom(undefined, "Red", "constructor"),
    kind: fc.constantFrom(undefined, "expedite", "standard"),
    isStamped: stamps ? fc.boolean() : fc.constant(false),
  });
  return fc.array(row, { maxLength: 15 }).map((rows) =>
    rows.map(({ begin, stays: all, open, blocked, ...keys }, at) => {
      const from = wholeDays ? begin - (begin % (24 * hour)) : begin;
      return itemOf(at, visitsOf(all, from, open), shifted(blocked, from), keys);
    }),
  );
}

/** Items over sixty days with stays in states, in any order of them, with gaps, returns, blocked spans, teams and classes. */
export const anyStateFlow: fc.Arbitrary<FlowItem[]> = fc.oneof(
  flowOf(fc.array(anyStay, { maxLength: 6 }), false, false),
  flowOf(fc.array(anyStay, { maxLength: 6 }), true, true),
);

/** Items that only move on from state to state, without gaps. */
export const anyForwardFlow: fc.Arbitrary<FlowItem[]> = flowOf(
  fc.uniqueArray(anyStay, { maxLength: 5, selector: ({ state }) => state }).map((stays) =>
    stays
      .map((stay) => ({ ...stay, gap: 0 }))
      .sort((a, b) => a.state - b.state)
      .filter(({ state }, at, all) => state < 4 || at === all.findIndex((stay) => stay.state >= 4)),
  ),
  false,
  false,
);

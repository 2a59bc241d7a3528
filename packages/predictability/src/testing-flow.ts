import { canonicalJson, type Result } from "@evenkeel/kernel";
import * as fc from "fast-check";
import { flowByState } from "./flow-by-state.js";
import { groupFlow } from "./flow-groups.js";
import { flowTable } from "./flow-table.js";
import type { DayWindow, FlowItem, FlowRows, TimeShares, WipMeasure } from "./flow-types.js";
import { measureBlocked } from "./measure-blocked.js";
import { measureCumulativeFlow } from "./measure-cumulative-flow.js";
import { measureCycleTime } from "./measure-cycle-time.js";
import { measureFlowEfficiency } from "./measure-flow-efficiency.js";
import { measureLittlesLaw } from "./measure-littles-law.js";
import { measureRework } from "./measure-rework.js";
import { measureThroughput } from "./measure-throughput.js";
import { measureTimeInProgress } from "./measure-time-in-progress.js";
import { measureWip } from "./measure-wip.js";
import { measureWipByAge } from "./measure-wip-by-age.js";
import { anyWindow } from "./testing-arbitraries.js";
import { anyForwardFlow, anyStateFlow, flowStates } from "./testing-flow-arbitraries.js";
import type { Law } from "./testing-law.js";

const order = flowStates.map(([state]) => state);
const law = (
  name: string,
  statedRuns: number,
  holds: (items: FlowItem[], window: DayWindow) => boolean,
  flow: fc.Arbitrary<FlowItem[]> = anyStateFlow,
): Law => ({ name, statedRuns, property: fc.property(flow, anyWindow, holds) });

function answerOf<T>(result: Result<T>): T | undefined {
  return result.ok ? result.value : undefined;
}

/** Do measures of the parts add up to that of the whole, each day and to the millisecond? */
function addUp(whole: WipMeasure | undefined, parts: readonly (WipMeasure | undefined)[]): boolean {
  const sum = (pick: (part: WipMeasure) => number): number =>
    parts.reduce((total, part) => total + (part === undefined ? Number.NaN : pick(part)), 0);
  return (
    whole !== undefined &&
    sum((part) => part.itemMillis) === whole.itemMillis &&
    whole.days.every(({ wip }, at) => sum((part) => part.days[at]?.wip ?? Number.NaN) === wip)
  );
}

const sharesSum = (shares: TimeShares): number =>
  shares.activeMillis +
  shares.waitingMillis +
  shares.blockedMillis +
  shares.pausedMillis +
  shares.proposedMillis +
  shares.untoldMillis;

const measures: readonly ((items: FlowRows, window: DayWindow) => Result<unknown>)[] = [
  measureTimeInProgress,
  measureFlowEfficiency,
  measureBlocked,
  measureRework,
  measureCumulativeFlow,
  measureWipByAge,
  measureLittlesLaw,
];

/** Ways to spoil a row; each names itself by an issue. */
const spoilt: readonly ((item: FlowItem) => FlowItem)[] = [
  (item) => ({ ...item, startedAt: 0.5 }),
  (item) => ({ ...item, startedAt: 10, finishedAt: 9 }),
  (item) => ({ ...item, visits: [{ state: "Doing", category: "active", from: 5, to: 4 }] }),
  (item) => ({ ...item, visits: [{ state: "Doing", category: "busy" as "active", from: 5 }] }),
  (item) => ({ ...item, blocked: [{ from: 5 }, { from: 9, to: 12 }] }),
  (item) => ({
    ...item,
    blocked: [
      { from: 9, to: 12 },
      { from: 5, to: 6 },
    ],
  }),
  (item) => ({ ...item, blocked: [{ from: 9, to: Number.NaN }] }),
];

/** Laws of the measures of flow through states. */
export function flowLaws(): Law[] {
  return [
    law(
      "where the time went adds up to the integral of work in progress, to the millisecond",
      100_000,
      (items, window) => {
        const time = answerOf(measureTimeInProgress(items, window));
        const blocked = answerOf(measureBlocked(items, window));
        const wip = answerOf(measureWip(items, window));
        return (
          time !== undefined &&
          sharesSum(time) === time.itemMillis &&
          Object.values(time).every((value) => typeof value !== "number" || value >= 0) &&
          time.itemMillis === wip?.itemMillis &&
          time.blockedMillis === blocked?.blockedMillis
        );
      },
    ),
    law("the states of a flow add up to the whole, each day and to the millisecond", 100_000, (items, window) => {
      const states = answerOf(flowByState(items));
      const parts = states?.map((state) => answerOf(measureWip(state.items, window))) ?? [];
      return addUp(answerOf(measureWip(items, window)), parts);
    }),
    law("teams and classes add up to the whole", 10_000, (items, window) =>
      [(item: FlowItem) => item.team, (item: FlowItem) => item.class].every((keyOf) => {
        const groups = answerOf(groupFlow(items, keyOf)) ?? [];
        const total = (of: readonly FlowItem[]): number => answerOf(measureThroughput(of, window))?.total ?? Number.NaN;
        return (
          addUp(
            answerOf(measureWip(items, window)),
            groups.map((group) => answerOf(measureWip(group.items, window))),
          ) && groups.reduce((sum, group) => sum + total(group.items), 0) === total(items)
        );
      }),
    ),
    law(
      "Little's law is exact with its edge terms, and without them where both ends are empty",
      100_000,
      (items, window) => {
        const found = answerOf(measureLittlesLaw(items, window));
        const wip = answerOf(measureWip(items, window));
        if (found === undefined || wip === undefined) return false;
        const { itemMillis, departedMillis, beforeMillis, openMillis, wipBefore, arrivals, departures, wipAfter } =
          found;
        const product = found.ratePerDay * (found.averageDays ?? 0);
        return (
          itemMillis === wip.itemMillis &&
          itemMillis === departedMillis - beforeMillis + openMillis &&
          wipBefore + arrivals - departures === wipAfter &&
          arrivals === wip.days.reduce((sum, row) => sum + row.arrivals, 0) &&
          departures === wip.days.reduce((sum, row) => sum + row.departures, 0) &&
          wipAfter === wip.days.at(-1)?.wip &&
          (!found.closed || Math.abs(found.averageWip - product) <= 1e-12 * found.averageWip)
        );
      },
    ),
    law("lines of cumulative flow never fall and never cross", 10_000, (items, window) => {
      const flow = answerOf(measureCumulativeFlow(items, window, order));
      if (flow === undefined) return false;
      return flow.days.every(({ reached, finished, dropped }, at) => {
        const before = flow.days[at - 1];
        const lines = [...reached, finished + dropped];
        return lines.every((line, state) => line >= (before?.reached[state] ?? 0) && line >= (lines[state + 1] ?? 0));
      });
    }),
    law(
      "where nothing moves back the gap between two lines is what is in the state",
      10_000,
      (items, window) => {
        const flow = answerOf(measureCumulativeFlow(items, window, order.slice(0, 4)));
        if (flow === undefined) return false;
        return flow.days.every(({ reached, inState, finished, dropped }) =>
          reached.every((line, state) => line - (reached[state + 1] ?? finished + dropped) === inState[state]),
        );
      },
      // A stay that is over with none after it leaves an item nowhere.
      anyForwardFlow.map((items) =>
        items.map((item) => {
          const last = item.visits?.at(-1);
          if (last === undefined) return item;
          const { to: _over, ...open } = last;
          return { ...item, visits: [...(item.visits ?? []).slice(0, -1), open] };
        }),
      ),
    ),
    law("work in progress by age adds up to work in progress", 10_000, (items, window) => {
      const ages = answerOf(measureWipByAge(items, window, [1, 3, 10]));
      const wip = answerOf(measureWip(items, window));
      return (
        ages?.days.every(({ counts }, at) => counts.reduce((sum, count) => sum + count, 0) === wip?.days[at]?.wip) ??
        false
      );
    }),
    law("measures of states do not depend on the order of the items", 10_000, (items, window) =>
      measures.every(
        (measure) => canonicalJson(measure(items, window)) === canonicalJson(measure([...items].reverse(), window)),
      ),
    ),
    law("a table answers like the items it was made of", 10_000, (items, window) => {
      const table = flowTable(items);
      return [...measures, measureWip, measureThroughput, measureCycleTime].every(
        (measure) => canonicalJson(measure(items, window)) === canonicalJson(measure(table, window)),
      );
    }),
    law("a faulty row is named and left out whole", 10_000, (items, window) => {
      const [first, ...rest] = items;
      if (first === undefined) return true;
      return spoilt.every((spoil) =>
        measures.every((measure) => {
          const found = measure([spoil(first), ...rest], window);
          const without = measure(rest, window);
          return (
            found.issues.some(({ subject }) => subject[0] === first.id) &&
            canonicalJson(answerOf(found)) === canonicalJson(answerOf(without))
          );
        }),
      );
    }),
  ];
}

import { compareText } from "@evenkeel/kernel";
import { categoryCode, dayOf, eachUsable, endOf, millisOf } from "./flow-rows.js";
import { blockedSpans } from "./flow-spans.js";
import { StateRegister } from "./flow-states.js";
import type { DayWindow, FlowItem, FlowRows, FlowTable, StateVisit } from "./flow-types.js";

/** Codes from here on are ends: done or dropped. */
export const firstEnd = 3;

const none: readonly StateVisit[] = [];

/**
 * Items checked and laid out for measures, once for all of them: with a table in place of the items each measure answers the
 * same, without checking again.
 *
 * Rows whose times are no times or run backwards, whose spans overlap or come out of order, and all rows that share an id are
 * left out whole, and named.
 *
 * @param items - in any order, times in integer milliseconds; not changed
 * @returns columns with one entry an item, NaN where a time is absent; the issues of the rows left out
 *
 * Issues: none of its own; those of the rows are in the table, and every measure repeats them: predictability/not-a-time,
 * predictability/finished-before-started, predictability/duplicate-id, predictability/out-of-order, predictability/overlapping,
 * predictability/unknown-category.
 * Time O(items + visits + blocked spans), space the same.
 * Source: own.
 *
 * @example
 * const table = flowTable([{ id: "A", startedAt: 0, finishedAt: 5 }, { id: "B", startedAt: 9, finishedAt: 7 }]);
 * [table.items.length, table.issues[0]?.code]; // => [1, "predictability/finished-before-started"]
 */
export function flowTable(items: readonly FlowItem[]): FlowTable {
  const usable: FlowItem[] = [];
  const ids: string[] = [];
  const times = (): Float64Array => new Float64Array(items.length);
  const [createdAt, startedAt, finishedAt, endedAt] = [times(), times(), times(), times()];
  const stays = items.reduce((sum, item) => sum + (item.visits?.length ?? 0), 0);
  const [visitFrom, visitTo] = [new Float64Array(stays), new Float64Array(stays)];
  const [visitState, visitCategory] = [new Int32Array(stays), new Uint8Array(stays)];
  const [firstVisit, firstBlocked] = [new Int32Array(items.length + 1), new Int32Array(items.length + 1)];
  const [blockedFrom, blockedTo]: [number[], number[]] = [[], []];
  const register = new StateRegister();
  let visit = 0;
  const issues = eachUsable(items, (item) => {
    const at = usable.push(item) - 1;
    ids.push(item.id);
    createdAt[at] = item.createdAt ?? Number.NaN;
    startedAt[at] = item.startedAt ?? Number.NaN;
    finishedAt[at] = item.finishedAt ?? Number.NaN;
    endedAt[at] = endOf(item) ?? Number.POSITIVE_INFINITY;
    const visits = item.visits ?? none;
    for (let k = 0; k < visits.length; k++) {
      const { state, category, from, to } = visits[k]!;
      const code = categoryCode[category];
      visitFrom[visit] = from;
      visitTo[visit] = to ?? Number.POSITIVE_INFINITY;
      visitCategory[visit] = code;
      visitState[visit++] = register.enter(at, state, code);
    }
    firstVisit[at + 1] = visit;
    for (const { from, to } of blockedSpans(item)) {
      blockedFrom.push(from);
      blockedTo.push(to ?? Number.POSITIVE_INFINITY);
    }
    firstBlocked[at + 1] = blockedFrom.length;
  });
  const { states, place } = register.inOrder();
  for (let at = 0; at < visit; at++) visitState[at] = place[visitState[at]!]!;
  const length = usable.length;
  return {
    items: usable,
    issues,
    ids,
    createdAt: createdAt.subarray(0, length),
    startedAt: startedAt.subarray(0, length),
    finishedAt: finishedAt.subarray(0, length),
    endedAt: endedAt.subarray(0, length),
    firstVisit,
    visitFrom,
    visitTo,
    visitState,
    visitCategory,
    states,
    firstBlocked,
    blockedFrom: Float64Array.from(blockedFrom),
    blockedTo: Float64Array.from(blockedTo),
  };
}

/** The table of what a caller gave: his own, or one made now. */
export function tableOf(rows: FlowRows): FlowTable {
  return "endedAt" in rows ? rows : flowTable(rows);
}

/** Items finished within a window of days, by (finishedAt, id). */
export function finishedIn({ ids, finishedAt }: FlowTable, window: DayWindow): number[] {
  // By day first, since what is in order across days need not be compared.
  const days = Array.from({ length: window.to - window.from }, (): number[] => []);
  for (let item = 0; item < finishedAt.length; item++) days[dayOf(finishedAt[item]!) - window.from]?.push(item);
  return days.flatMap((found) =>
    found.sort((a, b) => finishedAt[a]! - finishedAt[b]! || compareText(ids[a]!, ids[b]!)),
  );
}

/** Calls back with each item that was in progress for some time within a window of days. */
export function eachInProgress(
  { startedAt, endedAt }: FlowTable,
  window: DayWindow,
  visit: (item: number, from: number, to: number) => void,
): void {
  const [begin, end] = millisOf(window);
  for (let item = 0; item < startedAt.length; item++) {
    const from = Math.max(startedAt[item]!, begin);
    const to = Math.min(endedAt[item]!, end);
    if (from < to) visit(item, from, to);
  }
}

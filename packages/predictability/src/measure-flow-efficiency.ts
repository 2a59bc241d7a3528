import { ok, type Result } from "@evenkeel/kernel";
import { quantileHigher } from "@evenkeel/stats";
import { windowIssues } from "./flow-rows.js";
import { finishedIn, tableOf } from "./flow-table.js";
import { addTimes } from "./flow-time-shares.js";
import type { DayWindow, FlowEfficiency, FlowRows, FlowTable, ItemTimeShares } from "./flow-types.js";
import { refusal, tooSmall } from "./issue.js";

function sharesOf(table: FlowTable, item: number, startedAt: number, finishedAt: number): ItemTimeShares {
  const elapsedMillis = finishedAt - startedAt;
  // Written out: spreading `noTime()` into millions of rows takes longer than adding their times up.
  const row = {
    id: table.ids[item]!,
    finishedAt,
    activeMillis: 0,
    waitingMillis: 0,
    blockedMillis: 0,
    pausedMillis: 0,
    proposedMillis: 0,
    untoldMillis: 0,
    elapsedMillis,
    efficiency: 0,
  };
  addTimes(row, table, item, startedAt, finishedAt);
  row.efficiency = row.activeMillis / elapsedMillis;
  return row;
}

/**
 * Flow efficiency of the items finished in a window: the share of their time, start to finish, in which they were worked on.
 *
 * Time in an active state counts unless the item was blocked. An active state says that work was possible, not that somebody
 * worked: the true share is lower. An item of which some time is untold has no efficiency, nor has one that took no time.
 *
 * @param items - in any order, or a table of them; times in integer milliseconds, with visits; not changed
 * @param window - day numbers [from, to) of the finish, at most 100,000 days
 * @returns one row an item by (finishedAt, id), and the share over all; rows left out are named by issues
 *
 * Issues: predictability/invalid-window, predictability/sample-too-small, predictability/not-a-time, predictability/finished-before-started,
 * predictability/duplicate-id, predictability/out-of-order, predictability/overlapping, predictability/unknown-category.
 * Time O(n log n + visits), space O(n).
 * Source: Modig and Ahlstrom (2012), "This is lean".
 *
 * @example
 * const visits = [{ state: "Doing", category: "active", from: 0, to: 2000 }, { state: "Review", category: "waiting", from: 2000, to: 8000 }] as const;
 * orThrow(measureFlowEfficiency([{ id: "A", startedAt: 0, finishedAt: 8000, visits }], { from: 0, to: 1 })).efficiency; // => 0.25
 */
export function measureFlowEfficiency(items: FlowRows, window: DayWindow): Result<FlowEfficiency> {
  const refused = refusal(windowIssues(window));
  if (refused) return refused;
  const table = tableOf(items);
  const rows: ItemTimeShares[] = [];
  let untold = 0;
  let [active, elapsed] = [0, 0];
  for (const item of finishedIn(table, window)) {
    const startedAt = table.startedAt[item]!;
    if (Number.isNaN(startedAt)) continue;
    const row = sharesOf(table, item, startedAt, table.finishedAt[item]!);
    if (row.untoldMillis > 0 || row.elapsedMillis === 0) {
      untold++;
      continue;
    }
    rows.push(row);
    active += row.activeMillis;
    elapsed += row.elapsedMillis;
  }
  if (rows.length === 0) return tooSmall(1, 0, ["items"], table.issues);
  const middle = quantileHigher(
    rows.map(({ efficiency }) => efficiency),
    0.5,
  );
  const p50 = middle.ok ? middle.value : Number.NaN;
  return ok({ window: { ...window }, items: rows, efficiency: active / elapsed, p50, untold }, table.issues);
}

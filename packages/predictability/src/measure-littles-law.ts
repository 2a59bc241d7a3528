import { ok, type Result } from "@evenkeel/kernel";
import { millisOf, millisPerDay, windowIssues } from "./flow-rows.js";
import { tableOf } from "./flow-table.js";
import type { BrokenCondition, DayWindow, FlowRows, FlowTable, LittlesLaw } from "./flow-types.js";
import { chanceIssues, refusal } from "./issue.js";

interface Totals {
  arrivals: number;
  departures: number;
  dropped: number;
  wipBefore: number;
  wipAfter: number;
  itemMillis: number;
  departedMillis: number;
  beforeMillis: number;
  openMillis: number;
}

function totalsOf({ startedAt, finishedAt, endedAt }: FlowTable, begin: number, end: number): Totals {
  const sum: Totals = {
    arrivals: 0,
    departures: 0,
    dropped: 0,
    wipBefore: 0,
    wipAfter: 0,
    itemMillis: 0,
    departedMillis: 0,
    beforeMillis: 0,
    openMillis: 0,
  };
  for (let item = 0; item < startedAt.length; item++) {
    const [from, left] = [startedAt[item]!, endedAt[item]!];
    if (!(from < end && left >= begin)) continue;
    if (from < begin) {
      sum.wipBefore++;
      sum.beforeMillis += begin - from;
    } else sum.arrivals++;
    if (left < end) {
      sum.departures++;
      sum.departedMillis += left - from;
      if (Number.isNaN(finishedAt[item]!)) sum.dropped++;
    } else {
      sum.wipAfter++;
      sum.openMillis += end - from;
    }
    sum.itemMillis += Math.min(left, end) - Math.max(from, begin);
  }
  return sum;
}

function brokenConditions(sum: Totals, tolerance: number): BrokenCondition[] {
  const { arrivals, departures, dropped, wipBefore, wipAfter, beforeMillis, openMillis } = sum;
  const apart = (a: number, b: number): boolean => Math.abs(a - b) > tolerance * Math.max(a, b);
  const broken: BrokenCondition[] = [];
  if (apart(arrivals, departures))
    broken.push({ code: "predictability/arrivals-unlike-departures", facts: { arrivals, departures, tolerance } });
  if (dropped > 0) broken.push({ code: "predictability/started-not-finished", facts: { dropped, departures } });
  if (apart(wipBefore, wipAfter))
    broken.push({ code: "predictability/wip-changes", facts: { before: wipBefore, after: wipAfter, tolerance } });
  if (wipBefore > 0 && wipAfter > 0) {
    const [before, after] = [beforeMillis / wipBefore / millisPerDay, openMillis / wipAfter / millisPerDay];
    if (apart(before, after)) broken.push({ code: "predictability/age-changes", facts: { before, after, tolerance } });
  }
  return broken;
}

/**
 * Little's law over a window: average work in progress against rate of departure times average time, the edge terms that make
 * it exact, and which of its conditions do not hold.
 *
 * Where nothing is in progress at either end, L = lambda W exactly. Otherwise the milliseconds in progress are those of what left,
 * less what lies before the window, plus those of what is still open: exactly. Conditions: arrivals like departures, all that is
 * started is finished, WIP and its average age the same at both ends within the tolerance; units are the same by construction.
 *
 * @param items - in any order, or a table of them; times in integer milliseconds; not changed
 * @param window - day numbers [from, to), at most 100,000 days
 * @param tolerance - share by which two values may differ and still count as alike, between 0 and 1; default 0.1
 * @returns counts, milliseconds and days; rows left out are named by issues
 *
 * Issues: predictability/invalid-window, predictability/out-of-range, predictability/not-a-time, predictability/finished-before-started,
 * predictability/duplicate-id, predictability/out-of-order, predictability/overlapping, predictability/unknown-category.
 * Time O(items), space O(items).
 * Source: Little (1961), "A proof for the queuing formula L = lambda W"; Little and Graves (2008); conditions and flow debt after
 * Vacanti (2015), "Actionable agile metrics for predictability".
 *
 * @example
 * const law = orThrow(measureLittlesLaw([{ id: "A", startedAt: 0, finishedAt: 86400000 }, { id: "B", startedAt: 0, finishedAt: 259200000 }], { from: 0, to: 4 }));
 * [law.averageWip, law.ratePerDay, law.averageDays, law.closed]; // => [1, 0.5, 2, true]
 */
export function measureLittlesLaw(items: FlowRows, window: DayWindow, tolerance = 0.1): Result<LittlesLaw> {
  const refused = refusal([...windowIssues(window), ...chanceIssues(tolerance, "tolerance")]);
  if (refused) return refused;
  const table = tableOf(items);
  const [begin, end] = millisOf(window);
  const sum = totalsOf(table, begin, end);
  const { arrivals, departures, wipBefore, wipAfter, itemMillis, departedMillis, beforeMillis, openMillis } = sum;
  const averageDays = departedMillis / departures / millisPerDay;
  const impliedDays = itemMillis / departures / millisPerDay;
  return ok(
    {
      window: { ...window },
      arrivals,
      departures,
      wipBefore,
      wipAfter,
      itemMillis,
      departedMillis,
      beforeMillis,
      openMillis,
      averageWip: itemMillis / (end - begin),
      ratePerDay: departures / (window.to - window.from),
      ...(departures > 0 ? { averageDays, impliedDays, flowDebtDays: impliedDays - averageDays } : {}),
      closed: wipBefore === 0 && wipAfter === 0,
      broken: brokenConditions(sum, tolerance),
    },
    table.issues,
  );
}

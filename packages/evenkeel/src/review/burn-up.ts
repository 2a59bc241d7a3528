import { openItems, type WorkPlan } from "@evenkeel/core";
import type { Chart } from "@evenkeel/kernel";
import type { DailyCounts, FlowTable, Forecast } from "@evenkeel/predictability";
import { burnUpChart, type ScopePoint } from "@evenkeel/predictability/charts";

const millisPerDay = 86_400_000;

/** What a burn-up is drawn from. */
export interface BurnUpInput {
  readonly plan: WorkPlan;
  readonly table: FlowTable;
  /** Up to the day before the forecast begins. */
  readonly done: DailyCounts;
  readonly forecast: Forecast;
}

/** Items done, that are to be done in the end, with the forecast's cone; where all items tell when they came, scope by day. */
export function burnUpOf({ plan, table, done, forecast }: BurnUpInput): Chart {
  const { window } = done;
  const begin = window.from * millisPerDay;
  const { createdAt, finishedAt, endedAt } = table;
  const open = new Set(openItems(plan).map(({ id }) => id));
  const counts = new Int32Array(window.to - window.from + 1);
  let before = 0;
  let whole = 0;
  let known = true;
  for (let item = 0; item < createdAt.length; item++) {
    const isDone = !Number.isNaN(finishedAt[item]!);
    if (isDone && finishedAt[item]! < begin) before++;
    if (!isDone && !open.has(table.ids[item]!)) continue;
    whole++;
    // What was finished before the window is in its scope whenever it came.
    const came = isDone && endedAt[item]! < begin ? begin : createdAt[item]!;
    if (Number.isNaN(came)) known = false;
    else counts[Math.min(Math.max(Math.floor(came / millisPerDay) - window.from, 0), counts.length - 1)]! += 1;
  }
  return burnUpChart(
    done,
    forecast,
    known ? byDay(counts, window.from) : [{ day: window.to - 1, items: whole }],
    before,
  );
}

/** Scope on each day on which it changed. */
function byDay(counts: Int32Array, from: number): ScopePoint[] {
  let items = 0;
  return [...counts].flatMap((count, at) => {
    items += count;
    return count === 0 && at > 0 ? [] : [{ day: from + at, items }];
  });
}

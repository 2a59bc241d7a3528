import { ok, type Result } from "@evenkeel/kernel";
import {
  type BlockedMeasure,
  type CycleTimeMeasure,
  type DailyCounts,
  type DayWindow,
  type FlowEfficiency,
  type FlowItem,
  type FlowTable,
  flowByState,
  flowTable,
  groupFlow,
  type ItemDuration,
  type LittlesLaw,
  measureArrivals,
  measureBlocked,
  measureCycleTime,
  measureFlowEfficiency,
  measureLittlesLaw,
  measureRework,
  measureThroughput,
  measureTimeInProgress,
  measureWip,
  measureWorkItemAge,
  type ReworkMeasure,
  type TimeInProgress,
  type WipMeasure,
} from "@evenkeel/predictability";

const millisPerDay = 86_400_000;

/** What a flow can be split by. */
export const flowKeys = ["state", "class", "team", "rollUp"] as const;
export type FlowKey = (typeof flowKeys)[number];

/** Every measure of one flow over one window, as the library gives it; absent = it cannot be told. */
export interface FlowMeasures {
  readonly created: DailyCounts;
  readonly throughput: DailyCounts;
  readonly wip: WipMeasure;
  /** In progress at the end of the window, oldest first. */
  readonly age: readonly ItemDuration[];
  readonly time: TimeInProgress;
  readonly blocked: BlockedMeasure;
  readonly rework: ReworkMeasure;
  readonly littlesLaw: LittlesLaw;
  readonly cycleTime?: CycleTimeMeasure;
  readonly efficiency?: FlowEfficiency;
}

/** One part of a flow; without a key: the items that have none. */
export interface FlowPart {
  readonly key?: string;
  readonly measures: FlowMeasures;
}

/** What the command `flow` answers. */
export interface FlowAnswer {
  readonly window: DayWindow;
  /** Days the record has at all, the last one included; absent = no item has a time. */
  readonly record?: DayWindow;
  readonly items: number;
  readonly measures: FlowMeasures;
  readonly by?: FlowKey;
  readonly parts?: readonly FlowPart[];
}

function recordOf(table: FlowTable): DayWindow | undefined {
  const { createdAt, startedAt, finishedAt, endedAt, visitFrom, blockedFrom, blockedTo } = table;
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const times of [createdAt, startedAt, finishedAt, endedAt, visitFrom, blockedFrom, blockedTo])
    for (const time of times) {
      if (!Number.isFinite(time)) continue;
      first = Math.min(first, time);
      last = Math.max(last, time);
    }
  if (first === Number.POSITIVE_INFINITY) return undefined;
  return { from: Math.floor(first / millisPerDay), to: Math.floor(last / millisPerDay) + 1 };
}

function measuresOf(items: FlowTable, window: DayWindow): Result<FlowMeasures> {
  const created = measureArrivals(items, window);
  if (!created.ok) return created;
  const throughput = measureThroughput(items, window);
  if (!throughput.ok) return throughput;
  const wip = measureWip(items, window);
  if (!wip.ok) return wip;
  const age = measureWorkItemAge(items, window.to * millisPerDay - 1);
  if (!age.ok) return age;
  const time = measureTimeInProgress(items, window);
  if (!time.ok) return time;
  const blocked = measureBlocked(items, window);
  if (!blocked.ok) return blocked;
  const rework = measureRework(items, window);
  if (!rework.ok) return rework;
  const littlesLaw = measureLittlesLaw(items, window);
  if (!littlesLaw.ok) return littlesLaw;
  const [cycleTime, efficiency] = [measureCycleTime(items, window), measureFlowEfficiency(items, window)];
  return ok({
    created: created.value,
    throughput: throughput.value,
    wip: wip.value,
    age: age.value,
    time: time.value,
    blocked: blocked.value,
    rework: rework.value,
    littlesLaw: littlesLaw.value,
    ...(cycleTime.ok ? { cycleTime: cycleTime.value } : {}),
    ...(efficiency.ok ? { efficiency: efficiency.value } : {}),
  });
}

function groupsOf(table: FlowTable, by: FlowKey): { readonly key?: string; readonly items: readonly FlowItem[] }[] {
  if (by !== "state") {
    const groups = groupFlow(table, (item) => item[by]);
    return groups.ok ? groups.value : [];
  }
  const states = flowByState(table);
  if (!states.ok) return [];
  return states.value.map(({ state, items }) => (state === undefined ? { items } : { key: state, items }));
}

/**
 * Every flow measure of the last days of a record, whole and in parts.
 *
 * The window ends before today, so that every day in it is whole, and begins no earlier than the record.
 *
 * @param items - with times in integer milliseconds; not changed
 * @param now - integer milliseconds
 * @param days - whole days to look at, above 0
 * @param by - what to split by; absent = only the whole
 * @returns measures; rows that cannot be used are named by issues
 *
 * Issues: those of the measures.
 * Time O(parts (items + days)), space O(parts days + items).
 * Source: own.
 *
 * @example
 * const flow = orThrow(flowOf([{ id: "A", startedAt: 0, finishedAt: 90000000 }], 3 * 86400000, 90));
 * [flow.window, flow.measures.throughput.total]; // => [{ from: 0, to: 3 }, 1]
 */
export function flowOf(items: readonly FlowItem[], now: number, days: number, by?: FlowKey): Result<FlowAnswer> {
  const table = flowTable(items);
  const record = recordOf(table);
  const today = Math.floor(now / millisPerDay);
  const from = Math.max(today - days, Math.min(record?.from ?? today, today - 1));
  const window = { from, to: today };
  const whole = measuresOf(table, window);
  if (!whole.ok) return whole;
  const parts: FlowPart[] = [];
  for (const { key, items: own } of by === undefined ? [] : groupsOf(table, by)) {
    const measures = measuresOf(flowTable(own), window);
    if (!measures.ok) return measures;
    parts.push({ ...(key === undefined ? {} : { key }), measures: measures.value });
  }
  return ok(
    {
      window,
      ...(record === undefined ? {} : { record }),
      items: table.items.length,
      measures: whole.value,
      ...(by === undefined ? {} : { by, parts }),
    },
    table.issues,
  );
}

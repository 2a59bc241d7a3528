import { addWork, type CalendarSpec, type CompiledCalendar, workBetween, type ZoneRules } from "@evenkeel/calendar";
import { type Issue, issue, ok, type Result, refuse } from "@evenkeel/kernel";
import { type EarnedValueFigures, type EarnedValueMeasures, measureEarnedValue } from "./earned-value-measures.js";
import { makeOutline } from "./outline.js";
import { makeTimeLine } from "./time-line.js";

/** Baseline, progress and cost of an activity; of one with parts only `id` and `parentId` count. */
export interface EarnedValueActivity {
  readonly id: string;
  readonly parentId?: string;
  readonly calendarId?: string;
  /** Baseline dates. */
  readonly start?: string;
  readonly finish?: string;
  /** Budget at completion, >= 0, in one unit of cost for all. */
  readonly budget?: number;
  /** Share of the budget that is earned, 0 to 100; default 0. */
  readonly percentComplete?: number;
  /** Cost until the status date; default 0. */
  readonly actualCost?: number;
}

/** All that earned value needs; plain data. */
export interface EarnedValueInput {
  readonly statusDate: string;
  readonly activities: readonly EarnedValueActivity[];
  readonly zone?: string;
  readonly calendars?: readonly CalendarSpec[];
  readonly defaultCalendarId?: string;
}

/** Progress as time along the baseline, in working minutes of the project's calendar. */
export interface EarnedTime {
  /** When the baseline had what is earned now. */
  readonly earnedAt: string;
  readonly earnedScheduleMinutes: number;
  readonly actualTimeMinutes: number;
  readonly plannedDurationMinutes: number;
  /** SV(t). */
  readonly scheduleVarianceMinutes: number;
  /** SPI(t); absent before any working time has passed. */
  readonly schedulePerformanceIndex?: number;
  /** IEAC(t) and the time it leads to; absent while nothing is earned, and beyond the calendars' time. */
  readonly estimateAtCompletionMinutes?: number;
  readonly estimatedFinish?: string;
}

/** Figures of one activity, its parts included. */
export interface EarnedValueRow extends EarnedValueMeasures {
  readonly id: string;
}

/** The answer. */
export interface EarnedValueReport {
  readonly total: EarnedValueMeasures;
  /** In the order of the input. */
  readonly activities: readonly EarnedValueRow[];
  /** Absent where nothing has a budget. */
  readonly time?: EarnedTime;
}

interface Baseline {
  readonly at: number;
  readonly calendar: CompiledCalendar;
  readonly start: number;
  readonly finish: number;
  readonly work: number;
  readonly budget: number;
}

/** Share of a baseline that lies before a tick, linear in working time; without working time all of it at its finish. */
function plannedShare({ calendar, start, finish, work }: Baseline, tick: number): number {
  if (tick >= finish) return 1;
  return work <= 0 || tick <= start ? 0 : workBetween(calendar, start, tick) / work;
}

/** Terms are added in a fixed order, so that the sum does not fall while time goes on. */
const plannedValueAt = (baselines: readonly Baseline[], tick: number): number =>
  baselines.reduce((sum, each) => sum + each.budget * plannedShare(each, tick), 0);

/** The latest tick until the baseline's end at which no more was planned than is earned. */
function tickEarned(baselines: readonly Baseline[], earned: number, from: number, to: number): number {
  const most = earned * (1 + 1e-12); // rounding of shares that add up to what is earned
  let [low, high] = [from, to];
  while (low < high) {
    const middle = low + Math.ceil((high - low) / 2);
    if (plannedValueAt(baselines, middle) <= most) low = middle;
    else high = middle - 1;
  }
  return low;
}

const keys = ["plannedValue", "earnedValue", "actualCost", "budgetAtCompletion"] as const;
type Sums = Record<(typeof keys)[number], number>;
const noSums = (): Sums => ({ plannedValue: 0, earnedValue: 0, actualCost: 0, budgetAtCompletion: 0 });

/** Names the quotients that a row cannot have. */
function absences({ id, ...row }: EarnedValueRow): Issue[] {
  const missing = [
    ...(row.schedulePerformanceIndex === undefined ? ["SPI"] : []),
    ...(row.costPerformanceIndex === undefined ? ["CPI"] : []),
    ...(row.toCompletePerformanceIndex === undefined ? ["TCPI"] : []),
  ];
  if (missing.length === 0) return [];
  const about = { severity: "info" as const, subject: [id], facts: { id, measures: missing } };
  return [issue("scheduling/measure-without-divisor", about)];
}

/**
 * Earned value of activities against their baseline, rolled up their parents, and earned schedule on the same baseline.
 *
 * Planned value grows in proportion to working time on each activity's own calendar, and at once at the finish of an
 * activity without working time. Earned schedule is the latest time at which no more was planned than is earned now.
 *
 * @param input - plain data; not mutated
 * @param zoneRules - applies time zones; without them all times are local
 * @returns measures per activity and in total; a quotient without a divisor is absent and named by an issue
 *
 * Issues: scheduling/duplicate-id, scheduling/dangling-parent, scheduling/parent-cycle, scheduling/unknown-calendar,
 * scheduling/missing-baseline, scheduling/baseline-reversed, scheduling/invalid-figure, those of the calendars and of
 * time texts; for information scheduling/measure-without-divisor; left out scheduling/summary-figures-ignored.
 * Time O(n x depth), for earned schedule 31 more passes; space O(n).
 * Source: Project Management Institute (2011), Practice Standard for Earned Value Management, second edition; Lipke
 * (2003), "Schedule is different", The Measurable News, March 2003, 31-34.
 *
 * @example
 * const activities = [{ id: "a", start: "2026-12-01", finish: "2026-12-04", budget: 4000, percentComplete: 50, actualCost: 1500 }];
 * const { total } = orThrow(earnedValue({ statusDate: "2026-12-03T17:00", activities }));
 * [total.plannedValue, total.scheduleVariance, total.costVariance]; // => [3000, -1000, 500]
 */
export function earnedValue(input: EarnedValueInput, zoneRules?: ZoneRules): Result<EarnedValueReport> {
  const issues: Issue[] = [];
  const line = makeTimeLine(input, zoneRules, issues);
  const outline = makeOutline(input.activities, issues);
  const status = line?.clock.read(input.statusDate, ["statusDate"], line.usual, "to");
  const baselines: Baseline[] = [];
  const figures: Sums[] = input.activities.map(noSums);

  input.activities.forEach((row, at) => {
    const { id, budget = 0, percentComplete = 0, actualCost = 0 } = row;
    const about = { path: ["activities", at], subject: [id] };
    if (outline.isSummary[at] === 1) {
      if (row.budget === undefined && row.percentComplete === undefined && row.actualCost === undefined) return;
      issues.push(issue("scheduling/summary-figures-ignored", { ...about, severity: "warning", facts: { id } }));
      return;
    }
    for (const [key, value, most] of [
      ["budget", budget, Number.MAX_SAFE_INTEGER],
      ["percentComplete", percentComplete, 100],
      ["actualCost", actualCost, Number.MAX_SAFE_INTEGER],
    ] as const) {
      if (value >= 0 && value <= most) continue;
      const path = [...about.path, key];
      issues.push(issue("scheduling/invalid-figure", { ...about, path, facts: { found: String(value) } }));
    }
    const calendar = line?.calendarOf(row.calendarId, [...about.path, "calendarId"]);
    if (row.start === undefined || row.finish === undefined) {
      if (budget > 0) issues.push(issue("scheduling/missing-baseline", { ...about, facts: { id } }));
    } else if (line !== undefined && calendar !== undefined) {
      const start = line.clock.read(row.start, [...about.path, "start"], calendar, "from");
      const finish = line.clock.read(row.finish, [...about.path, "finish"], calendar, "to");
      if (start === undefined || finish === undefined) return;
      if (finish < start) issues.push(issue("scheduling/baseline-reversed", { ...about, facts: { id } }));
      baselines.push({ at, calendar, start, finish, work: workBetween(calendar, start, finish), budget });
    }
    const earned = (budget * percentComplete) / 100;
    figures[at] = { plannedValue: 0, earnedValue: earned, actualCost, budgetAtCompletion: budget };
  });
  if (line === undefined || status === undefined || issues.some(({ severity }) => severity === "error"))
    return refuse(issues as [Issue, ...Issue[]]);

  for (const each of baselines) figures[each.at]!.plannedValue = each.budget * plannedShare(each, status);
  const total = noSums();
  for (const leaf of outline.leaves) {
    for (const key of keys) {
      const value = figures[leaf]![key];
      total[key] += value;
      for (let up = outline.parent[leaf]!; up !== -1; up = outline.parent[up]!) figures[up]![key] += value;
    }
  }
  const activities = input.activities.map(({ id }, at) => ({ id, ...measureEarnedValue(figures[at]!) }));
  const time = earnedTime(
    total,
    baselines.filter(({ budget }) => budget > 0),
    status,
    line,
  );
  return ok(
    { total: measureEarnedValue(total), activities, ...(time === undefined ? {} : { time }) },
    issues.concat(activities.flatMap(absences)),
  );
}

function earnedTime(
  { earnedValue: earned }: EarnedValueFigures,
  baselines: readonly Baseline[],
  status: number,
  { clock, usual }: NonNullable<ReturnType<typeof makeTimeLine>>,
): EarnedTime | undefined {
  if (baselines.length === 0) return undefined;
  const from = baselines.reduce((least, { start }) => Math.min(least, start), Number.POSITIVE_INFINITY);
  const to = baselines.reduce((most, { finish }) => Math.max(most, finish), Number.NEGATIVE_INFINITY);
  const at = tickEarned(baselines, earned, from, to);
  const [done, passed, planned] = [at, status, to].map((tick) => workBetween(usual, from, tick)) as [
    number,
    number,
    number,
  ];
  const index = passed <= 0 ? undefined : done / passed;
  const estimate = index === undefined || index === 0 ? 0x7fffffff : Math.round(planned / index);
  const finish = estimate >= 0x7fffffff ? 0x7fffffff : addWork(usual, from, estimate);
  return {
    earnedAt: clock.write(at),
    earnedScheduleMinutes: done / 10,
    actualTimeMinutes: passed / 10,
    plannedDurationMinutes: planned / 10,
    scheduleVarianceMinutes: (done - passed) / 10,
    ...(index === undefined ? {} : { schedulePerformanceIndex: index }),
    ...(finish >= 0x7fffffff
      ? {}
      : { estimateAtCompletionMinutes: estimate / 10, estimatedFinish: clock.write(finish) }),
  };
}

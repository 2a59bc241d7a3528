import { orThrow } from "@evenkeel/kernel";
import { statedRuns } from "@evenkeel/test-kit";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import {
  addWork,
  type CalendarSpec,
  type CompiledCalendar,
  compileCalendars,
  type DayInterval,
  intersectCalendars,
  intlZoneRules,
  isWorkingTime,
  nextWorkingTime,
  previousWorkingTime,
  subtractWork,
  withTimeAway,
  workBetween,
} from "../src/index.js";
import { anyAwayPeriods, anyCalendarSpecs } from "../src/testing.js";
import { answers, both, present, type Strip, stripOf } from "./tick-oracle.js";

const ticksPerDay = 14_400;
const days = 120;
const queries = 1000;
const rules = intlZoneRules();
/** Zones whose clocks change in 2026 at different hours, by different amounts, or not at all. */
const zones = [
  "Europe/Berlin",
  "America/New_York",
  "Australia/Lord_Howe",
  "Africa/Casablanca",
  "Africa/Cairo",
  "Asia/Kolkata",
];

/** Hours to the tenth of a minute. */
const fine = (intervals: readonly DayInterval[]): DayInterval[] =>
  intervals.map(({ from, to }) => (to - from === 1440 ? { from, to } : { from: from + 0.7, to: to - 0.2 }));
const fineWeek = (week: CalendarSpec["week"]): CalendarSpec["week"] =>
  Object.fromEntries(Object.entries(week).map(([name, intervals]) => [name, fine(intervals)]));
const fineSpec = (spec: CalendarSpec): CalendarSpec => ({
  ...spec,
  week: fineWeek(spec.week),
  workWeeks: (spec.workWeeks ?? []).map((row) => ({ ...row, week: fineWeek(row.week) })),
  exceptions: (spec.exceptions ?? []).map((row) => ({ ...row, intervals: fine(row.intervals) })),
});

interface Case {
  readonly specs: readonly CalendarSpec[];
  readonly others: readonly CalendarSpec[];
  readonly zone: string | undefined;
  readonly isCommon: boolean;
  readonly periods: Parameters<typeof withTimeAway>[1];
  readonly firstDay: number;
  readonly seed: number;
}

const anyCase: fc.Arbitrary<Case> = fc.record({
  specs: anyCalendarSpecs.map((specs) => specs.map(fineSpec)),
  others: anyCalendarSpecs,
  zone: fc.option(fc.constantFrom(...zones), { nil: undefined }),
  isCommon: fc.boolean(),
  periods: fc.oneof(fc.constant([]), anyAwayPeriods),
  // From December 2025 to March 2027: exceptions lie in 2026.
  firstDay: fc.integer({ min: 20_430, max: 20_760 }),
  seed: fc.integer({ min: 1, max: 2 ** 31 }),
});

function made({ specs, others, zone, isCommon, periods, firstDay }: Case): [CompiledCalendar, Strip] | undefined {
  const compiled = (rows: readonly CalendarSpec[]): CompiledCalendar =>
    orThrow(compileCalendars(rows, zone === undefined ? undefined : rules, zone)).calendars[0]!;
  let calendar = compiled(specs);
  let strip = stripOf(specs, "child", firstDay, days, zone);
  if (isCommon) {
    const common = intersectCalendars([calendar, compiled(others)]);
    if (!common.ok) return undefined;
    calendar = common.value;
    strip = both(strip, stripOf(others, "child", firstDay, days, zone));
  }
  if (periods.length > 0) {
    const left = withTimeAway(calendar, periods);
    if (!left.ok) return undefined;
    calendar = left.value;
    strip = present(strip, periods, zone);
  }
  return [calendar, strip];
}

test("a million random questions have the answers that looking at every tick gives", { timeout: 1_800_000 }, () => {
  let compared = 0;
  const runs = statedRuns(1000);
  fc.assert(
    fc.property(anyCase, (each) => {
      const pair = made(each);
      if (pair === undefined) return;
      const [calendar, strip] = pair;
      const known = answers(strip);
      let state = each.seed;
      const random = (limit: number): number => {
        state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
        return Math.floor((state / 2 ** 32) * limit);
      };
      // Two days at each end of the strip are not relied on: they may lie in a day of the zone that the strip cuts.
      const [sure, end] = [strip.from + 2 * ticksPerDay, strip.from + (days - 2) * ticksPerDay];
      const isSure = (tick: number | undefined): boolean => tick !== undefined && tick >= sure && tick < end;
      const at = (): number => sure + random(end - sure);
      const check = (question: string, ours: unknown, theirs: unknown, ...of: number[]): void => {
        compared++;
        if (ours !== theirs) expect({ question, of, answer: ours }).toEqual({ question, of, answer: theirs });
      };
      const checkTick = (question: string, ours: number, theirs: number | undefined, ...of: number[]): void => {
        if (isSure(theirs)) check(question, ours, theirs, ...of);
      };
      // Some begin far away, so that the days in question are expanded as an afterthought.
      nextWorkingTime(calendar, strip.from + (random(7) - 3) * 500 * ticksPerDay);
      for (let k = 0; k < queries / 5; k++) {
        const [t, u, work] = [at(), at(), 1 + random(60_000)];
        checkTick("add", addWork(calendar, t, work), known.add(t, work), t, work);
        checkTick("subtract", subtractWork(calendar, t, work), known.subtract(t, work), t, work);
        check("between", workBetween(calendar, t, u), known.between(t, u), t, u);
        checkTick("next", nextWorkingTime(calendar, t), known.next(t), t);
        checkTick("previous", previousWorkingTime(calendar, t), known.previous(t), t);
        check("is working", isWorkingTime(calendar, t), known.works(t), t);
      }
    }),
    { numRuns: runs, seed: 20_260_501 },
  );
  expect(compared).toBeGreaterThan(runs * queries * 0.8);
});

import { canonicalJson, formatDay, type Result } from "@evenkeel/kernel";
import * as fc from "fast-check";
import { addWork } from "./add-work.js";
import { compileCalendars } from "./compile-calendars.js";
import { intersectCalendars } from "./intersect-calendars.js";
import { isWorkingTime } from "./is-working-time.js";
import { nextWorkingTime } from "./next-working-time.js";
import { previousWorkingTime } from "./previous-working-time.js";
import { subtractWork } from "./subtract-work.js";
import type {
  AwayPeriod,
  CalendarException,
  CalendarSpec,
  CompiledCalendar,
  DayInterval,
  Recurrence,
  WeekPattern,
} from "./types.js";
import { withTimeAway } from "./with-time-away.js";
import { workBetween } from "./work-between.js";
import { ticksPerDay } from "./work-table.js";
import { workingIntervals } from "./working-intervals.js";

/** A property with the number of runs this package states. */
export interface Law {
  readonly name: string;
  readonly statedRuns: number;
  readonly property: fc.IProperty<unknown>;
}

const names = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const;

/** Disjoint spans on the half hour, the last perhaps up to midnight. */
const someHours: fc.Arbitrary<DayInterval[]> = fc
  .uniqueArray(fc.integer({ min: 0, max: 47 }), { maxLength: 6 })
  .chain((halves) => {
    const edges = halves.sort((a, b) => a - b).map((half) => half * 30);
    const spans: DayInterval[] = [];
    for (let k = 0; k + 1 < edges.length; k += 2) spans.push({ from: edges[k]!, to: edges[k + 1]! });
    return fc.constantFrom(spans, edges.length % 2 === 1 ? [...spans, { from: edges.at(-1)!, to: 1440 }] : spans);
  });
const wholeDay: fc.Arbitrary<DayInterval[]> = fc.constant([{ from: 0, to: 1440 }]);
const intervals: fc.Arbitrary<DayInterval[]> = fc.oneof(
  { weight: 9, arbitrary: someHours },
  { weight: 1, arbitrary: wholeDay },
);
const nightShift: fc.Arbitrary<DayInterval[]> = fc.constant([{ from: 1320, to: 1800 }]);
const week: fc.Arbitrary<WeekPattern> = fc.oneof(
  { weight: 4, arbitrary: fc.record(Object.fromEntries(names.map((name) => [name, intervals])), { requiredKeys: [] }) },
  {
    weight: 1,
    arbitrary: fc.record(Object.fromEntries(names.map((name) => [name, nightShift])), { requiredKeys: [] }),
  },
);
const dayOf2026: fc.Arbitrary<string> = fc
  .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map(([month, day]) => `2026-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`);
const range: fc.Arbitrary<{ from: string; to: string }> = fc
  .tuple(dayOf2026, dayOf2026)
  .map(([a, b]) => (a < b ? { from: a, to: b } : { from: b, to: a }));
const every = fc.integer({ min: 1, max: 3 });
const position = fc.constantFrom(1, 2, 3, 4, 5) as fc.Arbitrary<1 | 2 | 3 | 4 | 5>;
const on = fc.constantFrom(...names, "day", "weekday", "weekendDay");
const month = fc.integer({ min: 1, max: 12 });
const day = fc.integer({ min: 1, max: 31 });
const recurrence: fc.Arbitrary<Recurrence> = fc.oneof(
  fc.record({ kind: fc.constant("daily" as const), every }),
  fc.record({ kind: fc.constant("weekly" as const), every, weekdays: fc.subarray([...names], { minLength: 1 }) }),
  fc.record({ kind: fc.constant("monthly" as const), every, day }),
  fc.record({ kind: fc.constant("monthlyByPosition" as const), every, position, on }),
  fc.record({ kind: fc.constant("yearly" as const), month, day }),
  fc.record({ kind: fc.constant("yearlyByPosition" as const), month, position, on }),
);
const exception: fc.Arbitrary<CalendarException> = fc
  .tuple(range, intervals, fc.option(recurrence, { nil: undefined }), fc.option(every, { nil: undefined }))
  .map(([span, hours, rule, occurrences]) => ({
    ...span,
    intervals: hours,
    ...(rule === undefined ? {} : { recurrence: rule, ...(occurrences === undefined ? {} : { occurrences }) }),
  }));

/** A calendar and its parent with work weeks and all kinds of exceptions in 2026; both have working time each Wednesday. */
export const anyCalendarSpecs: fc.Arbitrary<CalendarSpec[]> = fc
  .array(
    fc.record({
      week,
      workWeeks: fc.array(
        fc.tuple(range, week).map(([span, pattern]) => ({ ...span, week: pattern })),
        { maxLength: 2 },
      ),
      exceptions: fc.array(exception, { maxLength: 3 }),
    }),
    { minLength: 2, maxLength: 2 },
  )
  .map(([child, parent]) => {
    const { wednesday: _own, ...inherited } = child!.week;
    return [
      { id: "child", parentId: "parent", ...child!, week: inherited },
      { id: "parent", ...parent!, week: { ...parent!.week, wednesday: [{ from: 480, to: 720 }] } },
    ];
  })
  .filter((specs) => compileCalendars(specs).ok);

/** Ticks from 2025-12-01 to 2027-02-01 in steps of ten minutes. */
export const anyTick: fc.Arbitrary<number> = fc
  .integer({ min: 20_423 * 144, max: 20_850 * 144 })
  .map((tenMinutes) => tenMinutes * 100);

/** Working ticks up to about twelve hours a day for a month. */
export const anyWork: fc.Arbitrary<number> = fc.integer({ min: 1, max: 2000 }).map((tenMinutes) => tenMinutes * 100);

/** Time away in 2026: whole days or local times, all of it or a share, overlapping or not. */
export const anyAwayPeriods: fc.Arbitrary<AwayPeriod[]> = fc.array(
  fc
    .tuple(range, fc.constantFrom("", "T09:30", "T23:50"), fc.constantFrom(undefined, 0.25, 0.5, 0.9, 1))
    .map(([span, time, share]) => ({
      from: span.from,
      to: `${span.to}${time}`,
      ...(share === undefined ? {} : { share }),
    })),
  { maxLength: 4 },
);

/** Makes the same calendar anew, with nothing expanded yet. */
export type FreshCalendar = () => CompiledCalendar;

function compiledFrom(rows: readonly CalendarSpec[]): readonly CompiledCalendar[] {
  const result = compileCalendars(rows);
  if (!result.ok) throw new TypeError("specs must compile");
  return result.value.calendars;
}

/**
 * Laws of calendar arithmetic; give your own specs to prove your own calendars. The first of the specs is tested.
 *
 * @param specs - arbitrary of specs that compile
 */
export function calendarLaws(specs: fc.Arbitrary<readonly CalendarSpec[]> = anyCalendarSpecs): Law[] {
  return arithmeticLaws(specs.map((rows) => () => compiledFrom(rows)[0]!));
}

/** Runs of laws of calendars made from others, each of which compiles several. */
const derivedRuns = 4000;

/** The common time of a child and its parent, which have some each Wednesday unless exceptions take it. */
const anyPair: fc.Arbitrary<() => readonly [CompiledCalendar, CompiledCalendar, CompiledCalendar]> = anyCalendarSpecs
  .map((specs) => () => {
    const [a, b] = compiledFrom(specs);
    const common = intersectCalendars([a!, b!]);
    return common.ok ? ([a!, b!, common.value] as const) : undefined;
  })
  .filter(
    (make): make is () => readonly [CompiledCalendar, CompiledCalendar, CompiledCalendar] => make() !== undefined,
  );

const sameTime = (a: Result<CompiledCalendar>, b: CompiledCalendar, t: number, u: number): boolean =>
  a.ok && canonicalJson(workingIntervals(a.value, t, u)) === canonicalJson(workingIntervals(b, t, u));

/** Laws of `intersectCalendars`, on top of those of arithmetic. */
export function intersectionLaws(): Law[] {
  const law = (
    name: string,
    holds: (a: CompiledCalendar, b: CompiledCalendar, both: CompiledCalendar, t: number, u: number) => boolean,
  ): Law => ({
    name,
    statedRuns: derivedRuns,
    property: fc.property(anyPair, anyTick, anyTick, (make, t, u) => holds(...make(), Math.min(t, u), Math.max(t, u))),
  });
  return [
    ...arithmeticLaws(
      anyPair.map((make) => () => make()[2]),
      derivedRuns,
    ),
    law("common time is working time of each", (a, b, both, t, u) =>
      workingIntervals(both, t, u).every(({ from, to }) =>
        [a, b].every((each) => workBetween(each, from, to) === to - from),
      ),
    ),
    law("time that is not common is not working time of one", (a, b, both, t, u) => {
      const edges = [t, ...workingIntervals(both, t, u).flatMap(({ from, to }) => [from, to]), u];
      for (let k = 0; k < edges.length; k += 2) {
        const other = workingIntervals(a, edges[k]!, edges[k + 1]!);
        if (!other.every(({ from, to }) => workBetween(b, from, to) === 0)) return false;
      }
      return true;
    }),
    law(
      "order and repetition of the calendars do not matter",
      (a, b, both, t, u) =>
        sameTime(intersectCalendars([b, a]), both, t, u) &&
        sameTime(intersectCalendars([a, both, b]), both, t, u) &&
        sameTime(intersectCalendars([a, a]), a, t, u),
    ),
  ];
}

const anyAway: fc.Arbitrary<{ specs: CalendarSpec[]; periods: AwayPeriod[] }> = fc
  .record({ specs: anyCalendarSpecs, periods: anyAwayPeriods })
  .filter(({ specs, periods }) => withTimeAway(compiledFrom(specs)[0]!, periods).ok);

/** Laws of `withTimeAway`, on top of those of arithmetic. */
export function timeAwayLaws(): Law[] {
  const made = anyAway.map(({ specs, periods }) => () => {
    const calendar = compiledFrom(specs)[0]!;
    const left = withTimeAway(calendar, periods);
    if (!left.ok) throw new TypeError("time must be left");
    return { calendar, periods, left: left.value };
  });
  const law = (
    name: string,
    holds: (
      calendar: CompiledCalendar,
      left: CompiledCalendar,
      periods: readonly AwayPeriod[],
      t: number,
      u: number,
    ) => boolean,
  ): Law => ({
    name,
    statedRuns: derivedRuns,
    property: fc.property(made, anyTick, anyTick, (make, t, u) => {
      const { calendar, left, periods } = make();
      return holds(calendar, left, periods, Math.min(t, u), Math.max(t, u));
    }),
  });
  return [
    ...arithmeticLaws(
      made.map((make) => () => make().left),
      derivedRuns,
    ),
    law("time left is working time of the calendar", (calendar, left, _periods, t, u) =>
      workingIntervals(left, t, u).every(({ from, to }) => workBetween(calendar, from, to) === to - from),
    ),
    law("order and repetition of the periods do not matter", (calendar, left, periods, t, u) =>
      sameTime(withTimeAway(calendar, [...periods, ...periods].reverse()), left, t, u),
    ),
    law(
      "each day of an absence keeps the share that is left, rounded to ticks, other days all",
      (calendar, _left, _periods, t) => {
        const day = Math.floor(t / ticksPerDay);
        const [from, to] = [formatDay(day), formatDay(day + 20)];
        return [0.25, 0.5, 1].every((share) => {
          const left = withTimeAway(calendar, [{ from, to, share }]);
          for (let each = day - 2; left.ok && each < day + 24; each++) {
            const work = workBetween(calendar, each * ticksPerDay, (each + 1) * ticksPerDay);
            const gone = each < day || each > day + 20 ? 0 : Math.round(work * share);
            if (workBetween(left.value, each * ticksPerDay, (each + 1) * ticksPerDay) !== work - gone) return false;
          }
          return true;
        });
      },
    ),
  ];
}

/**
 * Laws that any calendar owes, however it was made.
 *
 * @param compiled - arbitrary of makers of a calendar; called twice, each must give the same calendar anew
 * @param statedRuns - of each law
 */
export function arithmeticLaws(compiled: fc.Arbitrary<FreshCalendar>, statedRuns = 20_000): Law[] {
  type Holds = (fresh: FreshCalendar, t: number, u: number, work: number) => boolean;
  const law = (name: string, holds: Holds): Law => ({
    name,
    statedRuns,
    property: fc.property(compiled, anyTick, anyTick, anyWork, holds),
  });
  return [
    law("adding and then measuring gives the work added", (fresh, t, _u, work) => {
      const calendar = fresh();
      return (
        workBetween(calendar, t, addWork(calendar, t, work)) === work &&
        workBetween(calendar, subtractWork(calendar, t, work), t) === work
      );
    }),
    law("adding reaches no further than u exactly when so much work lies before u (adjoint)", (fresh, t, u, work) => {
      const calendar = fresh();
      return (
        addWork(calendar, t, work) <= u === work <= workBetween(calendar, t, u) &&
        subtractWork(calendar, t, work) >= u === work <= workBetween(calendar, u, t)
      );
    }),
    law("adding lands where an interval may end, subtracting where one may start", (fresh, t, _u, work) => {
      const calendar = fresh();
      const [later, earlier] = [addWork(calendar, t, work), subtractWork(calendar, t, work)];
      return previousWorkingTime(calendar, later) === later && nextWorkingTime(calendar, earlier) === earlier;
    }),
    law("work adds up and turns its sign with its direction", (fresh, t, u, work) => {
      const calendar = fresh();
      const between = workBetween(calendar, t, u);
      return (
        between === -workBetween(calendar, u, t) &&
        addWork(calendar, addWork(calendar, t, work), work) === addWork(calendar, t, 2 * work) &&
        addWork(calendar, t, -work) === subtractWork(calendar, t, work) &&
        addWork(calendar, t, 0) === t
      );
    }),
    law("next and previous keep still on their own results and skip no work", (fresh, t) => {
      const calendar = fresh();
      const [next, previous] = [nextWorkingTime(calendar, t), previousWorkingTime(calendar, t)];
      return (
        next >= t &&
        previous <= t &&
        workBetween(calendar, previous, next) === 0 &&
        nextWorkingTime(calendar, next) === next &&
        previousWorkingTime(calendar, previous) === previous &&
        isWorkingTime(calendar, t) === (next === t || previous === t)
      );
    }),
    law("working intervals hold all working time of their range, each of them no more and no less", (fresh, t, u) => {
      const calendar = fresh();
      const intervals = workingIntervals(calendar, t, u);
      const sum = intervals.reduce((total, { from, to }) => total + to - from, 0);
      return (
        sum === Math.max(0, workBetween(calendar, t, u)) &&
        intervals.every(
          ({ from, to }, at) => from < to && from >= t && to <= u && (intervals[at + 1]?.from ?? u + 1) > to,
        )
      );
    }),
    law("later is never earlier: adding keeps the order of begins and of amounts", (fresh, t, u, work) => {
      const calendar = fresh();
      const [first, second] = [Math.min(t, u), Math.max(t, u)];
      return (
        addWork(calendar, first, work) <= addWork(calendar, second, work) &&
        subtractWork(calendar, first, work) <= subtractWork(calendar, second, work) &&
        addWork(calendar, t, work) < addWork(calendar, t, work + 1)
      );
    }),
    law("an answer does not depend on what was asked before", (fresh, t, u, work) => {
      const [calendar, used] = [fresh(), fresh()];
      nextWorkingTime(used, t - 3_000_000 * 14);
      addWork(used, u, 40 * work);
      return (
        addWork(calendar, t, work) === addWork(used, t, work) && workBetween(calendar, t, u) === workBetween(used, t, u)
      );
    }),
  ];
}

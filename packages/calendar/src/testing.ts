import * as fc from "fast-check";
import { addWork } from "./add-work.js";
import { compileCalendars } from "./compile-calendars.js";
import { intersectCalendars } from "./intersect-calendars.js";
import { isWorkingTime } from "./is-working-time.js";
import { nextWorkingTime } from "./next-working-time.js";
import { previousWorkingTime } from "./previous-working-time.js";
import { subtractWork } from "./subtract-work.js";
import type {
  CalendarException,
  CalendarSpec,
  CompiledCalendar,
  DayInterval,
  Recurrence,
  WeekPattern,
} from "./types.js";
import { workBetween } from "./work-between.js";
import { endOfTime } from "./work-table.js";

/** A property with the number of runs this package states. */
export interface Law {
  readonly name: string;
  readonly statedRuns: number;
  readonly property: fc.IProperty<unknown>;
}

const names = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const;

/** Disjoint spans on the half hour, the last perhaps past midnight. */
const intervals: fc.Arbitrary<DayInterval[]> = fc
  .uniqueArray(fc.integer({ min: 0, max: 47 }), { maxLength: 6 })
  .chain((halves) => {
    const edges = halves.sort((a, b) => a - b).map((half) => half * 30);
    const spans: DayInterval[] = [];
    for (let k = 0; k + 1 < edges.length; k += 2) spans.push({ from: edges[k]!, to: edges[k + 1]! });
    return fc.constantFrom(spans, edges.length % 2 === 1 ? [...spans, { from: edges.at(-1)!, to: 1440 }] : spans);
  });
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

/**
 * Laws of calendar arithmetic; give your own specs to prove your own calendars. The first of the specs is tested.
 *
 * @param specs - arbitrary of specs that compile
 */
export function calendarLaws(specs: fc.Arbitrary<readonly CalendarSpec[]> = anyCalendarSpecs): Law[] {
  const compiled = specs.map((rows): (() => CompiledCalendar) => {
    return () => {
      const result = compileCalendars(rows);
      if (!result.ok) throw new TypeError("specs must compile");
      return result.value.calendars[0]!;
    };
  });
  type Holds = (fresh: () => CompiledCalendar, t: number, u: number, work: number) => boolean;
  const law = (name: string, holds: Holds): Law => ({
    name,
    statedRuns: 20_000,
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
    law("an answer does not depend on what was asked before", (fresh, t, u, work) => {
      const [calendar, used] = [fresh(), fresh()];
      nextWorkingTime(used, t - 3_000_000 * 14);
      addWork(used, u, 40 * work);
      return (
        addWork(calendar, t, work) === addWork(used, t, work) && workBetween(calendar, t, u) === workBetween(used, t, u)
      );
    }),
    {
      name: "common time is time of each calendar, all of it, whichever comes first",
      statedRuns: 20_000,
      property: fc.property(compiled, compiled, anyTick, anyTick, (freshA, freshB, t, u) => {
        const [a, b] = [freshA(), freshB()];
        const both = intersectCalendars(a, b);
        const next = nextWorkingTime(both, t);
        // The first tick at which both work, by leaping from one to the other.
        let leap = t;
        for (let round = 0; round < 10_000; round++) {
          const further = nextWorkingTime(b, nextWorkingTime(a, leap));
          if (further === leap) break;
          leap = further;
        }
        return (
          (leap === next || next === endOfTime || leap === endOfTime) &&
          Math.abs(workBetween(both, t, u)) <=
            Math.min(Math.abs(workBetween(a, t, u)), Math.abs(workBetween(b, t, u))) &&
          workBetween(both, t, u) === workBetween(intersectCalendars(b, a), t, u)
        );
      }),
    },
  ];
}

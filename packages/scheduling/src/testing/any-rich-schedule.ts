import { type CalendarSpec, continuousCalendar, standardCalendar } from "@evenkeel/calendar";
import * as fc from "fast-check";
import type {
  ActivityInput,
  AssignmentInput,
  DateConstraint,
  LagInput,
  LinkInput,
  LinkType,
  ScheduleEdit,
  ScheduleInput,
  ScheduleOptions,
} from "../types.js";

const night: CalendarSpec = {
  id: "night",
  week: { monday: [{ from: 1320, to: 1800 }], wednesday: [{ from: 1320, to: 1800 }], saturday: [{ from: 0, to: 600 }] },
};
const holidays: CalendarSpec = {
  id: "holidays",
  parentId: "standard",
  week: {},
  exceptions: [{ from: "2026-06-05", to: "2026-06-09", intervals: [] }],
};
const calendars = [standardCalendar, night, continuousCalendar, holidays];
const calendarId = fc.constantFrom("standard", "night", "continuous", "holidays");
const minutes = (least: number, most: number): fc.Arbitrary<number> =>
  fc.integer({ min: least, max: most }).map((count) => count * 30);
const two = (value: number): string => String(value).padStart(2, "0");

/** A local time of June 2026, on the half hour. */
const at = fc.integer({ min: 0, max: 28 * 48 - 1 }).map((step) => {
  const [day, minute] = [1 + Math.floor(step / 48), (step % 48) * 30];
  return `2026-06-${two(day)}T${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
});
const kinds: readonly DateConstraint["kind"][] = ["SNET", "FNET", "SNLT", "FNLT", "SO", "FO", "MSO", "MFO", "ASAP"];
const constraint = fc.record({ kind: fc.constantFrom(...kinds), at });
const assignment: fc.Arbitrary<AssignmentInput> = fc.record(
  {
    workMinutes: minutes(1, 40),
    units: fc.constantFrom(0.5, 1, 2),
    calendarId,
    delayMinutes: minutes(0, 4),
    contour: fc.constantFrom("flat", "bell", "turtle"),
    remainingWorkMinutes: minutes(0, 10),
  },
  { requiredKeys: ["workMinutes"] },
);
const split = fc.tuple(at, at).map(([a, b]) => (a < b ? { from: a, to: b } : { from: b, to: a }));

/** What activities of each kind add to a task. */
const flavours: fc.Arbitrary<Partial<ActivityInput>> = fc.oneof(
  { weight: 8, arbitrary: fc.constant({}) },
  { weight: 4, arbitrary: fc.record({ calendarId }) },
  {
    weight: 4,
    arbitrary: fc.array(constraint, { minLength: 1, maxLength: 2 }).map((constraints) => ({ constraints })),
  },
  { weight: 1, arbitrary: fc.record({ deadline: at }) },
  { weight: 2, arbitrary: fc.record({ actualStart: at, remainingMinutes: minutes(0, 20) }) },
  { weight: 1, arbitrary: fc.record({ actualStart: at, resume: at, suspend: at, remainingMinutes: minutes(0, 20) }) },
  {
    weight: 1,
    arbitrary: fc.tuple(at, at).map(([a, b]) => (a < b ? { actualStart: a, actualFinish: b } : { actualFinish: a })),
  },
  { weight: 1, arbitrary: fc.record({ manual: fc.record({ start: at }) }) },
  { weight: 2, arbitrary: fc.record({ assignments: fc.array(assignment, { minLength: 1, maxLength: 2 }) }) },
  { weight: 1, arbitrary: fc.record({ splits: fc.array(split, { minLength: 1, maxLength: 1 }) }) },
  { weight: 1, arbitrary: fc.record({ expectedFinish: at }) },
  { weight: 1, arbitrary: fc.record({ externalEarlyStart: at, externalLateFinish: at }) },
  {
    weight: 1,
    arbitrary: fc.record({
      outside: fc.record(
        { start: at, finish: at, lateStart: at, lateFinish: at },
        { requiredKeys: ["start", "finish"] },
      ),
    }),
  },
  { weight: 1, arbitrary: fc.record({ levelingDelayMinutes: minutes(1, 48) }) },
  { weight: 1, arbitrary: fc.constant({ elapsed: true }) },
  { weight: 1, arbitrary: fc.constantFrom({ kind: "startMilestone" as const }, { kind: "finishMilestone" as const }) },
);
const activity = (id: string): fc.Arbitrary<ActivityInput> =>
  fc.tuple(minutes(0, 60), flavours).map(([durationMinutes, more]) => ({ id, durationMinutes, ...more }));

const lag: fc.Arbitrary<LagInput | undefined> = fc.oneof(
  { weight: 3, arbitrary: fc.constant(undefined) },
  { weight: 2, arbitrary: fc.record({ minutes: minutes(-16, 16) }) },
  { weight: 1, arbitrary: fc.record({ minutes: minutes(-16, 16), basis: fc.constant("elapsed" as const) }) },
  { weight: 1, arbitrary: fc.record({ percent: fc.constantFrom(-100, 50, 100) }) },
);
const type: fc.Arbitrary<LinkType> = fc.constantFrom("FS", "FS", "FS", "SS", "FF", "SF");

function link(count: number): fc.Arbitrary<LinkInput> {
  const end = fc.integer({ min: 0, max: count - 1 });
  return fc.record({ a: end, b: end, type, lag }).map(({ a, b, type: tie, lag: gap }) => ({
    predecessor: `A${Math.min(a, b)}`,
    successor: `A${a === b ? (b + 1) % count : Math.max(a, b)}`,
    type: tie,
    ...(gap === undefined ? {} : { lag: gap }),
  }));
}

const options: fc.Arbitrary<ScheduleOptions> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ preset: fc.constantFrom("evenkeel", "msProject", "primavera") }) },
  {
    weight: 2,
    arbitrary: fc.record(
      {
        preset: fc.constantFrom("evenkeel" as const, "msProject" as const, "primavera" as const),
        lagCalendar: fc.constantFrom(
          "predecessor" as const,
          "successor" as const,
          "project" as const,
          "continuous" as const,
        ),
        progressMode: fc.constantFrom("retainedLogic" as const, "progressOverride" as const, "actualDates" as const),
        floatType: fc.constantFrom("start" as const, "finish" as const, "least" as const),
        multipleCriticalPaths: fc.boolean(),
        startLagFrom: fc.constantFrom("earlyStart" as const, "actualStart" as const),
      },
      { requiredKeys: ["preset"] },
    ),
  },
);

/**
 * Plans with all that the scheduler reads: progress, summaries with bounds, assignments, splits, manual and inactive
 * activities, constraints that clash, all rules.
 */
export function anyRichSchedule(): fc.Arbitrary<ScheduleInput> {
  return fc.integer({ min: 2, max: 9 }).chain((count) =>
    fc
      .record({
        rows: fc.tuple(...Array.from({ length: count }, (_, k) => activity(`A${k}`))),
        parents: fc.array(fc.constantFrom(undefined, undefined, undefined, "P", "Q"), {
          minLength: count,
          maxLength: count,
        }),
        links: fc.uniqueArray(link(count), {
          maxLength: 12,
          selector: ({ predecessor, successor, type: tie }) => `${predecessor} ${successor} ${tie}`,
        }),
        summaryLink: fc.constantFrom<LinkInput | undefined>(
          undefined,
          undefined,
          { predecessor: "P", successor: `A${count - 1}`, type: "FS" },
          { predecessor: "A0", successor: "Q", type: "SS" },
        ),
        inactive: fc.integer({ min: -8, max: count - 1 }),
        alap: fc.integer({ min: -8, max: count - 1 }),
        bound: fc.option(at, { nil: undefined, freq: 4 }),
        dataDate: fc.option(at, { nil: undefined }),
        mustFinishBy: fc.option(at, { nil: undefined, freq: 4 }),
        options,
      })
      .map(({ rows, parents, links, summaryLink, inactive, alap, bound, dataDate, mustFinishBy, options: rules }) => {
        const activities = rows.map((row, k): ActivityInput => {
          const parentId = parents[k];
          const constraints = [...(row.constraints ?? []), ...(k === alap ? [{ kind: "ALAP" as const }] : [])];
          return {
            ...row,
            ...(parentId === undefined ? {} : { parentId }),
            ...(k === inactive ? { inactive: true } : {}),
            ...(constraints.length === 0 ? {} : { constraints }),
          };
        });
        const floor = bound === undefined ? {} : { constraints: [{ kind: "SNET" as const, at: bound }] };
        const summaries: ActivityInput[] = [
          { id: "P", kind: "summary", ...floor },
          { id: "Q", kind: "summary" },
        ];
        return {
          start: "2026-06-03T08:00",
          calendars,
          activities: [...activities, ...summaries],
          links: summaryLink === undefined ? links : [...links, summaryLink],
          options: rules,
          ...(dataDate === undefined ? {} : { dataDate }),
          ...(mustFinishBy === undefined ? {} : { mustFinishBy }),
        };
      }),
  );
}

/** Edits of such a plan, of every kind, those that make circles or have no target too. */
export function anyScheduleEdit(): fc.Arbitrary<ScheduleEdit> {
  const id = fc.integer({ min: 0, max: 9 }).map((k) => `A${k}`);
  const ends = { predecessor: id, successor: id, type };
  return fc.oneof(
    { weight: 6, arbitrary: id.chain(activity).map((row) => ({ kind: "putActivity" as const, activity: row })) },
    {
      weight: 4,
      arbitrary: fc.record({ ...ends, lag }).map(
        ({ lag: gap, ...tied }): ScheduleEdit => ({
          kind: "putLink",
          link: { ...tied, ...(gap === undefined ? {} : { lag: gap }) },
        }),
      ),
    },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant("removeLink" as const), ...ends }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant("removeActivity" as const), id }) },
    {
      weight: 1,
      arbitrary: fc.constantFrom<ScheduleEdit>(
        { kind: "putCalendar", calendar: { ...holidays, exceptions: [] } },
        { kind: "putCalendar", calendar: holidays },
        { kind: "putProject", project: { start: "2026-06-02T08:00" } },
        {
          kind: "putProject",
          project: { start: "2026-06-03T08:00", dataDate: "2026-06-10", options: { preset: "primavera" } },
        },
        { kind: "removeCalendar", id: "night" },
      ),
    },
  );
}

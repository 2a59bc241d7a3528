import { compileCalendars, continuousCalendar, standardCalendar, workBetween } from "@evenkeel/calendar";
import { orThrow, parseTimeText, describe as say } from "@evenkeel/kernel";
import { statedRuns } from "@evenkeel/test-kit";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { en, explainConflict, findConflicts, type ScheduleInput, schedule } from "../src/index.js";
import { anyConflictingInput } from "../src/testing.js";

type Key = string;
const mandatory = { MSO: "SO", MFO: "FO", ALAP: "ASAP" } as Record<string, "SO" | "FO" | "ASAP">;
const tick = (text: string): number => {
  const time = orThrow(parseTimeText(text));
  return time.form === "local" ? time.local / 6000 : Number.NaN;
};

/** Every demand of an input, as the path to it. */
function demandsOf(input: ScheduleInput): Key[] {
  const keys = input.activities.flatMap(({ constraints = [], deadline, manual }, at) => [
    ...constraints.map((_, place) => `activities/${at}/constraints/${place}`),
    ...(deadline === undefined ? [] : [`activities/${at}/deadline`]),
    ...(manual === undefined ? [] : [`activities/${at}/manual`]),
  ]);
  keys.push(...(input.links ?? []).map((_, at) => `links/${at}`));
  return input.mustFinishBy === undefined ? keys : [...keys, "mustFinishBy"];
}

/** The input with these demands alone. */
function only(input: ScheduleInput, kept: ReadonlySet<Key>): ScheduleInput {
  const { mustFinishBy, ...others } = input;
  return {
    ...others,
    ...(kept.has("mustFinishBy") ? { mustFinishBy: mustFinishBy! } : {}),
    activities: input.activities.map(({ constraints = [], deadline, manual, ...row }, at) => ({
      ...row,
      constraints: constraints.filter((_, place) => kept.has(`activities/${at}/constraints/${place}`)),
      ...(deadline !== undefined && kept.has(`activities/${at}/deadline`) ? { deadline } : {}),
      ...(manual !== undefined && kept.has(`activities/${at}/manual`) ? { manual } : {}),
    })),
    links: (input.links ?? []).filter((_, at) => kept.has(`links/${at}`)),
  };
}

/** From the definition: do the earliest dates, links always winning, break a date? */
function isBroken(input: ScheduleInput): boolean {
  const pure: ScheduleInput = {
    ...input,
    options: { ...input.options, honorsLateBounds: false, showsDrivenFinishLate: false },
    activities: input.activities.map((row) => ({
      ...row,
      constraints: (row.constraints ?? []).map((each) => ({ ...each, kind: mandatory[each.kind] ?? each.kind })),
    })),
  };
  const made = orThrow(schedule(pure));
  const { calendars, indexOf } = orThrow(compileCalendars([...(input.calendars ?? [standardCalendar])]));
  const around = orThrow(compileCalendars([continuousCalendar])).calendars[0]!;
  return pure.activities.some((row) => {
    const dates = made.activities.find(({ id }) => id === row.id);
    if (dates === undefined || dates.isSummary || row.actualFinish !== undefined) return false;
    const calendar = row.elapsed === true ? around : calendars[indexOf.get(row.calendarId ?? "") ?? 0]!;
    const isLate = (cap: string | undefined, date: string): boolean =>
      cap !== undefined && workBetween(calendar, tick(cap), tick(date)) > 0;
    const { manual, ...free } = row;
    if (manual !== undefined) {
      // By hand it stands where it was put: where links would put it tells whether that can be kept.
      const activities = pure.activities.map((each) => (each === row ? { ...free, constraints: [] } : each));
      const linked = orThrow(schedule({ ...pure, activities })).activities.find(({ id }) => id === row.id)!;
      if (linked.driver?.kind === "link" && isLate(manual.start, linked.earlyStart)) return true;
    }
    return (
      isLate(row.deadline, dates.earlyFinish) ||
      isLate(input.mustFinishBy, dates.earlyFinish) ||
      (manual === undefined &&
        row.actualStart === undefined &&
        (row.constraints ?? []).some(
          ({ kind, at }) =>
            ((kind === "SNLT" || kind === "SO") && isLate(at, dates.earlyStart)) ||
            ((kind === "FNLT" || kind === "FO") && isLate(at, dates.earlyFinish)),
        ))
    );
  });
}

const datesOf = (input: ScheduleInput) =>
  orThrow(findConflicts(input)).conflicts.filter(({ kind }) => kind === "dates");
const keysOf = (demands: readonly { path: readonly (string | number)[] }[]): Key[] => demands.map(({ path }) => path.join("/"));

describe("against the definition, with the scheduler as judge", () => {
  test("there is a set exactly where a date is broken", () => {
    fc.assert(
      fc.property(anyConflictingInput(), (input) => {
        expect(datesOf(input).length > 0).toBe(isBroken(input));
      }),
      { numRuns: statedRuns(20_000) },
    );
  });
  test("a set is broken by itself, and without any one of its demands it is not", () => {
    fc.assert(
      fc.property(anyConflictingInput(), (input) => {
        for (const { demands, isMinimal } of datesOf(input)) {
          expect(isMinimal).toBe(true);
          const keys = keysOf(demands);
          expect([keys, isBroken(only(input, new Set(keys)))]).toEqual([keys, true]);
          for (const key of keys) {
            const rest = new Set(keys.filter((each) => each !== key));
            expect([keys, key, isBroken(only(input, rest))]).toEqual([keys, key, false]);
          }
        }
      }),
      { numRuns: statedRuns(20_000) },
    );
  });
});

import { type CalendarSpec, continuousCalendar, standardCalendar } from "@evenkeel/calendar";
import type { Result } from "@evenkeel/kernel";
import * as fc from "fast-check";
import { anyTime } from "./any-time.js";
import { checkScheduleFeasible } from "./check-schedule-feasible.js";
import type { Law } from "./testing/edit-laws.js";
import type { ActivityInput, DateConstraint, LinkInput, LinkType, Schedule, ScheduleInput } from "./types.js";

export { checkCertificates } from "./check-certificates.js";
export { checkScheduleFeasible } from "./check-schedule-feasible.js";
export { anyRichSchedule, anyScheduleEdit } from "./testing/any-rich-schedule.js";
export { certificateLaws } from "./testing/certificate-laws.js";
export { editLaws } from "./testing/edit-laws.js";
export { anyConflictingInput, type CompareFunction, comparisonLaws } from "./testing-control.js";

export type { Law };

/** A scheduler to be proved: ours, or a vendor's behind this signature. */
export type ScheduleFunction = (input: ScheduleInput) => Result<Schedule>;

const night: CalendarSpec = {
  id: "night",
  week: { monday: [{ from: 1320, to: 1800 }], wednesday: [{ from: 1320, to: 1800 }], saturday: [{ from: 0, to: 600 }] },
};
const calendars = [standardCalendar, night, continuousCalendar];
const tenMinutes = (least: number, most: number): fc.Arbitrary<number> =>
  fc.integer({ min: least, max: most }).map((count) => count * 10);
const type: fc.Arbitrary<LinkType> = fc.constantFrom("FS", "FS", "SS", "FF", "SF");

function activity(isPlain: boolean): fc.Arbitrary<Omit<ActivityInput, "id">> {
  const at = anyTime();
  const kind = fc.constantFrom("SNET", "FNET", "SNLT", "FNLT", "SO", "FO") as fc.Arbitrary<DateConstraint["kind"]>;
  const plain = { durationMinutes: tenMinutes(1, 150) };
  if (isPlain) return fc.record(plain);
  const task = fc.record(
    {
      ...plain,
      calendarId: fc.constantFrom("standard", "night", "continuous"),
      constraints: fc.array(fc.record({ kind, at }), { maxLength: 1 }),
      deadline: at,
      elapsed: fc.boolean(),
    },
    { requiredKeys: ["durationMinutes"] },
  );
  const milestone = fc.record({ kind: fc.constantFrom("startMilestone" as const, "finishMilestone" as const) });
  return fc.oneof({ weight: 5, arbitrary: task }, { weight: 1, arbitrary: milestone });
}

/** Networks without cycles: `plain` has one calendar (the first of its calendars), tasks and links alone. */
export function anyScheduleInput(flavour: "plain" | "continuous" | "full" = "full"): fc.Arbitrary<ScheduleInput> {
  return fc.integer({ min: 1, max: 9 }).chain((count) => {
    const end = fc.integer({ min: 0, max: count - 1 });
    const lag = fc.record({ minutes: tenMinutes(-60, 60) });
    const elapsed = fc.record({ minutes: tenMinutes(-60, 60), basis: fc.constant("elapsed" as const) });
    const percent = fc.record({ percent: fc.constantFrom(-100, 100, 200) });
    const lags = flavour === "full" ? fc.oneof(lag, elapsed, percent) : lag;
    const link = fc.record({ a: end, b: end, type, lag: fc.option(lags, { nil: undefined }) });
    return fc
      .record({
        rows: fc.array(activity(flavour !== "full"), { minLength: count, maxLength: count }),
        links: fc.uniqueArray(link, {
          maxLength: 14,
          selector: ({ a, b, type: tie }) => `${Math.min(a, b)} ${Math.max(a, b)} ${tie}`,
        }),
      })
      .map(({ rows, links }) => ({
        start: "2026-06-01T08:00",
        calendars: flavour === "full" ? calendars : [flavour === "plain" ? standardCalendar : continuousCalendar],
        activities: rows.map((row, at) => ({ ...row, id: `A${at}` })),
        links: links
          .filter(({ a, b }) => a !== b)
          .map(({ a, b, type: tie, lag: gap }): LinkInput => {
            const ends = { predecessor: `A${Math.min(a, b)}`, successor: `A${Math.max(a, b)}`, type: tie };
            return gap === undefined ? ends : { ...ends, lag: gap };
          }),
      }));
  });
}

const byId = (schedule: Schedule): string =>
  JSON.stringify([...schedule.activities].sort((a, b) => (a.id < b.id ? -1 : 1)));
const millis = (text: string): number => {
  const [year, month, day, hour, minute, second = 0] = text.split(/[-T:]/).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number?,
  ];
  // Days of the civil calendar from the fields alone; only differences are used.
  const shifted = month > 2 ? month - 3 : month + 9;
  const years = month > 2 ? year : year - 1;
  const days =
    365 * years +
    Math.floor(years / 4) -
    Math.floor(years / 100) +
    Math.floor(years / 400) +
    Math.floor((153 * shifted + 2) / 5) +
    day;
  return (((days * 24 + hour) * 60 + minute) * 60 + second) * 1000;
};
const week = 7 * 86_400_000;
const mirrored: Record<LinkType, LinkType> = { FS: "FS", SS: "FF", FF: "SS", SF: "SF" };

/**
 * Laws that any scheduler owes; run them on your own behind `ScheduleFunction`.
 *
 * @param schedule - takes and gives this package's plain data, with the rules of the preset `evenkeel`
 */
export function scheduleLaws(schedule: ScheduleFunction): Law[] {
  const made = (input: ScheduleInput): Schedule => {
    const result = schedule(input);
    if (!result.ok) throw new TypeError(result.issues.map((found) => found.code).join());
    return result.value;
  };
  const law = (
    name: string,
    flavour: "plain" | "continuous" | "full",
    holds: (input: ScheduleInput) => boolean,
  ): Law => ({
    name,
    statedRuns: 20_000,
    property: fc.property(anyScheduleInput(flavour), holds),
  });
  const noneEarlier = (before: Schedule, after: Schedule): boolean =>
    before.activities.every((row, at) => row.earlyStart <= after.activities[at]!.earlyStart);
  return [
    law(
      "a schedule keeps every duration, bound and link",
      "full",
      (input) => checkScheduleFeasible(input, made(input)).length === 0,
    ),
    law("the order of rows changes nothing", "full", (input) => {
      const turned = {
        ...input,
        activities: [...input.activities].reverse(),
        links: [...(input.links ?? [])].reverse(),
      };
      return byId(made(input)) === byId(made(turned));
    }),
    law("a longer activity makes none earlier, whatever the lags", "continuous", (input) => {
      // With finish-tied links a longer successor starts earlier by definition: lengthen one that none finishes.
      const tied = new Set(
        (input.links ?? []).filter(({ type: tie }) => tie === "FF" || tie === "SF").map(({ successor }) => successor),
      );
      const at = input.activities.findIndex(({ id }) => !tied.has(id));
      const activities = input.activities.map((row, k) =>
        k === at ? { ...row, durationMinutes: row.durationMinutes! + 60 } : row,
      );
      return noneEarlier(made(input), made({ ...input, activities }));
    }),
    law("one more link makes none earlier", "full", (input) => {
      const links = input.links ?? [];
      return noneEarlier(made({ ...input, links: links.slice(1) }), made(input));
    }),
    law("a week later is the same a week later", "plain", (input) => {
      const later = made({ ...input, start: "2026-06-08T08:00" });
      return made(input).activities.every((row, at) =>
        (["earlyStart", "earlyFinish", "lateStart", "lateFinish"] as const).every(
          (date) => millis(later.activities[at]![date]) - millis(row[date]) === week,
        ),
      );
    }),
    law("turned round in time, early dates are late dates", "continuous", (input) => {
      const forward = made(input);
      const links = (input.links ?? []).map((link) => ({
        ...link,
        predecessor: link.successor,
        successor: link.predecessor,
        type: mirrored[link.type!],
      }));
      const backward = made({ ...input, links });
      const [begin, end] = [millis(forward.start), millis(forward.finish)];
      const isAnchored = begin === millis("2026-06-01T08:00");
      return (
        !isAnchored ||
        forward.activities.every(
          (row, at) =>
            millis(backward.activities[at]!.earlyStart) - millis("2026-06-01T08:00") === end - millis(row.lateFinish),
        )
      );
    }),
    law(
      "finish to start without leads, total float is at least free float, and free float at least none",
      "plain",
      (input) => {
        // Tied by its start alone, or with a lead, an activity can be free of its successor and yet end the project.
        const links = (input.links ?? []).filter((link) => link.type === "FS" && (link.lag?.minutes ?? 0) >= 0);
        const { activities } = made({ ...input, links });
        return activities.every((row) => row.totalFloatMinutes >= row.freeFloatMinutes && row.freeFloatMinutes >= 0);
      },
    ),
    law("something is critical, and its float is none", "plain", (input) =>
      made(input).activities.some((row) => row.isCritical && row.totalFloatMinutes === 0),
    ),
  ];
}

import type { Result } from "@evenkeel/kernel";
import * as fc from "fast-check";
import { checkScheduleFeasible } from "../check-schedule-feasible.js";
import type { LinkType, Schedule, ScheduleInput } from "../types.js";
import { anyScheduleInput } from "./any-schedule.js";
import type { Law } from "./law.js";

/** A scheduler to be proved: ours, or a vendor's behind this signature. */
export type ScheduleFunction = (input: ScheduleInput) => Result<Schedule>;

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

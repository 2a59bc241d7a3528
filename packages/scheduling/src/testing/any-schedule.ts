import { type CalendarSpec, continuousCalendar, standardCalendar } from "@evenkeel/calendar";
import * as fc from "fast-check";
import type { ActivityInput, DateConstraint, LinkInput, LinkType, ScheduleInput } from "../types.js";
import { anyTime } from "./any-time.js";

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

import { toLocal, type ZoneRules } from "@evenkeel/calendar";
import { acceptUnlessError, type Issue, issue, type Result } from "@evenkeel/kernel";
import type { SampleTime } from "./types.js";

const millisPerHour = 3_600_000;
const hoursPerDay = 24;

/**
 * Sample times from instants, with the hour of day that the clocks of a zone show.
 *
 * @param instants - milliseconds since 1970-01-01T00:00Z
 * @param origin - the instant at which the time line of the plan is 0
 * @param zone - IANA name
 * @param zoneRules - such as `intlZoneRules()` of `@evenkeel/calendar`
 * @returns hours since the origin and local hours of day, in the order given
 *
 * Issues: sustainability/fatigue-time, calendar/unknown-zone.
 * Time O(instants), space the same.
 * Source: IANA time zone database, through the rules given.
 *
 * @example
 * const berlin = { version: "summer", transitions: () => [{ at: 0, offset: 7200000 }] };
 * sampleTimes([5400000], 0, "Europe/Berlin", berlin).value; // => [{ at: 1.5, timeOfDay: 3.5 }]
 */
export function sampleTimes(
  instants: readonly number[],
  origin: number,
  zone: string,
  zoneRules: ZoneRules,
): Result<SampleTime[]> {
  const issues: Issue[] = [];
  const times = instants.flatMap((instant, at): SampleTime[] => {
    if (!Number.isFinite(instant) || !Number.isFinite(origin)) {
      issues.push(issue("sustainability/fatigue-time", { path: ["instants", at], facts: { found: String(instant) } }));
      return [];
    }
    const local = toLocal(instant, zone, zoneRules);
    if (!local.ok) {
      issues.push(...local.issues.map((found) => ({ ...found, path: ["instants", at] })));
      return [];
    }
    const hours = local.value / millisPerHour;
    return [
      { at: (instant - origin) / millisPerHour, timeOfDay: hours - hoursPerDay * Math.floor(hours / hoursPerDay) },
    ];
  });
  return acceptUnlessError(times, issues);
}

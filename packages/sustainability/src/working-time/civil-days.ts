import type { ZoneRules } from "@evenkeel/calendar";

const millisPerDay = 86_400_000;
const twoDays = 2 * millisPerDay;

/** Civil days of a zone as instants. */
export interface CivilDays {
  /** Day number since 1970-01-01 of the first day. */
  readonly firstDay: number;
  /** Number of days. */
  readonly days: number;
  /** Instant of a minute of the local day, by day; one more entry than days. Minute 0 is the start of the day. */
  readonly at: (minuteOfDay: number) => Float64Array;
  /** What the clocks show at an instant, milliseconds of local time since 1970-01-01T00:00. */
  readonly toLocal: (instant: number) => number;
}

/**
 * The civil days of a zone from the one that holds an instant to the one that holds another.
 *
 * A local time that a change of the clock skips moves forward by the gap, one that occurs twice is the earlier one, as
 * `toInstant` says; a day that does not exist is empty.
 *
 * @param zone - IANA name
 * @param from - milliseconds UTC
 * @param to - milliseconds UTC, at least `from`
 * @param zoneRules - such as `intlZoneRules()`
 * @returns the days, or undefined for a zone that does not exist
 *
 * Issues: none.
 * Time O(days + changes of the clock), space O(days) for each minute of the day asked for.
 * Source: RFC 5545, section 3.3.5, for skipped and repeated times.
 *
 * @example
 * const days = civilDays("UTC", 0, 86_400_000, { version: "none", transitions: () => [{ at: 0, offset: 0 }] });
 * [days.days, [...days.at(0)]]; // => [2, [0, 86400000, 172800000]]
 */
export function civilDays(zone: string, from: number, to: number, zoneRules: ZoneRules): CivilDays | undefined {
  const spans = zoneRules.transitions(zone, from - 2 * twoDays, to + 2 * twoDays);
  if (spans === undefined) return undefined;
  const offsetAt = (instant: number): number => {
    let last = 0;
    while (last + 1 < spans.length && (spans[last + 1]?.at ?? 0) <= instant) last++;
    return spans[last]?.offset ?? 0;
  };
  const firstDay = Math.floor((from + offsetAt(from)) / millisPerDay);
  const days = Math.floor((to + offsetAt(to)) / millisPerDay) - firstDay + 1;
  const known = new Map<number, Float64Array>();
  const at = (minuteOfDay: number): Float64Array => {
    const ready = known.get(minuteOfDay);
    if (ready !== undefined) return ready;
    const instants = new Float64Array(days + 1);
    let span = 0;
    for (let day = 0; day <= days; day++) {
      const local = (firstDay + day) * millisPerDay + minuteOfDay * 60_000;
      // The last offset under which the clock shows this time or has passed it; a skipped time is read before the gap.
      while (span + 1 < spans.length && local - (spans[span]?.offset ?? 0) >= (spans[span + 1]?.at ?? 0)) span++;
      const before = spans[span - 1]?.offset;
      const begin = spans[span]?.at ?? 0;
      const offset = spans[span]?.offset ?? 0;
      const isSkipped = before !== undefined && span > 0 && local - offset < begin;
      instants[day] = isSkipped ? local - before : local - offset;
    }
    known.set(minuteOfDay, instants);
    return instants;
  };
  return { firstDay, days, at, toLocal: (instant) => instant + offsetAt(instant) };
}

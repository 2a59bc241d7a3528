import { toInstant, type ZoneRules } from "@evenkeel/calendar";
import { issue, ok, parseTimeText, type Result, refuse } from "@evenkeel/kernel";

function instantOf(text: string, zone: string, rules: ZoneRules, path: string): Result<number> {
  const parsed = parseTimeText(text, [path]);
  if (!parsed.ok) return parsed;
  const time = parsed.value;
  if (time.form === "instant") return ok(time.instant);
  if (time.form === "local") return toInstant(time.local, zone, rules);
  return refuse([issue("sustainability/needs-time-of-day", { path: [path], facts: { found: text } })]);
}

/**
 * Minutes of rest between two times of the clock in a zone, by instants: an hour less in the night the clocks go
 * forward, an hour more when they go back.
 *
 * @param end - end of work, local time or instant
 * @param start - next start of work
 * @param zone - IANA name
 * @param zoneRules - such as `intlZoneRules()`
 * @returns minutes; negative when the start is before the end
 *
 * Issues: kernel/invalid-time-text, calendar/unknown-zone, sustainability/needs-time-of-day; warnings of `toInstant`.
 * Time O(1), space O(1).
 * Source: IANA time zone database, through the rules given.
 *
 * @example
 * orThrow(restByClock("2026-03-28T21:00", "2026-03-29T08:00", "UTC", { version: "none", transitions: () => [{ at: 0, offset: 0 }] })); // => 660
 */
export function restByClock(end: string, start: string, zone: string, zoneRules: ZoneRules): Result<number> {
  const [from, to] = [instantOf(end, zone, zoneRules, "end"), instantOf(start, zone, zoneRules, "start")];
  if (!from.ok) return refuse([...from.issues, ...to.issues]);
  if (!to.ok) return refuse([...to.issues, ...from.issues]);
  return ok((to.value - from.value) / 60_000, [...from.issues, ...to.issues]);
}

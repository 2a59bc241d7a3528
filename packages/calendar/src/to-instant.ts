import { type EpochMillis, type Issue, issue, type LocalMillis, ok, type Result, refuse } from "@evenkeel/kernel";
import type { ZoneRules } from "./types.js";

const twoDays = 2 * 86_400_000;

/**
 * The instant of a local time in a zone.
 *
 * A time that a change of the clock skips moves forward by the gap (02:30 becomes 03:30); a time that occurs twice is the
 * earlier one. Both are said by a warning.
 *
 * @param local - milliseconds since 1970-01-01T00:00 of local time
 * @param zone - IANA name
 * @param zoneRules - such as `intlZoneRules()`
 * @returns milliseconds since 1970-01-01T00:00Z
 *
 * Issues: calendar/unknown-zone; warnings: calendar/skipped-local-time, calendar/repeated-local-time.
 * Time O(changes of the zone's clock in four days), space O(1).
 * Source: RFC 5545 (iCalendar), section 3.3.5; the same choice as Temporal's "compatible".
 *
 * @example
 * orThrow(toInstant(orThrow(parseTimeText("2026-03-29T02:30")).local, "Europe/Berlin", intlZoneRules())); // => 1774747800000
 */
export function toInstant(local: LocalMillis | number, zone: string, zoneRules: ZoneRules): Result<EpochMillis> {
  const spans = zoneRules.transitions(zone, local - twoDays, local + twoDays);
  const facts = { zone, local };
  if (spans === undefined) return refuse([issue("calendar/unknown-zone", { facts: { zone } })]);
  const readings: number[] = [];
  let skipped: number | undefined;
  spans.forEach(({ at, offset }, k) => {
    const end = spans[k + 1]?.at ?? Number.POSITIVE_INFINITY;
    if (local - offset < end && (k === 0 || local - offset >= at)) readings.push(local - offset);
    const before = spans[k - 1]?.offset;
    if (before !== undefined && local - before >= at && local - offset < at) skipped = local - before;
  });
  const warn = (code: string): Issue[] => [issue(code, { severity: "warning", facts })];
  if (readings.length === 0) return ok((skipped ?? local) as EpochMillis, warn("calendar/skipped-local-time"));
  return ok(readings[0] as EpochMillis, readings.length > 1 ? warn("calendar/repeated-local-time") : []);
}

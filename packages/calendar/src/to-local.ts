import { type EpochMillis, issue, type LocalMillis, ok, type Result, refuse } from "@evenkeel/kernel";
import type { ZoneRules } from "./types.js";

/**
 * What the clocks of a zone show at an instant.
 *
 * @param instant - milliseconds since 1970-01-01T00:00Z
 * @param zone - IANA name
 * @param zoneRules - such as `intlZoneRules()`
 * @returns milliseconds since 1970-01-01T00:00 of local time
 *
 * Issues: calendar/unknown-zone.
 * Time O(1), space O(1).
 * Source: IANA time zone database, through the rules given.
 *
 * @example
 * formatLocal(orThrow(toLocal(1774747800000, "Europe/Berlin", intlZoneRules()))); // => "2026-03-29T03:30"
 */
export function toLocal(instant: EpochMillis | number, zone: string, zoneRules: ZoneRules): Result<LocalMillis> {
  const offset = zoneRules.transitions(zone, instant, instant)?.[0]?.offset;
  if (offset === undefined) return refuse([issue("calendar/unknown-zone", { facts: { zone } })]);
  return ok((instant + offset) as LocalMillis);
}

import type { Result } from "@evenkeel/kernel";
import { readInPieces } from "./pieces.js";
import type { Import, ReadOptions, Source } from "./types.js";
import { openXesReader } from "./xes/open-reader.js";

/**
 * Reads an event log in XES: each trace an item, each event one event of its history with the exact instant.
 *
 * Without a lifecycle every event counts as complete: the item came to the activity. With one, an activity that began and is
 * complete leaves the item waiting until the next begins; suspend and resume block and unblock; other transitions are kept as
 * changes. What ends a case the log does not say: no item is done until it is answered which activities end one. The text is read in pieces.
 *
 * @param source - bytes or text; unpacked, where it was gzip
 * @param options - encoding, zone of times without one, limits, strict codes
 * @returns plan, exact history, empty records, report
 *
 * Issues: interop/any-*, interop/xes-*.
 * Time O(n log n), space O(events).
 * Source: IEEE 1849-2016 (XES).
 *
 * @example
 * orThrow(readXes('<log><trace><string key="concept:name" value="7"/><event><string key="concept:name" value="Dig"/><date key="time:timestamp" value="2026-03-02T09:00:00+01:00"/></event></trace></log>')).history.events[0].at; // => "2026-03-02T08:00:00Z"
 */
export function readXes(source: Source, options: ReadOptions = {}): Result<Import> {
  return readInPieces(source, options, openXesReader);
}

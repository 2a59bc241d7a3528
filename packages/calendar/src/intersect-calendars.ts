import type { CompiledCalendar } from "./types.js";
import { emptyTable } from "./work-table.js";

/**
 * The time that several calendars have in common, as a calendar of its own: when a person can work on something that is done
 * on a machine's calendar, or when a whole team is there.
 *
 * The calendars must come from compilations with one time line: all with zone rules, or all without. Those without common
 * time give a calendar without working time, on which every result is an end of time.
 *
 * @param first - compiled by `compileCalendars`
 * @param others - the same; none gives the first
 * @returns a calendar for the same arithmetic; its id joins theirs
 *
 * Issues: none.
 * Time O(calendars) now, O(their intervals) on first use; space the same.
 * Source: own.
 *
 * @example
 * const late = { id: "late", week: { monday: [{ from: 600, to: 1200 }] } };
 * const { calendars } = orThrow(compileCalendars([standardCalendar, late]));
 * workBetween(intersectCalendars(calendars[0], calendars[1]), 0, 7 * 14400); // => 3600
 */
export function intersectCalendars(first: CompiledCalendar, ...others: readonly CompiledCalendar[]): CompiledCalendar {
  const bounded = [first, ...others].filter(({ isContinuous }) => !isContinuous);
  if (bounded.length <= 1) return bounded[0] ?? first;
  const { zone, zoneRules } = bounded[0]!.table;
  const table = { ...emptyTable([], zone, zoneRules), shared: bounded.map((calendar) => calendar.table) };
  const id = bounded.map((calendar) => calendar.id).join("&");
  return { id, ...(zone === undefined ? {} : { zone }), isContinuous: false, table };
}

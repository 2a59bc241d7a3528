import { acceptUnlessError, formatDay, type Issue, parseDay, type Result } from "@evenkeel/kernel";
import { exceptionLayer } from "./check-spec.js";
import { visitOccurrences } from "./occurrences.js";
import type { CalendarException } from "./types.js";

/**
 * The days on which an exception holds: the dates of a recurring holiday, one by one.
 *
 * Other exceptions may be stronger on some of them; `compileCalendars` decides that.
 *
 * @param exception - of a calendar; not mutated
 * @param from - first day wanted, `YYYY-MM-DD`; default the exception's own
 * @param to - last day wanted, included; default the exception's own
 * @returns days, `YYYY-MM-DD`, rising
 *
 * Issues: calendar/invalid-interval, calendar/overlapping-intervals, calendar/inverted-range, calendar/invalid-recurrence,
 * kernel/invalid-time-text, kernel/impossible-date.
 * Time O(occurrences until `to`), space O(days).
 * Source: Microsoft, "Project XML data interchange" (recurring exceptions).
 *
 * @example
 * const fridays = { from: "2026-05-01", to: "2026-12-31", intervals: [], recurrence: { kind: "monthlyByPosition", every: 2, position: 5, on: "friday" }, occurrences: 3 };
 * orThrow(exceptionDays(fridays)); // => ["2026-05-29", "2026-07-31", "2026-09-25"]
 */
export function exceptionDays(exception: CalendarException, from?: string, to?: string): Result<string[]> {
  const issues: Issue[] = [];
  const layer = exceptionLayer({ id: exception.name ?? exception.from, issues }, exception, []);
  const [first, last] = [from, to].map((text, at) => {
    const parsed = text === undefined ? undefined : parseDay(text, [at === 0 ? "from" : "to"]);
    issues.push(...(parsed?.issues ?? []));
    return parsed?.ok ? parsed.value : undefined;
  });
  const days: string[] = [];
  if (issues.length === 0) {
    visitOccurrences(layer, first ?? layer.from, last ?? layer.to, (day) => days.push(formatDay(day)));
  }
  return acceptUnlessError(days, issues);
}

import { type Issue, issue, ok, type Result, refuse } from "@evenkeel/kernel";
import type { CompiledCalendar, SpanSource } from "./types.js";
import { emptyTable, hasWorkingTime } from "./work-table.js";

/** The time that lies in both lists of spans. */
function commonSpans(a: readonly number[], b: readonly number[]): number[] {
  const common: number[] = [];
  for (let i = 0, k = 0; i < a.length && k < b.length; ) {
    const from = Math.max(a[i]!, b[k]!);
    const to = Math.min(a[i + 1]!, b[k + 1]!);
    if (from < to) common.push(from, to);
    if (a[i + 1]! < b[k + 1]!) i += 2;
    else k += 2;
  }
  return common;
}

/**
 * The calendar of the time at which all of several calendars work: of a task and its resource, or of teams who must meet.
 *
 * Compiled like any other: all questions cost what they cost of one calendar. It answers to the zone of the first, where
 * days matter.
 *
 * @param calendars - at least one; all compiled with zone rules, or all without
 * @param id - of the new calendar; default the ids joined by " & "
 * @returns the calendar of the common time
 *
 * Issues: calendar/nothing-to-intersect, calendar/mixed-time-lines, calendar/no-common-time.
 * Time O(days until the first common time) at once, then as `addWork`; space the same.
 * Source: own; MS Project's calendar of an assignment.
 *
 * @example
 * const weekend = { id: "weekend", parentId: "standard", week: { monday: [], tuesday: [], wednesday: [], thursday: [], saturday: [{ from: 480, to: 720 }] } };
 * const { calendars } = orThrow(compileCalendars([standardCalendar, weekend]));
 * workBetween(orThrow(intersectCalendars(calendars)), 0, 7 * 14400); // => 4800
 */
export function intersectCalendars(
  calendars: readonly CompiledCalendar[],
  id: string = calendars.map((calendar) => calendar.id).join(" & "),
): Result<CompiledCalendar> {
  const first = calendars[0];
  if (first === undefined) return refuse([issue("calendar/nothing-to-intersect", { facts: { calendar: id } })]);
  const about: Pick<Issue, "subject" | "facts"> = {
    subject: calendars.map((each) => each.id),
    facts: { calendar: id },
  };
  const other = calendars.findIndex((calendar) => (calendar.zone === undefined) !== (first.zone === undefined));
  if (other > 0) return refuse([issue("calendar/mixed-time-lines", { ...about, path: [other] })]);
  const resting = calendars.filter((calendar) => !calendar.isContinuous);
  const sources = (resting.length > 0 ? resting : [first]).map(({ table }) => table.spans);
  const spans: SpanSource = (from, to) => sources.map((source) => source(from, to)).reduce(commonSpans);
  if (!hasWorkingTime(spans)) return refuse([issue("calendar/no-common-time", about)]);
  return ok({ ...first, id, isContinuous: resting.length === 0, table: emptyTable(spans) });
}

import { acceptUnlessError, type Issue, issue, parseTimeText, type Result } from "@evenkeel/kernel";
import { type AwaySpan, disjointAway, presentSpans } from "./away-spans.js";
import type { AwayPeriod, CompiledCalendar } from "./types.js";
import { emptyTable, hasWorkingTime, ticksPerDay } from "./work-table.js";
import { offsetSpans } from "./zone-spans.js";

const millisPerTick = 6000;

/** Ticks of one end of a period; a day is its midnight, or the next one at the far end. */
function tickOf(
  { zone, zoneRules }: CompiledCalendar,
  text: string,
  end: "from" | "to",
  path: Issue["path"],
  issues: Issue[],
): number | undefined {
  const parsed = parseTimeText(text, [...path, end]);
  if (!parsed.ok) {
    issues.push(...parsed.issues);
    return undefined;
  }
  const time = parsed.value;
  if (time.form === "instant") {
    if (zone === undefined)
      issues.push(issue("calendar/instant-on-local-time", { path: [...path, end], facts: { found: text } }));
    return Math.round(time.instant / millisPerTick);
  }
  const local = time.form === "local" ? time.local / millisPerTick : (time.day + (end === "to" ? 1 : 0)) * ticksPerDay;
  return Math.round(offsetSpans(zone, zoneRules, local - 3 * ticksPerDay, local + 3 * ticksPerDay)(local));
}

function awaySpans(calendar: CompiledCalendar, periods: readonly AwayPeriod[], issues: Issue[]): AwaySpan[] {
  return periods.flatMap(({ from, to, share = 1 }, at) => {
    const about = { path: [at], subject: [calendar.id] };
    const [begin, end] = [tickOf(calendar, from, "from", [at], issues), tickOf(calendar, to, "to", [at], issues)];
    const isShare = share > 0 && share <= 1;
    if (!isShare)
      issues.push(issue("calendar/impossible-share", { ...about, facts: { calendar: calendar.id, found: share } }));
    if (begin === undefined || end === undefined || !isShare) return [];
    // A last day that is the day before the first ends where that begins.
    if (end < begin || (end === begin && from.length === to.length && from > to))
      issues.push(issue("calendar/inverted-range", { ...about, facts: { calendar: calendar.id, from, to } }));
    return begin < end ? [{ from: begin, to: end, share }] : [];
  });
}

/**
 * A calendar less the time someone is away: leave, illness, days and hours off, part time.
 *
 * Being away all the time removes working time. Being away for a share of it shortens each day: of the working time that a
 * day has within the period, the first part stays, rounded to whole ticks, so half of 08:00-12:00 and 13:00-17:00 is
 * 08:00-12:00. A day runs from midnight to midnight in the calendar's zone. Where periods overlap, the greatest share holds.
 *
 * @param calendar - compiled by `compileCalendars`; not mutated
 * @param periods - days, local times of the calendar's zone, or (compiled with zone rules) instants
 * @param id - of the new calendar; default that of the old
 * @returns the calendar of the time that is left
 *
 * Issues: calendar/impossible-share, calendar/inverted-range, calendar/instant-on-local-time, calendar/no-working-time,
 * kernel/invalid-time-text, kernel/impossible-date.
 * Time O(p log p) of periods and O(days until the first working time), then as `addWork`; space O(p).
 * Source: own.
 *
 * @example
 * const [calendar] = orThrow(compileCalendars([standardCalendar])).calendars;
 * const away = [{ from: "1970-01-02", to: "1970-01-02" }, { from: "1970-01-05", to: "1970-01-09", share: 0.5 }];
 * workBetween(orThrow(withTimeAway(calendar, away)), 14400, 11 * 14400); // => 12000
 */
export function withTimeAway(
  calendar: CompiledCalendar,
  periods: readonly AwayPeriod[],
  id: string = calendar.id,
): Result<CompiledCalendar> {
  const issues: Issue[] = [];
  const away = disjointAway(awaySpans(calendar, periods, issues));
  const spans = presentSpans(calendar.table.spans, away, calendar.zone, calendar.zoneRules);
  if (issues.length === 0 && !hasWorkingTime(spans)) {
    issues.push(issue("calendar/no-working-time", { subject: [id], facts: { calendar: id } }));
  }
  const isContinuous = calendar.isContinuous && away.length === 0;
  return acceptUnlessError({ ...calendar, id, isContinuous, table: emptyTable(spans) }, issues);
}

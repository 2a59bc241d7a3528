import { addWork, type CompiledCalendar, compileCalendars, standardCalendar, workBetween } from "@evenkeel/calendar";
import { type Issue, issue, orThrow, parseTimeText } from "@evenkeel/kernel";
import { presets, type ScheduleRules } from "./rules.js";
import type { ActivityInput, LinkInput, Schedule, ScheduledActivity, ScheduleInput } from "./types.js";

interface Row {
  readonly activity: ActivityInput;
  readonly calendar: CompiledCalendar;
  readonly dates: ScheduledActivity;
}

function tick(text: string): number {
  const time = orThrow(parseTimeText(text));
  return Math.round(
    (time.form === "local" ? time.local : time.form === "day" ? time.day * 86_400_000 : time.instant) / 6000,
  );
}

/** Neither order nor links bind an activity whose dates are given, or pulled by a constraint that wins over links. */
function isFree(
  { activity: { actualStart, actualFinish, manual, constraints = [] } }: Row,
  rules: ScheduleRules,
): boolean {
  const wins = (kind: string): boolean =>
    kind === "MSO" ||
    kind === "MFO" ||
    kind === "ALAP" ||
    (rules.honorsLateBounds && (kind === "SNLT" || kind === "FNLT"));
  const isDated = actualStart !== undefined || actualFinish !== undefined || manual !== undefined;
  return !isDated && !constraints.some(({ kind }) => wins(kind));
}

function checkRow(row: Row, input: ScheduleInput, rules: ScheduleRules): Issue[] {
  const { activity, calendar, dates } = row;
  if (!isFree(row, rules)) return [];
  const found: Issue[] = [];
  const fail = (code: string, value: number, wanted: number): void => {
    if (value < wanted)
      found.push(issue(`scheduling/${code}`, { subject: [activity.id], facts: { id: activity.id, value, wanted } }));
  };
  const length =
    activity.kind === undefined || activity.kind === "task" ? Math.round((activity.durationMinutes ?? 0) * 10) : 0;
  for (const [start, finish] of [
    [dates.earlyStart, dates.earlyFinish],
    [dates.lateStart, dates.lateFinish],
  ] as const) {
    fail("duration-not-kept", workBetween(calendar, tick(start), tick(finish)), length);
    fail("duration-not-kept", -workBetween(calendar, tick(start), tick(finish)), -length);
  }
  const replaced = rules.boundReplacesStart && (activity.constraints ?? []).length > 0;
  if (input.start?.includes("T") && !replaced) fail("before-start", tick(dates.earlyStart), tick(input.start));
  for (const { kind, at } of activity.constraints ?? []) {
    if (at?.includes("T") !== true) continue;
    if (kind === "SNET" || kind === "SO") fail("bound-not-kept", tick(dates.earlyStart), tick(at));
    if (kind === "FNET" || kind === "FO")
      fail("bound-not-kept", workBetween(calendar, tick(at), tick(dates.earlyFinish)), 0);
    if (kind === "SNLT" || kind === "SO")
      fail("bound-not-kept", workBetween(calendar, tick(dates.lateStart), tick(at)), 0);
    if (kind === "FNLT" || kind === "FO")
      fail("bound-not-kept", workBetween(calendar, tick(dates.lateFinish), tick(at)), 0);
  }
  return found;
}

function checkLink(
  link: LinkInput,
  from: Row,
  to: Row,
  rules: ScheduleRules,
  ofLag: CompiledCalendar | undefined,
): Issue[] {
  const type = link.type ?? "FS";
  const duration = from.activity.durationMinutes ?? 0;
  const lag = Math.round((link.lag?.minutes ?? ((link.lag?.percent ?? 0) * duration) / 100) * 10);
  const end = ({ dates }: Row, side: string | undefined, pass: "early" | "late"): number => {
    const [start, finish] =
      pass === "early" ? [dates.earlyStart, dates.earlyFinish] : [dates.lateStart, dates.lateFinish];
    return tick(side === "S" ? start : finish);
  };
  const moved = (at: number, by: number): number => (ofLag === undefined ? at + by : addWork(ofLag, at, by));
  const found: Issue[] = [];
  const fail = (pass: string, gap: number): void => {
    const facts = { predecessor: link.predecessor, successor: link.successor, type, pass, gap };
    if (gap < 0) found.push(issue("scheduling/link-not-kept", { subject: [link.predecessor, link.successor], facts }));
  };
  // A gap counts where the receiving side could work: 17:00 and 08:00 of the next day are as good.
  const early = workBetween(to.calendar, moved(end(from, type[0], "early"), lag), end(to, type[1], "early"));
  if (isFree(to, rules)) fail("early", early);
  const late = workBetween(from.calendar, end(from, type[0], "late"), moved(end(to, type[1], "late"), -lag));
  if (isFree(from, rules) && isFree(to, rules)) fail("late", late);
  return found;
}

/**
 * Whether a schedule keeps what its input demands, written from the definitions, without the scheduler.
 *
 * Checks durations, project start, bounds, and every link in early and in late dates. Leaves out what a date given by a
 * person overrides, links of summaries, days as bounds, and zones.
 *
 * @param input - what was to be scheduled
 * @param schedule - anyone's answer
 * @returns one issue per breach, in the order of activities, then links; empty when feasible
 *
 * Issues: scheduling/duration-not-kept, scheduling/before-start, scheduling/bound-not-kept, scheduling/link-not-kept,
 * scheduling/not-scheduled.
 * Time O(n + m), space O(n).
 * Source: own, from the definitions of the precedence relations.
 *
 * @example
 * const input = { start: "2026-12-01T08:00", activities: [{ id: "a", durationMinutes: 60 }] };
 * checkScheduleFeasible(input, orThrow(schedule(input))); // => []
 */
export function checkScheduleFeasible(input: ScheduleInput, schedule: Schedule): Issue[] {
  const { preset = "evenkeel", ...own } = input.options ?? {};
  const rules: ScheduleRules = { ...presets[preset], ...own };
  const { calendars, indexOf } = orThrow(compileCalendars(input.calendars ?? [standardCalendar]));
  const usual = calendars[indexOf.get(input.defaultCalendarId ?? "") ?? 0]!;
  const around = orThrow(compileCalendars([{ ...standardCalendar, id: "around" }])).calendars[0]!;
  const continuous: CompiledCalendar = { ...around, isContinuous: true };
  const dates = new Map(schedule.activities.map((row) => [row.id, row]));
  const found: Issue[] = [];
  const rows = new Map<string, Row>();
  for (const activity of input.activities) {
    const row = dates.get(activity.id);
    if (
      activity.inactive === true ||
      activity.outside !== undefined ||
      activity.kind === "summary" ||
      row?.isSummary === true
    )
      continue;
    if (row === undefined) {
      found.push(issue("scheduling/not-scheduled", { subject: [activity.id], facts: { id: activity.id } }));
      continue;
    }
    const own = activity.calendarId === undefined ? usual : calendars[indexOf.get(activity.calendarId)!]!;
    rows.set(activity.id, { activity, dates: row, calendar: activity.elapsed === true ? continuous : own });
  }
  for (const row of rows.values()) found.push(...checkRow(row, input, rules));
  for (const link of input.links ?? []) {
    const [from, to] = [rows.get(link.predecessor), rows.get(link.successor)];
    if (from === undefined || to === undefined) continue;
    const whose = link.lag?.basis === "elapsed" ? "continuous" : (link.lag?.calendar ?? rules.lagCalendar);
    const of = { predecessor: from.calendar, successor: to.calendar, project: usual, continuous: undefined }[whose];
    found.push(...checkLink(link, from, to, rules, of));
  }
  return found;
}

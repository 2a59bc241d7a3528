import {
  type AwayPeriod,
  type CalendarSpec,
  type CompiledCalendar,
  compileCalendars,
  toInstant,
  withTimeAway,
  workingIntervals,
  type ZoneRules,
} from "@evenkeel/calendar";
import { compareText, type Issue, issue, ok, type Result } from "@evenkeel/kernel";
import { isDay, mondayOf } from "../load/capacity.js";
import { localDays } from "./local-day.js";
import type { WorkingDay } from "./types.js";

const millisPerTick = 6000;
const millisPerDay = 86_400_000;

/** Someone with a calendar, where they are. */
export interface CalendarPerson {
  readonly id: string;
  /** Row of `calendars`; absent = the default calendar. */
  readonly calendarId?: string;
  /** IANA zone of calendars that state none; absent = UTC. */
  readonly zone?: string;
  readonly away?: readonly AwayPeriod[];
}

/** What working days are computed from. */
export interface WorkingDayInput {
  readonly people: readonly CalendarPerson[];
  readonly calendars: readonly CalendarSpec[];
  readonly defaultCalendarId: string;
  /** Such as `intlZoneRules()`. */
  readonly zoneRules: ZoneRules;
}

/** An instant at which something of a person is recorded; milliseconds UTC. */
export interface RecordedInstant {
  readonly personId: string;
  readonly at: number;
}

function midnight(day: number, zone: string | undefined, zoneRules: ZoneRules): number {
  const instant = toInstant(day * millisPerDay, zone ?? "UTC", zoneRules);
  return instant.ok ? instant.value : day * millisPerDay;
}

/** Calendars of people, each compiled with the zone and less the time away of its person. */
function calendarsOf(input: WorkingDayInput, issues: Issue[]): Map<string, CompiledCalendar> {
  const byZone = new Map<string, ReturnType<typeof compileCalendars>>();
  const found = new Map<string, CompiledCalendar>();
  input.people.forEach(({ id, calendarId = input.defaultCalendarId, zone = "UTC", away = [] }, index) => {
    const known = byZone.get(zone);
    const compiled = known ?? compileCalendars(input.calendars, input.zoneRules, zone);
    byZone.set(zone, compiled);
    if (known === undefined) issues.push(...compiled.issues);
    if (!compiled.ok) return;
    const calendar = compiled.value.calendars[compiled.value.indexOf.get(calendarId) ?? -1];
    if (calendar === undefined) {
      const facts = { person: id, field: "calendarId", found: calendarId };
      const path = ["people", index, "calendarId"];
      issues.push(issue("sustainability/impossible-capacity", { path, subject: [id], facts }));
      return;
    }
    const present = withTimeAway(calendar, away);
    issues.push(...present.issues.map((each) => ({ ...each, path: ["people", index, "away", ...each.path] })));
    if (present.ok) found.set(id, present.value);
  });
  return found;
}

/**
 * The days of the weeks in which something of a person is recorded, with the working time of the person's own calendar.
 *
 * Days run from midnight to midnight in the calendar's zone, and a day with a change of the clock has 23 or 25 hours. People
 * without a calendar that can be used are named and left out.
 *
 * @param input - people, calendars, zone rules
 * @param recorded - instants of records, in any order; those of people who are not given do not count
 * @returns days of whole weeks, by person and day
 *
 * Issues: sustainability/impossible-capacity, sustainability/impossible-touch, and those of `compileCalendars` and `withTimeAway`.
 * Time O(n log n + days), space O(days).
 * Source: own.
 *
 * @example
 * const days = workingDays({ people: [{ id: "ana" }], calendars: [{ id: "office", week: { friday: [{ from: 480, to: 960 }] } }], defaultCalendarId: "office", zoneRules: { version: "utc", transitions: (_zone, from) => [{ at: from, offset: 0 }] } }, [{ personId: "ana", at: 0 }]);
 * days.ok && days.value.filter(({ working }) => working.length > 0).map(({ day, working }) => [day, working[0]?.from]); // => [[1, 115200000]]
 */
export function workingDays(input: WorkingDayInput, recorded: readonly RecordedInstant[]): Result<WorkingDay[]> {
  const issues: Issue[] = [];
  const calendars = calendarsOf(input, issues);
  const dayOf = localDays(input.zoneRules);
  const weeks = new Map<string, Set<number>>();
  recorded.forEach(({ personId, at }, index) => {
    const calendar = calendars.get(personId);
    if (calendar === undefined) return;
    const day = Number.isFinite(at) ? dayOf(at, calendar.zone) : Number.NaN;
    if (!isDay(day)) {
      const facts = { item: personId, day: String(day), at: String(at) };
      issues.push(issue("sustainability/impossible-touch", { path: ["recorded", index], subject: [personId], facts }));
      return;
    }
    weeks.set(personId, (weeks.get(personId) ?? new Set()).add(mondayOf(day)));
  });
  const days = [...weeks]
    .sort(([a], [b]) => compareText(a, b))
    .flatMap(([personId, mondays]) => {
      const calendar = calendars.get(personId);
      if (calendar === undefined) return [];
      const numbers = [...mondays]
        .sort((a, b) => a - b)
        .flatMap((monday) => [0, 1, 2, 3, 4, 5, 6].map((at) => monday + at));
      return numbers.map((day): WorkingDay => {
        const [from, to] = [day, day + 1].map((each) => midnight(each, calendar.zone, input.zoneRules)) as [
          number,
          number,
        ];
        const spans = workingIntervals(calendar, Math.round(from / millisPerTick), Math.round(to / millisPerTick));
        const working = spans.map((span) => ({ from: span.from * millisPerTick, to: span.to * millisPerTick }));
        return { personId, day, from, to, working };
      });
    });
  return ok(days, issues);
}

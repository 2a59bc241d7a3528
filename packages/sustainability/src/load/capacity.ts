import { type CompiledCalendar, compileCalendars, workBetween } from "@evenkeel/calendar";
import { type Issue, issue, ok, type Result, weekday } from "@evenkeel/kernel";
import type { LoadInput, LoadPerson } from "../types.js";

const ticksPerDay = 14_400;
const ticksPerMinute = 10;
/** Days that ticks of Int32 reach, with a margin: about the years 1570 to 2370. */
const farthestDay = 146_000;

/** Internal: the Monday of a day's week; day numbers. */
export const mondayOf = (day: number): number => day - weekday(day) + 1;

/** Internal: whether from..to are days in reach, in order, at most a hundred years apart. */
export const isDaySpan = (from: number, to: number): boolean =>
  Number.isInteger(from) && Number.isInteger(to) && from < to && to - from <= 36_525 && isDay(from) && isDay(to);

/** Internal: whether a number is a day in reach. */
export const isDay = (day: number): boolean => Number.isInteger(day) && Math.abs(day) <= farthestDay;

/** Internal: working time of people, day by day. */
export interface Capacity {
  readonly people: ReadonlyMap<string, LoadPerson>;
  /** Minutes the calendar gives a person on a day, less time away. */
  readonly present: (personId: string, day: number) => number;
  /** The same, scaled by contract. */
  readonly minutes: (personId: string, day: number) => number;
}

/** Share of a day someone is there, 0..1; overlapping times away do not count twice. */
const presence = ({ away }: LoadPerson, day: number): number =>
  1 - away.reduce((most, span) => (span.from <= day && day < span.to ? Math.max(most, span.share) : most), 0);

function personIssues({ people, calendars, defaultCalendarId }: Omit<LoadInput, "tasks">): Issue[] {
  const known = new Set(calendars.map(({ id }) => id));
  const seen = new Set<string>();
  return people.flatMap(({ id, contractMinutesPerWeek: contract, calendarId = defaultCalendarId, away }, index) => {
    const fault = (field: string, found: unknown): Issue[] => [
      issue("sustainability/impossible-capacity", {
        path: ["people", index, field],
        subject: [id],
        facts: { person: id, field, found: String(found) },
      }),
    ];
    const isTwice = seen.has(id);
    seen.add(id);
    if (isTwice) return fault("id", id);
    if (!known.has(calendarId)) return fault("calendarId", calendarId);
    if (contract !== undefined && !(contract >= 0 && contract <= 10_080))
      return fault("contractMinutesPerWeek", contract);
    const odd = away.find(({ from, to, share }) => !(from <= to && share >= 0 && share <= 1));
    return odd === undefined ? [] : fault("away", `${odd.from}, ${odd.to}, ${odd.share}`);
  });
}

/** Working minutes of a full week: the fullest of the year around a day, so that holidays do not shrink it. */
function fullWeek(calendar: CompiledCalendar, monday: number): number {
  let fullest = 0;
  for (let week = -26; week <= 26; week++) {
    const from = (monday + 7 * week) * ticksPerDay;
    fullest = Math.max(fullest, workBetween(calendar, from, from + 7 * ticksPerDay) / ticksPerMinute);
  }
  return fullest;
}

/** Internal: capacity of people; those whose numbers are impossible are named and left out. */
export function compileCapacity(input: Omit<LoadInput, "tasks">): Result<Capacity> {
  const compiled = compileCalendars(input.calendars);
  if (!compiled.ok) return compiled;
  const left = personIssues(input);
  const out = new Set(left.map(({ path }) => path[1]));
  const people = new Map(input.people.flatMap((person, at) => (out.has(at) ? [] : [[person.id, person] as const])));
  const { calendars, indexOf } = compiled.value;
  const full = new Map<string, number>();
  const present = (personId: string, day: number): number => {
    const person = people.get(personId);
    const calendar = calendars[indexOf.get(person?.calendarId ?? input.defaultCalendarId) ?? -1];
    if (person === undefined || calendar === undefined) return 0;
    const share = presence(person, day);
    return share === 0
      ? 0
      : (workBetween(calendar, day * ticksPerDay, (day + 1) * ticksPerDay) / ticksPerMinute) * share;
  };
  const scale = (personId: string, day: number): number => {
    const person = people.get(personId);
    const calendar = calendars[indexOf.get(person?.calendarId ?? input.defaultCalendarId) ?? -1];
    if (person?.contractMinutesPerWeek === undefined || calendar === undefined) return 1;
    const key = `${mondayOf(day)} ${calendar.id}`;
    const week = full.get(key) ?? fullWeek(calendar, mondayOf(day));
    full.set(key, week);
    return person.contractMinutesPerWeek / Math.max(1, week);
  };
  return ok(
    {
      people,
      present,
      minutes: (personId, day) => {
        const minutes = present(personId, day);
        return minutes === 0 ? 0 : minutes * scale(personId, day);
      },
    },
    left,
  );
}

import { type CompiledCalendar, compileCalendars, workBetween } from "@evenkeel/calendar";
import { assert, compareText, formatDay, type Issue, issue, ok, type Result, refuse, weekday } from "@evenkeel/kernel";
import { sumExact } from "@evenkeel/stats";
import type { LoadInput, LoadPerson, LoadTask, LoadWeek } from "./types.js";

const ticksPerDay = 14_400;
const ticksPerMinute = 10;
const mondayOf = (day: number): number => day - weekday(day) + 1;

const calendarMinutes = (calendar: CompiledCalendar, day: number): number =>
  workBetween(calendar, day * ticksPerDay, (day + 1) * ticksPerDay) / ticksPerMinute;

/** Share of a day someone is there, 0..1; overlapping times away do not count twice. */
const presence = ({ away }: LoadPerson, day: number): number =>
  1 -
  Math.min(
    1,
    away.reduce((most, span) => (span.from <= day && day < span.to ? Math.max(most, span.share) : most), 0),
  );

/** Working minutes of a full week: the fullest of the year around a day, so that holidays do not shrink it. */
function fullWeek(calendar: CompiledCalendar, day: number): number {
  let fullest = 0;
  for (let week = -26; week <= 26; week++) {
    const monday = mondayOf(day) + 7 * week;
    fullest = Math.max(
      fullest,
      workBetween(calendar, monday * ticksPerDay, (monday + 7) * ticksPerDay) / ticksPerMinute,
    );
  }
  return fullest;
}

function taskIssues(tasks: readonly LoadTask[], people: ReadonlyMap<string, LoadPerson>): Issue[] {
  return tasks.flatMap((task, index) => {
    const path = ["tasks", index];
    const subject = [task.itemId];
    if (!people.has(task.personId)) {
      return [
        issue("sustainability/unknown-person", { path, subject, facts: { item: task.itemId, found: task.personId } }),
      ];
    }
    const fair =
      Number.isFinite(task.effortMinutes) &&
      task.effortMinutes >= 0 &&
      task.from < task.to &&
      task.to - task.from <= 36_525;
    if (fair) return [];
    const facts = {
      item: task.itemId,
      effort: String(task.effortMinutes),
      from: String(task.from),
      to: String(task.to),
    };
    return [issue("sustainability/impossible-load", { path, subject, facts })];
  });
}

interface Ledger {
  readonly planned: Map<string, number[]>;
  readonly items: Map<string, Map<string, number[]>>;
}

function book({ planned, items }: Ledger, key: string, itemId: string, minutes: number): void {
  planned.set(key, [...(planned.get(key) ?? []), minutes]);
  const ofWeek = items.get(key) ?? new Map<string, number[]>();
  items.set(key, ofWeek);
  ofWeek.set(itemId, [...(ofWeek.get(itemId) ?? []), minutes]);
}

/**
 * Planned load against capacity, person by person and week by week.
 *
 * A task's effort is spread evenly over the working time its person has between its days: it says what the plan asks,
 * not what is best. Capacity is contract time scaled by the calendar's working time, less time away. Weeks without
 * load are left out. A task in whose days its person has no working time is named and left out.
 *
 * @param input - people, tasks, calendars; day numbers since 1970-01-01, person-minutes
 * @returns one row a person and loaded week, by person and week
 *
 * Issues: sustainability/unknown-person, sustainability/impossible-load, sustainability/no-working-time, and those of `compileCalendars`.
 * Time O(tasks x days + people x 53), space O(person-weeks).
 * Source: own.
 *
 * @example
 * const load = measureLoad({ people: [{ id: "ana", away: [] }], tasks: [{ itemId: "A", personId: "ana", effortMinutes: 3000, from: 20576, to: 20583 }], calendars: [{ id: "office", week: { monday: [{ from: 480, to: 960 }] } }], defaultCalendarId: "office" });
 * load.ok && load.value.map((row) => [row.week, row.plannedMinutes, row.capacityMinutes]); // => [["2026-05-04", 3000, 480]]
 */
export function measureLoad(input: LoadInput): Result<LoadWeek[]> {
  const compiled = compileCalendars(input.calendars);
  if (!compiled.ok) return compiled;
  const people = new Map(input.people.map((person) => [person.id, person]));
  const issues = taskIssues(input.tasks, people);
  const [first, ...rest] = issues;
  if (first !== undefined) return refuse([first, ...rest]);
  const calendarOf = (person: LoadPerson): CompiledCalendar | undefined =>
    compiled.value.calendars[compiled.value.indexOf.get(person.calendarId ?? input.defaultCalendarId) ?? -1];
  const ledger: Ledger = { planned: new Map(), items: new Map() };
  const left: Issue[] = [];
  for (const [index, task] of input.tasks.entries()) {
    const person = people.get(task.personId);
    const calendar = person === undefined ? undefined : calendarOf(person);
    if (person === undefined || calendar === undefined || task.effortMinutes === 0) continue;
    const weight: number[] = [];
    for (let day = task.from; day < task.to; day++) weight.push(calendarMinutes(calendar, day) * presence(person, day));
    const all = sumExact(weight);
    if (all === 0) {
      left.push(
        issue("sustainability/no-working-time", {
          severity: "warning",
          path: ["tasks", index],
          subject: [task.itemId],
          facts: { item: task.itemId, person: person.id },
        }),
      );
      continue;
    }
    weight.forEach((minutes, offset) => {
      if (minutes > 0)
        book(
          ledger,
          `${mondayOf(task.from + offset)}\n${person.id}`,
          task.itemId,
          (task.effortMinutes * minutes) / all,
        );
    });
  }
  const rows = [...ledger.planned].map(([key, planned]): LoadWeek & { readonly monday: number } => {
    const [mondayText = "", personId = ""] = [key.slice(0, key.indexOf("\n")), key.slice(key.indexOf("\n") + 1)];
    const monday = Number(mondayText);
    const person = people.get(personId);
    const calendar = person === undefined ? undefined : calendarOf(person);
    assert(person !== undefined && calendar !== undefined, "a booked week has a person with a calendar");
    const scale =
      person.contractMinutesPerWeek === undefined
        ? 1
        : person.contractMinutesPerWeek / Math.max(1, fullWeek(calendar, monday));
    const capacity = [0, 1, 2, 3, 4, 5, 6].map(
      (offset) => calendarMinutes(calendar, monday + offset) * presence(person, monday + offset) * scale,
    );
    const items = [...(ledger.items.get(key) ?? [])]
      .map(([itemId, minutes]) => ({ itemId, minutes: sumExact(minutes) }))
      .sort((a, b) => b.minutes - a.minutes || compareText(a.itemId, b.itemId));
    return {
      monday,
      personId,
      week: formatDay(monday),
      plannedMinutes: sumExact(planned),
      capacityMinutes: sumExact(capacity),
      items,
    };
  });
  rows.sort((a, b) => compareText(a.personId, b.personId) || a.monday - b.monday);
  return ok(
    rows.map(({ monday: _monday, ...row }) => row),
    left,
  );
}

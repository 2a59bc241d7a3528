import { type CalendarSpec, exceptionDays, type WeekdayName } from "@evenkeel/calendar";
import { formatDay, type Message, parseDay, weekday } from "@evenkeel/kernel";
import type { ScheduleInput } from "./types.js";

const names: readonly WeekdayName[] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/** A calendar and those it inherits from, itself first. */
function lineage(specs: readonly CalendarSpec[], id: string | undefined): CalendarSpec[] {
  const line: CalendarSpec[] = [];
  let spec = specs.find((each) => each.id === id) ?? specs[0];
  while (spec !== undefined && !line.includes(spec)) {
    line.push(spec);
    const { parentId }: CalendarSpec = spec;
    spec = parentId === undefined ? undefined : specs.find((each) => each.id === parentId);
  }
  return line;
}

/** Whether the week pattern of a calendar works on a day. */
function worksOn(line: readonly CalendarSpec[], day: number): boolean {
  const name = names[weekday(day) - 1]!;
  return (line.map(({ week }) => week[name]).find((hours) => hours !== undefined)?.length ?? 0) > 0;
}

/**
 * The days between two local times on which the activity's calendar would work and does not: holidays, by exception. One
 * message per name.
 */
export function daysOffBetween(input: ScheduleInput, id: string, from: string, to: string): Message[] {
  const [first, last] = [from, to].map((text) => parseDay(text.slice(0, 10)));
  if (first?.ok !== true || last?.ok !== true || last.value <= first.value) return [];
  const activity = input.activities.find((row) => row.id === id);
  const line = lineage(input.calendars ?? [], activity?.calendarId ?? input.defaultCalendarId);
  const own = line[0];
  if (own === undefined || activity?.elapsed === true) return [];
  const said = new Set<string>();
  return line.flatMap(({ exceptions = [] }) =>
    exceptions.flatMap((exception): Message[] => {
      if (exception.intervals.length > 0) return [];
      const found = exceptionDays(exception, formatDay(first.value), formatDay(last.value));
      const days = (found.ok ? found.value : []).filter((day) => {
        const parsed = parseDay(day);
        return parsed.ok && !said.has(day) && worksOn(line, parsed.value);
      });
      for (const day of days) said.add(day);
      if (days.length === 0) return [];
      const facts = { id, days, count: days.length, calendar: own.name ?? own.id };
      const { name } = exception;
      return [
        name === undefined
          ? { code: "scheduling/days-off", facts }
          : { code: "scheduling/named-days-off", facts: { ...facts, name } },
      ];
    }),
  );
}

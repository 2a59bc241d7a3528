import {
  type CompiledCalendar,
  compileCalendars,
  standardCalendar,
  withTimeAway,
  workBetween,
  type ZoneRules,
} from "@evenkeel/calendar";
import type { Person, WorkPlan } from "@evenkeel/core";
import { type Issue, weekday } from "@evenkeel/kernel";

const ticksPerDay = 14_400;
const ticksPerWeek = 7 * ticksPerDay;

/** Someone whose time is limited. */
export interface Worker {
  readonly id: string;
  /** Less time away. */
  readonly calendar: CompiledCalendar;
  /** Ticks of a full week: the fullest there is, so that holidays do not shrink it. */
  readonly fullWeek: number;
  /** Minutes of a full week by contract, else by calendar. */
  readonly contractMinutes: number;
}

/** Monday 00:00 on or before a tick. */
export function mondayBefore(tick: number): number {
  const day = Math.floor(tick / ticksPerDay);
  return (day - weekday(day) + 1) * ticksPerDay;
}

function fullestWeek(calendar: CompiledCalendar, from: number, to: number): number {
  let fullest = 0;
  for (let monday = mondayBefore(from) - 26 * ticksPerWeek; monday < to + 52 * ticksPerWeek; monday += ticksPerWeek)
    fullest = Math.max(fullest, workBetween(calendar, monday, monday + ticksPerWeek));
  return fullest;
}

/** Compiles what people's time is, in the order of their ids; who never works is left out and said; time away that cannot be read too. */
export function compileWorkers(
  plan: WorkPlan,
  people: readonly Person[],
  span: { readonly from: number; readonly to: number },
  zone: string,
  zoneRules: ZoneRules | undefined,
  issues: Issue[],
): Map<string, Worker> {
  const stated = plan.calendars ?? [];
  const specs = [...stated, ...(stated.some(({ id }) => id === standardCalendar.id) ? [] : [standardCalendar])];
  const compiled = compileCalendars(specs, zoneRules, zone);
  const workers = new Map<string, Worker>();
  // What is wrong with the calendars has been said by the schedule.
  if (!compiled.ok) return workers;
  const { calendars, indexOf } = compiled.value;
  const usual = plan.projects?.find(({ calendarId }) => calendarId !== undefined)?.calendarId ?? specs[0]!.id;
  const weeks = new Map<string, number>();
  for (const person of people) {
    const own = calendars[indexOf.get(person.calendarId ?? usual) ?? 0]!;
    const fullWeek = weeks.get(own.id) ?? fullestWeek(own, span.from, span.to);
    weeks.set(own.id, fullWeek);
    const present = (person.away?.length ?? 0) === 0 ? undefined : withTimeAway(own, person.away!);
    if (present?.ok === false) issues.push(...present.issues.map((found) => ({ ...found, subject: [person.id] })));
    const isNeverThere = present?.issues.some(({ code }) => code === "calendar/no-working-time") === true;
    if (fullWeek === 0 || isNeverThere) continue;
    workers.set(person.id, {
      id: person.id,
      calendar: present?.ok === true ? present.value : own,
      fullWeek,
      contractMinutes: person.contractMinutesPerWeek ?? fullWeek / 10,
    });
  }
  return workers;
}

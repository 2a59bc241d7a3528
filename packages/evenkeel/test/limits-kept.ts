import type { Dependency, Person, WorkPlan } from "@evenkeel/core";
import type { Rescheduled, WorkLimit } from "../src/price/types.js";

/** Working minutes of a day as spans, minutes since midnight. */
type DaySpans = [number, number][];
type Span = { readonly from: number; readonly to: number };
type Week = Record<string, readonly Span[]>;

const minutesPerDay = 1440;
const names = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

/** Minutes since 1970 of a local time. */
const minuteOf = (text: string): number => Date.parse(`${text}Z`) / 60_000;
const dayText = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);

/** Working time read off the rows of the plan; knows no calendar package. */
class PlainTime {
  readonly #plan: WorkPlan;

  constructor(plan: WorkPlan) {
    this.#plan = plan;
  }

  spans(calendarId: string, day: number, away: Person["away"]): DaySpans {
    const calendar = this.#plan.calendars!.find(({ id }) => id === calendarId)!;
    const text = dayText(day);
    const exception = calendar.exceptions?.find(({ from, to }) => from <= text && text <= to);
    if (away?.some(({ from, to }) => from <= text && text <= to)) return [];
    const week = calendar.week as Week;
    const rows = exception?.intervals ?? week[names[(day + 4) % 7]!] ?? [];
    return rows.map(({ from, to }) => [day * minutesPerDay + from, day * minutesPerDay + to]);
  }

  between(calendarId: string, from: number, to: number, away?: Person["away"]): number {
    let sum = 0;
    for (let day = Math.floor(from / minutesPerDay); day * minutesPerDay < to; day++)
      for (const [begin, end] of this.spans(calendarId, day, away))
        sum += Math.max(0, Math.min(end, to) - Math.max(begin, from));
    return sum;
  }

  /** The earliest minute by which so much has been worked since another; the latest before it, for a lead. */
  moved(calendarId: string, at: number, minutes: number): number {
    const isAhead = minutes > 0;
    let left = Math.abs(minutes);
    if (left === 0) return at;
    for (let day = Math.floor(at / minutesPerDay); ; day += isAhead ? 1 : -1) {
      const spans = this.spans(calendarId, day, undefined).map(([begin, end]) =>
        isAhead ? [Math.max(begin, at), end] : [begin, Math.min(end, at)],
      ) as DaySpans;
      for (const [begin, end] of isAhead ? spans : spans.reverse()) {
        const room = Math.max(0, end - begin);
        if (room >= left) return isAhead ? begin + left : end - left;
        left -= room;
      }
    }
  }
}

/** Minutes of a person's full week under the limits. */
function fullWeekOf(plan: WorkPlan, person: Person): number {
  const week = plan.calendars!.find(({ id }) => id === person.calendarId)!.week as Week;
  return Object.values(week)
    .flat()
    .reduce((sum: number, { from, to }: Span) => sum + to - from, 0);
}

function linkBroken(plan: WorkPlan, time: PlainTime, answer: Rescheduled, link: Dependency): boolean {
  const of = (id: string, side: string | undefined): number => {
    const row = answer.items.find(({ itemId }) => itemId === id)!;
    return minuteOf(side === "S" ? row.start : row.finish);
  };
  const calendarId = plan.projects![0]!.calendarId!;
  const reached = time.moved(calendarId, of(link.predecessorId, link.type[0]), link.lag?.amount ?? 0);
  const at = of(link.successorId, link.type[1]);
  // 17:00 and 08:00 of the next day are as good: what counts is the work between them.
  return at < reached && time.between(calendarId, at, reached) > 1e-6;
}

/**
 * What a rescheduled plan breaks of what was asked of it, from the definitions: nobody over the limit in any week, nothing
 * in time away, every link, all effort, the length of every item. For plans of one project whose calendars have no zone.
 */
export function brokenRules(plan: WorkPlan, limits: readonly WorkLimit[], answer: Rescheduled): string[] {
  const time = new PlainTime(plan);
  const broken: string[] = [];
  const people = new Map(plan.people!.map((person) => [person.id, person]));
  const byWeek = new Map<string, number>();
  for (const { assignmentId, itemId, personId, from, to, minutes } of answer.effort) {
    const { calendarId, away } = people.get(personId)!;
    const [begin, end] = [minuteOf(from), minuteOf(to)];
    const item = answer.items.find((row) => row.itemId === itemId)!;
    const room = time.between(calendarId!, begin, end, away);
    if (room <= 0) broken.push(`${assignmentId} lies where nobody works`);
    if (begin < minuteOf(item.start) || end > minuteOf(item.finish))
      broken.push(`${assignmentId} lies outside its item`);
    for (let monday = Math.floor((begin / minutesPerDay + 3) / 7) * 7 - 3; monday * minutesPerDay < end; monday += 7) {
      const cut = [Math.max(begin, monday * minutesPerDay), Math.min(end, (monday + 7) * minutesPerDay)] as const;
      const key = `${dayText(monday)} ${personId}`;
      byWeek.set(key, (byWeek.get(key) ?? 0) + (minutes * time.between(calendarId!, ...cut, away)) / room);
    }
  }
  for (const [key, minutes] of byWeek) {
    const [week, personId] = [key.slice(0, 10), key.slice(11)];
    const person = people.get(personId)!;
    const fullWeek = fullWeekOf(plan, person);
    const named = limits.filter(({ personIds }) => personIds === undefined || personIds.includes(personId));
    const limit =
      named.length === 0
        ? (person.contractMinutesPerWeek ?? fullWeek)
        : Math.min(...named.map((row) => row.minutesPerWeek));
    const monday = minuteOf(`${week}T00:00`);
    const there = time.between(person.calendarId!, monday, monday + 7 * minutesPerDay, person.away);
    // Times are told to a tenth of a minute, which moves that much of each piece over the end of a week.
    if (minutes > (limit * there) / fullWeek + 1)
      broken.push(`${personId} works ${minutes} of ${limit} in the week of ${week}`);
    const told = answer.weeks.find((row) => row.week === week && row.personId === personId)?.minutes ?? 0;
    if (Math.abs(told - minutes) > 1) broken.push(`${key} is told as ${told}, and is ${minutes}`);
  }
  for (const { id, effortMinutes = 0 } of plan.assignments!) {
    const laid = answer.effort.filter((row) => row.assignmentId === id).reduce((sum, { minutes }) => sum + minutes, 0);
    if (Math.abs(laid - effortMinutes) > 1e-3) broken.push(`${id} has ${laid} of ${effortMinutes}`);
  }
  for (const { itemId, start, finish } of answer.items) {
    const wanted = plan.items!.find(({ id }) => id === itemId)!.schedule!.durationMinutes!;
    const length = time.between(plan.projects![0]!.calendarId!, minuteOf(start), minuteOf(finish));
    if (length < wanted - 1e-6) broken.push(`${itemId} lasts ${length} of ${wanted}`);
  }
  for (const link of plan.dependencies ?? [])
    if (linkBroken(plan, time, answer, link)) broken.push(`${link.id} (${link.type}) does not hold`);
  return broken;
}

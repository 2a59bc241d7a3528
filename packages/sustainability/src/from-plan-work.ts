import {
  type CompiledCalendar,
  compileCalendars,
  intlZoneRules,
  standardCalendar,
  toInstant,
  toLocal,
  withTimeAway,
  workBetween,
  workingIntervals,
  type ZoneRules,
} from "@evenkeel/calendar";
import { type Assignment, openItems, type WorkPlan } from "@evenkeel/core";
import { compareText, formatDay, type Issue, issue, ok, parseTimeText, type Result } from "@evenkeel/kernel";

/** When an item is to be worked on; texts of time, from any schedule. */
export interface PlannedDates {
  readonly itemId: string;
  readonly start: string;
  readonly finish: string;
}

/** A span in which a plan has someone work on an item; instants in milliseconds UTC, half-open. */
export interface PlannedWork {
  /** The assignment's, with the day and a number. */
  readonly id: string;
  readonly personId: string;
  readonly itemId: string;
  readonly from: number;
  readonly to: number;
}

/** What planned work is laid out by. */
export interface PlannedWorkOptions {
  /** IANA zone of local times, and of calendars that state none; default: the first project's, else UTC. */
  readonly zone?: string;
  /** Default: `intlZoneRules()`. */
  readonly zoneRules?: ZoneRules;
  /** Milliseconds UTC; nothing is planned for before. */
  readonly now?: number;
}

const millisPerTick = 6000;
const millisPerDay = 86_400_000;

/** A person's working time with the midnights of its zone. */
interface OwnTime {
  readonly calendar: CompiledCalendar;
  readonly dayOf: (tick: number) => number;
  readonly midnight: (day: number) => number;
}

/** Effort of one assignment between two ticks. */
interface Task {
  readonly row: Assignment;
  readonly effort: number;
  readonly from: number;
  readonly to: number;
}

/** What one day has of a task, ticks of work. */
interface DayShare {
  readonly task: Task;
  readonly day: number;
  readonly effort: number;
}

function ownTime(calendar: CompiledCalendar, zone: string, zoneRules: ZoneRules): OwnTime {
  const midnights = new Map<number, number>();
  const midnight = (day: number): number => {
    const known = midnights.get(day);
    if (known !== undefined) return known;
    const found = toInstant(day * millisPerDay, zone, zoneRules);
    const tick = Math.round((found.ok ? found.value : day * millisPerDay) / millisPerTick);
    midnights.set(day, tick);
    return tick;
  };
  const dayOf = (tick: number): number => {
    const local = toLocal(tick * millisPerTick, zone, zoneRules);
    return Math.floor((local.ok ? local.value : tick * millisPerTick) / millisPerDay);
  };
  return { calendar, dayOf, midnight };
}

/** Tick of a text of time; a day is its midnight, or the next one at the far end. */
function tickOf(text: string, isEnd: boolean, zone: string, zoneRules: ZoneRules): number | undefined {
  const parsed = parseTimeText(text);
  if (!parsed.ok) return undefined;
  const time = parsed.value;
  if (time.form === "instant") return Math.round(time.instant / millisPerTick);
  const local = time.form === "local" ? time.local : (time.day + (isEnd ? 1 : 0)) * millisPerDay;
  const found = toInstant(local, zone, zoneRules);
  return found.ok ? Math.round(found.value / millisPerTick) : undefined;
}

/** Even shares of the working time a task has in each of its days. */
function sharesOf(task: Task, { calendar, dayOf, midnight }: OwnTime): DayShare[] {
  const whole = workBetween(calendar, task.from, task.to);
  const shares: DayShare[] = [];
  if (whole <= 0) return shares;
  for (let day = dayOf(task.from); midnight(day) < task.to; day++) {
    const work = workBetween(calendar, Math.max(task.from, midnight(day)), Math.min(task.to, midnight(day + 1)));
    if (work > 0) shares.push({ task, day, effort: (task.effort * work) / whole });
  }
  return shares;
}

/** Lays the shares of one person day by day, one behind the other; what a day has no room for runs on after it. */
function layDays(shares: readonly DayShare[], { calendar, midnight }: OwnTime): PlannedWork[] {
  const laid: PlannedWork[] = [];
  let free = Number.NEGATIVE_INFINITY;
  for (const { task, day, effort } of shares) {
    const { id, itemId, personId = "" } = task.row;
    let left = effort;
    let part = 0;
    const put = (from: number, ticks: number): void => {
      const [begin, end] = [Math.round(from * millisPerTick), Math.round((from + ticks) * millisPerTick)];
      const last = part > 0 ? laid.at(-1) : undefined;
      if (last?.to === begin) laid[laid.length - 1] = { ...last, to: end };
      else if (begin < end)
        laid.push({ id: `${id}/${formatDay(day)}/${++part}`, personId, itemId, from: begin, to: end });
      free = from + ticks;
      left -= ticks;
    };
    const hours = workingIntervals(calendar, midnight(day), midnight(day + 1));
    for (const { from, to } of hours) {
      const begin = Math.max(from, free, task.from);
      if (left > 0 && begin < to) put(begin, Math.min(left, to - begin));
    }
    if (left > 0) put(Math.max(free, hours.at(-1)?.to ?? midnight(day + 1)), left);
  }
  return laid;
}

function tasksOf(
  plan: WorkPlan,
  dates: readonly PlannedDates[],
  { zone, zoneRules, now }: Required<PlannedWorkOptions>,
): Task[] {
  const open = new Set(openItems(plan).map(({ id }) => id));
  const when = new Map(dates.map((row) => [row.itemId, row]));
  return (plan.assignments ?? []).flatMap((row): Task[] => {
    const { effortMinutes, actualEffortMinutes = 0, remainingEffortMinutes } = row;
    const minutes = remainingEffortMinutes ?? Math.max(0, (effortMinutes ?? 0) - actualEffortMinutes);
    const planned = when.get(row.itemId);
    const isWork = row.personId !== undefined && row.role === "responsible" && open.has(row.itemId) && minutes > 0;
    if (!isWork || planned === undefined) return [];
    const start = tickOf(planned.start, false, zone, zoneRules);
    const to = tickOf(planned.finish, true, zone, zoneRules);
    if (start === undefined || to === undefined) return [];
    return [{ row, effort: minutes * 10, from: Math.max(start, Math.ceil(now / millisPerTick)), to }];
  });
}

/**
 * The working time a plan and a schedule of it ask for, as intervals: so rules of working time can judge a plan as they judge
 * a record.
 *
 * The remaining effort of responsible people on open items, spread evenly over the working time they have between the item's
 * dates. A day's work is laid from the start of its working time, item behind item by start, then id; what exceeds it runs on
 * after its end, so a plan that asks too much shows as long days. Nobody works on two items at once, and all effort is laid.
 * Work whose person has no working time between its dates is named and left out.
 *
 * @param plan - people, assignments, calendars; not mutated
 * @param dates - from any schedule
 * @param options - the zone, and when the past ends
 * @returns intervals by person id, rising, never overlapping within a person
 *
 * Issues: sustainability/no-working-time, and those of `compileCalendars` and `withTimeAway`.
 * Time O(assignments x days), space the same.
 * Source: own.
 *
 * @example
 * const item = { id: "A", title: "Paint", kind: "task" };
 * const does = { id: "a", itemId: "A", personId: "ana", role: "responsible", effortMinutes: 600 };
 * const plan = { formatVersion: 1, items: [item], people: [{ id: "ana", name: "Ana" }], assignments: [does] };
 * const work = orThrow(plannedWorkFromPlan(plan, [{ itemId: "A", start: "2026-05-04", finish: "2026-05-04" }]));
 * work.map(({ from, to }) => (to - from) / 3600000); // => [4, 6]
 */
export function plannedWorkFromPlan(
  plan: WorkPlan,
  dates: readonly PlannedDates[],
  options: PlannedWorkOptions = {},
): Result<PlannedWork[]> {
  const { zoneRules = intlZoneRules(), now = Number.NEGATIVE_INFINITY } = options;
  const zone = options.zone ?? plan.projects?.find((project) => project.zone !== undefined)?.zone ?? "UTC";
  const stated = plan.calendars ?? [];
  const specs = [...stated, ...(stated.some(({ id }) => id === standardCalendar.id) ? [] : [standardCalendar])];
  const compiled = compileCalendars(specs, zoneRules, zone);
  if (!compiled.ok) return compiled;
  const { calendars, indexOf } = compiled.value;
  const usual = plan.projects?.find(({ calendarId }) => calendarId !== undefined)?.calendarId ?? standardCalendar.id;
  const byPerson = new Map<string, Task[]>();
  for (const task of tasksOf(plan, dates, { zone, zoneRules, now }))
    byPerson.set(task.row.personId!, [...(byPerson.get(task.row.personId!) ?? []), task]);
  const issues: Issue[] = [];
  const people = [...(plan.people ?? [])].sort((a, b) => compareText(a.id, b.id));
  const work = people.flatMap(({ id, calendarId, away = [] }) => {
    const tasks = byPerson.get(id) ?? [];
    const own = calendars[indexOf.get(calendarId ?? usual) ?? indexOf.get(standardCalendar.id)!]!;
    const present = away.length === 0 ? ok(own) : withTimeAway(own, away);
    issues.push(...present.issues.map((found) => ({ ...found, severity: "warning" as const, subject: [id] })));
    const time = ownTime(present.ok ? present.value : own, own.zone ?? zone, zoneRules);
    tasks.sort((a, b) => a.from - b.from || compareText(a.row.itemId, b.row.itemId) || compareText(a.row.id, b.row.id));
    const shares = tasks.flatMap((task, order) => {
      const found = sharesOf(task, time);
      const facts = { item: task.row.itemId, person: id };
      if (found.length === 0)
        issues.push(
          issue("sustainability/no-working-time", { severity: "warning", subject: [task.row.itemId], facts }),
        );
      return found.map((share) => ({ ...share, order }));
    });
    return layDays(
      shares.sort((a, b) => a.day - b.day || a.order - b.order),
      time,
    );
  });
  return ok(work, issues);
}

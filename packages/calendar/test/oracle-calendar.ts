import type { CalendarException, CalendarSpec, DayInterval, Recurrence } from "../src/index.js";

const names = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"] as const;
const millisPerDay = 86_400_000;
const dateOf = (day: number): Date => new Date(day * millisPerDay);
const dayOf = (text: string): number => Date.parse(`${text}T00:00Z`) / millisPerDay;
const lengthOf = (date: Date): number =>
  new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();

function isPosition(day: number, position: number, on: string): boolean {
  const date = dateOf(day);
  const fits = (other: number): boolean => {
    const name = names[dateOf(other).getUTCDay()]!;
    const isWeekend = name === "saturday" || name === "sunday";
    return on === "day" || on === name || (on === "weekday" && !isWeekend) || (on === "weekendDay" && isWeekend);
  };
  if (!fits(day)) return false;
  const all: number[] = [];
  for (let k = 1; k <= lengthOf(date); k++)
    if (fits(day - date.getUTCDate() + k)) all.push(day - date.getUTCDate() + k);
  return (position === 5 ? all.at(-1) : all[position - 1]) === day;
}

function recurs(rule: Recurrence, from: number, day: number): boolean {
  const [begun, date] = [dateOf(from), dateOf(day)];
  const months = (date.getUTCFullYear() - begun.getUTCFullYear()) * 12 + date.getUTCMonth() - begun.getUTCMonth();
  const isMonthDay = (wanted: number): boolean => date.getUTCDate() === Math.min(wanted, lengthOf(date));
  switch (rule.kind) {
    case "daily":
      return (day - from) % rule.every === 0;
    case "weekly": {
      const weeks = Math.floor((day - (from - begun.getUTCDay())) / 7);
      return weeks % rule.every === 0 && rule.weekdays.includes(names[date.getUTCDay()]!);
    }
    case "monthly":
      return months % rule.every === 0 && isMonthDay(rule.day);
    case "monthlyByPosition":
      return months % rule.every === 0 && isPosition(day, rule.position, rule.on);
    case "yearly":
      return date.getUTCMonth() + 1 === rule.month && isMonthDay(rule.day);
    case "yearlyByPosition":
      return date.getUTCMonth() + 1 === rule.month && isPosition(day, rule.position, rule.on);
  }
}

function covers(exception: CalendarException, day: number): boolean {
  const from = dayOf(exception.from);
  if (day < from || day > dayOf(exception.to)) return false;
  const { recurrence, occurrences } = exception;
  if (recurrence === undefined) return true;
  if (!recurs(recurrence, from, day)) return false;
  let count = 0;
  for (let k = from; k <= day; k++) if (recurs(recurrence, from, k)) count++;
  return count <= (occurrences ?? count);
}

const strength = (exception: CalendarException): number => {
  const rule = exception.recurrence;
  if (rule === undefined || (rule.kind === "daily" && rule.every === 1)) return 5;
  return { daily: 4, yearly: 3, yearlyByPosition: 3, monthly: 2, monthlyByPosition: 2, weekly: 1 }[rule.kind];
};

/** What a day's hours are, by walking down the resolution order. */
export function hoursOf(specs: readonly CalendarSpec[], id: string, day: number): readonly DayInterval[] {
  const line: CalendarSpec[] = [];
  for (let at: string | undefined = id; at !== undefined; at = line.at(-1)!.parentId)
    line.push(specs.find((spec) => spec.id === at)!);
  for (const spec of line) {
    let best: CalendarException | undefined;
    for (const exception of spec.exceptions ?? []) {
      if (covers(exception, day) && (best === undefined || strength(exception) >= strength(best))) best = exception;
    }
    if (best !== undefined) return best.intervals;
  }
  const name = names[dateOf(day).getUTCDay()]!;
  for (const spec of line) {
    for (const workWeek of [...(spec.workWeeks ?? [])].reverse()) {
      const hours = workWeek.week[name];
      if (hours !== undefined && day >= dayOf(workWeek.from) && day <= dayOf(workWeek.to)) return hours;
    }
  }
  for (const spec of line) if (spec.week[name] !== undefined) return spec.week[name];
  return [];
}

/** Arithmetic by walking `step` ticks at a time; exact when all hours and queries are multiples of the step. */
export function walker(specs: readonly CalendarSpec[], id: string, step: number) {
  const known = new Map<number, readonly DayInterval[]>();
  const hours = (day: number): readonly DayInterval[] => {
    if (!known.has(day)) known.set(day, hoursOf(specs, id, day));
    return known.get(day)!;
  };
  const works = (tick: number): boolean => {
    const day = Math.floor(tick / 14_400);
    const minute = (tick - day * 14_400) / 10;
    const within = (list: readonly DayInterval[], at: number) => list.some(({ from, to }) => at >= from && at < to);
    return within(hours(day), minute) || within(hours(day - 1), minute + 1440);
  };
  return {
    next(t: number) {
      while (!works(t)) t += step;
      return t;
    },
    previous(t: number) {
      while (!works(t - step)) t -= step;
      return t;
    },
    add(t: number, work: number) {
      for (; work > 0; t += step) if (works(t)) work -= step;
      return t;
    },
    subtract(t: number, work: number) {
      for (; work > 0; t -= step) if (works(t - step)) work -= step;
      return t;
    },
    between(a: number, b: number) {
      let sum = 0;
      for (let t = Math.min(a, b); t < Math.max(a, b); t += step) if (works(t)) sum += step;
      return a <= b ? sum : 0 - sum;
    },
  };
}

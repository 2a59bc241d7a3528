import { type Issue, issue, parseDay } from "@evenkeel/kernel";
import { weekdayNames } from "./occurrences.js";
import type {
  CalendarException,
  CalendarSpec,
  DayInterval,
  DayTicks,
  Layer,
  Recurrence,
  WeekPattern,
} from "./types.js";

type Path = Issue["path"];

/** Collects the issues of one calendar while its layers are made. */
export interface SpecCheck {
  readonly id: string;
  readonly issues: Issue[];
}

const ticksPerMinute = 10;
const whole = (value: number, least: number, most: number): boolean =>
  Number.isInteger(value) && value >= least && value <= most;

function report({ id, issues }: SpecCheck, code: string, path: Path, facts: Issue["facts"] = {}): void {
  issues.push(issue(`calendar/${code}`, { path, subject: [id], facts: { calendar: id, ...facts } }));
}

function dayTicks(check: SpecCheck, intervals: readonly DayInterval[], path: Path): DayTicks {
  intervals.forEach(({ from, to }, at) => {
    const isGood =
      whole(from * ticksPerMinute, 0, 14_399) &&
      whole(to * ticksPerMinute, 1, 28_800) &&
      from < to &&
      to - from <= 1440;
    if (!isGood) report(check, "invalid-interval", [...path, at], { from, to });
  });
  const sorted = [...intervals].sort((a, b) => a.from - b.from || a.to - b.to);
  sorted.forEach((interval, at) => {
    const next = sorted[at + 1];
    if (next !== undefined && next.from < interval.to) {
      report(check, "overlapping-intervals", path, { from: next.from, to: interval.to });
    }
  });
  return sorted.flatMap(({ from, to }) => [from * ticksPerMinute, to * ticksPerMinute]);
}

/** Working ticks of each weekday, Monday first; undefined where the parent's hold. */
export function weekTicks(check: SpecCheck, week: WeekPattern, path: Path): readonly (DayTicks | undefined)[] {
  const days = weekdayNames.map((name) => {
    const intervals = week[name];
    return intervals === undefined ? undefined : dayTicks(check, intervals, [...path, name]);
  });
  days.forEach((day, at) => {
    const tomorrow = days[(at + 1) % 7];
    const overhang = (day?.at(-1) ?? 0) - 14_400;
    if (tomorrow !== undefined && tomorrow.length > 0 && tomorrow[0]! < overhang) {
      const facts = { from: tomorrow[0]! / ticksPerMinute, to: overhang / ticksPerMinute };
      report(check, "overlapping-intervals", [...path, weekdayNames[(at + 1) % 7]!], facts);
    }
  });
  return days;
}

function checkRecurrence(check: SpecCheck, recurrence: Recurrence, path: Path): void {
  const isGood =
    (!("every" in recurrence) || whole(recurrence.every, 1, 10_000)) &&
    (!("month" in recurrence) || whole(recurrence.month, 1, 12)) &&
    (!("day" in recurrence) || whole(recurrence.day, 1, 31)) &&
    (!("position" in recurrence) || whole(recurrence.position, 1, 5)) &&
    (!("on" in recurrence) || ["day", "weekday", "weekendDay", ...weekdayNames].includes(recurrence.on)) &&
    (!("weekdays" in recurrence) ||
      (recurrence.weekdays.length > 0 && recurrence.weekdays.every((name) => weekdayNames.includes(name))));
  if (!isGood) report(check, "invalid-recurrence", path, { kind: String(recurrence.kind) });
}

function range(check: SpecCheck, from: string, to: string, path: Path): { from: number; to: number } {
  const [first, last] = [parseDay(from, [...path, "from"]), parseDay(to, [...path, "to"])];
  for (const parsed of [first, last]) {
    if (!parsed.ok) check.issues.push(...parsed.issues.map((found) => ({ ...found, subject: [check.id] })));
  }
  if (!(first.ok && last.ok)) return { from: 0, to: -1 };
  if (first.value > last.value) report(check, "inverted-range", path, { from, to });
  return { from: first.value, to: last.value };
}

// Ranges beat recurring exceptions; daily beats yearly beats monthly beats weekly.
const precedence = "weekly monthly yearly daily";
function rank({ recurrence }: Layer): number {
  if (recurrence === undefined || (recurrence.kind === "daily" && recurrence.every === 1)) return precedence.length;
  return precedence.indexOf(recurrence.kind.replace("ByPosition", ""));
}

/** Turns one exception into a layer; every fault goes to `check.issues`. */
export function exceptionLayer(check: SpecCheck, exception: CalendarException, path: Path): Layer {
  const { recurrence, occurrences } = exception;
  if (recurrence !== undefined) checkRecurrence(check, recurrence, [...path, "recurrence"]);
  if (occurrences !== undefined && !whole(occurrences, 1, 1e9)) {
    report(check, "invalid-recurrence", [...path, "occurrences"], { kind: "occurrences" });
  }
  return {
    ...range(check, exception.from, exception.to, path),
    intervals: dayTicks(check, exception.intervals, [...path, "intervals"]),
    ...(recurrence === undefined ? {} : { recurrence }),
    ...(occurrences === undefined ? {} : { occurrences }),
  };
}

/** What a calendar says of its days, in the three groups of the resolution order, each from weakest to strongest. */
export interface SpecLayers {
  readonly week: Layer;
  readonly workWeeks: readonly Layer[];
  readonly exceptions: readonly Layer[];
}

/** Turns one spec into layers; every fault goes to `check.issues`. */
export function specLayers(check: SpecCheck, spec: CalendarSpec, path: Path): SpecLayers {
  const week = weekTicks(check, spec.week, [...path, "week"]);
  const workWeeks = (spec.workWeeks ?? []).map((row, at) => {
    const here = [...path, "workWeeks", at];
    return { ...range(check, row.from, row.to, here), week: weekTicks(check, row.week, [...here, "week"]) };
  });
  const exceptions = (spec.exceptions ?? []).map((row, at) => exceptionLayer(check, row, [...path, "exceptions", at]));
  return {
    week: { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY, week },
    workWeeks,
    exceptions: exceptions.sort((a, b) => rank(a) - rank(b)),
  };
}

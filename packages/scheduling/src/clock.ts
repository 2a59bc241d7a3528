import {
  type CompiledCalendar,
  nextWorkingTime,
  previousWorkingTime,
  toInstant,
  type ZoneRules,
} from "@evenkeel/calendar";
import { formatDay, type Issue, issue, parseTimeText } from "@evenkeel/kernel";

const millisPerTick = 6000;
const ticksPerDay = 14_400;
const span = 200 * 86_400_000;

/** Reads and writes the texts of time of one project. */
export interface Clock {
  /** Ticks of a text; a day is the start (or end) of that day's working time. Undefined with an issue when it cannot be read. */
  read(
    text: string,
    path: Issue["path"],
    calendar: CompiledCalendar | undefined,
    side: "from" | "to",
  ): number | undefined;
  /** Local time of the project. */
  write(tick: number): string;
}

function timeText(ofDay: number): string {
  const two = (value: number): string => (value < 10 ? `0${value}` : String(value));
  const minutes = Math.floor(ofDay / 10);
  const seconds = (ofDay % 10) * 6;
  return `T${two(Math.floor(minutes / 60))}:${two(minutes % 60)}${seconds === 0 ? "" : `:${two(seconds)}`}`;
}

function writer(zone: string, zoneRules: ZoneRules | undefined): (tick: number) => string {
  const days = new Map<number, string>();
  const times = new Map<number, string>();
  let [since, until, offset] = [0, zoneRules === undefined ? Number.POSITIVE_INFINITY : 0, 0];
  if (zoneRules === undefined) since = Number.NEGATIVE_INFINITY;
  return (tick) => {
    const instant = tick * millisPerTick;
    if (!(instant >= since && instant < until)) {
      const found = zoneRules!.transitions(zone, instant - span, instant + span)!;
      const later = found.findIndex(({ at }) => at > instant);
      const current = found.at(later === -1 ? -1 : later - 1)!;
      [since, until] = [current.at, later === -1 ? instant + span : found[later]!.at];
      offset = Math.round(current.offset / millisPerTick);
    }
    const local = tick + offset;
    const day = Math.floor(local / ticksPerDay);
    const ofDay = local - day * ticksPerDay;
    if (!days.has(day)) days.set(day, formatDay(day));
    if (!times.has(ofDay)) times.set(ofDay, timeText(ofDay));
    return days.get(day)! + times.get(ofDay)!;
  };
}

/** A clock for local (or, with zone rules, instant) ticks; what it cannot read goes to `issues`. */
export function makeClock(zone: string | undefined, zoneRules: ZoneRules | undefined, issues: Issue[]): Clock {
  const used = zone ?? "UTC";
  const ticksOfLocal = (local: number, path: Issue["path"]): number | undefined => {
    if (zoneRules === undefined) return Math.round(local / millisPerTick);
    const found = toInstant(local, used, zoneRules);
    issues.push(...found.issues.map((each) => ({ ...each, path })));
    return found.ok ? Math.round(found.value / millisPerTick) : undefined;
  };
  return {
    write: writer(used, zoneRules),
    read(text, path, calendar, side) {
      const parsed = parseTimeText(text, path);
      if (!parsed.ok) {
        issues.push(...parsed.issues);
        return undefined;
      }
      const time = parsed.value;
      let ticks: number | undefined;
      if (time.form === "instant") {
        if (zoneRules === undefined)
          issues.push(issue("scheduling/instant-without-zone", { path, facts: { found: text } }));
        else ticks = Math.round(time.instant / millisPerTick);
      } else if (time.form === "local") ticks = ticksOfLocal(time.local, path);
      else {
        ticks = ticksOfLocal((time.day + (side === "to" ? 1 : 0)) * ticksPerDay * millisPerTick, path);
        if (ticks !== undefined && calendar !== undefined) {
          ticks = side === "to" ? previousWorkingTime(calendar, ticks) : nextWorkingTime(calendar, ticks);
        }
      }
      if (ticks === undefined || Math.abs(ticks) < 0x7fff0000) return ticks;
      issues.push(issue("scheduling/date-out-of-range", { path, facts: { found: text } }));
      return undefined;
    },
  };
}

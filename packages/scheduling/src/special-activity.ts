import {
  addWork,
  type CompiledCalendar,
  nextWorkingTime,
  previousWorkingTime,
  subtractWork,
  workBetween,
} from "@evenkeel/calendar";
import type { Issue } from "@evenkeel/kernel";
import type { Clock } from "./clock.js";
import type { ScheduleRules } from "./rules.js";
import type { ActivityInput, SpecialActivity } from "./types.js";

/** What reading one activity needs. */
export interface Reading {
  readonly clock: Clock;
  readonly calendar: CompiledCalendar;
  readonly rules: ScheduleRules;
  readonly dataDate: number | undefined;
  readonly path: Issue["path"];
}

type Special = { -readonly [Key in keyof SpecialActivity]: SpecialActivity[Key] };

/** Dates of a started activity, and what is left of its duration. */
function progress(
  row: ActivityInput,
  length: number,
  start: number,
  reading: Reading,
): { special: Special; length: number } {
  const { clock, calendar, dataDate, path, rules } = reading;
  const worked = dataDate === undefined ? 0 : Math.max(0, workBetween(calendar, start, dataDate));
  const remaining =
    row.remainingMinutes === undefined ? Math.max(0, length - worked) : Math.round(row.remainingMinutes * 10);
  const stop = addWork(calendar, start, Math.max(0, length - remaining));
  const stated = row.resume === undefined ? undefined : clock.read(row.resume, [...path, "resume"], calendar, "from");
  const earliest = rules.movesWorkAfterDataDate ? (dataDate ?? stop) : stop;
  const resumeAt = stated ?? Math.max(stop, remaining > 0 ? earliest : stop);
  if (remaining === 0) return { special: { kind: "fixed", fixedStart: start, fixedFinish: resumeAt }, length: 0 };
  return {
    special: { kind: "resumed", fixedStart: start, resumeAt: nextWorkingTime(calendar, resumeAt) },
    length: remaining,
  };
}

function addConstraints(special: Special, row: ActivityInput, reading: Reading): void {
  const { clock, calendar, path } = reading;
  const started = row.actualStart !== undefined;
  (row.constraints ?? []).forEach(({ kind, at }, place) => {
    if (kind === "ALAP" && !started) special.isAlap = true;
    if (at === undefined || started) return;
    const side = kind === "SNET" || kind === "FNET" || kind === "SO" || kind === "MSO" ? "from" : "to";
    const date = clock.read(at, [...path, "constraints", place, "at"], calendar, side);
    if (date === undefined) return;
    if (kind === "SNET" || kind === "SO") special.startFloor = Math.max(date, special.startFloor ?? date);
    if (kind === "FNET" || kind === "FO") special.finishFloor = Math.max(date, special.finishFloor ?? date);
    if (kind === "SNLT" || kind === "SO") special.startCap = Math.min(date, special.startCap ?? date);
    if (kind === "FNLT" || kind === "FO") special.finishCap = Math.min(date, special.finishCap ?? date);
    if (kind === "MSO") special.pinStart = date;
    if (kind === "MFO") special.pinFinish = date;
  });
  const isPinned = special.pinStart !== undefined || special.pinFinish !== undefined;
  if (row.deadline !== undefined && !isPinned) {
    const date = clock.read(row.deadline, [...path, "deadline"], calendar, "to");
    if (date !== undefined) special.deadline = date;
  }
}

/**
 * What makes an activity more than a plain one, and the ticks its node takes; `special` is undefined for a plain one.
 * Dates that cannot be read have their issues at the clock.
 */
export function readSpecial(
  row: ActivityInput,
  length: number,
  reading: Reading,
): { special?: SpecialActivity; length: number } {
  const { clock, calendar, path } = reading;
  const read = (text: string | undefined, key: string, side: "from" | "to"): number | undefined =>
    text === undefined ? undefined : clock.read(text, [...path, ...key.split(".")], calendar, side);
  const actualFinish = read(row.actualFinish, "actualFinish", "to");
  const actualStart = read(row.actualStart, "actualStart", "from");
  if (actualFinish !== undefined) {
    const fixedStart = actualStart ?? subtractWork(calendar, previousWorkingTime(calendar, actualFinish), length);
    const dates = { fixedStart, fixedFinish: actualFinish };
    if (reading.rules.retainsFinished && reading.dataDate !== undefined)
      return { special: { kind: "past", ...dates }, length: 0 };
    return { special: { kind: "fixed", ...dates, isFinished: true }, length };
  }
  if (row.manual !== undefined) {
    const fixedStart = read(row.manual.start, "manual.start", "from") ?? 0;
    const fixedFinish = read(row.manual.finish, "manual.finish", "to") ?? addWork(calendar, fixedStart, length);
    const special: Special = { kind: "fixed", fixedStart, fixedFinish, isManual: true };
    if (row.deadline !== undefined) addConstraints(special, { id: row.id, deadline: row.deadline }, reading);
    return { special, length };
  }
  if (actualStart !== undefined) {
    const found = progress(row, length, actualStart, reading);
    addConstraints(found.special, row, reading);
    return found;
  }
  const isMilestone = row.kind === "startMilestone" || row.kind === "finishMilestone";
  const kind = isMilestone && reading.rules.zeroDuration === "snapped" ? row.kind : length === 0 ? "zero" : "task";
  const special: Special = { kind };
  addConstraints(special, row, reading);
  return kind === "task" && Object.keys(special).length === 1 ? { length } : { special, length };
}

import {
  addWork,
  type CompiledCalendar,
  nextWorkingTime,
  previousWorkingTime,
  subtractWork,
  workBetween,
} from "@evenkeel/calendar";
import { placedWork } from "./assigned-work.js";
import type { Reading } from "./reading.js";
import type { ActivityInput, OutsideDates, PlacedWork, SpecialActivity } from "./types.js";

type Special = { -readonly [Key in keyof SpecialActivity]: SpecialActivity[Key] };

/** Working time from the actual start to the data date, less what lies between suspension and resumption. */
function workedTime(row: ActivityInput, start: number, { clock, calendar, dataDate, path }: Reading): number {
  if (dataDate === undefined) return 0;
  const read = (text: string | undefined, key: string): number =>
    text === undefined ? dataDate : Math.min(dataDate, clock.read(text, [...path, key], calendar, "from") ?? dataDate);
  const suspended = row.suspend === undefined ? dataDate : read(row.suspend, "suspend");
  const resumed = row.suspend === undefined ? dataDate : Math.max(suspended, read(row.resume, "resume"));
  return Math.max(0, workBetween(calendar, start, suspended)) + workBetween(calendar, resumed, dataDate);
}

/** Dates of a started activity, and what is left of its duration. */
function progress(
  row: ActivityInput,
  length: number,
  start: number,
  reading: Reading,
): { special: Special; length: number } {
  const { clock, calendar, dataDate, path, rules } = reading;
  const workDone = workedTime(row, start, reading);
  const remaining =
    row.remainingMinutes === undefined ? Math.max(0, length - workDone) : Math.round(row.remainingMinutes * 10);
  const done = Math.max(0, length - remaining);
  const stop = addWork(calendar, start, done);
  const stated = row.resume === undefined ? undefined : clock.read(row.resume, [...path, "resume"], calendar, "from");
  const isPlaced = remaining > 0 || rules.startedStartsAt === "remaining";
  const waits = rules.movesWorkAfterDataDate && dataDate !== undefined && isPlaced;
  const resumeAt = waits ? Math.max(stated ?? dataDate, dataDate) : (stated ?? stop);
  if (remaining === 0 && rules.startedStartsAt === "actualStart")
    return { special: { kind: "fixed", fixedStart: start, fixedFinish: resumeAt }, length: 0 };
  const isHeld = rules.progressMode !== "progressOverride" && (rules.movesWorkAfterDataDate || done > 0);
  const special: Special = {
    kind: "resumed",
    fixedStart: start,
    resumeAt,
    workDone,
  };
  if (isHeld) special.movesRemaining = true;
  if (!rules.movesWorkAfterDataDate) special.floor = start;
  return { special, length: remaining };
}

/** What work adds; nothing where a single assignment is placed as the duration would be. */
function addWorkOf(
  special: Special,
  work: readonly PlacedWork[] | undefined,
  length: number,
  own: CompiledCalendar,
): void {
  if (work === undefined) return;
  const isAsDuration = work.every(
    (each) => each.calendar === own && each.length === length && each.solid === length && each.resumeAt === undefined,
  );
  if (!isAsDuration) special.work = work;
}

const finishKinds: readonly string[] = ["FNET", "FNLT", "FO"];

/** Bounds of an activity; once it has started, those on its finish alone. */
function addConstraints(special: Special, row: ActivityInput, reading: Reading): void {
  const { clock, calendar, path } = reading;
  const started = row.actualStart !== undefined;
  const read = (text: string, key: readonly (string | number)[], side: "from" | "to"): number | undefined =>
    clock.read(text, [...path, ...key], calendar, side);
  const notBefore = (field: "startFloor" | "finishFloor", date: number): void => {
    special[field] = Math.max(date, special[field] ?? date);
  };
  const notAfter = (field: "startCap" | "finishCap", date: number): void => {
    special[field] = Math.min(date, special[field] ?? date);
  };
  if (reading.rules.fromFinish && !started && !row.constraints?.some(({ kind }) => kind === "ASAP"))
    special.isAlap = true;
  (row.constraints ?? []).forEach(({ kind, at }, place) => {
    if (kind === "ALAP" && !started) special.isAlap = true;
    if (at === undefined || (started && !finishKinds.includes(kind))) return;
    const side = kind === "SNET" || kind === "FNET" || kind === "SO" || kind === "MSO" ? "from" : "to";
    const date = read(at, ["constraints", place, "at"], side);
    if (date === undefined) return;
    if (kind === "SNET" || kind === "SO") notBefore("startFloor", date);
    if (kind === "FNET" || kind === "FO") notBefore("finishFloor", date);
    if (kind === "SNLT" || kind === "SO") notAfter("startCap", date);
    if (kind === "FNLT" || kind === "FO") notAfter("finishCap", date);
    if (kind === "MSO") special.pinStart = date;
    if (kind === "MFO") special.pinFinish = date;
  });
  const { externalEarlyStart, externalLateFinish, expectedFinish, deadline } = row;
  const external =
    externalEarlyStart === undefined || started ? undefined : read(externalEarlyStart, ["externalEarlyStart"], "from");
  if (external !== undefined) notBefore("startFloor", external);
  const outside = externalLateFinish === undefined ? undefined : read(externalLateFinish, ["externalLateFinish"], "to");
  if (outside !== undefined) notAfter("finishCap", outside);
  const isPinned = special.pinStart !== undefined || special.pinFinish !== undefined;
  const hard = deadline === undefined || isPinned ? undefined : read(deadline, ["deadline"], "to");
  if (hard !== undefined) special.deadline = Math.min(hard, special.deadline ?? hard);
  if (expectedFinish === undefined || !reading.rules.usesExpectedFinish || special.isAlap === true) return;
  const expected = read(expectedFinish, ["expectedFinish"], "to");
  if (expected !== undefined) special.expectedFinish = expected;
}

/** An activity of another project. */
function readOutside(
  { start, finish, lateStart, lateFinish }: OutsideDates,
  read: (text: string | undefined, key: string, side: "from" | "to") => number | undefined,
): SpecialActivity {
  const fixedStart = read(start, "outside.start", "from") ?? 0;
  const fixedFinish = read(finish, "outside.finish", "to") ?? fixedStart;
  const lateDates = [
    read(lateStart, "outside.lateStart", "from") ?? fixedStart,
    read(lateFinish, "outside.lateFinish", "to") ?? fixedFinish,
  ] as const;
  return { kind: "fixed", fixedStart, fixedFinish, lateDates, isApart: true };
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
  if (row.outside !== undefined) return { special: readOutside(row.outside, read), length: 0 };
  const actualFinish = read(row.actualFinish, "actualFinish", "to");
  const actualStart = read(row.actualStart, "actualStart", "from");
  if (actualFinish !== undefined) {
    const fixedStart = actualStart ?? subtractWork(calendar, previousWorkingTime(calendar, actualFinish), length);
    const dates = { fixedStart, fixedFinish: actualFinish };
    const { retainsFinished, progressMode } = reading.rules;
    if (retainsFinished && progressMode !== "actualDates" && reading.dataDate !== undefined)
      return { special: { kind: "past", ...dates }, length: 0 };
    const lateDates = [fixedStart, actualFinish] as const;
    return { special: { kind: "fixed", ...dates, lateDates, isFinished: true }, length };
  }
  if (row.manual !== undefined) {
    const fixedStart = read(row.manual.start, "manual.start", "from") ?? 0;
    const fixedFinish = read(row.manual.finish, "manual.finish", "to") ?? addWork(calendar, fixedStart, length);
    const isStarted = actualStart !== undefined;
    const special: Special = { kind: "fixed", fixedStart, fixedFinish, isManual: true, isStarted };
    if (row.deadline !== undefined) addConstraints(special, { id: row.id, deadline: row.deadline }, reading);
    return { special, length };
  }
  if (actualStart !== undefined) {
    const found = progress(row, length, actualStart, reading);
    const { finishCap, deadline } = reading.inherited ?? {};
    if (finishCap !== undefined) found.special.finishCap = finishCap;
    if (deadline !== undefined) found.special.deadline = deadline;
    addConstraints(found.special, row, reading);
    if (found.special.kind === "resumed") {
      addWorkOf(found.special, placedWork(row, found.length, found.special.resumeAt, reading), found.length, calendar);
      // Work resumes when its resources can.
      if (found.special.work === undefined) found.special.resumeAt = nextWorkingTime(calendar, found.special.resumeAt!);
    }
    return found;
  }
  const isMilestone = row.kind === "startMilestone" || row.kind === "finishMilestone";
  const kind = isMilestone && reading.rules.zeroDuration === "snapped" ? row.kind : length === 0 ? "zero" : "task";
  const special: Special = { kind, ...reading.inherited };
  addConstraints(special, row, reading);
  if (kind === "task") addWorkOf(special, placedWork(row, length, undefined, reading), length, calendar);
  if (row.levelingDelayMinutes !== undefined && row.levelingDelayMinutes > 0)
    special.levelingDelay = Math.round(row.levelingDelayMinutes * 10);
  if (row.inactive === true) special.isInactive = special.isApart = true;
  return kind === "task" && Object.keys(special).length === 1 ? { length } : { special, length };
}

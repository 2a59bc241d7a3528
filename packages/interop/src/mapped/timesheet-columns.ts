import { parseForeignTime } from "../foreign-time.js";
import type { TargetField } from "./target-field.js";

/** Headers of timesheets, lower case, without separators; those that say it best first. */
const names: { readonly [K in TargetField]?: readonly string[] } = {
  worker: [
    ...[
      "employee",
      "employeename",
      "worker",
      "user",
      "username",
      "person",
      "staff",
      "staffmember",
      "teammember",
      "member",
    ],
    ...["employeeid", "personnelnumber", "useremail", "email", "name"],
  ],
  workedOn: ["startdate", "date", "day", "workdate", "workedon", "spentdate"],
  workedUntil: ["enddate"],
  workedFrom: [
    ...["starttime", "start", "from", "startedat", "begin", "begintime", "timestart", "clockin", "clockedin", "timein"],
    "in",
  ],
  workedTo: [
    ...["endtime", "end", "to", "endedat", "finish", "finishtime", "stop", "stoptime", "timeend", "clockout"],
    ...["clockedout", "timeout", "out"],
  ],
  workedFor: ["duration", "durationh", "durationhhmmss", "durationdecimal", "hours", "totalhours", "workedhours"],
  workKind: ["kind", "type", "shifttype", "entrytype", "category"],
};

/** Whether a cell is a time of day alone. */
export const isClock = (cell: string): boolean => /^\d{1,2}:\d{2}(?::\d{2})?(?:\s*[ap]\.?m\.?)?$/i.test(cell.trim());

function isMoment(cell: string): boolean {
  const times = [parseForeignTime(cell, "dmy"), parseForeignTime(cell, "mdy")];
  return times.some((time) => time.ok && time.form !== "day");
}

/** Minutes of `7.5`, `7,5` (hours), `7:30`, `07:30:00`; undefined for anything else. */
export function hoursWorked(cell: string): number | undefined {
  const clock = /^(\d{1,3}):([0-5]\d)(?::([0-5]\d))?$/.exec(cell.trim());
  if (clock !== null) return Number(clock[1]) * 60 + Number(clock[2]) + Number(clock[3] ?? 0) / 60;
  const hours = /^(\d{1,3}(?:[.,]\d{1,4})?)\s*h?$/i.exec(cell.trim());
  return hours === null ? undefined : Number((hours[1] as string).replace(",", ".")) * 60;
}

/**
 * The columns of a timesheet: who worked, from which moment (or time of a day) to which or for how long. Undefined where a table
 * is none: a start or an end that is a mere day is that of work, not of working.
 */
export function timesheetColumns(
  headers: readonly string[],
  plain: (header: string) => string,
  sample: readonly (readonly string[])[],
): ReadonlyMap<number, TargetField> | undefined {
  const filled = (index: number): string[] =>
    sample.map((row) => (row[index] ?? "").trim()).filter((cell) => cell !== "");
  const all = (index: number, test: (cell: string) => boolean): boolean =>
    filled(index).length > 0 && filled(index).every(test);
  const isTime = (index: number): boolean => all(index, isClock) || all(index, isMoment);
  const fits: { readonly [K in TargetField]?: (index: number) => boolean } = {
    workedOn: (index) => all(index, (cell) => !isClock(cell) && !isMoment(cell)),
    workedUntil: (index) => all(index, (cell) => !isClock(cell) && !isMoment(cell)),
    workedFrom: isTime,
    workedTo: isTime,
    workedFor: (index) => all(index, (cell) => hoursWorked(cell) !== undefined),
  };
  const at = new Map<TargetField, number>();
  for (const target of Object.keys(names) as TargetField[]) {
    const best = headers
      .map((header, index) => ({ index, rank: names[target]?.indexOf(plain(header)) ?? -1 }))
      .filter(({ index, rank }) => rank !== -1 && (fits[target]?.(index) ?? true))
      .sort((a, b) => a.rank - b.rank)[0];
    if (best !== undefined) at.set(target, best.index);
  }
  const from = at.get("workedFrom");
  if (from === undefined || !at.has("worker") || !(at.has("workedTo") || at.has("workedFor"))) return undefined;
  if (all(from, isClock) && !at.has("workedOn")) return undefined;
  return new Map([...at].map(([target, index]) => [index, target]));
}

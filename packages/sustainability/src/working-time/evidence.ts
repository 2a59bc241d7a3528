import type { Reader } from "./measures/measure.js";
import type { PersonWork } from "./person-work.js";
import { Readings } from "./readings.js";
import type { Timesheet } from "./timesheet.js";

/** A row of evidence: a row of work, or of leave, by number. */
export interface EvidenceRows {
  /** Places in the rows of the sheet. */
  readonly work: readonly number[];
  readonly leave: readonly number[];
}

interface Window {
  readonly from: number;
  readonly to: number;
}

const scratch = new Readings();

/** A sheet of one person made of some rows; joined as `timesheet` joins. */
function sheetOf(sheet: Timesheet, rows: readonly number[]): PersonWork["sheet"] {
  const from = new Float64Array(rows.length);
  const to = new Float64Array(rows.length);
  let length = 0;
  for (const row of rows) {
    const [begin, end] = [sheet.rowFrom[row] ?? 0, sheet.rowTo[row] ?? 0];
    const last = to[length - 1];
    if (length > 0 && last !== undefined && begin <= last) to[length - 1] = Math.max(last, end);
    else {
      from[length] = begin;
      to[length] = end;
      length++;
    }
  }
  return { start: Int32Array.of(0, length), from, to };
}

/** Leaves out, one after the other, each entry without which the claim still holds. */
function withoutNeedless<T>(all: readonly T[], holds: (kept: readonly T[]) => boolean): readonly T[] {
  let kept = all;
  for (const each of all) {
    const fewer = kept.filter((other) => other !== each);
    if (holds(fewer)) kept = fewer;
  }
  return kept;
}

/**
 * The rows a failure rests on: alone they make it, and without any one of them they do not.
 *
 * First the fewest of the longest rows that are enough, found by halving; then whatever among them is needless goes.
 *
 * @param sheet - all rows
 * @param work - the person
 * @param read - the measure
 * @param window - of the failing value
 * @param fails - whether a value fails
 * @returns places in the sheet's rows, rising, and places in the person's leave
 */
export function evidenceRows(
  sheet: Timesheet,
  work: PersonWork,
  read: Reader,
  window: Window,
  fails: (value: number) => boolean,
): EvidenceRows {
  const allLeave = work.leave.map((_none, at) => at);
  const rowsBefore = (to: number): number[] => {
    const rows: number[] = [];
    for (let at = sheet.rowStart[work.person] ?? 0; at < (sheet.rowStart[work.person + 1] ?? 0); at++)
      if ((sheet.rowTo[at] ?? 0) > window.from && (sheet.rowFrom[at] ?? 0) < to) rows.push(at);
    return rows;
  };
  const holdsUntil =
    (to: number) =>
    (rows: readonly number[], leave: readonly number[]): boolean => {
      scratch.clear();
      const kept = leave.flatMap((at) => work.leave[at] ?? []);
      read({ ...work, sheet: sheetOf(sheet, rows), person: 0, from: window.from, to, leave: kept }, scratch);
      for (let at = 0; at < scratch.length; at++) {
        const isInside = (scratch.from[at] ?? 0) >= window.from && (scratch.to[at] ?? 0) <= window.to;
        if (isInside && fails(scratch.value[at] ?? 0)) return true;
      }
      return false;
    };
  // Some measures look at work after the window, such as days that make up for leave.
  const inside = rowsBefore(window.to);
  const looksBeyond = !holdsUntil(window.to)(inside, allLeave);
  const holds = holdsUntil(looksBeyond ? work.to : window.to);
  const all = looksBeyond ? rowsBefore(work.to) : inside;
  const leave = withoutNeedless(allLeave, (kept) => holds(all, kept));
  const lengthOf = (row: number): number =>
    Math.min(window.to, sheet.rowTo[row] ?? 0) - Math.max(window.from, sheet.rowFrom[row] ?? 0);
  const longestFirst = [...all].sort((a, b) => lengthOf(b) - lengthOf(a) || a - b);
  const inTime = (some: readonly number[]): readonly number[] => [...some].sort((a, b) => a - b);
  let [low, high] = [0, longestFirst.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(inTime(longestFirst.slice(0, middle)), leave)) high = middle;
    else low = middle + 1;
  }
  const enough = longestFirst.slice(0, high);
  const needed = holds(inTime(enough), leave) ? enough : longestFirst;
  return { work: inTime(withoutNeedless(needed, (kept) => holds(inTime(kept), leave))), leave };
}

import { irreducible } from "../checks/irreducible.js";
import { type Bound, keeps } from "../rules/bounds.js";
import type { CompiledRule } from "../rules/compiled-rule.js";
import type { PersonWork } from "./person-work.js";
import { Readings } from "./readings.js";
import { longestInterval, type Timesheet } from "./timesheet.js";

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

/** One person's spans made of some rows, in arrays that are used again. */
class Subset {
  readonly sheet: { start: Int32Array; from: Float64Array; to: Float64Array } = {
    start: new Int32Array(2),
    from: new Float64Array(64),
    to: new Float64Array(64),
  };

  /** Takes rows in time order, joined as `timesheet` joins. */
  fill({ rowFrom, rowTo }: Timesheet, rows: readonly number[]): void {
    const { sheet } = this;
    if (sheet.from.length < rows.length) {
      sheet.from = new Float64Array(2 * rows.length);
      sheet.to = new Float64Array(2 * rows.length);
    }
    let length = 0;
    let last = Number.NEGATIVE_INFINITY;
    for (const row of rows) {
      const begin = rowFrom[row] ?? 0;
      const end = rowTo[row] ?? 0;
      if (begin > last) {
        sheet.from[length] = begin;
        sheet.to[length] = end;
        length++;
        last = end;
      } else if (end > last) {
        sheet.to[length - 1] = end;
        last = end;
      }
    }
    sheet.start[1] = length;
  }
}

const subset = new Subset();

const none: PersonWork["leave"] = [];
const noRows: readonly number[] = [];

/** The person at hand with no more work than the subset holds: one object for all, written anew for each failure. */
const alone: { -readonly [Member in keyof PersonWork]: PersonWork[Member] } = {
  sheet: subset.sheet,
  person: 0,
  from: 0,
  to: 0,
  anchor: undefined,
  clock: undefined,
  leave: none,
  incidents: new Float64Array(0),
};
/** Up to so many rows each is tried in turn; more are halved first. */
const few = 12;

/** Rows of a person that meet a window or touch it, in time order. */
function rowsWithin({ rowStart, rowFrom, rowTo }: Timesheet, person: number, from: number, to: number): number[] {
  const end = rowStart[person + 1] ?? 0;
  let low = rowStart[person] ?? 0;
  let high = end;
  // No row lasts longer than a month, so that all rows before this one end before the window.
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rowFrom[middle] ?? 0) + longestInterval < from) low = middle + 1;
    else high = middle;
  }
  const rows: number[] = [];
  for (let at = low; at < end && (rowFrom[at] ?? 0) <= to; at++) if ((rowTo[at] ?? 0) >= from) rows.push(at);
  return rows;
}

/** Whether a reading of a window within another one does not keep a bound. */
function failsWithin({ from, to, value, length }: Readings, window: Window, bound: Bound): boolean {
  for (let at = 0; at < length; at++) {
    const isInside = (from[at] ?? 0) >= window.from && (to[at] ?? 0) <= window.to;
    if (isInside && !keeps(value[at] ?? 0, bound)) return true;
  }
  return false;
}

/** Whether all readings are of one window. */
function isWindowAlone({ from, to, length }: Readings, window: Window): boolean {
  for (let at = 0; at < length; at++) if (from[at] !== window.from || to[at] !== window.to) return false;
  return true;
}

/** Of some rows in time order, those that overlap another one. */
function overlapping({ rowFrom, rowTo }: Timesheet, rows: readonly number[]): ReadonlySet<number> {
  const found = new Set<number>();
  let last = -1;
  for (const row of rows) {
    if (last >= 0 && (rowFrom[row] ?? 0) < (rowTo[last] ?? 0)) found.add(row).add(last);
    if (last < 0 || (rowTo[row] ?? 0) > (rowTo[last] ?? 0)) last = row;
  }
  return found;
}

/** The fewest of the longest rows within a window of which something holds, found by halving; all rows where it never does. */
function fewestLongest(
  { rowFrom, rowTo }: Timesheet,
  all: readonly number[],
  window: Window,
  holds: (rows: readonly number[]) => boolean,
): readonly number[] {
  const lengthOf = (row: number): number =>
    Math.min(window.to, rowTo[row] ?? 0) - Math.max(window.from, rowFrom[row] ?? 0);
  const longestFirst = all.map((_row, at) => at).sort((a, b) => lengthOf(all[b] ?? 0) - lengthOf(all[a] ?? 0) || a - b);
  const rank = new Int32Array(all.length);
  for (const [place, at] of longestFirst.entries()) rank[at] = place;
  const longest = (count: number): readonly number[] => all.filter((_row, at) => (rank[at] ?? 0) < count);
  let [low, high] = [0, all.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(longest(middle))) high = middle;
    else low = middle + 1;
  }
  const enough = longest(high);
  return holds(enough) ? enough : all;
}

/**
 * The rows a failure rests on: alone they make it, and without any one of them they do not.
 *
 * First the fewest of the longest rows that are enough, found by halving; then whatever among them is needless goes.
 *
 * @param sheet - all rows
 * @param work - the person
 * @param rule - with its measure
 * @param window - of the failing value
 * @param bound - that the value does not keep
 * @returns places in the sheet's rows, rising, and places in the person's leave
 */
export function evidenceRows(
  sheet: Timesheet,
  work: PersonWork,
  { read, measure }: Pick<CompiledRule, "read" | "measure">,
  window: Window,
  bound: Bound,
): EvidenceRows {
  const allLeave = work.leave.length === 0 ? noRows : work.leave.map((_none, at) => at);
  alone.from = window.from;
  alone.to = window.to;
  alone.anchor = work.anchor;
  alone.clock = work.clock;
  alone.incidents = work.incidents;
  let leave = allLeave;
  const holds = (rows: readonly number[]): boolean => {
    scratch.clear();
    subset.fill(sheet, rows);
    alone.leave = leave.length === 0 ? none : leave.flatMap((at) => work.leave[at] ?? []);
    read(alone, scratch);
    return failsWithin(scratch, window, bound);
  };
  const inside = rowsWithin(sheet, work.person, window.from, window.to);
  // Days that make up for leave lie beyond the window too.
  const looksBeyond = measure.looksBeyond === true || (allLeave.length > 0 && !holds(inside));
  if (looksBeyond) alone.to = work.to;
  const all = looksBeyond ? rowsWithin(sheet, work.person, window.from, work.to) : inside;
  const once = measure.moreWork !== "mayHelp" && !looksBeyond;
  if (allLeave.length > 0) {
    const holdsWith = (kept: readonly number[]): boolean => {
      leave = kept;
      return holds(all);
    };
    leave = irreducible(allLeave, holdsWith, once);
  }
  if (all.length <= few) return { work: irreducible(all, holds, once), leave };
  const enough = fewestLongest(sheet, all, window, holds);
  // A row that overlaps none of the others adds all of its length, which is at least that of the shortest: it is needed,
  // unless there is a shorter window within this one too, as where some months are too short for their last days.
  const isAdded = measure.moreWork === "adds" && once && isWindowAlone(scratch, window);
  if (!isAdded) return { work: irreducible(enough, holds, once), leave };
  const loose = overlapping(sheet, enough);
  return { work: loose.size === 0 ? enough : irreducible(enough, holds, once, (row) => loose.has(row)), leave };
}

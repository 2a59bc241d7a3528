import type { WorkIntervalRow } from "@evenkeel/core";
import { formatInstant, parseTimeText } from "@evenkeel/kernel";
import { keptCells } from "../csv-columns.js";
import { assume, defined, sourceOf, warn } from "../draft.js";
import { notePerson } from "../people.js";
import { inZone, projectZone, readTime } from "../zoned-time.js";
import { cellOf, type TableContext, type TableRow } from "./cells.js";
import { noteWidth } from "./rows.js";
import type { TargetField } from "./target-field.js";
import { hoursWorked, isClock } from "./timesheet-columns.js";

const kinds: readonly (readonly [RegExp, WorkIntervalRow["kind"]])[] = [
  [/stand[- ]?by/i, "onCallStandby"],
  [/on[- ]?call|call[- ]?out/i, "onCallActive"],
  [/travel/i, "travel"],
  [/plan|roster|schedul/i, "planned"],
];

const millisPerDay = 86_400_000;

/** A moment as a cell shows it. */
interface Moment {
  readonly millis: number;
  /** Whether `millis` is an instant, not what a clock showed: clocks are put into the zone once it is known on which day an end falls. */
  readonly isInstant: boolean;
}

/** The moment that a cell states alone, or with the day of another. */
function momentOf(
  context: TableContext,
  entry: TableRow,
  target: TargetField,
  days: readonly TargetField[],
): Moment | undefined {
  const { draft, csv, at, orders } = context;
  const cell = cellOf(context, entry.row, target);
  if (cell === undefined) return undefined;
  const dayTarget = days.find((each) => cellOf(context, entry.row, each) !== undefined);
  const dayCell = dayTarget === undefined ? undefined : cellOf(context, entry.row, dayTarget);
  const isTimeAlone = isClock(cell);
  if (isTimeAlone && dayCell === undefined) return undefined;
  const index = at.get(isTimeAlone ? (dayTarget as TargetField) : target)?.[0] ?? -1;
  const path = [entry.number, csv.header[at.get(target)?.[0] ?? -1] ?? target];
  const text = isTimeAlone ? `${dayCell} ${cell}` : cell;
  const time = readTime(draft, text, { order: orders.get(index)?.order }, path, [entry.id]);
  const parsed = time === undefined ? undefined : parseTimeText(time);
  if (parsed?.ok !== true || parsed.value.form === "day") return undefined;
  return parsed.value.form === "local"
    ? { millis: parsed.value.local, isInstant: false }
    : { millis: parsed.value.instant, isInstant: true };
}

function endOf(context: TableContext, entry: TableRow, from: Moment): Moment | undefined {
  const stated = momentOf(context, entry, "workedTo", ["workedUntil", "workedOn"]);
  if (stated !== undefined) {
    const ownDay = cellOf(context, entry.row, "workedUntil") !== undefined;
    const isClockAlone = isClock(cellOf(context, entry.row, "workedTo") ?? "");
    // 22:00 to 06:00: a shift that ends on the day after.
    const isNextDay = isClockAlone && !ownDay && stated.millis <= from.millis;
    return isNextDay ? { ...stated, millis: stated.millis + millisPerDay } : stated;
  }
  const minutes = hoursWorked(cellOf(context, entry.row, "workedFor") ?? "");
  return minutes === undefined || minutes === 0 ? undefined : { ...from, millis: from.millis + minutes * 60_000 };
}

/** The instant of a moment; what clocks show is read in the zone, in UTC where none is stated. */
function instantOf({ draft }: TableContext, { millis, isInstant }: Moment, number: number): string | undefined {
  const asUtc = formatInstant(millis);
  if (isInstant || draft.options.zone === undefined) return asUtc;
  return inZone(draft, asUtc.replace(/Z$/, ""), [number]);
}

/**
 * Reads a timesheet: each row a span somebody worked. An end on the clock that lies before its start is on the day after; what clocks
 * show is put into the zone of the options, or read in UTC, which is said.
 */
export function readTimesheet(context: TableContext): void {
  const { draft, csv } = context;
  const { zone: _zone, ...zoneless } = draft.options;
  const shown: TableContext = { ...context, draft: { ...draft, options: zoneless } };
  let clocks = 0;
  for (const [position, row] of csv.rows.entries()) {
    draft.counts.read++;
    const number = csv.rowNumber[position] as number;
    const entry: TableRow = { id: `row-${number}`, row, number };
    noteWidth(context, entry);
    const name = cellOf(context, row, "worker");
    const from = momentOf(shown, entry, "workedFrom", ["workedOn"]);
    const to = from === undefined ? undefined : endOf(shown, entry, from);
    const isSpan = from !== undefined && to !== undefined && to.millis > from.millis;
    const [begin, end] = isSpan ? [instantOf(context, from, number), instantOf(context, to, number)] : [];
    if (name === undefined || !isSpan || begin === undefined || end === undefined) {
      warn(draft, "csv-incomplete-hours", [number], name === undefined ? [] : [name], { row: number });
      draft.counts.rejected++;
      draft.lost.set(row, "row rejected");
      continue;
    }
    if (!from.isInstant) clocks++;
    const kind = kinds.find(([pattern]) => pattern.test(cellOf(context, row, "workKind") ?? ""))?.[1] ?? "actual";
    const email = name.includes("@") ? name : undefined;
    draft.workIntervals.push(
      defined<WorkIntervalRow>({
        id: entry.id,
        personId: notePerson(draft, "csv", { id: name, name, email, zone: projectZone(draft) }),
        from: begin,
        to: end,
        kind,
        sources: [sourceOf(draft, "csv", entry.id)],
        customFields: keptCells(csv.header, row, context.kept, draft.options.keepUnmapped ?? true),
      }),
    );
    draft.counts.imported++;
  }
  if (clocks > 0 && draft.options.zone === undefined)
    assume(draft, "hours", `${clocks} rows read in UTC`, "no zone is stated for what clocks showed");
}

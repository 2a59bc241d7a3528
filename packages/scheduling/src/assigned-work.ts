import {
  addWork,
  type CompiledCalendar,
  nextWorkingTime,
  previousWorkingTime,
  subtractWork,
  workBetween,
} from "@evenkeel/calendar";
import type { Reading } from "./reading.js";
import type { ActivityInput, AssignmentInput, CompiledNetwork, PlacedWork, WorkContour } from "./types.js";

/** Mean load of each contour, as a share of its peak: the same work takes the longer. */
const meanLoad: Readonly<Record<WorkContour, number>> = {
  flat: 1,
  backLoaded: 0.6,
  frontLoaded: 0.6,
  doublePeak: 0.5,
  earlyPeak: 0.5,
  latePeak: 0.5,
  bell: 0.5,
  turtle: 0.7,
};

const ticksPerMinute = 10;

type Extent = Pick<PlacedWork, "length" | "solid">;

/** Working time of stated spans: from the first to the last, and within them. */
function extentOfSpans({ remainingSpans = [] }: AssignmentInput, calendar: CompiledCalendar, reading: Reading): Extent {
  const { clock, path } = reading;
  const read = (text: string, side: "from" | "to"): number =>
    clock.read(text, [...path, "assignments"], calendar, side) ?? 0;
  const spans = remainingSpans.map(({ from, to }) => [read(from, "from"), read(to, "to")] as const);
  let solid = 0;
  for (const [from, to] of spans) solid += workBetween(calendar, from, to);
  return { length: workBetween(calendar, spans[0]![0], spans.at(-1)![1]), solid };
}

/**
 * How long an assignment lasts. Contours and spans are laid out in rounded pieces: an end within a minute of the activity's is
 * that, and gaps of less than a hundredth are none.
 */
function extentOf(
  assignment: AssignmentInput,
  minutes: number,
  duration: number,
  calendar: CompiledCalendar,
  reading: Reading,
): Extent {
  const { units = 1, contour = "flat", remainingSpans = [] } = assignment;
  const grain = reading.rules.resourceCalendars === "alone" ? ticksPerMinute : 1;
  const flat = Math.round(((minutes / units / meanLoad[contour]) * ticksPerMinute) / grain) * grain;
  const isLaidOut = remainingSpans.length > 0;
  if (!isLaidOut && contour === "flat") return { length: flat, solid: flat };
  const stated = isLaidOut ? extentOfSpans(assignment, calendar, reading) : { length: flat, solid: flat };
  const length = Math.abs(stated.length - duration) <= ticksPerMinute ? duration : stated.length;
  return { length, solid: stated.solid > 0.99 * length ? length : stated.solid };
}

/** Working time of the activity's gaps that lie after `from`. */
function gapsAfter(row: ActivityInput, from: number, calendar: CompiledCalendar, reading: Reading): number {
  let gaps = 0;
  (row.splits ?? []).forEach((split, at) => {
    const [start, end] = (["from", "to"] as const).map((side) =>
      reading.clock.read(split[side], [...reading.path, "splits", at, side], calendar, side),
    );
    if (start !== undefined && end !== undefined && end > from)
      gaps += Math.max(0, workBetween(calendar, Math.max(start, from), end));
  });
  return gaps;
}

/**
 * What places an activity by the work of its assignments, or by its duration with splits; undefined where its duration alone does.
 *
 * @param length - ticks of its duration; of what remains once it has started
 * @param resumeAt - when what remains begins, once it has started
 */
export function placedWork(
  row: ActivityInput,
  length: number,
  resumeAt: number | undefined,
  reading: Reading,
): readonly PlacedWork[] | undefined {
  if (row.elapsed === true) return undefined;
  const isStarted = resumeAt !== undefined;
  const since = resumeAt ?? Number.NEGATIVE_INFINITY;
  const work = (row.assignments ?? []).flatMap((assignment): PlacedWork[] => {
    const { workMinutes, overtimeMinutes = 0, remainingWorkMinutes, remainingOvertimeMinutes = 0, resume } = assignment;
    const minutes = isStarted
      ? (remainingWorkMinutes ?? workMinutes) - remainingOvertimeMinutes
      : workMinutes - overtimeMinutes;
    if (minutes <= 0) return [];
    const calendar = reading.calendarOfAssignment(assignment);
    const extent = extentOf(assignment, minutes, length, calendar, reading);
    const isSpanned = (assignment.remainingSpans?.length ?? 0) > 0;
    const gaps = isSpanned ? 0 : gapsAfter(row, since, calendar, reading);
    const delay = isStarted ? 0 : Math.round((assignment.delayMinutes ?? 0) * 10);
    const ownResume =
      isStarted && resume !== undefined
        ? reading.clock.read(resume, [...reading.path, "assignments"], calendar, "from")
        : undefined;
    const placed = { calendar, length: extent.length + gaps + delay, solid: extent.solid + delay };
    return [ownResume === undefined ? placed : { ...placed, resumeAt: ownResume }];
  });
  if (work.length > 0) return work;
  const gaps = row.splits === undefined ? 0 : gapsAfter(row, since, reading.calendar, reading);
  return gaps === 0 ? undefined : [{ calendar: reading.calendar, length: length + gaps, solid: length }];
}

/** Start of work that may begin at `at`: the earliest any assignment can begin, or the activity itself can. */
export function startOfWork(network: CompiledNetwork, node: number, work: readonly PlacedWork[], at: number): number {
  if (network.rules.resourceCalendars === "alone")
    return nextWorkingTime(network.calendars[network.calendarOf[node]!]!, at);
  return Math.min(...work.map(({ calendar }) => nextWorkingTime(calendar, at)));
}

/** End of work that starts at `at`, what resumes later then: the latest of the assignments. */
export function endOfWork(work: readonly PlacedWork[], at: number): number {
  return Math.max(
    ...work.map(({ calendar, length, resumeAt = at }) => addWork(calendar, Math.max(resumeAt, at), length)),
  );
}

/** Late end of work that must be done by `at`: the latest any assignment can end. */
export function lateEndOfWork(work: readonly PlacedWork[], at: number): number {
  return Math.max(...work.map(({ calendar }) => previousWorkingTime(calendar, at)));
}

/** Late start of work that ends at `at`. */
export function lateStartOfWork(work: readonly PlacedWork[], at: number): number {
  return Math.min(...work.map(({ calendar, solid }) => subtractWork(calendar, at, solid)));
}

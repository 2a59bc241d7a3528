import { orThrow, parseTimeText } from "@evenkeel/kernel";
import type { LinkInput, LinkType, Schedule } from "./types.js";

/** What a layout needs to know of the picture. Lengths in any one unit, such as pixels. */
export interface GanttOptions {
  /** Of the whole picture, > 0. */
  readonly width: number;
  /** Default 24. */
  readonly rowHeight?: number;
  /** Default 0.6 of the row. */
  readonly barHeight?: number;
  /** Links to draw; default: those that drive a start. */
  readonly links?: readonly Pick<LinkInput, "predecessor" | "successor" | "type">[];
}

/** One activity as a rectangle; a milestone has no width. */
export interface GanttBar {
  readonly id: string;
  /** 0-based; as the schedule's rows. */
  readonly row: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Where the bar could end without moving the project's finish. */
  readonly lateX: number;
  readonly isCritical: boolean;
  readonly isSummary: boolean;
  readonly isMilestone: boolean;
}

/** One link as a line. */
export interface GanttLink {
  readonly predecessor: string;
  readonly successor: string;
  readonly type: LinkType;
  /** x and y in turn: the corners of a line of right angles. */
  readonly points: readonly number[];
  readonly isDriving: boolean;
}

/** Bars and lines as numbers, for any drawing library. */
export interface GanttLayout {
  readonly width: number;
  readonly height: number;
  readonly bars: readonly GanttBar[];
  readonly links: readonly GanttLink[];
}

function millis(text: string): number {
  const time = orThrow(parseTimeText(text));
  return time.form === "local" ? time.local : time.form === "instant" ? time.instant : time.day * 86_400_000;
}

/**
 * Bars and link paths of a schedule as numbers, so that any UI can draw it.
 *
 * Time runs linearly from the schedule's start to its finish over the whole width; one row per activity, in the order of the schedule.
 *
 * @param schedule - of `schedule`
 * @param options - width, heights, links to draw
 * @returns bars in the order of the schedule, links in the order given; links whose ends have no dates are left out
 *
 * Issues: none.
 * Time O(n + m), space O(n + m).
 * Source: own; bars after Gantt (1910).
 *
 * @example
 * const s = orThrow(schedule({ start: "2026-12-01T08:00", activities: [{ id: "a", durationMinutes: 60 }, { id: "b", durationMinutes: 120 }] }));
 * ganttLayout(s, { width: 100, rowHeight: 10 }).bars.map((bar) => [bar.id, bar.x, bar.y, bar.width]); // => [["a", 0, 2, 50], ["b", 0, 12, 100]]
 */
export function ganttLayout(schedule: Schedule, options: GanttOptions): GanttLayout {
  const { width, rowHeight = 24 } = options;
  const height = options.barHeight ?? rowHeight * 0.6;
  const begin = millis(schedule.start);
  const span = Math.max(1, millis(schedule.finish) - begin);
  const toX = (text: string): number => ((millis(text) - begin) / span) * width;
  const bars = schedule.activities.map((activity, row): GanttBar => {
    const [x, end] = [toX(activity.start), toX(activity.finish)];
    const { id, isCritical, isSummary } = activity;
    const place = { x, y: row * rowHeight + (rowHeight - height) / 2, width: end - x, height };
    return { id, row, ...place, lateX: toX(activity.lateFinish), isCritical, isSummary, isMilestone: x === end };
  });
  const barOf = new Map(bars.map((bar) => [bar.id, bar]));
  const drivers = schedule.activities.flatMap(({ id, driver }) =>
    driver?.predecessor === undefined ? [] : [{ predecessor: driver.predecessor, successor: id, type: driver.type! }],
  );
  const key = (link: Pick<LinkInput, "predecessor" | "successor" | "type">): string =>
    JSON.stringify([link.predecessor, link.successor, link.type ?? "FS"]);
  const driving = new Set(drivers.map(key));
  const links = (options.links ?? drivers).flatMap((link): GanttLink[] => {
    const [from, to] = [barOf.get(link.predecessor), barOf.get(link.successor)];
    if (from === undefined || to === undefined) return [];
    const { predecessor, successor, type = "FS" } = link;
    const [x1, y1] = [from.x + (type[0] === "F" ? from.width : 0), from.y + height / 2];
    const [x2, y2] = [to.x + (type[1] === "F" ? to.width : 0), to.y + height / 2];
    const bend = (y1 + y2) / 2;
    const points = [x1, y1, x1, bend, x2, bend, x2, y2];
    return [{ predecessor, successor, type, points, isDriving: driving.has(key(link)) }];
  });
  return { width, height: bars.length * rowHeight, bars, links };
}

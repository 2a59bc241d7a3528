import { type EpochDay, formatDay, parseDay } from "@evenkeel/kernel";
import type { Schedule } from "evenkeel";

/** Rows of a schedule that are drawn, and how many are not. */
export interface PickedRows {
  readonly schedule: Schedule;
  readonly rest: number;
}

/** Rows a picture of a schedule holds. */
export const mostRows = 60;

const byTime = <T extends Schedule["activities"][number]>(a: T, b: T): number => {
  if (a.start !== b.start) return a.start < b.start ? -1 : 1;
  if (a.isSummary !== b.isSummary) return a.isSummary ? -1 : 1;
  if (a.finish !== b.finish) return a.isSummary === a.finish > b.finish ? -1 : 1;
  return a.id < b.id ? -1 : 1;
};

/** Days after which finished work is no longer drawn while other work is to come. */
const recentDays = 28;

function recentFrom(today: string): string {
  const day = parseDay(today);
  return day.ok ? formatDay((day.value - recentDays) as EpochDay) : today;
}

/**
 * The rows worth drawing, in the order of time: the longest path, then what is not over, then what was finished lately;
 * older work only when all is over. The axis begins with the first of them.
 */
export function pickRows(schedule: Schedule, criticalPath: readonly string[], today: string): PickedRows {
  const path = new Set(criticalPath);
  const recent = recentFrom(today);
  const rank = ({ id, finish }: Schedule["activities"][number]): number => {
    const last = finish.slice(0, 10);
    return path.has(id) ? 0 : last >= today ? 1 : last >= recent ? 2 : 3;
  };
  const all = schedule.activities;
  const isOver = all.every(({ finish }) => finish.slice(0, 10) < recent);
  const chosen = all
    .filter((row) => isOver || rank(row) < 3)
    .sort((a, b) => rank(a) - rank(b) || byTime(a, b))
    .slice(0, mostRows)
    .sort(byTime);
  const [first] = [chosen.find(({ isSummary }) => !isSummary) ?? chosen[0]];
  return {
    schedule: { ...schedule, start: first?.start ?? schedule.start, activities: chosen },
    rest: all.length - chosen.length,
  };
}

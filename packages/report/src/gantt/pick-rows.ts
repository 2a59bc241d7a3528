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

/**
 * The rows worth drawing, in the order of time: all when they fit, else first the critical path, then what is not
 * over yet, then the rest.
 */
export function pickRows(schedule: Schedule, criticalPath: readonly string[], today: string): PickedRows {
  const path = new Set(criticalPath);
  const rank = ({ id, finish }: Schedule["activities"][number]): number =>
    path.has(id) ? 0 : finish.slice(0, 10) >= today ? 1 : 2;
  const chosen = [...schedule.activities].sort((a, b) => rank(a) - rank(b) || byTime(a, b)).slice(0, mostRows);
  return {
    schedule: { ...schedule, activities: chosen.sort(byTime) },
    rest: schedule.activities.length - chosen.length,
  };
}

import { compareText } from "@evenkeel/kernel";
import type { Schedule, ScheduleChange, ScheduledActivity } from "./types.js";

/** Whether two rows have the same values, whatever drives them. */
function isSameRow(a: ScheduledActivity, b: ScheduledActivity): boolean {
  const { driver: _a, ...one } = a;
  const { driver: _b, ...other } = b;
  return Object.entries(one).every(([key, value]) => value === other[key as keyof typeof other]);
}

const leaves = ({ activities }: Schedule): ReadonlyMap<string, ScheduledActivity> =>
  new Map(activities.filter(({ isSummary }) => !isSummary).map((row) => [row.id, row]));

/** What moved, appeared and vanished from one schedule to another. */
export function changeBetween(before: Schedule, now: Schedule): ScheduleChange {
  const [was, is] = [leaves(before), leaves(now)];
  const moved = [...is].flatMap(([id, after]) => {
    const row = was.get(id);
    if (row === undefined || isSameRow(row, after)) return [];
    const { driver: _driver, ...shown } = row;
    return [{ before: shown, after }];
  });
  return {
    moved: moved.sort((a, b) => compareText(a.after.id, b.after.id)),
    appeared: [...is.keys()].filter((id) => !was.has(id)).sort(compareText),
    vanished: [...was.keys()].filter((id) => !is.has(id)).sort(compareText),
    finish: { before: before.finish, after: now.finish },
  };
}

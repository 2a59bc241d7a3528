import type { WorkItem } from "@evenkeel/core";

/** How large an item is said to be: in days of work, or in points. */
export interface StatedSize {
  readonly days?: number;
  readonly points?: number;
}

const minutesPerDay = 480;

/** The size an item states by estimate or duration: the largest where several are given; undefined when none is. */
export function statedSize({ estimates, schedule }: WorkItem): StatedSize | undefined {
  let [days, points]: [number | undefined, number | undefined] = [undefined, undefined];
  let labelled = false;
  const atLeast = (old: number | undefined, amount: number): number => Math.max(old ?? 0, amount);
  for (const { of, value } of estimates ?? []) {
    const amount = value.kind === "single" ? value.amount : value.kind === "threePoint" ? value.mostLikely : undefined;
    if (amount === undefined) labelled = true;
    else if (of === "effort" || of === "duration") days = atLeast(days, amount / minutesPerDay);
    else points = atLeast(points, amount);
  }
  if (schedule?.durationMinutes !== undefined) days = atLeast(days, schedule.durationMinutes / minutesPerDay);
  if (days === undefined && points === undefined && !labelled) return undefined;
  return { ...(days === undefined ? {} : { days }), ...(points === undefined ? {} : { points }) };
}

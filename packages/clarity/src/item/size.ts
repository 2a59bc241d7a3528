import type { WorkItem } from "@evenkeel/core";

/** How large an item is said to be: in days of work, or in points. */
export interface StatedSize {
  readonly days?: number;
  readonly points?: number;
}

const minutesPerDay = 480;

/** The size an item states by estimate or duration: the largest where several are given; undefined when none is. */
export function statedSize({ estimates, schedule }: WorkItem): StatedSize | undefined {
  if (estimates === undefined && schedule?.durationMinutes === undefined) return undefined;
  const size: { days?: number; points?: number } = {};
  let labelled = false;
  const atLeast = (unit: keyof StatedSize, amount: number): void => {
    size[unit] = Math.max(size[unit] ?? 0, amount);
  };
  for (const { of, value } of estimates ?? []) {
    const amount = value.kind === "single" ? value.amount : value.kind === "threePoint" ? value.mostLikely : undefined;
    if (amount === undefined) labelled = true;
    else if (of === "effort" || of === "duration") atLeast("days", amount / minutesPerDay);
    else atLeast("points", amount);
  }
  if (schedule?.durationMinutes !== undefined) atLeast("days", schedule.durationMinutes / minutesPerDay);
  return size.days === undefined && size.points === undefined && !labelled ? undefined : size;
}

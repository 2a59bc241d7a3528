import { orThrow } from "@evenkeel/kernel";
import { deepFreeze } from "@evenkeel/test-kit";
import { type ActivityInput, type LinkInput, type PlanVersion, type ScheduleInput, schedule } from "../src/index.js";

export const day = 480;
export const task = (id: string, days: number, more: Partial<ActivityInput> = {}): ActivityInput => ({
  id,
  durationMinutes: days * day,
  ...more,
});
export const link = (predecessor: string, successor: string, more: Partial<LinkInput> = {}): LinkInput => ({
  predecessor,
  successor,
  ...more,
});
/** 2026-06-01 is a Monday. */
export const plan = (
  activities: ActivityInput[],
  links: LinkInput[] = [],
  more: Partial<ScheduleInput> = {},
): ScheduleInput => deepFreeze({ start: "2026-06-01T08:00", activities, links, ...more });
export const version = (input: ScheduleInput): PlanVersion => deepFreeze({ input, schedule: orThrow(schedule(input)) });

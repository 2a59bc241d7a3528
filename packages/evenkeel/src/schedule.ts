import { type Issue, ok, type Result, refuse } from "@evenkeel/kernel";
import {
  type ActivityInput,
  type LinkInput,
  type LinkType,
  type Schedule,
  type ScheduleInput,
  schedule as scheduleActivities,
} from "@evenkeel/scheduling";
import { parseDuration } from "./duration-text.js";

/** What an activity waits for: an id (finish to start), or a link with type and lag. */
export type After = string | { readonly id: string; readonly type?: LinkType; readonly lag?: string | number };

/** An activity as an app developer writes it; every other field of the scheduling port may be given too. */
export interface EasyActivity extends Omit<ActivityInput, "durationMinutes"> {
  /** `3d`, `4h`, minutes as a number; absent = a milestone. */
  readonly duration?: string | number;
  readonly after?: readonly After[];
}

/** A project as an app developer writes it. */
export interface EasySchedule extends Omit<ScheduleInput, "activities"> {
  readonly activities: readonly EasyActivity[];
}

function activityOf(activity: EasyActivity, index: number, issues: Issue[]): ActivityInput {
  const { duration, after: _after, ...rest } = activity;
  if (duration === undefined) return rest.kind === undefined ? { ...rest, kind: "finishMilestone" } : rest;
  const read = parseDuration(duration, ["activities", index, "duration"]);
  if (!read.ok) {
    issues.push(...read.issues.map((found) => ({ ...found, subject: [activity.id] })));
    return { ...rest, durationMinutes: 0 };
  }
  return { ...rest, durationMinutes: read.value.minutes, ...(read.value.elapsed ? { elapsed: true } : {}) };
}

function linksOf(activity: EasyActivity, index: number, issues: Issue[]): LinkInput[] {
  return (activity.after ?? []).map((after, at): LinkInput => {
    if (typeof after === "string") return { predecessor: after, successor: activity.id };
    const { id: predecessor, type, lag } = after;
    const link = { predecessor, successor: activity.id, ...(type === undefined ? {} : { type }) };
    if (lag === undefined) return link;
    const read = parseDuration(lag, ["activities", index, "after", at, "lag"]);
    if (!read.ok) {
      issues.push(...read.issues.map((found) => ({ ...found, subject: [activity.id] })));
      return link;
    }
    return { ...link, lag: { minutes: read.value.minutes, basis: read.value.elapsed ? "elapsed" : "working" } };
  });
}

/**
 * Schedules activities written by hand: durations and lags as `3d` or `4h`, predecessors as `after`.
 *
 * Dates, floats and drivers of every activity (critical path method on working calendars). Without a calendar it is
 * Monday to Friday, 08:00-12:00 and 13:00-17:00.
 *
 * @param input - activities with durations and predecessors; anything the scheduling port takes may be added
 * @returns the schedule; activities on a cycle are named and left out
 *
 * Issues: evenkeel/invalid-duration, and those of `schedule` of `@evenkeel/scheduling`.
 * Time O(n + m), space O(n + m) for n activities and m links, beside the calendar's.
 * Source: Kelley & Walker (1959), "Critical-path planning and scheduling".
 *
 * @example
 * const plan = schedule({ start: "2026-12-01", activities: [{ id: "design", duration: "3d" }, { id: "build", duration: "5d", after: ["design"] }] });
 * orThrow(plan).finish; // => "2026-12-10T17:00"
 */
export function schedule(input: EasySchedule): Result<Schedule> {
  const issues: Issue[] = [];
  const activities = input.activities.map((activity, index) => activityOf(activity, index, issues));
  const links = [
    ...(input.links ?? []),
    ...input.activities.flatMap((activity, index) => linksOf(activity, index, issues)),
  ];
  const [first, ...rest] = issues;
  if (first !== undefined) return refuse([first, ...rest]);
  const result = scheduleActivities({ ...input, activities, links });
  return result.ok ? ok(result.value, result.issues) : result;
}

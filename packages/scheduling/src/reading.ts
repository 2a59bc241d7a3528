import type { CompiledCalendar } from "@evenkeel/calendar";
import type { Issue } from "@evenkeel/kernel";
import type { Clock } from "./clock.js";
import type { ScheduleRules } from "./rules.js";
import type { AssignmentInput, SpecialActivity } from "./types.js";

/** What reading one activity needs. */
export interface Reading {
  readonly clock: Clock;
  readonly calendar: CompiledCalendar;
  readonly rules: ScheduleRules;
  readonly dataDate: number | undefined;
  readonly path: Issue["path"];
  readonly inherited: InheritedBounds | undefined;
  readonly calendarOfAssignment: (assignment: AssignmentInput) => CompiledCalendar;
}

/** What summaries above an activity demand of it. */
export type InheritedBounds = Pick<SpecialActivity, "startFloor" | "finishCap" | "deadline" | "floor">;

export type { EpochMillis, Issue, LocalMillis, Result } from "@evenkeel/kernel";
export { addWork } from "./add-work.js";
export { compileCalendars } from "./compile-calendars.js";
export { en } from "./en.js";
export { intersectCalendars } from "./intersect-calendars.js";
export { intlZoneRules } from "./intl-zone-rules.js";
export { isWorkingTime } from "./is-working-time.js";
export { nextWorkingTime } from "./next-working-time.js";
export { previousWorkingTime } from "./previous-working-time.js";
export { continuousCalendar, standardCalendar } from "./standard-calendars.js";
export { subtractWork } from "./subtract-work.js";
export { toInstant } from "./to-instant.js";
export { toLocal } from "./to-local.js";
export type {
  CalendarException,
  CalendarSpec,
  CompiledCalendar,
  CompiledCalendars,
  DayInterval,
  DayTicks,
  Layer,
  MonthPosition,
  PositionedDay,
  Recurrence,
  WeekdayName,
  WeekPattern,
  WorkTable,
  WorkWeek,
  ZoneRules,
  ZoneTransition,
} from "./types.js";
export { workBetween } from "./work-between.js";
export { beginOfTime, endOfTime } from "./work-table.js";

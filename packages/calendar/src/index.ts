export type { EpochMillis, Issue, LocalMillis, Result } from "@evenkeel/kernel";
export { addWork } from "./add-work.js";
export { compileCalendars } from "./compile-calendars.js";
export { en } from "./en.js";
export { exceptionDays } from "./exception-days.js";
export { holidayExceptions } from "./holiday-exceptions.js";
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
  AwayPeriod,
  CalendarException,
  CalendarSpec,
  CompiledCalendar,
  CompiledCalendars,
  DayInterval,
  Holiday,
  HolidayProvider,
  MonthPosition,
  PositionedDay,
  Recurrence,
  SpanSource,
  TickSpan,
  WeekdayName,
  WeekPattern,
  WorkTable,
  WorkWeek,
  ZoneRules,
  ZoneTransition,
} from "./types.js";
export { withTimeAway } from "./with-time-away.js";
export { workBetween } from "./work-between.js";
export { beginOfTime, endOfTime } from "./work-table.js";
export { workingIntervals } from "./working-intervals.js";

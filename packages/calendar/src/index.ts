export type {
  CalendarException,
  CalendarSpec,
  DayInterval,
  MonthPosition,
  PositionedDay,
  Recurrence,
  WeekdayName,
  WeekPattern,
  WorkWeek,
} from "./types.js";

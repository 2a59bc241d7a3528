/** A span of working time within a day, minutes since its midnight, half-open; `to` beyond 1440 runs into the next day (at most 2880). */
export interface DayInterval {
  /** 0..1439 */
  readonly from: number;
  /** from+1..2880 */
  readonly to: number;
}

/** The seven days of a week pattern. */
export type WeekdayName = "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday";

/** Working time of each weekday; an absent day is the parent's (non-working without a parent), `[]` is non-working. */
export type WeekPattern = { readonly [day in WeekdayName]?: readonly DayInterval[] };

/** A week pattern that holds from one day to another, both included. */
export interface WorkWeek {
  readonly name?: string;
  readonly from: string;
  readonly to: string;
  readonly week: WeekPattern;
}

/** 1 first .. 4 fourth, 5 last. */
export type MonthPosition = 1 | 2 | 3 | 4 | 5;

/** Which day a position counts: a weekday, any day, a Monday to Friday, or a Saturday or Sunday. */
export type PositionedDay = WeekdayName | "day" | "weekday" | "weekendDay";

/** On which days of its range an exception holds; without one, on every day. */
export type Recurrence =
  | { readonly kind: "daily"; readonly every: number }
  | { readonly kind: "weekly"; readonly every: number; readonly weekdays: readonly WeekdayName[] }
  | { readonly kind: "monthly"; readonly every: number; readonly day: number }
  | {
      readonly kind: "monthlyByPosition";
      readonly every: number;
      readonly position: MonthPosition;
      readonly on: PositionedDay;
    }
  | { readonly kind: "yearly"; readonly month: number; readonly day: number }
  | {
      readonly kind: "yearlyByPosition";
      readonly month: number;
      readonly position: MonthPosition;
      readonly on: PositionedDay;
    };

/** Days that differ from the week pattern: a holiday (no intervals) or special hours. */
export interface CalendarException {
  readonly name?: string;
  /** First day, `YYYY-MM-DD`. */
  readonly from: string;
  /** Last day, included; with a recurrence, the end of its range. */
  readonly to: string;
  readonly intervals: readonly DayInterval[];
  readonly recurrence?: Recurrence;
  /** At most so many occurrences, counted from `from`. */
  readonly occurrences?: number;
}

/** Working time as a document states it. */
export interface CalendarSpec {
  readonly id: string;
  readonly name?: string;
  /** IANA zone; without one the calendar's times are local and float. */
  readonly zone?: string;
  /** Calendar whose days hold where this one says nothing. */
  readonly parentId?: string;
  readonly week: WeekPattern;
  readonly workWeeks?: readonly WorkWeek[];
  readonly exceptions?: readonly CalendarException[];
}

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

/** Someone is not there: leave, illness, part time. */
export interface AwayPeriod {
  /** First day, local time or instant. */
  readonly from: string;
  /** Last day (included), or local time or instant (excluded). */
  readonly to: string;
  /** Above 0, up to 1: of the working time of each day; absent = all of it. */
  readonly share?: number;
}

/** A day off by law or custom. */
export interface Holiday {
  /** `YYYY-MM-DD` */
  readonly day: string;
  readonly name?: string;
}

/** Knows holidays; the port through which they come in. */
export interface HolidayProvider {
  /** The holidays from one day (`YYYY-MM-DD`) to another, both included; in any order, days may repeat. */
  holidays(from: string, to: string): readonly Holiday[];
}

/** From an instant on, a zone's local time is UTC plus this offset. */
export interface ZoneTransition {
  /** Milliseconds since 1970-01-01T00:00Z. */
  readonly at: number;
  /** Milliseconds to add to UTC; positive east of Greenwich. */
  readonly offset: number;
}

/** What a zone's clocks do; the port through which time zones come in. */
export interface ZoneRules {
  /** Names the rules used, such as `intl` or `tzdb-2026b`. */
  readonly version: string;
  /**
   * The offsets in force from `from` to `to` (milliseconds UTC): the first entry is the one in force at `from`,
   * the others rise. Undefined for a zone that does not exist.
   */
  transitions(zone: string, from: number, to: number): readonly ZoneTransition[] | undefined;
}

/** A calendar ready for arithmetic, made by `compileCalendars` or from such; immutable to its user, its table grows by itself. */
export interface CompiledCalendar {
  readonly id: string;
  /** Zone of its days; the ticks are instants. Absent when the ticks are local and float. */
  readonly zone?: string;
  /** Works around the clock, every day. */
  readonly isContinuous: boolean;
  /** Internal: rules of the zone, for its days. */
  readonly zoneRules?: ZoneRules;
  /** Internal: the intervals expanded so far. */
  readonly table: WorkTable;
}

/** Internal: working spans of the days first..last as flat pairs of ticks, clipped to these days; sorted, never touching. */
export type SpanSource = (first: number, last: number) => number[];

/** Internal to the package: working intervals of a window of days, extended on demand. */
export interface WorkTable {
  readonly spans: SpanSource;
  /** First day of the window, and number of days; 0 before the first use. */
  firstDay: number;
  dayCount: number;
  /** The same in ticks. */
  from: number;
  length: number;
  /** Per 2^11 ticks of the window, the first interval that ends after the first of them. */
  intervalAtTick: Int32Array;
  /** Ticks, rising, disjoint; entry 0 and the last are sentinels at the ends of time. */
  start: Int32Array;
  end: Int32Array;
  /** Working ticks before the interval's start, from an arbitrary zero. */
  before: Int32Array;
  /** Working ticks before the window, and in it. */
  workFrom: number;
  workLength: number;
  /** Per 2^shift working ticks, the interval that holds the first of them. */
  intervalAtWork: Int32Array;
  shift: number;
}

/** From a tick up to, not including, another. */
export interface TickSpan {
  readonly from: number;
  readonly to: number;
}

/** Internal: working spans of one day, ticks from its midnight, flat pairs, sorted. */
export type DayTicks = readonly number[];

/** Internal: one coat of paint over the days from..to; later layers cover earlier ones. */
export interface Layer {
  readonly from: number;
  readonly to: number;
  /** Monday first; undefined shows what lies below. */
  readonly week?: readonly (DayTicks | undefined)[];
  readonly intervals?: DayTicks;
  readonly recurrence?: Recurrence;
  readonly occurrences?: number;
}

/** All calendars of a document, compiled together. */
export interface CompiledCalendars {
  /** In the order of the specs. */
  readonly calendars: readonly CompiledCalendar[];
  /** Position in `calendars` by id. */
  readonly indexOf: ReadonlyMap<string, number>;
  /** Whether ticks count from 1970-01-01T00:00 of floating local time, or from 1970-01-01T00:00Z. */
  readonly timeLine: "local" | "instant";
  /** Version of the zone rules, where they were used. */
  readonly zoneRulesVersion?: string;
}

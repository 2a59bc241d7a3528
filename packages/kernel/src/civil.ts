import type { EpochDay } from "./brands.js";

/** A day of the proleptic Gregorian calendar. */
export interface CivilDay {
  readonly year: number;
  /** 1..12 */
  readonly month: number;
  /** 1..31 */
  readonly day: number;
}

/**
 * Days since 1970-01-01 of a day of the Gregorian calendar, by integer arithmetic.
 *
 * @param year - integer, -9999..9999
 * @param month - 1..12
 * @param day - 1..31; a day beyond the month's end counts on into the next
 * @returns integer days
 *
 * Issues: none; check with `isCivilDay` first.
 * Time O(1), space O(1).
 * Source: Hinnant (2013), "chrono-compatible low-level date algorithms".
 *
 * @example
 * dayNumber(2026, 5, 1); // => 20574
 */
export function dayNumber(year: number, month: number, day: number): EpochDay {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return (era * 146097 + dayOfEra - 719468) as EpochDay;
}

/**
 * The day of the Gregorian calendar with this number.
 *
 * @param day - days since 1970-01-01, integer
 * @returns year, month, day
 *
 * Issues: none.
 * Time O(1), space O(1).
 * Source: Hinnant (2013), "chrono-compatible low-level date algorithms".
 *
 * @example
 * civilDay(20574); // => { year: 2026, month: 5, day: 1 }
 */
export function civilDay(day: number): CivilDay {
  const shifted = day + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1,
  };
}

/**
 * Whether a day exists: 2024-02-29 does, 2026-02-29 does not.
 *
 * @param year - integer
 * @param month - any number
 * @param day - any number
 * @returns true for a day of the proleptic Gregorian calendar
 *
 * Issues: none.
 * Time O(1), space O(1).
 * Source: Gregorian calendar (1582).
 *
 * @example
 * isCivilDay(2026, 2, 29); // => false
 */
export function isCivilDay(year: number, month: number, day: number): boolean {
  if (!(Number.isInteger(year) && Number.isInteger(month) && Number.isInteger(day))) return false;
  if (month < 1 || month > 12 || day < 1 || day > 31) return false;
  const back = civilDay(dayNumber(year, month, day));
  return back.month === month && back.day === day;
}

/**
 * Day of the week of a day number.
 *
 * @param day - days since 1970-01-01, integer
 * @returns 1 Monday .. 7 Sunday
 *
 * Issues: none.
 * Time O(1), space O(1).
 * Source: ISO 8601 numbering.
 *
 * @example
 * weekday(20574); // => 5
 */
export function weekday(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

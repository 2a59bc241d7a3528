import { dayNumber, formatDay } from "@evenkeel/kernel";
import type { Holiday, HolidayProvider } from "./types.js";

const millisPerHour = 3_600_000;
const millisPerDay = 24 * millisPerHour;

/** What is read of a row of the library date-holidays. */
export interface DateHoliday {
  /** Local time at which the holiday begins; with an offset such as -0600 after it, at which it would begin without. */
  readonly date: string;
  readonly start: Date;
  readonly end: Date;
  readonly name: string;
  readonly type: string;
}

/** What is used of an instance of the library date-holidays. */
export interface DateHolidays {
  getHolidays(year: number): readonly DateHoliday[];
}

/** Local begin, milliseconds since 1970-01-01T00:00; NaN when the text has another shape. */
function localBegin(text: string): number {
  const match = /^(\d{4})-(\d{2})-(\d{2}) (\d{2}):(\d{2}):\d{2}(?: ([+-]\d{2})(\d{2}))?$/.exec(text);
  if (match === null) return Number.NaN;
  const [year, month, day, hour, minute, shift] = [1, 2, 3, 4, 5, 6].map((at) => Number(match[at] ?? 0));
  return dayNumber(year!, month!, day!) * millisPerDay + (hour! + minute! / 60 + shift!) * millisPerHour;
}

/**
 * Holidays of a country or region from the library date-holidays; give an instance of it, nothing of it is bundled.
 *
 * A day is off when the holiday lasts over its noon: one that begins at sunset counts from the next day, one that begins at
 * 14:00 not at all. A region that the library does not know has no holidays; `holidayExceptions` says so.
 *
 * @param holidays - `new Holidays("DE", "BY")`
 * @param types - kinds of holidays that count, as the library names them; default those that are off by law
 * @returns a provider for `holidayExceptions`
 *
 * Issues: none.
 * Time O(years) calls of the library, which computes a year in some milliseconds; space O(holidays).
 * Source: date-holidays, https://github.com/commenthol/date-holidays.
 *
 * @example
 * import { default as Holidays } from "date-holidays";
 * import { holidayExceptions } from "@evenkeel/calendar";
 * const easter = orThrow(holidayExceptions(dateHolidays(new Holidays("DE", "BY")), "2026-04-01", "2026-04-30"));
 * easter.map(({ from, name }) => `${from} ${name}`); // => ["2026-04-03 Karfreitag", "2026-04-06 Ostermontag"]
 */
export function dateHolidays(holidays: DateHolidays, types: readonly string[] = ["public"]): HolidayProvider {
  return {
    holidays(from, to) {
      const found: Holiday[] = [];
      // A holiday may move, or last, from one year into another.
      for (let year = Number(from.slice(0, 4)) - 1; year <= Number(to.slice(0, 4)) + 1; year++) {
        for (const { date, start, end, name, type } of holidays.getHolidays(year)) {
          const begin = localBegin(date);
          const lasts = end.getTime() - start.getTime();
          if (!types.includes(type) || Number.isNaN(begin)) continue;
          const noons = {
            first: Math.ceil(begin / millisPerDay - 0.5),
            past: Math.ceil((begin + lasts) / millisPerDay - 0.5),
          };
          for (let day = noons.first; day < noons.past; day++) found.push({ day: formatDay(day), name });
        }
      }
      return found;
    },
  };
}

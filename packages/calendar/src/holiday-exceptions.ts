import { acceptUnlessError, formatDay, type Issue, issue, parseDay, type Result } from "@evenkeel/kernel";
import type { CalendarException, HolidayProvider } from "./types.js";

/**
 * The holidays of some years as exceptions of a calendar, so that a plan states by which holidays it was computed.
 *
 * @param provider - such as `dateHolidays` of the subpath `./holidays`, or a list of your own
 * @param from - first day, `YYYY-MM-DD`
 * @param to - last day, included
 * @returns one non-working exception a day, rising; the names of holidays that fall on one day stand together
 *
 * Issues: kernel/invalid-time-text, kernel/impossible-date, with the path `from`, `to` or of the provider's holiday; warning:
 * calendar/no-holidays, when there are none in a year or longer.
 * Time O(h log h) beside the provider's, space O(h).
 * Source: own.
 *
 * @example
 * const closing = { holidays: () => [{ day: "2026-12-31", name: "Year end" }, { day: "2026-12-24" }] };
 * orThrow(holidayExceptions(closing, "2026-01-01", "2026-12-31"));
 * // => [{ from: "2026-12-24", to: "2026-12-24", intervals: [] }, { name: "Year end", from: "2026-12-31", to: "2026-12-31", intervals: [] }]
 */
export function holidayExceptions(provider: HolidayProvider, from: string, to: string): Result<CalendarException[]> {
  const issues: Issue[] = [];
  const read = (text: string, path: Issue["path"]): number => {
    const parsed = parseDay(text, path);
    issues.push(...parsed.issues);
    return parsed.ok ? parsed.value : Number.NaN;
  };
  const [first, last] = [read(from, ["from"]), read(to, ["to"])];
  const names = new Map<number, string[]>();
  (issues.length === 0 ? provider.holidays(from, to) : []).forEach(({ day, name }, at) => {
    const number = read(day, [at, "day"]);
    if (!(number >= first && number <= last)) return;
    const known = names.get(number) ?? [];
    if (name !== undefined && !known.includes(name)) known.push(name);
    names.set(number, known);
  });
  const exceptions = [...names]
    .sort(([a], [b]) => a - b)
    .map(([number, known]): CalendarException => {
      const day = formatDay(number);
      return { ...(known.length === 0 ? {} : { name: known.join(", ") }), from: day, to: day, intervals: [] };
    });
  if (exceptions.length === 0 && last - first >= 364) {
    issues.push(issue("calendar/no-holidays", { severity: "warning", facts: { from, to } }));
  }
  return acceptUnlessError(exceptions, issues);
}

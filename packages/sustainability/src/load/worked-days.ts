import { type Issue, issue, ok, type Result } from "@evenkeel/kernel";
import { compileCapacity, isDay } from "./capacity.js";
import { LoadLedger } from "./load-ledger.js";
import type { ActualLoadInput, LoadSpan } from "./types.js";

/**
 * Time worked against capacity, person by person and day by day.
 *
 * Rows as those of `plannedDays`, so that plan and reality can be compared, gathered and judged alike.
 *
 * @param input - people, time worked, calendars; day numbers since 1970-01-01, minutes
 * @returns spans of one day, by person and day
 *
 * Issues: sustainability/unknown-person, sustainability/impossible-work, sustainability/impossible-capacity, and those of `compileCalendars`.
 * Time O(rows + people x weeks x 53), space O(person-days).
 * Source: own.
 *
 * @example
 * const days = workedDays({ people: [{ id: "ana", away: [] }], worked: [{ personId: "ana", day: 20577, minutes: 510 }], calendars: [{ id: "office", week: { monday: [{ from: 480, to: 960 }] } }], defaultCalendarId: "office" });
 * days.ok && days.value[0]?.loadMinutes; // => 510
 */
export function workedDays(input: ActualLoadInput): Result<LoadSpan[]> {
  const capacity = compileCapacity(input);
  if (!capacity.ok) return capacity;
  const issues: Issue[] = [...capacity.issues];
  const known = new Set(input.people.map(({ id }) => id));
  const ledger = new LoadLedger();
  input.worked.forEach(({ personId, day, minutes, itemId }, index) => {
    const about = { path: ["worked", index], subject: [itemId ?? personId] };
    if (!known.has(personId))
      issues.push(
        issue("sustainability/unknown-person", { ...about, facts: { item: itemId ?? "?", found: personId } }),
      );
    else if (!(isDay(day) && minutes >= 0 && minutes <= 1500)) {
      const facts = { person: personId, day: String(day), minutes: String(minutes) };
      issues.push(issue("sustainability/impossible-work", { ...about, facts }));
    } else if (minutes > 0 && capacity.value.people.has(personId)) ledger.add(personId, day, itemId, minutes);
  });
  return ok(ledger.days(capacity.value), issues);
}

import { formatDay, ok, type Result } from "@evenkeel/kernel";
import { loadByWeek } from "./load/gather-load.js";
import { plannedDays } from "./load/planned-days.js";
import type { LoadInput, LoadWeek } from "./types.js";

/**
 * Planned load against capacity, person by person and week by week.
 *
 * A task's effort is spread evenly over the working time its person has between its days: it says what the plan asks,
 * not what is best. Capacity is contract time scaled by the calendar's working time, less time away. Weeks without
 * load are left out. Tasks that cannot be, tasks in whose days their person has no
 * working time, and people whose capacity cannot be (with their tasks) are named and left out.
 *
 * @param input - people, tasks, calendars; day numbers since 1970-01-01, person-minutes
 * @returns one row a person and loaded week, by person and week
 *
 * Issues: sustainability/unknown-person, sustainability/impossible-load, sustainability/impossible-capacity,
 * sustainability/no-working-time, and those of `compileCalendars`.
 * Time O(tasks x days + people x weeks x 53), space O(person-days).
 * Source: own.
 *
 * @example
 * const load = measureLoad({ people: [{ id: "ana", away: [] }], tasks: [{ itemId: "A", personId: "ana", effortMinutes: 3000, from: 20576, to: 20583 }], calendars: [{ id: "office", week: { monday: [{ from: 480, to: 960 }] } }], defaultCalendarId: "office" });
 * load.ok && load.value.map((row) => [row.week, row.plannedMinutes, row.capacityMinutes]); // => [["2026-05-04", 3000, 480]]
 */
export function measureLoad(input: LoadInput): Result<LoadWeek[]> {
  const days = plannedDays(input);
  if (!days.ok) return days;
  const weeks = loadByWeek(days.value).flatMap(({ personId, from, loadMinutes, capacityMinutes, items }): LoadWeek[] =>
    items.length === 0
      ? []
      : [{ personId, week: formatDay(from), plannedMinutes: loadMinutes, capacityMinutes, items }],
  );
  return ok(weeks, days.issues);
}

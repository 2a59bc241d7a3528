import { compareText, parseDay } from "@evenkeel/kernel";
import type { LoadSpan } from "../load/types.js";
import type { LoadWeek } from "../types.js";

/** Internal: planned weeks by person, people by id, weeks in time order. */
export function plannedWeeks(load: readonly LoadWeek[]): [string, LoadSpan[]][] {
  const people = new Map<string, LoadSpan[]>();
  for (const { personId, week, plannedMinutes, capacityMinutes, items } of load) {
    const day = parseDay(week);
    if (!day.ok) continue;
    const from = Number(day.value);
    const own = people.get(personId) ?? [];
    people.set(personId, own);
    own.push({ personId, from, to: from + 7, loadMinutes: plannedMinutes, capacityMinutes, items });
  }
  for (const own of people.values()) own.sort((a, b) => a.from - b.from);
  return [...people].sort(([a], [b]) => compareText(a, b));
}

/** Internal: the ids of items that load some weeks, most minutes first. */
export function itemsOf(weeks: readonly LoadSpan[]): string[] {
  const minutes = new Map<string, number>();
  for (const { items } of weeks)
    for (const row of items) minutes.set(row.itemId, (minutes.get(row.itemId) ?? 0) + row.minutes);
  return [...minutes].sort(([a, ofA], [b, ofB]) => ofB - ofA || compareText(a, b)).map(([id]) => id);
}

/** Internal: the same weeks with the load of some items only. */
export function onlyItems(weeks: readonly LoadSpan[], ids: readonly string[]): LoadSpan[] {
  const kept = new Set(ids);
  return weeks.map((week) => {
    const items = week.items.filter(({ itemId }) => kept.has(itemId));
    return { ...week, items, loadMinutes: items.reduce((sum, { minutes }) => sum + minutes, 0) };
  });
}

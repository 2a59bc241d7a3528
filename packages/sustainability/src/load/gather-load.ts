import { compareText } from "@evenkeel/kernel";
import { sumExact } from "@evenkeel/stats";
import { mondayOf } from "./capacity.js";
import { largestFirst } from "./load-ledger.js";
import type { LoadSpan } from "./types.js";

/** One span out of several of one person, at least one. */
function gathered(personId: string, from: number, to: number, rows: readonly LoadSpan[]): LoadSpan {
  const items = new Map<string, number[]>();
  for (const row of rows)
    for (const { itemId, minutes } of row.items) items.set(itemId, [...(items.get(itemId) ?? []), minutes]);
  return {
    personId,
    from,
    to,
    loadMinutes: sumExact(rows.map(({ loadMinutes }) => loadMinutes)),
    capacityMinutes: sumExact(rows.map(({ capacityMinutes }) => capacityMinutes)),
    items: largestFirst([...items].map(([itemId, minutes]) => ({ itemId, minutes: sumExact(minutes) }))),
  };
}

/** Internal: rows by person, people by id, rows in time order. */
export function byPerson<Row extends { readonly personId: string; readonly from: number }>(
  rows: readonly Row[],
): [string, Row[]][] {
  const people = new Map<string, Row[]>();
  for (const row of rows) {
    const own = people.get(row.personId);
    if (own === undefined) people.set(row.personId, [row]);
    else own.push(row);
  }
  for (const own of people.values()) own.sort((a, b) => a.from - b.from);
  return [...people].sort(([a], [b]) => compareText(a, b));
}

/**
 * Load by week, Monday to Sunday, out of load by day.
 *
 * @param days - from `plannedDays` or `workedDays`, in any order
 * @returns spans of seven days, by person and week
 *
 * Issues: none.
 * Time O(rows log rows), space O(rows).
 * Source: own.
 *
 * @example
 * loadByWeek([{ personId: "ana", from: 20577, to: 20578, loadMinutes: 60, capacityMinutes: 480, items: [] }]).map(({ from, to }) => to - from); // => [7]
 */
export function loadByWeek(days: readonly LoadSpan[]): LoadSpan[] {
  return byPerson(days).flatMap(([personId, rows]) => {
    const weeks = new Map<number, LoadSpan[]>();
    for (const row of rows) weeks.set(mondayOf(row.from), [...(weeks.get(mondayOf(row.from)) ?? []), row]);
    return [...weeks].map(([monday, own]) => gathered(personId, monday, monday + 7, own));
  });
}

/**
 * Load over every window of so many days, out of load by day; windows that reach past a person's rows are left out.
 *
 * @param days - from `plannedDays` or `workedDays`, in any order
 * @param windowDays - length of a window, at least 1
 * @returns one span a person and first day, by person and day; none for an impossible length
 *
 * Issues: none.
 * Time O(rows x windowDays), space O(rows).
 * Source: own.
 *
 * @example
 * const day = (from: number) => ({ personId: "ana", from, to: from + 1, loadMinutes: from, capacityMinutes: 480, items: [] });
 * rollingLoad([day(1), day(2), day(3)], 2).map(({ loadMinutes }) => loadMinutes); // => [3, 5]
 */
export function rollingLoad(days: readonly LoadSpan[], windowDays: number): LoadSpan[] {
  if (!(Number.isInteger(windowDays) && windowDays >= 1)) return [];
  return byPerson(days).flatMap(([personId, rows]) => {
    const end = rows.at(-1)?.to ?? 0;
    return rows.flatMap((row, at) => {
      const to = row.from + windowDays;
      if (to > end || rows[at - 1]?.from === row.from) return [];
      let last = at;
      while (last < rows.length && rows[last]!.from < to) last++;
      return [gathered(personId, row.from, to, rows.slice(at, last))];
    });
  });
}

/**
 * Load over capacity of a span.
 *
 * @param span - load and capacity in minutes
 * @returns 0 upwards; Infinity for load without capacity, 0 for neither
 *
 * Issues: none.
 * Time O(1), space O(1).
 * Source: own.
 *
 * @example
 * utilizationOf({ loadMinutes: 360, capacityMinutes: 480 }); // => 0.75
 */
export function utilizationOf({
  loadMinutes,
  capacityMinutes,
}: Pick<LoadSpan, "loadMinutes" | "capacityMinutes">): number {
  return loadMinutes === 0 ? 0 : loadMinutes / capacityMinutes;
}

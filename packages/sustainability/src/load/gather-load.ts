import { compareText } from "@evenkeel/kernel";
import { groupedBy } from "../working-time/grouped-by.js";
import { mondayOf } from "./capacity.js";
import { largestFirst } from "./load-ledger.js";
import { sumInOrder } from "./sum-of.js";
import type { LoadSpan } from "./types.js";

/** One span out of the rows first..end (in time order) of one person. */
function gathered(rows: readonly LoadSpan[], first: number, end: number, from: number, to: number): LoadSpan {
  const minutes = new Map<string, number[]>();
  for (let at = first; at < end; at++) {
    for (const { itemId, minutes: ofDay } of rows[at]!.items) {
      const own = minutes.get(itemId);
      if (own === undefined) minutes.set(itemId, [ofDay]);
      else own.push(ofDay);
    }
  }
  const items = [...minutes].map(([itemId, own]) => ({
    itemId,
    minutes: sumInOrder(own, 0, own.length, (each) => each),
  }));
  return {
    personId: rows[first]?.personId ?? "",
    from,
    to,
    loadMinutes: sumInOrder(rows, first, end, ({ loadMinutes }) => loadMinutes),
    capacityMinutes: sumInOrder(rows, first, end, ({ capacityMinutes }) => capacityMinutes),
    items: largestFirst(items),
  };
}

/** Internal: rows by person, people by id, rows in time order. */
export function byPerson<Row extends { readonly personId: string; readonly from: number }>(
  rows: readonly Row[],
): [string, Row[]][] {
  const people = groupedBy(rows, ({ personId }) => personId);
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
  return byPerson(days).flatMap(([, rows]) => {
    const weeks: LoadSpan[] = [];
    for (let first = 0, end = 0; first < rows.length; first = end) {
      const monday = mondayOf(rows[first]!.from);
      while (end < rows.length && rows[end]!.from < monday + 7) end++;
      weeks.push(gathered(rows, first, end, monday, monday + 7));
    }
    return weeks;
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
  return byPerson(days).flatMap(([, rows]) => {
    const windows: LoadSpan[] = [];
    const last = rows.at(-1)?.to ?? 0;
    let end = 0;
    rows.forEach(({ from }, first) => {
      const to = from + windowDays;
      if (to > last || rows[first - 1]?.from === from) return;
      while (end < rows.length && rows[end]!.from < to) end++;
      windows.push(gathered(rows, first, end, from, to));
    });
    return windows;
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

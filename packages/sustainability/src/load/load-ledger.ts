import { compareText } from "@evenkeel/kernel";
import { type Capacity, mondayOf } from "./capacity.js";
import { sumOf } from "./sum-of.js";
import type { LoadSpan } from "./types.js";

const noItem = Symbol("no item");

/** Internal: minutes by person, day and item, gathered so that their order does not matter. */
export class LoadLedger {
  private readonly people = new Map<string, Map<number, Map<string | symbol, number[]>>>();

  add(personId: string, day: number, itemId: string | undefined, minutes: number): void {
    const days = this.people.get(personId) ?? new Map<number, Map<string | symbol, number[]>>();
    this.people.set(personId, days);
    const items = days.get(day) ?? new Map<string | symbol, number[]>();
    days.set(day, items);
    const key = itemId ?? noItem;
    const booked = items.get(key);
    if (booked === undefined) items.set(key, [minutes]);
    else booked.push(minutes);
  }

  /** A row for each day of the weeks from the first with load to the last, by person and day. */
  days(capacity: Capacity): LoadSpan[] {
    return [...this.people]
      .sort(([a], [b]) => compareText(a, b))
      .flatMap(([personId, days]) => {
        const rows: LoadSpan[] = [];
        const [first, last] = [...days.keys()].reduce(
          ([low, high], day) => [Math.min(low, day), Math.max(high, day)],
          [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
        );
        for (let day = mondayOf(first); day < mondayOf(last) + 7; day++) {
          const booked = [...(days.get(day) ?? [])];
          rows.push({
            personId,
            from: day,
            to: day + 1,
            loadMinutes: sumOf(booked.flatMap(([, minutes]) => minutes)),
            capacityMinutes: capacity.minutes(personId, day),
            items: largestFirst(
              booked.flatMap(([itemId, minutes]) =>
                typeof itemId === "string" ? [{ itemId, minutes: sumOf(minutes) }] : [],
              ),
            ),
          });
        }
        return rows;
      });
  }
}

/** Internal: most minutes first, then by id. */
export function largestFirst(items: { itemId: string; minutes: number }[]): { itemId: string; minutes: number }[] {
  return items.sort((a, b) => b.minutes - a.minutes || compareText(a.itemId, b.itemId));
}

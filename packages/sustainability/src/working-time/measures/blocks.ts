import { type PersonWork, wholeDays } from "../person-work.js";
import type { Readings } from "../readings.js";
import type { MeasureParams, ParamSpec } from "./measure.js";

/** Blocks of whole days that follow one another. */
export const blockParams: {
  readonly days: ParamSpec;
  readonly weekStarts: ParamSpec;
} = {
  days: { kind: "amount", least: 1, most: 366, default: 7 },
  weekStarts: { kind: "name", among: weekdayNames(), default: "monday" },
};

/** Names of the days of a week, Monday first. */
export function weekdayNames(): readonly string[] {
  return ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
}

/** 0 for Monday to 6 for Sunday of a day number since 1970-01-01, a Thursday. */
export const weekdayIndex = (day: number): number => (((day + 3) % 7) + 7) % 7;

type VisitBlocks = (work: PersonWork, out: Readings, visit: (firstDay: number, endDay: number) => void) => void;

/** Walks the blocks that lie wholly within the records, from the first start of a week on, by day of the clock. */
export function blocksOf({ amount, name }: MeasureParams): VisitBlocks {
  const [days, weekday] = [amount("days"), weekdayNames().indexOf(name("weekStarts"))];
  return (work, out, visit) => {
    const { clock } = work;
    if (clock === undefined) return;
    const { first, end, anchor } = wholeDays(work);
    let start = anchor + ((weekday - weekdayIndex(clock.firstDay + anchor) + 7) % 7);
    while (start - days >= first) start -= days;
    out.isTooShort = start + days > end;
    for (let day = start; day + days <= end; day += days) visit(day, day + days);
  };
}

import { civilDay, dayNumber } from "@evenkeel/kernel";
import type { CivilDays } from "../civil-days.js";
import type { WholeDays } from "../person-work.js";
import { weekdayIndex } from "./blocks.js";
import type { MeasureParams, ParamSpec } from "./measure.js";

/** A reference period: a number of civil days, weeks or months, rolling from day to day or fixed one after the other. */
export const referenceParams: Readonly<Record<"length" | "unit" | "period", ParamSpec>> = {
  length: { kind: "amount", least: 1, most: 366 },
  unit: { kind: "name", among: ["days", "weeks", "months"] },
  period: { kind: "name", among: ["rolling", "fixed"], default: "rolling" },
};

/** The day so many civil months later; where that month is too short, the first day of the one after it. */
export function monthsAfter(day: number, months: number): number {
  const { year, month, day: ofMonth } = civilDay(day);
  const index = year * 12 + (month - 1) + months;
  const firstOf = (at: number): number => dayNumber(Math.floor(at / 12), (at % 12) + 1, 1);
  return Math.min(firstOf(index) + ofMonth - 1, firstOf(index + 1));
}

const lengthFrom = (day: number, length: number, unit: string): number =>
  unit === "months" ? monthsAfter(day, length) : day + length * (unit === "weeks" ? 7 : 1);

/** Fixed periods begin with the first of a month, a Monday, or the first day there is. */
const beginsFixed = (day: number, unit: string): boolean =>
  unit === "months" ? civilDay(day).day === 1 : unit !== "weeks" || weekdayIndex(day) === 0;

/** By day of a clock, the day after the reference period that begins with it; worked out once for all people of a zone. */
export function periodEnds({ amount, name }: MeasureParams): (clock: CivilDays) => Int32Array {
  const [length, unit] = [amount("length"), name("unit")];
  const known = new WeakMap<CivilDays, Int32Array>();
  return (clock) => {
    const ready = known.get(clock);
    if (ready !== undefined) return ready;
    const ends = Int32Array.from(
      { length: clock.days },
      (_none, day) => lengthFrom(clock.firstDay + day, length, unit) - clock.firstDay,
    );
    known.set(clock, ends);
    return ends;
  };
}

/** Walks the reference periods that lie wholly between two days of a clock; says whether there was any. */
export function periodsOf(
  params: MeasureParams,
): (clock: CivilDays, days: WholeDays, visit: (from: number, to: number) => void) => boolean {
  const endsOf = periodEnds(params);
  const [unit, isFixed] = [params.name("unit"), params.name("period") === "fixed"];
  return (clock, { first, end, anchor }, visit) => {
    const ends = endsOf(clock);
    let from = isFixed ? anchor : first;
    if (isFixed) while (from < end && !beginsFixed(clock.firstDay + from, unit)) from++;
    let isAny = false;
    for (let to = ends[from] ?? Number.POSITIVE_INFINITY; from < end && to <= end; to = ends[from] ?? to) {
      visit(from, to);
      isAny = true;
      from = isFixed ? to : from + 1;
      if (from >= end) break;
    }
    return isAny;
  };
}

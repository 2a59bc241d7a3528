import { dayNumber, formatDay } from "@evenkeel/kernel";

/** Days since 1970 of a day text. */
export const dayOf = (text: string): number =>
  dayNumber(Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8, 10)));

/** A day text some days later. */
export const shiftDay = (day: string, days: number): string => formatDay(dayOf(day) + days);

import * as fc from "fast-check";
import { civilDay, dayNumber, weekday } from "./civil.js";
import { canonicalJson } from "./order.js";
import { formatDay, formatInstant, formatLocal, parseTimeText } from "./time-text.js";

/** A property with the number of runs its package states. */
export interface Law {
  readonly name: string;
  readonly statedRuns: number;
  readonly property: fc.IProperty<unknown>;
}

/** Day numbers of the years 0001..9999. */
export const anyDay: fc.Arbitrary<number> = fc.integer({ min: dayNumber(1, 1, 1), max: dayNumber(9999, 12, 31) });

/** Milliseconds of the years 0001..9999. */
export const anyMillis: fc.Arbitrary<number> = fc
  .tuple(anyDay, fc.integer({ min: 0, max: 86_399_999 }))
  .map(([day, ofDay]) => day * 86_400_000 + ofDay);

/** Ids as users have them: plain, odd, and names every object inherits. */
export const anyId: fc.Arbitrary<string> = fc.oneof(
  fc.string({ minLength: 1, maxLength: 12 }),
  fc.constantFrom("__proto__", "constructor", "toString", "hasOwnProperty", "A-7", " ", "é"),
);

/** Texts of any characters, whole ones only; what fast-check offers for it first maps a million characters back to their numbers. */
export const anyText: fc.Arbitrary<string> = fc
  .array(fc.nat(0x10_f7ff))
  .map((places) => String.fromCodePoint(...places.map((place) => (place < 0xd800 ? place : place + 0x800))));

/** Laws of the time texts and of canonical JSON. */
export function kernelLaws(): Law[] {
  const run = 100_000;
  return [
    {
      name: "a day survives its civil form and its text",
      statedRuns: run,
      property: fc.property(anyDay, (day) => {
        const { year, month, day: ofMonth } = civilDay(day);
        const parsed = parseTimeText(formatDay(day));
        return (
          dayNumber(year, month, ofMonth) === day &&
          parsed.ok &&
          parsed.value.form === "day" &&
          parsed.value.day === day
        );
      }),
    },
    {
      name: "a local time and an instant survive their texts",
      statedRuns: run,
      property: fc.property(anyMillis, (millis) => {
        const local = parseTimeText(formatLocal(millis));
        const instant = parseTimeText(formatInstant(millis));
        return (
          local.ok &&
          local.value.form === "local" &&
          local.value.local === millis &&
          instant.ok &&
          instant.value.form === "instant" &&
          instant.value.instant === millis
        );
      }),
    },
    {
      name: "the weekday moves by one each day",
      statedRuns: run,
      property: fc.property(anyDay, (day) => (weekday(day) % 7) + 1 === weekday(day + 1)),
    },
    {
      name: "canonical JSON does not depend on the order of keys",
      statedRuns: 10_000,
      property: fc.property(fc.dictionary(anyId, fc.jsonValue()), (record) => {
        const reversed = Object.fromEntries(Object.entries(record).reverse());
        return canonicalJson(record) === canonicalJson(reversed);
      }),
    },
    {
      name: "no text makes the reader of times throw",
      statedRuns: run,
      property: fc.property(fc.string(), (text) => typeof parseTimeText(text).ok === "boolean"),
    },
  ];
}

import { formatInstant, type Json, parseTimeText } from "@evenkeel/kernel";
import { type Draft, warn } from "../draft.js";
import { textAt } from "../json-text.js";

/** Digits of seconds, and of the fractions of a second tools count in: milli, micro, 100 nano, nano. */
const secondDigits = 10;
const fractionDigits = new Set([0, 3, 6, 7, 9]);

/** The instant of a count since 1970 written in digits; what it counts is told by how many there are. */
export function instantOfDigits(text: string): string | undefined {
  const digits = /^(\d{10,19})(?:\.\d+)?$/.exec(text.trim())?.[1];
  if (digits === undefined || !fractionDigits.has(digits.length - secondDigits)) return undefined;
  const millis = digits.slice(secondDigits, secondDigits + 3).padEnd(3, "0");
  return formatInstant(Number(digits.slice(0, secondDigits)) * 1000 + Number(millis));
}

/** A time counted since 1970, or one that stands in the form of the documents. */
export function countedOrWritten(text: string): string | undefined {
  return instantOfDigits(text) ?? (parseTimeText(text).ok ? text : undefined);
}

/** A time a tracker counts since 1970; one that cannot be read is an issue and left out. */
export function countedTime(
  draft: Draft,
  value: Json | undefined,
  path: readonly (string | number)[],
  subject: readonly string[],
): string | undefined {
  const text = textAt({ value: value ?? null }, "value");
  if (text === undefined || text === "") return undefined;
  const instant = countedOrWritten(text);
  if (instant === undefined) {
    const facts = { field: String(path.at(-1) ?? ""), found: text.slice(0, 60), expected: "1780300800000" };
    warn(draft, "any-unreadable-date", path, subject, facts);
  }
  return instant;
}

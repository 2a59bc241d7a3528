import { type EpochMillis, parseTimeText } from "@evenkeel/kernel";
import type { AnyTimeText } from "./common.js";

const millisPerDay = 86_400_000;

/**
 * Milliseconds of any time text on one line, for ordering: an instant as it is, a day or local time as if it were UTC.
 *
 * A caller that mixes floating values with instants states so (`floating` counts them); readers with a known zone write instants.
 *
 * @param text - day, local time or instant
 * @param end - a day as upper bound is the end of that day
 * @returns milliseconds, or undefined when the text is not a time
 *
 * Issues: none; `validatePlan` and `validateHistory` name texts that are no times.
 * Time O(1), space O(1).
 * Source: own.
 *
 * @example
 * [onTimeLine("1970-01-02"), onTimeLine("1970-01-02", true), onTimeLine("soon")]; // => [86400000, 172800000, undefined]
 */
export function onTimeLine(text: AnyTimeText, end = false): EpochMillis | undefined {
  const parsed = parseTimeText(text);
  if (!parsed.ok) return undefined;
  const time = parsed.value;
  if (time.form === "instant") return time.instant;
  if (time.form === "local") return Number(time.local) as EpochMillis;
  return ((time.day + (end ? 1 : 0)) * millisPerDay) as EpochMillis;
}

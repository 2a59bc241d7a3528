import type { EpochDay, EpochMillis, LocalMillis } from "./brands.js";
import { civilDay, dayNumber, isCivilDay } from "./civil.js";
import { digitsAt } from "./digits-at.js";
import { type Issue, issue } from "./issue.js";
import { ok, type Result, refuse } from "./result.js";

/** A time text by its form: a day, a local time without a zone, or an instant. */
export type TimeText =
  | { readonly form: "day"; readonly day: EpochDay }
  | { readonly form: "local"; readonly local: LocalMillis }
  | { readonly form: "instant"; readonly instant: EpochMillis };

const millisPerDay = 86_400_000;
const [point, plus, dash, colon, letterT, letterZ] = [46, 43, 45, 58, 84, 90];
/** Digits that a second may have beyond the point. */
const mostDigits = 9;

/** A time of day and the offset after it, as written; NaN where there are no digits, undefined where no offset stands. */
interface ClockText {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly millis: number;
  readonly offset: number | undefined;
}

/** Minutes of `Z`, `+02:00` or `+0200` to the end of the text; undefined for nothing, NaN for anything else, infinite where no hour has them. */
function offsetAt(text: string, from: number): number | undefined {
  const left = text.length - from;
  if (left === 0) return undefined;
  const sign = text.charCodeAt(from);
  if (sign === letterZ) return left === 1 ? 0 : Number.NaN;
  const isOffset =
    (sign === plus || sign === dash) && (left === 5 || (left === 6 && text.charCodeAt(from + 3) === colon));
  if (!isOffset) return Number.NaN;
  const [hours, minutes] = [digitsAt(text, from + 1, 2), digitsAt(text, text.length - 2, 2)];
  if (minutes > 59) return Number.POSITIVE_INFINITY;
  return sign === dash ? -(hours * 60 + minutes) : hours * 60 + minutes;
}

/** The time of day from `T` to the end of the text. */
function clockAt(text: string): ClockText {
  let [end, second, millis] = [16, 0, 0];
  if (text.charCodeAt(end) === colon) {
    second = digitsAt(text, 17, 2);
    end = 19;
    if (text.charCodeAt(end) === point) {
      const from = end + 1;
      for (end = from; end - from < mostDigits && !Number.isNaN(digitsAt(text, end, 1)); ) end++;
      const shown = Math.min(3, end - from);
      millis = shown === 0 ? Number.NaN : digitsAt(text, from, shown) * 10 ** (3 - shown);
    }
  }
  return { hour: digitsAt(text, 11, 2), minute: digitsAt(text, 14, 2), second, millis, offset: offsetAt(text, end) };
}

function fault(code: string, found: string, expected: string, path: Issue["path"]): Result<never> {
  return refuse([issue(code, { path, facts: { found: found.slice(0, 80), expected } })]);
}

const noTime = (text: string, path: Issue["path"]): Result<never> =>
  fault("kernel/invalid-time-text", text, "day, local time or instant", path);

const midnight: ClockText = { hour: 0, minute: 0, second: 0, millis: 0, offset: undefined };

/**
 * Reads a day, a local time or an instant by integer arithmetic; the form decides which, never the machine's zone.
 *
 * Takes `2026-05-01`, `2026-05-01T08:00[:30[.123]]` and the same followed by `Z` or an offset (`+02:00`, `+0200`).
 * Digits beyond the millisecond are cut. `24:00` and leap seconds are refused.
 *
 * @param text - any text
 * @param path - where the text stands in the caller's input
 * @returns the time with its form
 *
 * Issues: kernel/invalid-time-text, kernel/impossible-date.
 * Time O(1), space O(1).
 * Source: ISO 8601-1:2019, extended format.
 *
 * @example
 * orThrow(parseTimeText("2026-05-01T08:00")); // => { form: "local", local: 1777622400000 }
 * orThrow(parseTimeText("2026-05-01T08:00:00+0200")); // => { form: "instant", instant: 1777615200000 }
 */
export function parseTimeText(text: string, path: Issue["path"] = []): Result<TimeText> {
  const [year, month, day] = [digitsAt(text, 0, 4), digitsAt(text, 5, 2), digitsAt(text, 8, 2)];
  const isDate = text.charCodeAt(4) === dash && text.charCodeAt(7) === dash && !Number.isNaN(year + month + day);
  const isClock = text.charCodeAt(10) === letterT && text.charCodeAt(13) === colon;
  const clock = isDate && isClock ? clockAt(text) : undefined;
  if (!isDate || (text.length > 10 && clock === undefined)) return noTime(text, path);
  const { hour, minute, second, millis, offset = 0 } = clock ?? midnight;
  if (Number.isNaN(hour + minute + second + millis + offset)) return noTime(text, path);
  if (!isCivilDay(year, month, day)) return fault("kernel/impossible-date", text, "day", path);
  const epochDay = dayNumber(year, month, day);
  if (clock === undefined) return ok({ form: "day", day: epochDay });
  if (hour > 23 || minute > 59 || second > 59 || Math.abs(offset) > 18 * 60) {
    return fault("kernel/impossible-date", text, "time of day", path);
  }
  const local = epochDay * millisPerDay + ((hour * 60 + minute) * 60 + second) * 1000 + millis;
  return clock.offset === undefined
    ? ok({ form: "local", local: local as LocalMillis })
    : ok({ form: "instant", instant: (local - offset * 60_000) as EpochMillis });
}

/**
 * Reads an instant; a day or a local time is refused, since only a zone could make it one.
 *
 * @param text - such as `2026-05-01T06:00:00Z`
 * @param path - where the text stands in the caller's input
 * @returns milliseconds since 1970-01-01T00:00Z
 *
 * Issues: kernel/invalid-time-text, kernel/impossible-date.
 * Time O(1), space O(1).
 * Source: ISO 8601-1:2019.
 *
 * @example
 * orThrow(parseInstant("1970-01-02T00:00:00.250Z")); // => 86400250
 */
export function parseInstant(text: string, path: Issue["path"] = []): Result<EpochMillis> {
  const parsed = parseTimeText(text, path);
  if (!parsed.ok) return parsed;
  return parsed.value.form === "instant"
    ? ok(parsed.value.instant)
    : fault("kernel/invalid-time-text", text, "instant", path);
}

/**
 * Reads a day; anything with a time of day is refused.
 *
 * @param text - such as `2026-05-01`
 * @param path - where the text stands in the caller's input
 * @returns days since 1970-01-01
 *
 * Issues: kernel/invalid-time-text, kernel/impossible-date.
 * Time O(1), space O(1).
 * Source: ISO 8601-1:2019.
 *
 * @example
 * orThrow(parseDay("1970-01-03")); // => 2
 */
export function parseDay(text: string, path: Issue["path"] = []): Result<EpochDay> {
  const parsed = parseTimeText(text, path);
  if (!parsed.ok) return parsed;
  return parsed.value.form === "day" ? ok(parsed.value.day) : fault("kernel/invalid-time-text", text, "day", path);
}

const two = (value: number): string => String(value).padStart(2, "0");

const zero = 48;
const tens = (value: number): number => zero + Math.floor(value / 10);
const ones = (value: number): number => zero + (value % 10);

/** Date and time of day in one piece of text: one that is joined of parts is slow to compare and to keep. */
function minuteText(year: number, month: number, day: number, hour: number, minute: number): string {
  if (year < 0 || year > 9999)
    return `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}`;
  const century = Math.floor(year / 100);
  const ofCentury = year - century * 100;
  return String.fromCharCode(
    tens(century),
    ones(century),
    tens(ofCentury),
    ones(ofCentury),
    45,
    tens(month),
    ones(month),
    45,
    tens(day),
    ones(day),
    84,
    tens(hour),
    ones(hour),
    58,
    tens(minute),
    ones(minute),
  );
}

/**
 * The text of a day.
 *
 * @param day - days since 1970-01-01, integer, years 0000..9999
 * @returns `YYYY-MM-DD`
 *
 * Issues: none.
 * Time O(1), space O(1).
 * Source: ISO 8601-1:2019.
 *
 * @example
 * formatDay(20574); // => "2026-05-01"
 */
export function formatDay(day: number): string {
  const { year, month, day: ofMonth } = civilDay(day);
  return minuteText(year, month, ofMonth, 0, 0).slice(0, -6);
}

/**
 * The text of a local time; seconds and milliseconds only when they are not zero.
 *
 * @param local - milliseconds since 1970-01-01T00:00 without a zone, integer
 * @returns `YYYY-MM-DDTHH:mm[:ss[.sss]]`
 *
 * Issues: none.
 * Time O(1), space O(1).
 * Source: ISO 8601-1:2019.
 *
 * @example
 * formatLocal(1777622400000); // => "2026-05-01T08:00"
 */
export function formatLocal(local: number): string {
  const day = Math.floor(local / millisPerDay);
  const { year, month, day: ofMonth } = civilDay(day);
  const ofDay = local - day * millisPerDay;
  const minutes = Math.floor(ofDay / 60_000);
  const rest = ofDay - minutes * 60_000;
  const hour = Math.floor(minutes / 60);
  const text = minuteText(year, month, ofMonth, hour, minutes - hour * 60);
  if (rest === 0) return text;
  const millis = rest % 1000;
  return `${text}:${two((rest - millis) / 1000)}${millis === 0 ? "" : `.${String(millis).padStart(3, "0")}`}`;
}

/**
 * The text of an instant in UTC, always with seconds; milliseconds only when they are not zero.
 *
 * @param instant - milliseconds since 1970-01-01T00:00Z, integer
 * @returns `YYYY-MM-DDTHH:mm:ss[.sss]Z`
 *
 * Issues: none.
 * Time O(1), space O(1).
 * Source: ISO 8601-1:2019.
 *
 * @example
 * formatInstant(86400250); // => "1970-01-02T00:00:00.250Z"
 */
export function formatInstant(instant: number): string {
  const local = formatLocal(instant);
  return local.length === 16 ? `${local}:00Z` : `${local}Z`;
}

import { dayNumber, formatDay, formatInstant, formatLocal, isCivilDay } from "@evenkeel/kernel";
import { type PlainTime, parsePlainTime } from "./plain-time.js";

/** Which of day and month stands first in a numeric date. */
export type DateOrder = "dmy" | "mdy";

/** A time in the form of the documents, or why there is none. */
export type ForeignTime = PlainTime | { readonly ok: false; readonly fault: "ambiguous" | "month" };

const english = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const timePart = String.raw`(?:,?[ T]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(?:\s*([AaPp])\.?[Mm]\.?)?)?`;
const zonePart = String.raw`(?:\s*(Z|UTC|GMT)?\s*([+-]\d{2}:?\d{2}|[+-]\d{2})?(?:\s*\([^)]*\))?)?`;
const iso = new RegExp(String.raw`^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})${timePart}${zonePart}$`);
const named = new RegExp(
  String.raw`^(?:\p{L}{2,10}\.?,?\s+)?(\d{1,2})[-/. ]+(\p{L}{3,12})\.?[-/., ]+(\d{4}|\d{2})${timePart}${zonePart}$`,
  "u",
);
const monthFirst = new RegExp(
  String.raw`^(?:\p{L}{2,10}\.?,?\s+)?(\p{L}{3,12})\.?\s+(\d{1,2}),?\s+(\d{4})${timePart}${zonePart}$`,
  "u",
);
const numeric = new RegExp(
  String.raw`^(?:\p{L}{2,10}\.?,?\s+)?(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})${timePart}${zonePart}$`,
  "u",
);

/** Two-digit years up to this one are of 2000, later ones of 1900. */
const pivotYear = 69;

function yearOf(text: string): number {
  const year = Number(text);
  return text.length > 2 ? year : year <= pivotYear ? 2000 + year : 1900 + year;
}

function monthOf(name: string, months: readonly string[] | undefined): number | undefined {
  const wanted = name.toLowerCase();
  const own = months?.findIndex((month) => month.toLowerCase() === wanted) ?? -1;
  if (own >= 0) return own + 1;
  const at = english.indexOf(wanted.slice(0, 3));
  return at >= 0 && /^[a-z]+$/.test(wanted) ? at + 1 : undefined;
}

function offsetOf(utc: string | undefined, offset: string | undefined): number | undefined {
  if (offset === undefined) return utc === undefined ? undefined : 0;
  const digits = offset.slice(1).replace(":", "").padEnd(4, "0");
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2, 4));
  return offset.startsWith("-") ? -minutes : minutes;
}

function timeOf(match: RegExpExecArray): { readonly millis: number } | undefined {
  const half = match[8]?.toLowerCase();
  let hour = Number(match[4]);
  const [minute, second] = [Number(match[5]), Number(match[6] ?? 0)];
  if (half !== undefined) {
    if (hour < 1 || hour > 12) return undefined;
    hour = (hour % 12) + (half === "p" ? 12 : 0);
  }
  // ISO 8601 writes the end of a day as 24:00 too.
  const isEnd = hour === 24 && half === undefined && minute === 0 && second === 0 && /^0*$/.test(match[7] ?? "");
  if ((hour > 23 && !isEnd) || minute > 59 || second > 59) return undefined;
  const millis = Number((match[7] ?? "").padEnd(3, "0").slice(0, 3));
  return { millis: ((hour * 60 + minute) * 60 + second) * 1000 + millis };
}

function build(year: number, month: number, day: number, match: RegExpExecArray): ForeignTime {
  if (!isCivilDay(year, month, day)) return { ok: false, fault: "impossible" };
  const epochDay = dayNumber(year, month, day);
  if (match[4] === undefined) return { ok: true, form: "day", text: formatDay(epochDay) };
  const time = timeOf(match);
  const offset = offsetOf(match[9], match[10]);
  if (time === undefined || (offset !== undefined && Math.abs(offset) > 18 * 60)) {
    return { ok: false, fault: "impossible" };
  }
  const local = epochDay * 86_400_000 + time.millis;
  return offset === undefined
    ? { ok: true, form: "local", text: formatLocal(local) }
    : { ok: true, form: "instant", text: formatInstant(local - offset * 60_000) };
}

const dash = 45;

/**
 * Reads a date as people and tools write it, by integer arithmetic and never by the machine's clock or locale: ISO with
 * blank or T, `09/Jan/24 3:54 PM`, `Feb 06 2023 05:00:00 GMT+0000`, `05/11/2020` where the order is known.
 */
export function parseForeignTime(text: string, order?: DateOrder, months?: readonly string[]): ForeignTime {
  // Most of what exports hold has the form of the documents, which is read in a fraction of the time of the patterns.
  const plain = text.charCodeAt(4) === dash ? parsePlainTime(text) : undefined;
  if (plain?.ok === true) return plain;
  const trimmed = text.trim();
  if (trimmed.length > 80) return { ok: false, fault: "unreadable" };
  const isoMatch = iso.exec(trimmed);
  if (isoMatch !== null) return build(Number(isoMatch[1]), Number(isoMatch[2]), Number(isoMatch[3]), isoMatch);
  const numericMatch = numeric.exec(trimmed);
  if (numericMatch !== null) {
    const [a, b] = [Number(numericMatch[1]), Number(numericMatch[2])];
    if (order === undefined) return { ok: false, fault: "ambiguous" };
    const [day, month] = order === "dmy" ? [a, b] : [b, a];
    return build(yearOf(numericMatch[3] as string), month, day, numericMatch);
  }
  const dayFirst = named.exec(trimmed);
  const wordMatch = dayFirst ?? monthFirst.exec(trimmed);
  if (wordMatch === null) return { ok: false, fault: "unreadable" };
  const [day, name] = dayFirst !== null ? [wordMatch[1], wordMatch[2]] : [wordMatch[2], wordMatch[1]];
  const month = monthOf(name as string, months);
  if (month === undefined) return { ok: false, fault: "month" };
  return build(yearOf(wordMatch[3] as string), month, Number(day), wordMatch);
}

/** Whether a text is a date that only an order of day and month tells. */
export const isNumericDate = (text: string): boolean => numeric.test(text.trim());

/** What the numeric dates of a column say about their order. */
export interface OrderEvidence {
  /** Undefined where nothing decides, or where two values contradict each other. */
  readonly order?: DateOrder;
  /** How many dates need an order. */
  readonly numeric: number;
  /** A value that decides. */
  readonly evidence?: string;
}

/** How names of days begin, from Sunday, in the languages spreadsheets are often in: the shortest forms stand alone. */
const weekdays: readonly RegExp[] = [
  /^(?:sun|son|so$|dim|dom)/,
  /^(?:mon|mo$|lun|seg)/,
  /^(?:tue|die|di$|mar|ter)/,
  /^(?:wed|mit|mi$|mer|mie|qua)/,
  /^(?:thu|don|do$|jeu|jue|gio|qui)/,
  /^(?:fri|fre|fr$|ven|vie|sex)/,
  /^(?:sat|sam|sa$|sab)/,
];

/** The only order of day and month in which the day of the week that stands before a date is right. */
function orderByWeekday(text: string, match: RegExpExecArray): DateOrder | undefined {
  const word = /^\p{L}+/u.exec(text)?.[0]?.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "") ?? "";
  const stated = weekdays.findIndex((shape) => shape.test(word));
  const [a, b, year] = [Number(match[1]), Number(match[2]), yearOf(match[3] as string)];
  const fits = (month: number, day: number) =>
    // Day 0 was a Thursday.
    isCivilDay(year, month, day) && (((dayNumber(year, month, day) + 4) % 7) + 7) % 7 === stated;
  const [dmy, mdy] = [fits(b, a), fits(a, b)];
  if (stated < 0 || dmy === mdy) return undefined;
  return dmy ? "dmy" : "mdy";
}

/**
 * Decides the order of a column's numeric dates by a value above 12, or by the day of the week before a date that is right in one
 * order alone; contradiction or silence decides nothing.
 */
export function decideDateOrder(values: Iterable<string>): OrderEvidence {
  let count = 0;
  const witness: { dmy?: string; mdy?: string } = {};
  for (const value of values) {
    const text = value.trim();
    const match = numeric.exec(text);
    if (match === null) continue;
    count++;
    const told = orderByWeekday(text, match);
    if (told !== undefined) witness[told] ??= value;
    if (Number(match[1]) > 12) witness.dmy ??= value;
    if (Number(match[2]) > 12) witness.mdy ??= value;
  }
  if ((witness.dmy === undefined) === (witness.mdy === undefined)) return { numeric: count };
  return witness.dmy !== undefined
    ? { order: "dmy", numeric: count, evidence: witness.dmy }
    : { order: "mdy", numeric: count, evidence: witness.mdy as string };
}

/**
 * Orders of several columns of one file: a column that decides nothing alone takes the order that the others agree on, for one
 * program wrote them all in one locale.
 */
export function settleOrders<Key>(
  found: readonly (readonly [Key, OrderEvidence])[],
): readonly (readonly [Key, OrderEvidence])[] {
  const [only, ...more] = new Set(found.flatMap(([, { order }]) => order ?? []));
  if (only === undefined || more.length > 0) return found;
  const rest = { order: only, evidence: "the other columns of the file" };
  return found.map(([key, own]) => [key, own.order !== undefined || own.numeric === 0 ? own : { ...own, ...rest }]);
}

import { shiftDay } from "../shift-day.js";
import { keyedHash } from "./sha256.js";

/** What replaces texts, ids and dates. */
export interface Pseudonyms {
  /** The same for the same id, in all files of one key. */
  readonly id: (id: string) => string;
  /** The same for the same text; `word` says what kind of thing it is. */
  readonly text: (text: string, word: string) => string;
  readonly time: (text: string) => string;
  readonly shiftWeeks: number;
}

const letters = "abcdefghjkmnpqrstuvwxyz023456789";
/** 70 bits: two of a million names are alike with a chance of 1 in 2 billion. */
const length = 14;
const weeksOfYear = 52;
const mostYears = 10;

const spelt = (bytes: Uint8Array): string =>
  Array.from(bytes.subarray(0, length), (byte) => letters[byte & 31]).join("");

/**
 * Pseudonyms of a key. Dates move back by 1 to 10 times 52 weeks, so that week days and, but for a few days, seasons and the
 * clocks of summer stay.
 */
export function pseudonymsOf(key: string, shiftWeeks: number | undefined): Pseudonyms {
  const hash = keyedHash(key);
  const known = new Map<string, string>();
  const named = (kind: string, text: string): string => {
    const message = `${kind}\u0000${text}`;
    const before = known.get(message);
    if (before !== undefined) return before;
    const name = spelt(hash(message));
    known.set(message, name);
    return name;
  };
  const own = -weeksOfYear * (1 + ((hash("shift")[0] ?? 0) % mostYears));
  const weeks = shiftWeeks ?? own;
  return {
    id: (id) => named("id", id),
    text: (text, word) => (text.trim() === "" ? text : `${word}-${named("text", text)}`),
    time: (text) => `${shiftDay(text.slice(0, 10), weeks * 7)}${text.slice(10)}`,
    shiftWeeks: weeks,
  };
}

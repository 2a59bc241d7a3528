/**
 * The digits of a text from a place on, as a number.
 *
 * For times read by the million: nothing is cut out of the text.
 *
 * @param text - any
 * @param from - index of the first digit
 * @param count - number of digits
 * @returns a whole number; NaN where one of them is no digit 0 to 9
 *
 * Issues: none.
 * Time O(count), space O(1).
 * Source: own.
 *
 * @example
 * [digitsAt("2026-05-01", 5, 2), digitsAt("2026-05-01", 3, 2)]; // => [5, NaN]
 */
export function digitsAt(text: string, from: number, count: number): number {
  let value = 0;
  for (let at = from; at < from + count; at++) {
    const digit = text.charCodeAt(at) - 48;
    value = digit >= 0 && digit <= 9 ? value * 10 + digit : Number.NaN;
  }
  return value;
}

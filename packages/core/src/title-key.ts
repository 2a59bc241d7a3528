import { compareText } from "@evenkeel/kernel";

/**
 * A title boiled down so that the same words in any order, case or punctuation are the same key.
 *
 * @param title - any text
 * @returns words in lower case, each once, sorted, joined by a space; empty when there is no letter or digit
 *
 * Issues: none.
 * Time O(n log n), space O(n).
 * Source: own; bag of words.
 *
 * @example
 * titleKey("Paint the hall!") === titleKey("the hall: paint"); // => true
 */
export function titleKey(title: string): string {
  const words = title.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return [...new Set(words)].sort(compareText).join(" ");
}

import { isExcused } from "./excuses.js";
import { lexicon, preciseCategories, type SmellCategory } from "./lexicon.js";
import { wordsOf } from "./words-of.js";

/** A word that lets two people read a text differently. */
export interface TextSmell {
  readonly category: SmellCategory;
  /** Index of its first character in the text, in UTF-16 units. */
  readonly from: number;
  /** Index after its last character. */
  readonly to: number;
  /** The word in small letters. */
  readonly span: string;
}

/** Which categories are looked for. */
export interface TextSmellOptions {
  /** Default: `preciseCategories`. */
  readonly categories?: readonly SmellCategory[];
}

let known: ReadonlyMap<string, readonly SmellCategory[]> | undefined;

/**
 * Words of an English text that leave room for two readings: terms nobody can verify, comparisons without a measure, uncertain verbs, superlatives.
 *
 * Advisory: closed lists, endings and the words beside; no grammar, no learning, no network. The README states how often it is right.
 * The other four categories (subjective, ambiguous, negative, vague pronoun) are wrong more often than right and come only when asked for.
 *
 * @param text - a sentence or a page; in another language nearly nothing is found
 * @param options - categories to look for; default the four precise ones
 * @returns smells by their place in the text, then by the order of the categories asked for
 *
 * Issues: none.
 * Time O(characters), space O(words).
 * Source: own; categories of ISO/IEC/IEEE 29148:2018 and Femmer et al. (2017), "Rapid quality assurance with requirements smells".
 *
 * @example
 * textSmells("Rooms may be warmer.").map(({ category, span }) => `${category} ${span}`); // => ["uncertainVerb may", "comparative warmer"]
 */
export function textSmells(text: string, options: TextSmellOptions = {}): TextSmell[] {
  known ??= lexicon();
  const { categories = preciseCategories } = options;
  const words = wordsOf(text);
  const found: TextSmell[] = [];
  for (const [at, { text: span, from, to }] of words.entries()) {
    const held = known.get(span);
    if (held === undefined) continue;
    for (const category of categories)
      if (held.includes(category) && !isExcused(category, { text, words, at }))
        found.push({ category, from, to, span });
  }
  return found;
}

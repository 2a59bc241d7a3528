import { comparatives, superlatives } from "./degrees.js";

/** Kinds of words that let two people read a text differently; names after ISO/IEC/IEEE 29148 and Femmer et al. (2017). */
export type SmellCategory =
  | "nonverifiableTerm"
  | "comparative"
  | "uncertainVerb"
  | "superlative"
  | "subjectiveLanguage"
  | "ambiguousAdverbOrAdjective"
  | "negative"
  | "vaguePronoun";

/** The four categories whose findings are right more often than not; on unless said otherwise. */
export const preciseCategories: readonly SmellCategory[] = [
  "nonverifiableTerm",
  "comparative",
  "uncertainVerb",
  "superlative",
];

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

/** Words by category. A closed list of English words, each for a reason of its category; no list of sentences. */
const listed: Readonly<Record<SmellCategory, readonly string[]>> = {
  // Amounts nobody can count, and nouns that leave open what is shown or told.
  nonverifiableTerm: /* @__PURE__ */ words(`
    several many multiple numerous countless various wide extensive possible detail details indication
    condition simplified interchangeable unlimited`),
  comparative: comparatives,
  uncertainVerb: ["may", "might", "could", "can", "should", "would", "ought"],
  superlative: superlatives,
  // Words that rest on the taste, the habits or the knowledge of whoever reads them.
  subjectiveLanguage: /* @__PURE__ */ words(`
    automatic means standard external internal normal short related easy low high distinctive appropriate simple
    necessary intended basic special particular certain sufficient adequate reasonable useful small large compact
    straightforward soon majority ease user-friendly friendly intuitive convenient comfortable efficient effective good bad
    nice attractive robust flexible seamless modern proper relevant fast quick slow clear way ways usual typical common
    important sensible meaningful understandable familiar elegant state-of-the-art inconvenience`),
  // How much, how often, how near: adverbs and adjectives without a scale.
  ambiguousAdverbOrAdjective: /* @__PURE__ */ words(`
    minimum maximum minimal maximal currently possibility correctly appropriately actually similar particularly easily
    freely immediately additionally widely extremely rather approximately almost nearly usually typically generally normally
    often sometimes frequently rarely occasionally mostly partially partly significantly significant substantially
    substantial quickly slowly properly efficiently effectively adequately sufficiently reasonably clearly simply mainly
    roughly relatively fairly quite very recently shortly`),
  negative: ["not", "never"],
  vaguePronoun: /* @__PURE__ */ words("another they them others something someone somebody anything anyone whatever"),
};

/** Categories of each word. */
export function lexicon(): ReadonlyMap<string, readonly SmellCategory[]> {
  const found = new Map<string, SmellCategory[]>();
  for (const category of Object.keys(listed) as SmellCategory[]) {
    for (const word of listed[category]) {
      const held = found.get(word);
      if (held === undefined) found.set(word, [category]);
      else held.push(category);
    }
  }
  return found;
}

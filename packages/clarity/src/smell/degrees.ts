/** Adjectives and adverbs that English compares by ending: -er, -est. */
const gradable =
  "big bright broad calm cheap clean clear close cold cool dark deep dense dirty dry dull early easy fair fast fat faint fine firm flat fresh full great handy happy hard healthy heavy high hot kind large late lean light long loose loud low narrow near neat new nice noisy old plain poor pure quick quiet rare rich risky rough safe shallow sharp short silent simple slim slow small smart smooth soft soon sound steady steep stiff strict stringent strong subtle sunny sweet swift tall thick thin tidy tight tiny tough warm weak wet wide wise young";

const vowels = "aeiou";

/** The stem an ending is put on: easy -> easi, large -> larg, big -> bigg; else the word itself. */
function stem(word: string): string {
  const [last = "", before = "", first = ""] = [word.at(-1), word.at(-2), word.at(-3)];
  if (last === "e") return word.slice(0, -1);
  if (last === "y" && !vowels.includes(before)) return `${word.slice(0, -1)}i`;
  const isShort = !`${vowels}wxy`.includes(last) && vowels.includes(before) && !vowels.includes(first);
  return isShort && word.length <= 4 ? word + last : word;
}

const stems: readonly string[] = /* @__PURE__ */ gradable.split(" ").map(stem);

/** Comparatives: regular ones by ending, and the irregular. Those that mean a time or another thing (later, order) are not among them. */
export const comparatives: readonly string[] = /* @__PURE__ */ stems
  .map((each) => `${each}er`)
  .filter((word) => word !== "later")
  .concat("better worse lesser fewer farther superior inferior minor more less".split(" "));

/** Superlatives: regular ones by ending, and the irregular. */
export const superlatives: readonly string[] = /* @__PURE__ */ stems
  .map((each) => `${each}est`)
  .concat("best worst most least fewest farthest furthest utmost foremost optimal optimum".split(" "));

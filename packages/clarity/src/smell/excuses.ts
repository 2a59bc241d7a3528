import type { SmellCategory } from "./lexicon.js";
import type { Word } from "./words-of.js";

/** A word in its sentence, for the rules that excuse it. */
interface Place {
  readonly text: string;
  readonly words: readonly Word[];
  readonly at: number;
}

type Excuse = (place: Place) => boolean;

const word = ({ words, at }: Place, step: number): string => words[at + step]?.text ?? "";
const among = (list: string): ((text: string) => boolean) => {
  const set = new Set(list.split(" "));
  return (text) => set.has(text);
};
const isDeterminer = among("a an the this that each every one per another");
const isNumberWord = among(
  "one two three four five six seven eight nine ten twelve twenty hundred thousand half twice",
);
const isNumber = (text: string): boolean => /^\d/.test(text) || isNumberWord(text);
const isModal = among("shall must should will can could may");
const isDatePreposition = among("in of by since until from before after during early late mid");

/** "lower than 5 s", "more than one": a bound anyone can check. */
const isBound: Excuse = (place) =>
  word(place, 1) === "than" && (isNumber(word(place, 2)) || (word(place, 2) === "the" && isNumber(word(place, 3))));

/** "5 or more", "one or more", "no longer", "any longer": a count or an end, not a comparison. */
const isIdiom: Excuse = (place) => among("or no any once and")(word(place, -1));
const isMonth: Excuse = ({ text, words, at }) => {
  const here = words[at];
  if (here === undefined || text.charAt(here.from) !== "M") return false;
  const [before, after] = [words[at - 1]?.text ?? "", words[at + 1]?.text ?? ""];
  return /^\d/.test(after) || /^\d/.test(before) || isDatePreposition(before);
};

/** "as a minimum of 5", "maximum 3": a value is given. */
const hasValue: Excuse = (place) => /^\d/.test(word(place, 1)) || (word(place, 1) === "of" && isNumber(word(place, 2)));

const excuses: ReadonlyMap<string, Excuse> = new Map<string, Excuse>([
  ["may", isMonth],
  // "the can", "a can": a thing.
  ["can", (place) => isDeterminer(word(place, -1))],
  // "at least 3", "at most 3": bounds.
  ["least", (place) => word(place, -1) === "at"],
  ["most", (place) => word(place, -1) === "at"],
  // "it shall be possible to": the usual form of a capability; its object is what is checked.
  ["possible", (place) => word(place, -1) === "be" && isModal(word(place, -2))],
  // "by means of", "it means that": a way or a verb; "a means of" leaves open which.
  ["means", (place) => !among("a an the other some suitable appropriate any")(word(place, -1))],
  // "rather than": one thing and not another.
  ["rather", (place) => word(place, 1) === "than"],
  ["minimum", hasValue],
  ["maximum", hasValue],
]);

/** Whether a listed word is meant otherwise where it stands. */
export function isExcused(category: SmellCategory, place: Place): boolean {
  if (category === "comparative") return isBound(place) || isIdiom(place);
  return excuses.get(word(place, 0))?.(place) === true;
}

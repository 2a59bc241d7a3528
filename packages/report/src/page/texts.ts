import { type Catalog, type Description, describe, type Fact, type Facts, type Message } from "@evenkeel/kernel";
import { clipped } from "./html.js";

/** The words of the page in one language. */
export interface Texts {
  /** A fixed text of this package: `report/KEY`, filled with facts. */
  readonly say: (key: string, facts?: Facts) => string;
  /** The same, or the words given where the catalog has no such key. */
  readonly sayOr: (key: string, otherwise: string, facts?: Facts) => string;
  /** Any message of a review. */
  readonly tell: (message: Message) => Description;
}

const longestFact = 160;
const mostFacts = 20;

function shortened(fact: Fact): Fact {
  if (typeof fact === "string") return clipped(fact, longestFact);
  if (typeof fact !== "object") return fact;
  const shown = fact
    .slice(0, mostFacts)
    .map((each) => (typeof each === "string" ? clipped(each, longestFact) : String(each)));
  return fact.length > mostFacts ? [...shown, "…"] : shown;
}

/** A number and its percent sign stay on one line. */
const joined = (text: string): string => text.replace(/(\d) %/g, "$1\u00a0%");

/** Texts from a catalog; facts that would fill the page are cut. */
export function textsOf(catalog: Catalog): Texts {
  const tell = ({ code, facts }: Message): Description => {
    const short = Object.fromEntries(Object.entries(facts).map(([key, fact]) => [key, shortened(fact)]));
    const { message, remedy } = describe({ code, facts: short }, catalog);
    return { message: joined(message), ...(remedy === undefined ? {} : { remedy: joined(remedy) }) };
  };
  const say = (key: string, facts: Facts = {}): string => tell({ code: `report/${key}`, facts }).message;
  const sayOr: Texts["sayOr"] = (key, otherwise, facts) =>
    Object.hasOwn(catalog, `report/${key}`) ? say(key, facts) : otherwise;
  return { tell, say, sayOr };
}

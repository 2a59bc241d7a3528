import { type Catalog, type Description, describe, type Fact, type Facts, type Message } from "@evenkeel/kernel";
import { clipped } from "./html.js";

/** The words of the page in one language. */
export interface Texts {
  /** A fixed text of this package: `report/KEY`, filled with facts. */
  readonly say: (key: string, facts?: Facts) => string;
  /** The same, or the words given where the catalog has no such key. */
  readonly sayOr: (key: string, otherwise: string) => string;
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

/** Texts from a catalog; facts that would fill the page are cut. */
export function textsOf(catalog: Catalog): Texts {
  const tell = ({ code, facts }: Message): Description =>
    describe(
      { code, facts: Object.fromEntries(Object.entries(facts).map(([key, fact]) => [key, shortened(fact)])) },
      catalog,
    );
  const say = (key: string, facts: Facts = {}): string => tell({ code: `report/${key}`, facts }).message;
  return { tell, say, sayOr: (key, otherwise) => (Object.hasOwn(catalog, `report/${key}`) ? say(key) : otherwise) };
}

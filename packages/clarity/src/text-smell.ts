import { type Check, type CheckParams, type Citation, type Judgement, subjectCheck } from "@evenkeel/checks";
import { overOutcomes, type WorkItem } from "@evenkeel/core";
import { sources } from "./citations.js";
import { itemCheck } from "./rules.js";
import type { SmellCategory } from "./smell/lexicon.js";
import { type TextSmell, textSmells } from "./smell/text-smells.js";
import type { ClarityInput } from "./types.js";

/** Categories as values of a check: the four precise ones are on, the others may be switched on. */
const params: Readonly<Record<SmellCategory, boolean>> = {
  nonverifiableTerm: true,
  comparative: true,
  uncertainVerb: true,
  superlative: true,
  subjectiveLanguage: false,
  ambiguousAdverbOrAdjective: false,
  negative: false,
  vaguePronoun: false,
};

const citation: readonly Citation[] = [
  { ...sources.iso29148, article: "characteristics unambiguous, verifiable" },
  sources.smells,
];

const categoriesOf = new WeakMap<CheckParams, readonly SmellCategory[]>();

/** The categories switched on by values, which are the same for row after row. */
function categoriesIn(wanted: CheckParams): readonly SmellCategory[] {
  const known = categoriesOf.get(wanted);
  if (known !== undefined) return known;
  const categories = (Object.keys(params) as SmellCategory[]).filter((category) => wanted[category] === true);
  categoriesOf.set(wanted, categories);
  return categories;
}

/** The smells of a row's texts as one advisory ruling; undefined when there are none. Field names say where each was found. */
function smellsOf(
  texts: readonly (readonly [field: string, text: string])[],
  title: string,
  wanted: CheckParams,
): Judgement {
  const options = { categories: categoriesIn(wanted) };
  const found: (TextSmell & { readonly field: string })[] = [];
  for (const [field, text] of texts) for (const smell of textSmells(text, options)) found.push({ field, ...smell });
  if (found.length === 0) return undefined;
  return {
    outcome: "fail",
    severity: "info",
    measured: { value: found.length, unit: "words" },
    threshold: { value: 0, unit: "words" },
    facts: {
      title,
      words: found.map(({ span }) => span),
      categories: found.map(({ category }) => category),
      places: found.map(({ field, from, to }) => `${field} ${from}-${to}`),
    },
  };
}

function textsOf({ title, acceptanceCriteria }: WorkItem): (readonly [string, string])[] {
  const criteria = (acceptanceCriteria ?? []).map(({ text }, at) => [`acceptanceCriteria[${at}].text`, text] as const);
  return [["title", title], ...criteria];
}

/** Advisory: the title and criteria of an open item hold no term nobody can verify, comparison without a measure, uncertain verb or superlative. */
export const textSmell: Check<ClarityInput> = /* @__PURE__ */ itemCheck(
  {
    id: "clarity/text-smell",
    kind: "heuristic",
    citation,
    needs: ["items.title", "items.acceptanceCriteria"],
    params,
  },
  ({ row }, _context, wanted) =>
    // Only what is fully stated passes: criteria taken away must not look like clear ones.
    smellsOf(textsOf(row), row.title, wanted) ?? (row.acceptanceCriteria === undefined ? undefined : "pass"),
);

/** Advisory: the why of an outcome holds no such word either. */
export const whySmell: Check<ClarityInput> = /* @__PURE__ */ subjectCheck(
  { id: "clarity/why-smell", kind: "heuristic", citation, needs: ["outcomes.why"], params },
  {
    ...overOutcomes,
    judge: ({ plan }, id, wanted) => {
      const row = plan.row("outcomes", id);
      if (row?.why === undefined) return undefined;
      return smellsOf([["why", row.why]], row.title, wanted) ?? "pass";
    },
  },
);

import type { Check } from "@evenkeel/checks";
import { overItems, type PlanIndex, type RowScope } from "@evenkeel/core";
import { sources } from "../citations.js";
import { itemCheck } from "../rules.js";
import type { ClarityInput } from "../types.js";

const everyItemWithItsTerms: RowScope = {
  ...overItems,
  near: (context, changed) =>
    changed.table === "terms" ? context.plan.items.keys() : overItems.near(context, changed),
};

function isDefined(plan: PlanIndex, word: string): boolean {
  for (const { term, synonyms } of plan.rows("terms").values())
    if (term.toUpperCase() === word || (synonyms ?? []).some((each) => each.toUpperCase() === word)) return true;
  return false;
}

/** Abbreviations in a title that no term explains, each once. */
export function strangeWords(plan: PlanIndex, title: string): string[] {
  return [...new Set(title.match(/\b[A-Z][A-Z0-9]{1,7}\b/g) ?? [])].filter((word) => !isDefined(plan, word));
}

/** C24: an abbreviation in a title is explained, where the plan has a glossary at all. */
export const undefinedTerm: Check<ClarityInput> = /* @__PURE__ */ itemCheck(
  {
    id: "clarity/undefined-term",
    kind: "heuristic",
    citation: [{ ...sources.iso29148, article: "characteristic unambiguous" }],
    needs: ["terms.term"],
    applies: ({ plan }) => plan.rows("terms").size > 0,
  },
  ({ row }, { plan }) => {
    const words = row.title.match(/\b[A-Z][A-Z0-9]{1,7}\b/g);
    if (words === null) return undefined;
    const strange = words.find((word) => !isDefined(plan, word));
    return strange === undefined ? "pass" : { outcome: "fail", facts: { title: row.title, word: strange } };
  },
  everyItemWithItsTerms,
);

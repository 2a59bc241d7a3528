import { type Check, subjectCheck } from "@evenkeel/checks";
import { overTerms, type PlanIndex, type Term } from "@evenkeel/core";
import { compareText } from "@evenkeel/kernel";
import { sources } from "./citations.js";
import type { ClarityInput } from "./types.js";

const plain = (text: string): string => text.trim().toLowerCase();

/** The smallest other term that shares a word or the whole meaning with this one. */
function rival(plan: PlanIndex, own: Term): Term | undefined {
  const words = new Set([own.term, ...(own.synonyms ?? [])].map(plain));
  let first: Term | undefined;
  for (const other of plan.rows("terms").values()) {
    if (other.id === own.id) continue;
    const shared = [other.term, ...(other.synonyms ?? [])].some((word) => words.has(plain(word)));
    if (!shared && plain(other.meaning) !== plain(own.meaning)) continue;
    if (first === undefined || compareText(other.id, first.id) < 0) first = other;
  }
  return first;
}

/** C24: one word has one meaning and one concept has one word; the later id of two that clash is told. */
export const ambiguousTerm: Check<ClarityInput> = /* @__PURE__ */ subjectCheck(
  {
    id: "clarity/ambiguous-term",
    kind: "guideline",
    citation: [{ ...sources.iso29148, article: "characteristic unambiguous" }],
    needs: ["terms.term", "terms.meaning"],
  },
  {
    ...overTerms,
    judge: ({ plan }, id) => {
      const own = plan.row("terms", id);
      if (own === undefined) return undefined;
      const other = rival(plan, own);
      if (other === undefined || compareText(id, other.id) < 0) {
        // Words nobody listed may still clash: only a glossary that states its synonyms passes.
        const isStated = [...plan.rows("terms").values()].every(({ synonyms }) => synonyms !== undefined);
        return isStated ? "pass" : undefined;
      }
      return {
        outcome: "fail",
        evidence: [
          { table: "terms", id: other.id },
          { table: "terms", id },
        ],
        facts: { term: own.term, other: other.term },
      };
    },
  },
);

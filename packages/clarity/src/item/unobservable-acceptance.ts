import type { Check } from "@evenkeel/checks";
import { sources } from "../citations.js";
import { itemCheck } from "../rules.js";
import type { ClarityInput } from "../types.js";

/** C08: each criterion names what is seen: a state, a value, an artefact, an approval; a text with a number names a value. */
export const unobservableAcceptance: Check<ClarityInput> = itemCheck(
  {
    id: "clarity/unobservable-acceptance",
    kind: "heuristic",
    citation: [{ ...sources.iso29148, article: "characteristic verifiable" }],
    needs: ["items.acceptanceCriteria"],
  },
  ({ row }) => {
    const criteria = (row.acceptanceCriteria ?? []).filter(({ text }) => text.trim() !== "");
    if (criteria.length === 0) return undefined;
    const vague = criteria.find(({ text, observable }) => observable === undefined && !/\d/.test(text));
    return vague === undefined ? "pass" : { outcome: "fail", facts: { title: row.title, criterion: vague.text } };
  },
);

import type { Check } from "@evenkeel/checks";
import type { AcceptanceCriterion } from "@evenkeel/core";
import { sources } from "../citations.js";
import { itemCheck } from "../rules.js";
import type { ClarityInput } from "../types.js";

/** Whether a criterion names nothing that is seen, and no number either. */
export const isVague = ({ text, observable }: AcceptanceCriterion): boolean =>
  text.trim() !== "" && observable === undefined && !/\d/.test(text);

/** C08: each criterion names what is seen: a state, a value, an artefact, an approval; a text with a number names a value. */
export const unobservableAcceptance: Check<ClarityInput> = /* @__PURE__ */ itemCheck(
  {
    id: "clarity/unobservable-acceptance",
    kind: "heuristic",
    citation: [{ ...sources.iso29148, article: "characteristic verifiable" }],
    needs: ["items.acceptanceCriteria"],
  },
  ({ row }) => {
    const criteria = row.acceptanceCriteria ?? [];
    const vague = criteria.find(isVague);
    if (vague !== undefined) return { outcome: "fail", facts: { title: row.title, criterion: vague.text } };
    return criteria.some(({ text }) => text.trim() !== "") ? "pass" : undefined;
  },
);

import type { Check } from "@evenkeel/checks";
import { sources } from "../citations.js";
import { failIfKnown, itemCheck } from "../rules.js";
import type { ClarityInput } from "../types.js";

/** C07: every open item says how one sees that it is done. */
export const missingAcceptance: Check<ClarityInput> = /* @__PURE__ */ itemCheck(
  {
    id: "clarity/missing-acceptance",
    kind: "guideline",
    citation: [{ ...sources.iso29148, article: "characteristic verifiable" }],
    needs: ["items.acceptanceCriteria"],
  },
  ({ row }, context) =>
    (row.acceptanceCriteria ?? []).some(({ text }) => text.trim() !== "")
      ? "pass"
      : failIfKnown(context, "items", row.id, "acceptanceCriteria", { facts: { title: row.title } }),
);

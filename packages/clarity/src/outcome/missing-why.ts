import type { Check } from "@evenkeel/checks";
import { sources } from "../citations.js";
import { failIfKnown, outcomeCheck, saysMore } from "../rules.js";
import type { ClarityInput } from "../types.js";

/** C12: every outcome says why it is wanted, in other words than its title. */
export const missingWhy: Check<ClarityInput> = /* @__PURE__ */ outcomeCheck(
  { id: "clarity/missing-why", kind: "guideline", citation: [sources.iso21502], needs: ["outcomes.why"] },
  ({ row }, context) =>
    saysMore(row.why, row.title)
      ? "pass"
      : failIfKnown(context, "outcomes", row.id, "why", { facts: { title: row.title } }),
);

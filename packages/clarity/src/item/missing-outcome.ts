import type { Check } from "@evenkeel/checks";
import { outcomesServed } from "@evenkeel/core";
import { sources } from "../citations.js";
import { failIfKnown, itemCheck, withOutcomes } from "../rules.js";
import type { ClarityInput } from "../types.js";

/** C01: every open item serves an outcome, its own or that of the nearest ancestor with one. */
export const missingOutcome: Check<ClarityInput> = /* @__PURE__ */ itemCheck(
  { id: "clarity/missing-outcome", kind: "guideline", citation: [sources.iso21502], needs: ["items.outcomeIds"] },
  (item, context) =>
    outcomesServed(context.plan, item).length > 0
      ? "pass"
      : failIfKnown(context, "items", item.row.id, "outcomeIds", { facts: { title: item.row.title } }),
  withOutcomes,
);

import type { Check } from "@evenkeel/checks";
import { sources } from "../citations.js";
import { outcomeCheck } from "../rules.js";
import type { ClarityInput } from "../types.js";

/** C02: every outcome is served by an item, or has parts that are; a goal nobody works for is a wish. */
export const unservedOutcome: Check<ClarityInput> = /* @__PURE__ */ outcomeCheck(
  { id: "clarity/unserved-outcome", kind: "guideline", citation: [sources.iso21502], needs: ["items.outcomeIds"] },
  ({ row, children, items }) =>
    items.length > 0 || children.length > 0 ? "pass" : { outcome: "fail", facts: { title: row.title } },
);

import type { Check } from "@evenkeel/checks";
import { isCovered, isSharedWork, ownerOf } from "@evenkeel/core";
import { sources } from "../citations.js";
import { itemCheck } from "../rules.js";
import type { ClarityInput } from "../types.js";

/** C03: every open item has a person or team that is accountable, responsible or drives it. A one-person plan needs none. */
export const missingOwner: Check<ClarityInput> = /* @__PURE__ */ itemCheck(
  {
    id: "clarity/missing-owner",
    kind: "guideline",
    citation: [sources.iso45003],
    needs: ["assignments.itemId", "assignments.role"],
    applies: isSharedWork,
  },
  (item, { plan }) => {
    if (ownerOf(item) !== undefined) return "pass";
    const facts = { title: item.row.title };
    if (isCovered(plan.coverage, "assignments")) return { outcome: "fail", facts };
    return { outcome: "unknown", facts, missing: ["assignments.itemId"] };
  },
);

import type { Check } from "@evenkeel/checks";
import { isSharedWork } from "@evenkeel/core";
import { sources } from "../citations.js";
import { itemCheck } from "../rules.js";
import type { ClarityInput } from "../types.js";

/** C06: where RACI names who answers for an item, it names who does it too; who answers where nobody is named is C04. */
export const unresolvedResponsibility: Check<ClarityInput> = /* @__PURE__ */ itemCheck(
  {
    id: "clarity/unresolved-responsibility",
    kind: "guideline",
    citation: [sources.raci],
    needs: ["assignments.itemId", "assignments.role"],
    applies: isSharedWork,
  },
  ({ row, assignments }) => {
    const held = new Set(assignments.map(({ role }) => role));
    if (!held.has("accountable")) return undefined;
    if (held.has("responsible")) return "pass";
    return { outcome: "fail", facts: { title: row.title, absent: "responsible" } };
  },
);

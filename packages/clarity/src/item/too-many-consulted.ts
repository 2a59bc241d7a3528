import type { Check } from "@evenkeel/checks";
import { isSharedWork } from "@evenkeel/core";
import { compareText } from "@evenkeel/kernel";
import { sources } from "../citations.js";
import { itemCheck } from "../rules.js";
import type { ClarityInput } from "../types.js";

/** C23: few are asked before an item moves; the others are informed. */
export const tooManyConsulted: Check<ClarityInput> = /* @__PURE__ */ itemCheck(
  {
    id: "clarity/too-many-consulted",
    kind: "heuristic",
    citation: [sources.raci],
    needs: ["assignments.itemId", "assignments.role"],
    applies: isSharedWork,
    params: { most: 5 },
  },
  ({ row, assignments }, _context, { most }) => {
    const asked = assignments.filter(({ role }) => role === "consulted" || role === "agreer").map(({ id }) => id);
    if (asked.length === 0) return undefined;
    if (asked.length <= Number(most)) return "pass";
    return {
      outcome: "fail",
      measured: { value: asked.length, unit: "people" },
      threshold: { value: Number(most), unit: "people" },
      evidence: [...asked]
        .sort(compareText)
        .slice(0, Number(most) + 1)
        .map((id) => ({ table: "assignments", id })),
      facts: { title: row.title, count: asked.length, most: Number(most) },
    };
  },
);

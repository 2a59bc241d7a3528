import type { Check } from "@evenkeel/checks";
import { sources } from "../citations.js";
import { itemCheck } from "../rules.js";
import type { CoordinationInput } from "../types.js";

const hard: readonly string[] = ["mustStartOn", "mustFinishOn", "startNoLaterThan", "finishNoLaterThan"];

/** DCMA 5: dates follow from logic; a constraint that stops them from moving hides the delay. */
export const hardConstraint: Check<CoordinationInput> = /* @__PURE__ */ itemCheck(
  {
    id: "coordination/hard-constraint",
    kind: "guideline",
    citation: [{ ...sources.dcma, article: "14-point assessment, 5: hard constraints" }],
    needs: ["items.constraints"],
  },
  ({ row }) => {
    if (row.constraints === undefined) return undefined;
    const found = row.constraints.find(({ kind }) => hard.includes(kind));
    if (found === undefined) return "pass";
    return { outcome: "fail", facts: { title: row.title, constraint: found.kind, at: found.at ?? "" } };
  },
);

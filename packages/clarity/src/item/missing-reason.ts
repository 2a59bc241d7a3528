import type { Check } from "@evenkeel/checks";
import { outcomesServed } from "@evenkeel/core";
import { sources } from "../citations.js";
import { failIfKnown, itemCheck, saysMore, withOutcomes } from "../rules.js";
import type { ClarityInput } from "../types.js";

/** C12: every open item says why, by its own reason or the why of an outcome it serves; a reason that repeats the title is none. */
export const missingReason: Check<ClarityInput> = /* @__PURE__ */ itemCheck(
  {
    id: "clarity/missing-reason",
    kind: "guideline",
    citation: [{ ...sources.iso29148, article: "characteristic necessary" }],
    needs: ["items.reason"],
  },
  (item, context) => {
    const { row } = item;
    const given = saysMore(row.reason, row.title);
    if (given || outcomesServed(context.plan, item).some((outcome) => saysMore(outcome.row.why, outcome.row.title)))
      return "pass";
    return failIfKnown(context, "items", row.id, "reason", { facts: { title: row.title } });
  },
  withOutcomes,
);

import type { Check } from "@evenkeel/checks";
import { sources } from "../citations.js";
import { failIfKnown, outcomeCheck } from "../rules.js";
import type { ClarityInput } from "../types.js";

const parts = ["metric", "baseline", "target", "by"] as const;

/** C09: every outcome without parts has a metric, a baseline, a target and a date, so that anyone can tell whether it was attained. */
export const incompleteMeasure: Check<ClarityInput> = /* @__PURE__ */ outcomeCheck(
  { id: "clarity/incomplete-measure", kind: "guideline", citation: [sources.smart], needs: ["outcomes.measure"] },
  ({ row, children }, context) => {
    if (children.length > 0) return undefined;
    const absent = parts.filter((part) => row.measure?.[part] === undefined);
    if (absent.length === 0) return "pass";
    return failIfKnown(context, "outcomes", row.id, "measure", { facts: { title: row.title, absent: [...absent] } });
  },
);

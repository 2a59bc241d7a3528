import type { Check } from "@evenkeel/checks";
import { sources } from "../citations.js";
import { outcomeCheck } from "../rules.js";
import type { ClarityInput } from "../types.js";

/** C02: an outcome that items serve leads to a goal, where the plan has goals above outcomes at all. */
export const outcomeWithoutGoal: Check<ClarityInput> = /* @__PURE__ */ outcomeCheck(
  {
    id: "clarity/outcome-without-goal",
    kind: "guideline",
    citation: [sources.iso21502],
    needs: ["outcomes.parentId", "items.outcomeIds"],
    applies: ({ plan }) => [...plan.outcomes.values()].some(({ children }) => children.length > 0),
  },
  ({ row, parent, children, items }) => {
    if (items.length === 0) return undefined;
    return parent !== undefined || children.length > 0 ? "pass" : { outcome: "fail", facts: { title: row.title } };
  },
);

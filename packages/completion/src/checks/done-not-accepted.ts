import type { Check } from "@evenkeel/checks";
import { isSharedWork } from "@evenkeel/core";
import { isAccepted, itemFacts } from "../item-facts.js";
import type { CompletionInput } from "../types.js";
import { leafCheck, millisPerDay, within } from "./rules.js";

/** What is called done and has criteria was accepted within the allowed days by somebody. */
export const doneNotAccepted: Check<CompletionInput> = /* @__PURE__ */ leafCheck(
  {
    id: "completion/done-not-accepted",
    kind: "heuristic",
    citation: [{ title: "ISO/IEC/IEEE 29148:2018 Requirements engineering", article: "validation and acceptance" }],
    needs: ["items.acceptanceCriteria", "events.type"],
    applies: isSharedWork,
    params: { allowedDays: 7 },
  },
  (item, context, { allowedDays }) => {
    const { category, enteredAt } = itemFacts(context, item);
    if (category !== "done" || enteredAt === undefined) return undefined;
    const criteria = item.row.acceptanceCriteria ?? [];
    if (criteria.length === 0) return undefined;
    if (isAccepted(context, item, enteredAt)) return "pass";
    return within((context.now - enteredAt) / millisPerDay, Number(allowedDays), { title: item.row.title });
  },
);

import type { Check } from "@evenkeel/checks";
import { itemFacts } from "../item-facts.js";
import type { CompletionInput } from "../types.js";
import { leafCheck, millisPerDay, within } from "./rules.js";

/** Nothing stays blocked longer than the allowed days. */
export const itemBlocked: Check<CompletionInput> = /* @__PURE__ */ leafCheck(
  {
    id: "completion/item-blocked",
    kind: "guideline",
    citation: [{ title: "The Kanban Guide (2020)", article: "actively managing items in a workflow" }],
    needs: ["items.blocked"],
    params: { allowedDays: 1 },
  },
  (item, context, { allowedDays }) => {
    const { category, blocked } = itemFacts(context, item);
    if (blocked === undefined || category === "done" || category === "dropped") return undefined;
    const facts = { title: item.row.title, reason: blocked.reason ?? "" };
    if (blocked.from === undefined) return { outcome: "fail", facts: { ...facts, dated: false, days: 0 } };
    return within((context.now - blocked.from) / millisPerDay, Number(allowedDays), { ...facts, dated: true });
  },
);
